"""Going on with an import while its page is open (接着核对、导入): as many steps as fit into a moment; the rest at the page's next question, or by the tick."""

from __future__ import annotations

from time import monotonic

from django.utils import timezone

from gaoxing.office.importing.actions import go_on
from gaoxing.office.importing.models import ImportBatch

MOMENT = 0.8
"""Seconds that a page may take for it."""


def go_on_for_a_moment(batch: ImportBatch) -> None:
    """Do steps until nothing is left or the moment is over."""
    until = monotonic() + MOMENT
    while go_on(batch, now=timezone.now()) and monotonic() < until:
        pass
