"""The order in which licences are decided (先后): each after those it waits for, the law's days in working days, hearings and visits not counted.

>>> from gaoxing.matters.joint_licence.permits.loading import shipped
>>> finishes(("business_licence", "seal_filing", "food_operation", "signboard"), shipped())
{'business_licence': 0, 'seal_filing': 0, 'food_operation': 10, 'signboard': 5}
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.matters.joint_licence.permits.entries import Catalogue


def finishes(licences: Sequence[str], known: Catalogue) -> dict[str, int]:
    """The working day on which each of these licences is decided at the latest, 0 being the day of applying. The catalogue must hold no circle."""
    found: dict[str, int] = {}
    for each in licences:
        _finish(each, licences, known, found)
    return {each: found[each] for each in licences}


def in_order(licences: Sequence[str], known: Catalogue) -> tuple[str, ...]:
    """The licences in the order in which they are decided, of equal days as the trade lists them."""
    days = finishes(licences, known)
    return tuple(sorted(licences, key=lambda each: (days[each], licences.index(each))))


def waits_for(licence: str, licences: Sequence[str], known: Catalogue) -> tuple[str, ...]:
    """Which of these licences it waits for; registration waits for what is decided before it."""
    row = known.licences[licence]
    first = [each for each in licences if known.licences[each].before] if row.stage == "registration" else []
    return tuple(dict.fromkeys((*(each for each in row.waits_for if each in licences), *first)))


def _finish(licence: str, licences: Sequence[str], known: Catalogue, found: dict[str, int]) -> int:
    if licence not in found:
        begins = max((_finish(each, licences, known, found) for each in waits_for(licence, licences, known)), default=0)
        found[licence] = begins + known.licences[licence].statutory
    return found[licence]
