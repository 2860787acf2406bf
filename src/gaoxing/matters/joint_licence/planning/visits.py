"""One visit for all who must look at the place (联合踏勘): as few appointments as the licences' own times allow.

>>> from gaoxing.matters.joint_licence.permits.loading import shipped
>>> from gaoxing.matters.joint_licence.planning.choices import Choices
>>> from gaoxing.matters.joint_licence.planning.schedule import schedule
>>> shop = ("business_licence", "seal_filing", "food_operation", "fire_check", "drainage")
>>> [(each.licences, each.first, each.last) for each in visits(schedule(shop, shipped(), Choices()), Choices())]
[(('food_operation', 'fire_check', 'drainage'), 1, 10)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.schedule import Span


@dataclass(frozen=True)
class Visit:
    """An appointment at the place: for which licences, between which working days it must lie."""

    licences: tuple[str, ...]
    first: int
    last: int


def visits(spans: Sequence[Span], choices: Choices) -> tuple[Visit, ...]:
    """The appointments, in time; what goes by commitment is looked at afterwards. The one that ends first gathers all that have begun by then."""
    waiting = sorted((each for each in spans if _is_seen(each, choices)), key=lambda each: (_window(each)[1], _window(each)[0]))
    found = []
    while waiting:
        last = _window(waiting[0])[1]
        gathered = [each for each in waiting if _window(each)[0] <= last]
        waiting = [each for each in waiting if each not in gathered]
        named = tuple(each.licence.id for each in spans if each in gathered)
        found.append(Visit(named, max(_window(each)[0] for each in gathered), last))
    return tuple(found)


def _is_seen(span: Span, choices: Choices) -> bool:
    return span.licence.visit and not choices.by_commitment(span.licence) and span.end > span.begin


def _window(span: Span) -> tuple[int, int]:
    """From the working day after the last examination began to the day on which it ends."""
    counting = [each for each in span.phases if each.counts]
    return (counting[-1].begin + 1, counting[-1].end) if counting else (span.begin + 1, span.end)
