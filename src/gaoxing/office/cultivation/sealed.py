"""What is sealed of cultivation (加密内容): an enterprise's own figures.

In clear stay, because they are counted, sorted or summed: of AssessedRung the verdict, the counts, the score and the sentences of a gap without what the
enterprise has (`keeping._column`); of GrowthYear the revenue `planned` and `actual`, of which the zone's sums are made; the rows of Qualification.
"""

from __future__ import annotations

from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.vault import place
from gaoxing.office.sealed import Sealed, SealedColumn


def content_place(row: Assessed) -> str:
    """For what a set of figures is sealed."""
    return place(row.pk, "content")


SEALED: tuple[Sealed, ...] = (SealedColumn("cultivation.Assessed", "content", content_place),)
"""What `gaoxing keys rotate` brings under a new key."""
