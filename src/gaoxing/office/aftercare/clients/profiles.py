"""A client's profile (服务对象资料): what it does, where, how large it is, and its credit code, by which the register is asked. None of it need be known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.clients.serving import acting, require
from gaoxing.office.aftercare.models import Client
from gaoxing.office.audit import actions as audit
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.vault import code_digests
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

MOST_STAFF = 1_000_000
_LONGEST = {"industry": 100, "town": 60, "remark": 200}


@dataclass(frozen=True)
class Profile:
    """What may be known of a client; empty or None where it is not."""

    uscc: str = ""
    industry: str = ""
    town: str = ""
    staff: int | None = None
    revenue: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Registered:
    """What the register says of a client's code: name and state, since when; `differs` where its name is not the client's."""

    name: str
    state: str
    established: date | None
    differs: bool


@dataclass(frozen=True)
class CaseLine:
    """A case of the enterprise as a list shows it: number, what it is, its state, and its address."""

    number: str
    title: str
    state: str
    address: str


Cases = Callable[[Person, str, datetime], tuple[CaseLine, ...]]
_CASES: list[Cases] = []
"""Who can tell the cases of a credit code; the front desk, which sees cases and clients, enters itself."""


def enter(cases: Cases) -> None:
    """Let the cases of an enterprise be told by this; entering it again changes nothing."""
    if cases not in _CASES:
        _CASES.append(cases)


def cases_of(client: Client, person: Person, *, now: datetime) -> tuple[CaseLine, ...]:
    """The cases that name the client's code, as far as the person may handle them."""
    return tuple(line for cases in _CASES for line in cases(person, client.uscc, now)) if client.uscc else ()


def read(given: Mapping[str, str]) -> Profile:
    """The profile that a page posted. Raises NotAllowed with a sentence for a code, a number or a band that is none, and for what is too long."""
    texts = {name: " ".join(given.get(name, "").split()) for name in ("uscc", "industry", "town", "staff", "revenue", "remark")}
    for name, most in _LONGEST.items():
        if len(texts[name]) > most:
            raise NotAllowed(_("行业最多 %(industry)s 个字，镇、片区最多 %(town)s 个，备注最多 %(remark)s 个，请写短一些。") % _LONGEST)
    if texts["revenue"] and texts["revenue"] not in Client.Revenue.values:
        raise NotAllowed(_("年营业收入请从列出的里选。"))
    return Profile(_code(texts["uscc"]), texts["industry"], texts["town"], _count(texts["staff"]), texts["revenue"], texts["remark"])


@transaction.atomic
def change(client: Client, profile: Profile, by: Person, *, now: datetime) -> None:
    """Keep what is known of a client. Raises NotAllowed for whoever does not serve it."""
    require(client, by, now=now)
    before = Profile(**{name: getattr(client, name) for name in asdict(profile)})
    changed = {name: value for name, value in asdict(profile).items() if getattr(before, name) != value}
    if changed:
        Client.objects.filter(pk=client.pk).update(**changed)
        audit.write("client.changed", actor=acting(by, now=now), subject=client, now=now, details=changed)


def registered(client: Client) -> Registered | None:
    """What the office's register says of the client's code: what everybody reads on the licence; None where it has no such code."""
    if not client.uscc:
        return None
    found = Enterprise.objects.filter(code__in=code_digests(client.uscc)).first()
    return Registered(found.name, found.get_status_display(), found.established, found.name != client.name) if found else None


def _code(typed: str) -> str:
    if not typed:
        return ""
    try:
        return credit_code.validate(typed)
    except Invalid as wrong:
        raise NotAllowed(_("没有存：%(why)s。") % {"why": wrong}) from None


def _count(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and int(typed[:9]) <= MOST_STAFF and len(typed) <= len(str(MOST_STAFF))):
        raise NotAllowed(_("职工人数请写整数，例如 120；不知道就空着。"))
    return int(typed)
