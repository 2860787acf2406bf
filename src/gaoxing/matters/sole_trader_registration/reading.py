"""Reads a statement into facts for this matter's form (要素提取)."""

from __future__ import annotations

from gaoxing.facts.fact import Fact
from gaoxing.speech.transcript import Transcript


def read(transcript: Transcript) -> tuple[Fact, ...]:
    """The facts of a statement, in the order in which they were said."""
    return ()
