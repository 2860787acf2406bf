"""The steward's hints (申报提醒): which of the enterprises that somebody serves should apply, why, and what to bring; judged on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from gaoxing.checks.assessment.hinting import Call, Hint, hints
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.engines.fault import Fault
from gaoxing.forms.cultivation import named
from gaoxing.office.cultivation.assessing import inputs_of, ordered
from gaoxing.office.cultivation.content import content_of
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.zone.listing import name_of
from gaoxing.office.cultivation.zone.rows import scope
from gaoxing.office.people.models import Person

PAGE = 50
"""Enterprises of a page; those without a hint are passed over, so that a page may show fewer."""

_DIGITS = 19


@dataclass(frozen=True)
class Spoken:
    """A hint in words: its call, its rung, the reason, the materials, and what else is to be heeded."""

    hint: Hint
    call: str
    reason: str
    heed: str

    @property
    def urgent(self) -> bool:
        """Whether a certificate ends."""
        return self.hint.call is Call.RENEW


@dataclass(frozen=True)
class Enterprise:
    """An enterprise with its hints, the most urgent first; `closed`: its figures did not open, so nobody can say."""

    number: str
    name: str
    hints: tuple[Spoken, ...]
    closed: bool = False


@dataclass(frozen=True)
class Found:
    """A page: its enterprises with hints, how many were looked at and how many there are, and after which the next page goes on (empty on the last)."""

    enterprises: tuple[Enterprise, ...]
    looked: int
    count: int
    onward: str = ""


def page(person: Person, *, on: date, after: str = "") -> Found:
    """The hints of a page of the enterprises that a person counts; `after` is an earlier page's `onward`, anything else begins anew."""
    found = scope(person, on=on).exclude(content=b"")
    begin = int(after) if after.isascii() and after.isdecimal() and len(after) < _DIGITS else 0
    rows = list(found.filter(pk__gt=begin).select_related("client").order_by("pk")[: PAGE + 1])
    shown = rows[:PAGE]
    told = [each for each in (of_enterprise(row, on=on) for row in shown) if each.hints or each.closed]
    told.sort(key=lambda each: (each.closed, each.hints[0].hint.order[:2] if each.hints else ()))
    return Found(tuple(told), len(shown), found.count(), str(shown[-1].pk) if len(rows) > PAGE else "")


def of_enterprise(row: Assessed, *, on: date) -> Enterprise:
    """What there is to say to one enterprise."""
    place = row.number or "", name_of(row)
    try:
        content = content_of(row)
    except Fault:
        return Enterprise(*place, (), closed=True)
    inputs = inputs_of(row, content)
    found = hints(ordered(inputs, on, content.confirmed), held_until(inputs, on), on)
    return Enterprise(*place, tuple(Spoken(each, call_of(each), reason_of(each), heed_of(each)) for each in found))


def held_until(inputs: Inputs, on: date) -> dict[str, date]:
    """Rung → the last day of the certificate that runs longest; a certificate without a whole day is not counted."""
    rows = () if inputs.yes("holds_certificates") is False else inputs.rows("certificates") or ()
    days = [(str(each.get("kind")), str(each.get("until") or "")) for each in rows]
    found = sorted((kind, date.fromisoformat(day)) for kind, day in days if len(day) == len("2027-11-30"))
    return {kind: day for kind, day in found if day >= on}


def call_of(hint: Hint) -> str:
    """What the hint calls for."""
    return {Call.RENEW: _("快到期，要重新申报"), Call.APPLY: _("可以申报"), Call.NEARLY: _("只差一步"), Call.ASK: _("补上几个数就知道")}[hint.call]


def reason_of(hint: Hint) -> str:
    """Why, in a sentence."""
    ends = _("证书有效期至 %(day)s。") % {"day": hint.until} if hint.until else ""
    return ends + _standing(hint)


def heed_of(hint: Hint) -> str:
    """What else is to be heeded: of which round the conditions are."""
    if hint.past:
        return _("条件是 %(batch)s 年批次的，新的通知出来以后先核对再报。") % {"batch": hint.batch}
    return _("申报时间以当年的通知为准。")


def _standing(hint: Hint) -> str:
    if hint.verdict is Verdict.MET:
        return _("按现有的数，条件都满足。")
    if hint.verdict is Verdict.EXPERT:
        return _("能算的条件没有不满足的，其余由专家评。")
    if hint.verdict is Verdict.MISSING:
        return _("还缺：%(what)s。") % {"what": "、".join(named(each) for each in hint.wants) or _("有疑问的数要核对")}
    if hint.gap is not None:
        return _("只差一步：%(gap)s。") % {"gap": hint.gap.sentence}
    return _("现在不满足：%(what)s。") % {"what": "、".join(hint.unmet)} if hint.unmet else _("现在得分还不到线。")
