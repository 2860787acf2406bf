"""What does not get done, as somebody tells it (办不成事的说法): of `matters.toml`, or of a record of this office that was refused, returned or is late."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from gaoxing.catalogue import matters
from gaoxing.office.aftercare.models import Part
from gaoxing.office.cases.models import Case
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Person

_BACK = timedelta(days=60)
_MENDED = {Cause.State.FIXED: 0.5, Cause.State.WATCHED: 0.25, Cause.State.CLOSED: 0.2}
"""How much less often something is stuck for a cause once it was mended."""


@dataclass(frozen=True)
class Reason:
    """A cause as the office will find it: its kind and name, the unit that mends it, and how it is felt."""

    kind: str
    name: str
    unit: str
    blocked: tuple[str, ...]


@dataclass(frozen=True)
class Blocked:
    """A record of this office that is stuck: its number, what it is about, whose it is, and in whose words it does not go on."""

    number: str
    about: str
    owner: Person
    why: str


@dataclass(frozen=True)
class Stray:
    """Something that is not for this office: what it is, the reason's code, and where it goes."""

    about: str
    reason: str
    channel: str


def reasons() -> tuple[Reason, ...]:
    """Every cause that the year knows."""
    return tuple(Reason(each["kind"], each["name"], each["unit"], tuple(each["blocked"])) for each in _book()["cause"])


def strays() -> tuple[Stray, ...]:
    """Everything that goes elsewhere."""
    return tuple(Stray(*each) for each in _book()["wanted"]["strays"])


def wanted(chance: Random) -> tuple[str, str]:
    """Something that was to be done, and where."""
    book = _book()["wanted"]
    return chance.choice(book["matters"]), chance.choice(book["where"])


def mended(chance: Random) -> str:
    """How a unit says that it is mended."""
    return str(chance.choice(_book()["mended"]["fix"]))


def unfixed() -> str:
    """How the office says that it is not."""
    return str(_book()["mended"]["unfixed"])


def likely(chance: Random) -> Reason:
    """The cause of something that is stuck now: one that was mended comes back seldom."""
    states = {(each.kind, each.name): each.state for each in Cause.objects.all()}
    known = reasons()
    return chance.choices(known, [_MENDED.get(Cause.State(state), 1.0) if (state := states.get((each.kind, each.name))) else 0.8 for each in known])[0]


def blocked(now: datetime, chance: Random) -> Blocked | None:
    """A record that was refused, cannot be done or is late, of somebody with an account who did not say so yet; None where there is none."""
    known = set(Escalation.objects.exclude(blocked="").values_list("blocked", flat=True))
    found = [each for each in (*_refused(now), *_parts(now), *_licences(now)) if each.number not in known]
    return chance.choice(found) if found else None


def _refused(now: datetime) -> list[Blocked]:
    """Registrations that were refused or sent back."""
    rows = Case.objects.filter(
        state__in=(Case.State.NOT_ACCEPTED, Case.State.REFUSED, Case.State.CORRECTION_ASKED), changed__gt=now - _BACK, number__isnull=False
    )
    names = {each.id: each.name for each in matters()}
    rows = rows.filter(owner__kind=Person.Kind.APPLICANT).select_related("owner").order_by("pk")
    return [Blocked(each.number or "", names.get(each.matter, each.matter), each.owner, "退回来的理由看不明白") for each in rows if each.owner]


def _parts(now: datetime) -> list[Blocked]:
    """Requests of which a part is long overdue, or cannot be done."""
    rows = Part.objects.filter(request__owner__kind=Person.Kind.APPLICANT, changed__gt=now - _BACK).select_related("request__owner").order_by("pk")
    late = rows.filter(due__lt=now - timedelta(days=3), request__state="in_hand")
    return [
        Blocked(each.request.number or "", "企业诉求", each.request.owner, "过了时限还没有人办")
        for each in (*late, *rows.filter(state="impossible"))
        if each.request.owner
    ]


def _licences(now: datetime) -> list[Blocked]:
    """Licences of joint cases that are late."""
    rows = Item.objects.filter(due__lt=now, case__owner__kind=Person.Kind.APPLICANT).select_related("case__owner").order_by("pk")
    return [Blocked(each.case.number or "", each.name, each.case.owner, "过了承诺的日子还没有发证") for each in rows if each.case.owner and each.case.number]


@cache
def _book() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("matters.toml").read_text(encoding="utf-8"))
