"""What importing seals (加密内容): the head of a batch and the content of its rows."""

from __future__ import annotations

from gaoxing.office.importing.vault import place
from gaoxing.office.sealed import Sealed, SealedColumn

SEALED: tuple[Sealed, ...] = (
    SealedColumn("importing.ImportBatch", "about", lambda row: place(row.pk)),
    SealedColumn("importing.ImportLine", "content", lambda row: place(row.batch_id, row.number)),
)
"""What `gaoxing keys rotate` brings under a new key."""
