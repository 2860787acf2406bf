"""The life of a filed project, written down a second time: every state, act and role is tried."""

from __future__ import annotations

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason, Refused, Why

TABLE = tables.table("project")
ROLES = ("applicant", "agent", "window_clerk", "examiner", "steward", "leader", "system", "unit_handler")
PERSON, TELLERS = {"applicant", "agent"}, {"applicant", "agent", "window_clerk", "steward"}
WAYS = {
    ("draft", "file"): ("filed", TELLERS),
    ("filed", "change"): ("filed", TELLERS),
    ("started", "change"): ("started", TELLERS),
    ("filed", "report_start"): ("started", TELLERS),
    ("started", "report_progress"): ("started", TELLERS),
    ("started", "report_completion"): ("completed", TELLERS),
    ("filed", "report_procedure"): ("filed", TELLERS),
    ("filed", "explain"): ("filed", TELLERS),
    ("filed", "withdraw"): ("withdrawn", PERSON),
    ("started", "withdraw"): ("withdrawn", PERSON),
    **{(state, "give_code"): (state, {"window_clerk", "examiner", "leader"}) for state in ("filed", "started", "completed")},
    **{(state, "look"): (state, {"examiner", "leader"}) for state in ("filed", "started")},
    ("filed", "remind"): ("filed", {"system", "window_clerk", "examiner", "steward", "leader"}),
    **{(state, "refer"): ("removed", {"examiner", "leader"}) for state in ("filed", "started")},
    ("filed", "remove"): ("removed", {"leader"}),
    ("removed", "restore"): ("filed", {"leader"}),
}
GOOD = {guard.fact: guard.must for guard in TABLE.guards.values()}


def fired(state: str, act: str, role: str, **facts):
    reasons = (Reason("prohibited", "目录里有"),) if act == "refer" else ()
    return acting.fire(TABLE, state, act, {**GOOD, **facts}, role, reasons=reasons)


@pytest.mark.parametrize("state", list(TABLE.states))
@pytest.mark.parametrize("act", list(TABLE.acts))
def test_every_act_leads_where_it_should_for_whom_it_should(state: str, act: str):
    target, allowed = WAYS.get((state, act), ("", set()))
    for role in ROLES:
        answer = fired(state, act, role)
        assert (isinstance(answer, Outcome) and answer.target == target) == (role in allowed)


@pytest.mark.parametrize(
    ("state", "act", "fact"),
    [
        ("draft", "file", "incomplete"),
        ("draft", "file", "filed_twice"),
        ("filed", "change", "unchanged"),
        ("filed", "change", "another_project"),
        ("filed", "report_start", "start_unfit"),
        ("started", "report_progress", "month_unfit"),
        ("started", "report_progress", "sum_unfit"),
        ("started", "report_progress", "sum_implausible"),
        ("started", "report_completion", "completion_unfit"),
        ("filed", "report_procedure", "procedure_unfit"),
        ("filed", "explain", "explanation_missing"),
    ],
)
def test_a_guard_that_does_not_hold_refuses_with_its_sentence(state: str, act: str, fact: str):
    answer = fired(state, act, "applicant", **{fact: True})
    assert isinstance(answer, Refused)
    assert answer.why is Why.GUARD
    assert answer.sentence.endswith("。")


@pytest.mark.parametrize("fact", ["within_two_years", "never_reminded", "answered"])
def test_a_filing_is_not_removed_before_its_time(fact: str):
    assert isinstance(fired("filed", "remove", "leader", **{fact: True}), Refused)


def test_a_completed_project_is_not_changed_and_says_so():
    assert "竣工" in fired("completed", "change", "applicant").sentence


def test_removing_what_should_not_have_been_filed_wants_a_reason():
    assert acting.fire(TABLE, "filed", "refer", GOOD, "leader").why is Why.REASON


def test_no_clock_runs_on_a_project():
    assert {row.clock for row in TABLE.transitions} == {None}
