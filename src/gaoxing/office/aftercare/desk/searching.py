"""Finding a request (查找诉求) by its number, an enterprise's name or a whole telephone number; only what the person handles.

What was typed is kept nowhere: the audit has a keyed digest of it and what kind it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.desk.queue import on_desk
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.permissions import HANDLE
from gaoxing.office.aftercare.sealed import REACHED
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.models import Person
from gaoxing.office.people.trail import acting_as
from gaoxing.office.people.vault import MOBILE
from gaoxing.office.vault import digests
from gaoxing.standards import resident_id, telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import half_width

MOST = 50
"""Requests that a search shows, the newest; of more it is said that there are more."""

LONGEST = 100
NUMBER, NAME, TELEPHONE, NOTHING = "number", "name", "telephone", "nothing"

_NUMBER = expression(r"(?:[Rr]?(20[0-9]{2})-)?([0-9]{1,9})")
_DIGITS = 6
_SHORTEST = 2


@dataclass(frozen=True)
class Found:
    """What a search came to: its kind, the requests, whether there are more, and where it found none the sentence that says what to try."""

    kind: str
    requests: tuple[Request, ...] = ()
    more: bool = False
    told: str = ""


def search(text: str, person: Person, *, now: datetime) -> Found:
    """The requests that the typed text leads to, the newest first."""
    typed = "".join(each for each in half_width(text) if each.isprintable()).strip()[:LONGEST]
    kind, told = _kind(typed)
    if told:
        return Found(NOTHING, told=told)
    with transaction.atomic():
        audit.write("request.searched", actor=Actor(person.pk, acting_as(person, HANDLE, now=now)), now=now, reason=kind, details={"text": typed})
    found = _condition(kind, typed, on_desk(person, on=localdate(now)))
    rows = list(found.select_related("client", "main").prefetch_related("parts__lead", "events").order_by("-pk")[: MOST + 1])
    return Found(kind, tuple(rows[:MOST]), len(rows) > MOST, "" if rows else _nothing(kind))


def _kind(typed: str) -> tuple[str, str]:
    """What the text is; else the sentence that says why it is nothing to search by."""
    if not typed:
        return NOTHING, _("请先填要找的：诉求编号、企业名称或者完整的电话号码。")
    if telephone.is_valid(typed):
        return TELEPHONE, ""
    if resident_id.is_valid(typed.replace("-", "")):
        return NOTHING, _("不能按身份证号码查诉求。请用诉求编号、企业名称或者电话号码。")
    if _NUMBER.fullmatch(typed):
        return NUMBER, ""
    if not any(each.isalpha() for each in typed):
        return NOTHING, _("电话号码要写完整（手机 11 位，座机带区号）：电话只存摘要，写一部分是找不到的。诉求编号可以只写最后的数字。")
    return (NAME, "") if len(typed) >= _SHORTEST else (NOTHING, _("企业名称至少写两个字。"))


def _condition(kind: str, typed: str, rows: QuerySet[Request]) -> QuerySet[Request]:
    if kind == NAME:
        return rows.filter(Q(enterprise__icontains=typed) | Q(client__name__icontains=typed))
    if kind == TELEPHONE:
        plain = telephone.compact(typed)
        return rows.filter(Q(reached__in=digests(plain, purpose=REACHED)) | Q(owner__mobile_digest__in=digests(plain, purpose=MOBILE)))
    found = _NUMBER.fullmatch(typed)
    year, serial = (found[1], int(found[2])) if found else (None, 0)
    return rows.filter(number=f"R{year}-{serial:0{_DIGITS}}") if year else rows.filter(number__endswith=f"-{serial:0{_DIGITS}}")


def _nothing(kind: str) -> str:
    told = {
        NUMBER: _("没有这个编号的诉求，或者它不归您办。请对照企业手里的编号再找，例如 R2026-000012。"),
        TELEPHONE: _("没有找到用这个电话号码的诉求。请换企业的另一个号码，或者用企业名称、诉求编号。"),
    }
    return told.get(kind, _("没有找到这家企业的诉求。请写名称里连着的几个字，也可以用诉求编号、电话号码。"))
