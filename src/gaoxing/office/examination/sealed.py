"""What the examinations seal (自动审查的加密内容): the reviewer's words."""

from __future__ import annotations

from gaoxing.office.cases.vault import place
from gaoxing.office.examination.models import Examination
from gaoxing.office.examination.vault import column
from gaoxing.office.sealed import Sealed, SealedColumn


def _of(found: Examination) -> str:
    return place(found.case_id, column(found))


SEALED: tuple[Sealed, ...] = (SealedColumn("examination.Examination", "words", _of),)
"""What `gaoxing keys rotate` brings under a new key."""
