"""Table and clock together: whatever way a case takes, the clock can follow, and stands as the state says."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason
from gaoxing.casework.clock import Event, Reading, read
from gaoxing.casework.explanation import explain
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import Facts, Running, Table

CALENDAR = Calendar()
MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
FINE = {
    **dict.fromkeys(("open_questions", "rejections", "unsigned", "uncorrected", "open_findings", "needs_a_human"), 0),
    **dict.fromkeys(("rules_changed", "announcement_running", "own_case", "stands_registered", "name_taken"), False),
}
STEPS = 14


class Walk:
    """A case that somebody leads through its table at random, with the facts that follow from its own history."""

    def __init__(self, table: Table, seed: int) -> None:
        self.table, self.random = table, Random(seed)
        self.state, self.now = table.initial, MORNING
        self.acts: list[str] = []
        self.events: list[Event] = []

    def reading(self) -> Reading | None:
        return read(self.events, self.now, CALENDAR)

    def facts(self) -> Facts:
        reading = self.reading()
        own = self.acts[self.acts.index("reopen") :] if "reopen" in self.acts else self.acts
        clock = reading.facts if reading else {"overdue": False, "on_the_spot": False}
        return {**FINE, **clock, "corrections_asked": own.count("ask_correction"), "extensions": own.count("extend")}

    def step(self) -> bool:
        """One act that is open to somebody; False where none is."""
        facts = self.facts()
        open_to = [(choice, role) for role in self.table.roles for choice in acting.allowed(self.table, self.state, facts, role)]
        if not open_to:
            return False
        choice, role = self.random.choice(open_to)
        row = choice.transition
        reasons = [Reason(self.table.reasons[row.reason].choices[0].id, "写明")] if row.reason else []
        limit = self.random.choice(row.limits) if row.limits else ""
        outcome = acting.fire(self.table, self.state, row.act, facts, role, reasons=reasons, limit=limit)
        assert isinstance(outcome, Outcome)
        self.events += [event] if (event := outcome.event(self.now)) else []
        self.state = outcome.target
        self.acts.append(row.act)
        return True


@pytest.mark.parametrize("name", ["registration", "change", "deregistration"])
@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in (0, 50, 100)], ids=lambda seeds: f"from {seeds.start}")
def test_the_clock_follows_every_way_through_the_table(name: str, seeds: range):
    for seed in seeds:
        walk = Walk(tables.table(name), seed)
        for _ in range(STEPS):
            assert walk.step(), f"{walk.state}: nobody can do anything"
            reading = walk.reading()
            assert reading is not None
            assert reading.running is walk.table.states[walk.state].clock
            assert explain(reading, CALENDAR, walk.table.pauses).chinese
            walk.now += timedelta(hours=walk.random.choice((0, 1, 7, 24, 50)))


def test_the_walks_come_to_every_state():
    table = tables.table("registration")
    seen = set()
    for seed in range(150):
        walk = Walk(table, seed)
        seen |= {walk.state for _ in range(STEPS) if walk.step()}
    assert seen == set(table.states) - {"draft"}


@pytest.mark.parametrize("name", ["registration", "change", "deregistration"])
def test_correction_is_asked_for_once_on_every_way(name: str):
    for seed in range(100):
        walk = Walk(tables.table(name), seed)
        while len(walk.acts) < STEPS and "reopen" not in walk.acts:
            walk.step()
        assert walk.acts.count("ask_correction") <= 1
        assert walk.acts.count("extend") <= 1


def test_a_case_that_waits_for_the_applicant_is_never_late_by_waiting():
    walk = Walk(tables.table("change"), 1)
    start = acting.fire(walk.table, "draft", "submit", walk.facts(), "applicant")
    ask = acting.fire(walk.table, "submitted", "ask_correction", walk.facts(), "examiner", reasons=[Reason("unsigned", "没有签名")])
    assert isinstance(start, Outcome)
    assert isinstance(ask, Outcome)
    walk.events = [start.event(MORNING), ask.event(MORNING + timedelta(hours=1))]
    walk.now = MORNING + timedelta(days=300)
    assert (walk.reading().running, walk.reading().late, walk.reading().left) == (Running.PAUSED, False, 3)
