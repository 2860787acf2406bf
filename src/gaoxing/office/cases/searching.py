"""Finding a case (查找办件) by its number, an enterprise's name, a unified social credit code or a whole telephone number; only what the person may handle.

What was typed is kept nowhere: the audit has a keyed digest of it and what kind it was. Names that merely resemble it are found through the pool of names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.names.composition import split
from gaoxing.names.keys import asked
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import search_keys
from gaoxing.office.cases.models import Case, SearchKey
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.queue import columns_alone
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.cases.subject import normal
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.names.queries import neighbours
from gaoxing.office.people.models import Person
from gaoxing.office.people.trail import acting_as
from gaoxing.office.people.vault import MOBILE
from gaoxing.office.vault import digests
from gaoxing.office.zone.queries import profile
from gaoxing.standards import credit_code, resident_id, telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid
from gaoxing.standards.numeral_words import half_width

MOST = 50
"""Cases that a search shows, the newest; of more it is said that there are more."""

LONGEST = 100
NUMBER, NAME, CODE, TELEPHONE, NOTHING = "number", "name", "code", "telephone", "nothing"

_NUMBER = expression(r"(?:(?:([0-9]{6})-)?(20[0-9]{2})-)?([0-9]{1,7})")
_MOST_ALIKE, _MOST_LED_TO = 100, 200
_DIGITS, _YEARS = 6, 3
_CODE = 18


@dataclass(frozen=True)
class Found:
    """What a search came to: its kind, the cases, whether there are more, and where it found none the sentence that says what to try."""

    kind: str
    cases: tuple[Case, ...] = ()
    more: bool = False
    told: str = ""


def search(text: str, person: Person, *, now: datetime) -> Found:
    """The cases that the typed text leads to, the newest first."""
    typed = "".join(each for each in half_width(text) if each.isprintable()).strip()[:LONGEST]
    kind, told = _kind(typed)
    if told:
        return Found(NOTHING, told=told)
    with transaction.atomic():
        actor = Actor(person.pk, acting_as(person, HANDLE, now=now))
        audit.write("case.searched", actor=actor, now=now, reason=kind, details={"text": normal(typed)})
    visible = visible_to(person, on=localdate(now), act=HANDLE)
    numbers = visible.filter(number__in=_numbers(typed, now)) if kind == NUMBER else visible.filter(pk__in=_cases(kind, typed))
    rows = list(columns_alone(numbers).order_by("-filed", "-pk")[: MOST + 1])
    return Found(kind, tuple(rows[:MOST]), len(rows) > MOST, "" if rows else _nothing(kind))


def _kind(typed: str) -> tuple[str, str]:
    """What the text is; else the sentence that says why it is nothing to search by."""
    plain = normal(typed).replace("-", "")
    if not plain:
        return NOTHING, _("请先填要找的：办件编号、企业名称、统一社会信用代码或者完整的电话号码。")
    if _NUMBER.fullmatch(typed):
        return (NUMBER, "") if len(plain) < 7 or "-" in typed else (NOTHING, _part_of_a_number())
    if telephone.is_valid(typed):
        return TELEPHONE, ""
    if resident_id.is_valid(plain):
        return NOTHING, _("不能按身份证号码查办件。请用办件编号、企业名称、统一社会信用代码或者电话号码。")
    if len(plain) == _CODE and plain.isascii() and plain.isalnum():
        return _code(plain)
    if plain.isdecimal() or not any(each.isalpha() for each in plain):
        return NOTHING, _part_of_a_number()
    return (NAME, "") if len(plain) > 1 else (NOTHING, _("名称至少要两个字。请多写几个字，最好写完整的字号。"))


def _code(plain: str) -> tuple[str, str]:
    try:
        credit_code.validate(plain)
    except Invalid as wrong:
        return NOTHING, _("统一社会信用代码不对：%(why)s。请核对以后再找。") % {"why": wrong}
    return CODE, ""


def _part_of_a_number() -> str:
    return _("电话号码要写完整（手机 11 位，座机带区号）：电话只存摘要，写一部分是找不到的。办件编号可以只写最后的流水号，最多 6 位。")


def _nothing(kind: str) -> str:
    told = {
        NUMBER: _("没有这个编号的办件，或者它不归您办。请对照回执核对编号；流水号只找最近三年的，更早的请写上年份，例如 2022-000123。"),
        CODE: _("没有找到填了这个代码的办件。设立登记在发照以前没有代码，请改用名称或者办件编号。"),
        TELEPHONE: _("没有找到用这个电话号码的办件。请换申请人、经营者或者联系人的另一个号码，或者改用名称、办件编号。"),
    }
    return told.get(kind, _("没有找到这个名称的办件。请写全称或者完整的字号，也可以改用办件编号、电话号码。"))


def _numbers(typed: str, now: datetime) -> list[str]:
    """The case numbers that a number stands for: without a year those of the last three."""
    found = _NUMBER.fullmatch(typed)
    if found is None:
        return []
    region, year, serial = found[1] or profile().region, found[2], found[3]
    years = [year] if year else [str(localdate(now).year - back) for back in range(_YEARS)]
    return [f"{region}-{each}-{int(serial):0{_DIGITS}}" for each in years]


def _cases(kind: str, typed: str) -> list[int]:
    """The numbers of the newest cases under the keys of a text, whoever may see them."""
    wanted = search_keys.keys(kind, _written(kind, typed))
    if kind == CODE:
        wanted += search_keys.keys(NAME, [normal(each.name) for each in OfficeRegister().find(uscc=normal(typed))])
    found = list(SearchKey.objects.filter(digest__in=wanted).order_by("-case").values_list("case", flat=True)[:_MOST_LED_TO])
    if kind == TELEPHONE:
        own = Case.objects.filter(owner__mobile_digest__in=digests(telephone.compact(typed), purpose=MOBILE))
        found += own.order_by("-pk").values_list("pk", flat=True)[:_MOST_LED_TO]
    return found


def _written(kind: str, typed: str) -> list[str]:
    """The texts whose keys are looked for: what was typed, and for a name those of the pool that resemble it."""
    if kind == TELEPHONE:
        return [telephone.compact(typed)]
    if kind == CODE:
        return [normal(typed)]
    name = split(typed)
    alike = [each.name for each in neighbours(asked(name), int(profile().prefecture))][:_MOST_ALIKE]
    return list(dict.fromkeys([normal(typed), *map(normal, alike)]))
