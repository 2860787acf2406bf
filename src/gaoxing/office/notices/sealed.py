"""What notices seal (加密内容): addresses and words."""

from __future__ import annotations

from gaoxing.office.notices.queries import place
from gaoxing.office.sealed import Sealed, SealedColumn

SEALED: tuple[Sealed, ...] = (
    SealedColumn("notices.Notice", "address", lambda row: place(row.token, "address")),
    SealedColumn("notices.Notice", "content", lambda row: place(row.token, "content")),
)
