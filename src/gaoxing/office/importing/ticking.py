"""What the tick does for imports (到时继续导入): goes on with what a closed page left behind, some steps a minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils import translation

from gaoxing.office.importing.actions import go_on
from gaoxing.office.importing.models import ImportBatch

STEPS = 20
"""Steps in one minute, over all batches: a tick ends within its minute."""


def go_on_with_all(now: datetime) -> int:
    """Go on with what is being judged or taken in, oldest first; how many steps were done."""
    done = 0
    going = ImportBatch.objects.filter(state__in=(ImportBatch.State.JUDGING, ImportBatch.State.APPLYING))
    for batch in going.select_related("by").order_by("pk"):
        with translation.override(batch.by.language):
            while done < STEPS:
                done += 1
                if not go_on(batch, now=now):
                    break
    return done


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (("导入", go_on_with_all),)
"""What the tick runs, with its official term."""
