"""A turn as long as is read, of the same few words over and over, keeps no one waiting: the time grows with the length, not with its square."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from gaoxing.catalogue import matters
from gaoxing.intake import receive
from gaoxing.speech.transcript import LONGEST_TURN, Transcript

FILLABLE = [each.id for each in matters() if each.fillable]
BAR = 3.0
"""Seconds of processor time; the worst took half a second when this was written, and more than four before."""


@pytest.mark.parametrize("words", ["要", "我们", "一百万", "项目", "，"])
@pytest.mark.parametrize("matter", FILLABLE)
def test_the_longest_turn_is_read_in_time(matter: str, words: str) -> None:
    start = process_time()
    receive(Transcript.of((words * LONGEST_TURN)[:LONGEST_TURN]), on=date(2026, 11, 24), matter_id=matter)
    assert process_time() - start < BAR
