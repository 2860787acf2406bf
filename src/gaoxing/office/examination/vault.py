"""What a reviewer wrote (复核意见), sealed for its own examination."""

from __future__ import annotations

from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.examination.models import Examination


def seal_words(found: Examination, words: str) -> bytes:
    """The words as they are stored; nothing stays nothing."""
    return seal(words.encode(), case=found.case_id, column=column(found)) if words else b""


def words_of(found: Examination) -> str:
    """The words; empty where none were written. Raises a Fault where they do not open."""
    return unseal(found.words, case=found.case_id, column=column(found)).decode() if found.words else ""


def column(found: Examination) -> str:
    """The column for which the words are sealed."""
    return f"examination {found.pk}"
