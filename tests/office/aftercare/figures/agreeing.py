"""Holds the figures of the house against those that were counted again."""

from gaoxing.office.aftercare.figures.definitions import BY_ID, FIGURES, of_unit, units_of
from gaoxing.office.aftercare.figures.page import moment, narrowed
from gaoxing.office.aftercare.figures.rows import fetched
from gaoxing.office.aftercare.models import Part, Request
from tests.office.aftercare.figures.counting_again import counted_again, returned_again


def differences(now):
    """Of every figure in which the two counts differ, both; nothing where they agree."""
    requests = Request.objects.exclude(state="draft")
    return _differing(fetched(requests), counted_again(requests, now), now)


def differences_by_category(now):
    """The same of the figures of every category and of every lead unit."""
    requests, found = Request.objects.exclude(state="draft"), []
    rows = fetched(requests)
    for column, name in (("category", "category"), ("lead", "unit")):
        for value in dict.fromkeys(Part.objects.values_list(column, flat=True)):
            own = requests.filter(**{f"parts__{column}": value}).distinct()
            found += _differing(narrowed(rows, **{name: str(value or 0)}), counted_again(own, now, **{column: value}), now)
    return [*found, *_differing_returns(rows, requests, now)]


def _differing_returns(rows, requests, now):
    """Of every unit whose returns the two count otherwise, both."""
    found = []
    for unit in units_of(rows):
        counted = of_unit(BY_ID["returned"], rows, unit, moment(now))
        if (own := (set(counted.members), set(counted.of))) != (theirs := returned_again(requests, unit)):
            found.append(f"returned of {unit}: {own} {theirs}")
    return found


def _differing(ours, theirs, now):
    found = []
    for figure in FIGURES:
        counted = figure.count(ours, moment(now))
        own = counted.days if figure.days else (set(counted.members), set(counted.of))
        if own != theirs[figure.id]:
            found.append(f"{figure.id}: {own} {theirs[figure.id]}")
    return found
