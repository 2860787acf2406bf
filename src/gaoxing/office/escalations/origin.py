"""From where somebody comes to say what is stuck (从哪一页来): what was being tried there, and the case or request whose number it bears.

The footer of every page carries the number and the matter of the page, or the page's own route (`?number=…&matter=…&page=…`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import matters
from gaoxing.office.aftercare import permissions as requests
from gaoxing.office.aftercare.desk import queue as requests_desk
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases import queue as cases_desk
from gaoxing.office.masking import mask_contacts
from gaoxing.office.people.models import Person

_FIRST_WORDS = 200


@dataclass(frozen=True)
class Stuck:
    """The case or request that is stuck, as far as the person sees it: where its page is, what it is about."""

    number: str
    address: str
    about: str


def stuck_of(number: str, person: Person, *, now: datetime) -> Stuck | None:
    """The case or request of a number; None where there is none, or it is not theirs to see."""
    if not number or not number.isprintable():
        return None
    return _case(number, person, now) or _request(number, person, now)


def tried_at(stuck: Stuck | None, *, matter: str, page: str) -> str:
    """What was being tried on the page from which somebody comes; empty where the page says nothing of it."""
    if stuck is not None and stuck.about:
        return stuck.about
    return next((each.name for each in matters() if each.id == matter), "") or _pages().get(page, "")


def pages() -> frozenset[str]:
    """The routes whose page says by itself what is being tried."""
    return frozenset(_pages())


def _case(number: str, person: Person, now: datetime) -> Stuck | None:
    seen = cases.visible_to(person, on=localdate(now)).filter(number=number).first()
    if seen is None:
        return None
    about = next((each.name for each in matters() if each.id == seen.matter), "")
    if not person.is_staff_member:
        return Stuck(number, reverse("my_case", args=[number]), about)
    return Stuck(number, reverse("queue_case", args=[number]) if cases_desk.one(person, number, now=now) else "", about)


def _request(number: str, person: Person, now: datetime) -> Stuck | None:
    seen = requests.whole_to(person, on=localdate(now)).filter(number=number).first()
    if seen is None:
        return None
    staff = person.is_staff_member and requests_desk.one(person, number, now=now) is not None
    whole = str(content_of(seen).get("words", ""))
    words = (mask_contacts(whole) if person.is_staff_member else whole)[:_FIRST_WORDS]
    return Stuck(number, reverse("request_desk" if staff else "mine_request", args=[number]), words)


def _pages() -> dict[str, str]:
    return {
        "submit": _("提交填好的表"),
        "attachments": _("传材料"),
        "papers": _("看、打印填好的文书"),
        "joint_plan": _("几张证照一起办"),
        "resume": _("凭取回码接着填"),
        "licence_find": _("查执照真假"),
        "licence": _("查执照真假"),
        "request_submit": _("提企业诉求"),
        "my_data": _("查自己的资料"),
    }
