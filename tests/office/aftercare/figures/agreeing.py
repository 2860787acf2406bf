"""Holds the figures of the house against those that were counted again."""

from gaoxing.office.aftercare.figures.definitions import FIGURES
from gaoxing.office.aftercare.figures.page import moment
from gaoxing.office.aftercare.figures.rows import fetched
from gaoxing.office.aftercare.models import Request
from tests.office.aftercare.figures.counting_again import counted_again


def differences(now):
    """Of every figure in which the two counts differ, both; nothing where they agree."""
    requests = Request.objects.exclude(state="draft")
    ours, theirs = fetched(requests), counted_again(requests, now)
    found = []
    for figure in FIGURES:
        counted = figure.count(ours, moment(now))
        own = counted.days if figure.days else (set(counted.members), set(counted.of))
        if own != theirs[figure.id]:
            found.append(f"{figure.id}: {own} {theirs[figure.id]}")
    return found
