"""Hearing a turn again: what is kept and let go, which sound the engine gets, and when it is given up. The engine here only counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

import numpy as np
import pytest

from gaoxing.engines import rehearing
from gaoxing.engines.rehearing import KEPT, TAIL, WAYS, Rehearing
from gaoxing.engines.speech_listener import HEARINGS, MOST, hearings
from gaoxing.speech.model import Unusable
from gaoxing.speech.recogniser import RATE


@dataclass
class Result:
    tokens: list = field(default_factory=lambda: ["a", "b"])
    ys_probs: list = field(default_factory=lambda: [-0.1, -0.2])
    timestamps: list = field(default_factory=lambda: [0.0, 1.0])


class Stream:
    def __init__(self):
        self.samples, self.over = np.zeros(0), False

    def accept_waveform(self, rate, samples):
        assert rate == RATE
        assert not self.over
        self.samples = np.append(self.samples, samples)

    def input_finished(self):
        self.over = True


class Engine:
    """Hands out streams; decodes nothing."""

    def __init__(self):
        self.streams = []

    def create_stream(self):
        self.streams.append(Stream())
        return self.streams[-1]

    def is_ready(self, stream):
        return False

    def get_result_all(self, stream):
        assert stream.over
        return Result()


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    monkeypatch.setattr(rehearing, "BUDGET", 60.0)


@pytest.fixture
def engine():
    return Engine()


@pytest.fixture
def kept(engine):
    """Four seconds of sound in tenths, the loudness telling the second."""
    again = Rehearing(engine, Lock(), MOST)
    for tenth in range(40):
        again.feed(np.full(RATE // 10, (tenth // 10 + 1) / 10, dtype=np.float32))
    return again


def test_each_way_is_heard_once_with_its_tail(kept, engine):
    assert len(list(kept.hear(1.0, 3.0))) == len(WAYS)
    lengths = [len(each.samples) - TAIL for each in engine.streams]
    assert lengths == [pytest.approx(2 * RATE / speed, abs=2) for speed, _ in WAYS]


def test_the_sound_between_the_moments_is_heard(kept, engine):
    list(kept.hear(1.0, 2.0))
    assert [each.samples[100] for each in engine.streams] == [pytest.approx(0.2 * loudness) for _, loudness in WAYS]


def test_times_are_those_of_the_first_hearing(kept):
    assert [each.times for each in kept.hear(1.5, 3.0)] == [(1.5, pytest.approx(1.5 + speed)) for speed, _ in WAYS]


def test_what_is_let_go_is_heard_no_more(kept, engine):
    kept.let_go(2.0)
    [first, *_] = kept.hear(1.0, 3.0)
    assert first.times[0] == 2.0
    assert engine.streams[0].samples[10] == pytest.approx(0.3)


def test_where_nothing_is_kept_nothing_is_heard(kept, engine):
    kept.let_go(9.0)
    assert list(kept.hear(0.0, 9.0)) == []
    assert engine.streams == []


def test_no_more_is_kept_than_a_segment_may_need(engine):
    again = Rehearing(engine, Lock(), MOST)
    for _ in range(50):
        again.feed(np.zeros(RATE, dtype=np.float32))
    [first, *_] = again.hear(0.0, 60.0)
    assert first.times[0] == 50 - KEPT / RATE


def test_it_is_given_up_when_the_time_is_used(kept, engine, monkeypatch):
    monkeypatch.setattr(rehearing, "BUDGET", -9.0)
    assert list(kept.hear(0.0, 4.0)) == []
    assert len(engine.streams) == 1


def test_whoever_has_heard_enough_hears_no_more(kept, engine):
    next(kept.hear(0.0, 4.0))
    assert len(engine.streams) == 1
    assert len(engine.streams[0].samples) > 3 * RATE


def test_a_turn_is_heard_once_where_nothing_else_is_set():
    again = Rehearing(Engine(), Lock())
    again.feed(np.ones(RATE))
    assert list(again.hear(0, 1)) == []


def test_the_most_hearings_are_all_there_are():
    assert len(WAYS) + 1 == MOST


@pytest.mark.parametrize(("said", "number"), [("", 1), (" ", 1), ("1", 1), ("4", 4), (" 2 ", 2)])
def test_the_operator_says_how_often_a_turn_is_heard(said, number):
    assert hearings({HEARINGS: said}) == number


@pytest.mark.parametrize("said", ["0", "5", "-1", "many", "2.0"])
def test_another_number_of_hearings_is_refused_with_what_may_be_written(said):
    with pytest.raises(Unusable, match="1 到 4"):
        hearings({HEARINGS: said})
