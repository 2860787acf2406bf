"""The causes as the office and the units read them (成因台账): how often each held things up, who mends it by when, until when it is watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.escalations.models import Cause
from gaoxing.office.escalations.permissions import causes_visible_to
from gaoxing.office.escalations.wording import kinds, plainly, state_of
from gaoxing.office.language import said
from gaoxing.office.people.models import Person

PAGE = 50
"""Rows of one page."""

TO_MEND, WATCHED, GONE = "open", "watched", "gone"
"""What may be looked at alone: still to be mended, mended and watched, no longer recurring."""

_STATES = {
    TO_MEND: (Cause.State.OPEN, Cause.State.RECURRED, Cause.State.FIXED),
    WATCHED: (Cause.State.WATCHED,),
    GONE: (Cause.State.CLOSED,),
}


@dataclass(frozen=True)
class Line:
    """A cause as listed: what lies behind it, its state, how many things it held up, whether its day to be mended is past."""

    row: Cause
    kind: str
    state: str
    plain: str
    count: int
    late: bool


@dataclass(frozen=True)
class Listed:
    """A page of the list: what it shows and of which kind, how many there are of each, and behind which record the next page begins (0: none)."""

    lines: tuple[Line, ...]
    show: str
    kind: str
    counts: dict[str, int]
    onward: int


def listed(person: Person, *, show: str, kind: str, after: int, now: datetime) -> Listed:
    """One page of the causes that somebody sees, the newest first."""
    seen = causes_visible_to(person, on=localdate(now))
    kind = kind if kind in Cause.Kind.values else ""
    seen = seen.filter(kind=kind) if kind else seen
    show = show if show in _STATES else TO_MEND
    found = seen.filter(state__in=_STATES[show])
    rows = list(counted(found.filter(pk__lt=after) if after else found).order_by("-pk")[: PAGE + 1])
    onward = rows[PAGE - 1].pk if len(rows) > PAGE else 0
    counts = {name: seen.filter(state__in=states).count() for name, states in _STATES.items()}
    return Listed(tuple(line(each, on=localdate(now)) for each in rows[:PAGE]), show, kind, counts, onward)


def one(person: Person, number: int, *, now: datetime) -> Cause | None:
    """The cause of a number, where the person sees it; None else, whether there is one or not."""
    return causes_visible_to(person, on=localdate(now)).select_related("unit").filter(pk=number).first()


def counted(rows: QuerySet[Cause]) -> QuerySet[Cause]:
    """The same with `held_up`, how many things each held up."""
    return rows.select_related("unit").annotate(held_up=Count("escalations"))


def line(row: Cause, *, on: date) -> Line:
    """A cause of `counted`, as listed on a day."""
    late = row.state in (Cause.State.OPEN, Cause.State.RECURRED) and row.mend_by is not None and row.mend_by < on
    return Line(row, kinds()[row.kind], said(state_of(row)), plainly(row), row.held_up, late)  # type: ignore[attr-defined]


def tracked(row: Cause, *, late: bool) -> tuple[tuple[str, str], ...]:
    """Its dates as they are tracked, each with its word; only those that are known."""
    mend = f"{row.mend_by}{_('（已经过了）') if late else ''}" if row.mend_by else ""
    fixed = f"{localdate(row.fixed)}" if row.fixed else ""
    again = _("%(count)s 次") % {"count": row.recurrences} if row.recurrences else ""
    rows = ((_("整改期限"), mend), (_("报告整改"), fixed), (_("观察到"), str(row.watched_until or "")), (_("整改后又发生"), again))
    return tuple((word, value) for word, value in rows if value)
