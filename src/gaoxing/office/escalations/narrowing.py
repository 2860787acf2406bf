"""What of the stuck matters is looked at alone (只看哪些): the year, a cause, an outcome, a typed reason, as the figures of the report ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, Q, QuerySet
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from gaoxing.casework.table import Term
from gaoxing.casework.tables import table
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.wording import kinds, outcomes
from gaoxing.office.language import said

REASONED: Mapping[str, str] = {"refer": "refusal", "decline": "impossible", "extend": "extension", "reject": "dissatisfied"}
"""Act that bears a typed reason → the kind of reason in the table."""

_YEARS = range(2000, 2200)
_CONTACTED_LATE = Q(contacted__gt=F("contact_due"))
_ENDED_LATE = Q(contacted=None, state__in=("referred", "withdrawn"), changed__gt=F("contact_due"))
_CAME_TO_A_RESULT = Q(concluded__isnull=False)


@dataclass(frozen=True)
class Narrowed:
    """What is asked for; empty or 0 asks for nothing. `reason` is an act and the id of its reason (`refer:petition`), `fact` a name of `FACTS`."""

    year: int = 0
    cause: int = 0
    kind: str = ""
    outcome: str = ""
    reason: str = ""
    fact: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, as it stands in an address."""
        return {name: str(value) for name, value in vars(self).items() if value}

    def of(self, rows: QuerySet[Escalation], *, now: datetime) -> QuerySet[Escalation]:
        """Those of the rows for which all of it holds."""
        held = {"cause": self.cause, "cause__kind": self.kind, "outcome": self.outcome}
        found = rows.filter(**{name: value for name, value in held.items() if value})
        if self.year:
            found = found.filter(made__gte=begins(self.year), made__lt=begins(self.year + 1))
        if self.reason:
            act, _colon, chosen = self.reason.partition(":")
            found = found.filter(pk__in=found.filter(events__act=act, events__reason=chosen).values("pk"))
        return found.filter(FACTS[self.fact](now)) if self.fact else found


FACTS: Mapping[str, Callable[[datetime], Q]] = {
    "in_hand": lambda now: ~Q(state__in=("confirmed", "referred", "withdrawn", "concluded")),
    "waiting": lambda now: Q(state="concluded"),
    "confirmed": lambda now: Q(state="confirmed"),
    "referred": lambda now: Q(state="referred"),
    "withdrawn": lambda now: Q(state="withdrawn"),
    "contacted": lambda now: Q(contacted__lte=F("contact_due")),
    "contacted_late": lambda now: _CONTACTED_LATE | _ENDED_LATE | Q(contacted=None, contact_due__lt=now, state="taken"),
    "result": lambda now: _CAME_TO_A_RESULT,
    "result_in_time": lambda now: _CAME_TO_A_RESULT & Q(late=False),
    "result_late": lambda now: _CAME_TO_A_RESULT & Q(late=True),
    "not_done": lambda now: Q(rejections__gt=0),
}
"""What may be asked for besides, each as a condition of the database at a moment."""


def begins(year: int) -> datetime:
    """The first moment of a year, on the zone's clock."""
    return datetime.combine(date(year, 1, 1), time(), get_default_timezone())


def read(given: Mapping[str, str]) -> Narrowed:
    """What an address asks for; what is none of it asks for nothing."""
    act, _colon, chosen = given.get("reason", "").partition(":")
    reason = given.get("reason", "") if any(each.id == chosen for each in _choices(act)) else ""
    kind, outcome, fact = given.get("kind", ""), given.get("outcome", ""), given.get("fact", "")
    year = _number(given.get("year", ""))
    return Narrowed(
        year if year in _YEARS else 0,
        _number(given.get("cause", "")),
        kind if kind in Cause.Kind.values else "",
        outcome if outcome in Escalation.Outcome.values else "",
        reason,
        fact if fact in FACTS else "",
    )


def told(wanted: Narrowed) -> tuple[str, ...]:
    """What is asked for, in words."""
    cause = Cause.objects.filter(pk=wanted.cause).first() if wanted.cause else None
    act, _colon, chosen = wanted.reason.partition(":")
    words = (
        _("%(year)s 年提的") % {"year": wanted.year} if wanted.year else "",
        kinds().get(wanted.kind, ""),
        cause.name if cause else "",
        outcomes().get(wanted.outcome, ""),
        next((said(each) for each in _choices(act) if each.id == chosen), ""),
        facts().get(wanted.fact, ""),
    )
    return tuple(each for each in words if each)


def facts() -> dict[str, str]:
    """The words of `FACTS`, in the language of the page."""
    return {
        "in_hand": _("还在办"),
        "waiting": _("有结果，等确认"),
        "confirmed": _("确认过"),
        "referred": _("告知应走的渠道"),
        "withdrawn": _("本人撤回"),
        "contacted": _("一小时内联系到"),
        "contacted_late": _("没有按时联系"),
        "result": _("有结果"),
        "result_in_time": _("按时有结果"),
        "result_late": _("超期才有结果"),
        "not_done": _("本人说没有办成"),
    }


def choices_of(act: str) -> tuple[tuple[str, str], ...]:
    """The reasons of an act: id and words."""
    return tuple((each.id, said(each)) for each in _choices(act))


def _choices(act: str) -> tuple[Term, ...]:
    return tuple(table("escalation").reasons[REASONED[act]].choices) if act in REASONED else ()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
