"""The life of a request, written down here a second time: every state, act and role is tried against it, and the whole ways through."""

from __future__ import annotations

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason, Refused, Why
from gaoxing.casework.table import ClockAct, Running

TABLE = tables.table("request")
STATES = ("draft", "submitted", "received", "contacted", "decomposed", "in_hand", "answered", "redoing", "accepted", "archived")
STATES += ("merged", "not_accepted", "withdrawn")
ACTS = ("submit", "receive", "not_accept", "contact", "decompose", "merge", "dispatch", "answer", "accept", "lapse", "reject", "redo")
ACTS += ("call_back", "archive", "reopen", "supervise", "answer_supervision", "supplement", "withdraw")
ROLES = ("applicant", "agent", "steward", "window_clerk", "leader", "system", "unit_handler", "task_force_lead", "examiner", "audit_administrator")

ENTERPRISE, STEWARD = {"applicant", "agent"}, {"steward", "leader"}
WAYS = {
    ("draft", "submit"): ("submitted", ENTERPRISE | {"steward", "window_clerk"}),
    ("submitted", "receive"): ("received", STEWARD | {"system"}),
    ("submitted", "not_accept"): ("not_accepted", STEWARD),
    ("received", "not_accept"): ("not_accepted", STEWARD),
    ("received", "contact"): ("contacted", STEWARD),
    ("contacted", "decompose"): ("decomposed", STEWARD),
    **{(state, "merge"): ("merged", STEWARD) for state in ("submitted", "received", "contacted")},
    ("decomposed", "dispatch"): ("in_hand", STEWARD),
    ("in_hand", "answer"): ("answered", {"system"}),
    ("merged", "answer"): ("answered", {"system"}),
    ("answered", "accept"): ("accepted", ENTERPRISE | {"steward"}),
    ("answered", "lapse"): ("accepted", {"system"}),
    ("answered", "reject"): ("redoing", ENTERPRISE | {"steward"}),
    ("redoing", "redo"): ("in_hand", {"leader"}),
    ("accepted", "call_back"): ("accepted", STEWARD),
    ("accepted", "archive"): ("archived", STEWARD | {"system"}),
    **{(state, "reopen"): ("redoing", ENTERPRISE | {"steward"}) for state in ("accepted", "archived")},
    **{(state, "supervise"): (state, {"leader", "system"}) for state in ("in_hand", "redoing")},
    **{(state, "answer_supervision"): (state, {"steward", "unit_handler"}) for state in ("in_hand", "redoing", "answered", "accepted")},
    **{(state, "supplement"): (state, ENTERPRISE | {"steward", "window_clerk"}) for state in ("submitted", "received", "contacted", "decomposed")},
    **{(state, "supplement"): (state, ENTERPRISE | {"steward", "window_clerk"}) for state in ("in_hand", "redoing", "merged")},
    **{(state, "withdraw"): ("withdrawn", ENTERPRISE) for state in ("submitted", "received", "contacted", "decomposed", "in_hand", "redoing", "merged")},
}
GOOD = {
    **dict.fromkeys(("no_problem", "channel_missing", "call_missing", "parts_none", "main_unfit", "silence_running"), False),
    **dict.fromkeys(("supplement_missing", "supervision_running", "supervision_none", "answer_missing"), False),
    **dict.fromkeys(("same_reviewer", "call_back_due", "reopen_late"), False),
    **dict.fromkeys(("parts_without_lead", "merged_here", "parts_open"), 0),
}
REASONS = {"not_accept": "legal_dispute", "reject": "unsolved", "reopen": "came_back", "supervise": "overdue"}
STANDS_IN_THE_WAY = [
    ("draft", "submit", "applicant", "no_problem", True, "没有说到难处"),
    ("submitted", "not_accept", "steward", "channel_missing", True, "应该走的渠道"),
    ("received", "contact", "steward", "call_missing", True, "联系了谁"),
    ("contacted", "decompose", "steward", "parts_none", True, "至少分出一件"),
    ("submitted", "merge", "steward", "main_unfit", True, "请另选主单"),
    ("submitted", "merge", "leader", "merged_here", 1, "不能再并入别的"),
    ("received", "not_accept", "steward", "merged_here", 1, "还在等它的答复"),
    ("decomposed", "dispatch", "steward", "parts_without_lead", 2, "没有主办单位"),
    ("in_hand", "answer", "system", "parts_open", 1, "没办结的事"),
    ("answered", "accept", "steward", "call_missing", True, "联系了谁"),
    ("answered", "lapse", "system", "silence_running", True, "没有等满"),
    ("answered", "reject", "steward", "call_missing", True, "联系了谁"),
    ("redoing", "redo", "leader", "same_reviewer", True, "另一个人复核"),
    ("redoing", "redo", "leader", "parts_without_lead", 1, "没有主办单位"),
    ("accepted", "call_back", "steward", "call_missing", True, "联系了谁"),
    ("accepted", "call_back", "leader", "same_reviewer", True, "另一个人复核"),
    ("accepted", "archive", "steward", "call_back_due", True, "请先回访"),
    ("archived", "reopen", "applicant", "reopen_late", True, "三十天"),
    ("in_hand", "supervise", "leader", "supervision_running", True, "等答复"),
    ("answered", "answer_supervision", "unit_handler", "supervision_none", True, "没有督办"),
    ("in_hand", "answer_supervision", "steward", "answer_missing", True, "请写明怎么答复"),
    ("in_hand", "supplement", "applicant", "supplement_missing", True, "请写明补充什么"),
    ("in_hand", "withdraw", "applicant", "merged_here", 1, "不能再并入"),
]


def fired(state, act, role, facts=GOOD):
    reasons = [Reason(REASONS[act], "写明白了")] if act in REASONS else []
    return acting.fire(TABLE, state, act, facts, role, reasons=reasons)


def walked(*steps):
    """The states that a request passes through."""
    passed = ["draft"]
    for act, role in steps:
        outcome = fired(passed[-1], act, role)
        assert isinstance(outcome, Outcome), f"{passed[-1]} {act}: {outcome}"
        passed.append(outcome.target)
    return passed


TO_THE_UNITS = (("submit", "applicant"), ("receive", "steward"), ("contact", "steward"), ("decompose", "steward"), ("dispatch", "steward"))


@pytest.mark.parametrize("role", ROLES)
def test_exactly_these_roles_may_do_exactly_these_acts(role: str):
    for state in STATES:
        for act in ACTS:
            target, roles = WAYS.get((state, act), (None, set()))
            result = fired(state, act, role)
            if role in roles:
                assert isinstance(result, Outcome), f"{state} {act}: {result}"
                assert result.target == target, f"{state} {act}"
            else:
                assert isinstance(result, Refused), f"{state} {act}: {result}"
                assert result.why is (Why.ROLE if target else Why.STATE), f"{state} {act}"


def test_the_table_knows_these_states_and_acts_and_no_others():
    assert tuple(TABLE.states) == STATES
    assert set(TABLE.acts) == set(ACTS)
    assert {(row.source, row.act) for row in TABLE.transitions} == set(WAYS)


@pytest.mark.parametrize("state", STATES)
def test_what_is_offered_is_what_can_be_done(state: str):
    for role in ROLES:
        offered = {choice.act.id for choice in acting.allowed(TABLE, state, GOOD, role)}
        assert offered == {act for act in ACTS if isinstance(fired(state, act, role), Outcome)}


@pytest.mark.parametrize(("state", "act", "role", "fact", "value", "said"), STANDS_IN_THE_WAY)
def test_a_condition_that_does_not_hold_stops_the_act_with_its_sentence(state: str, act: str, role: str, fact: str, value: object, said: str):
    refused = fired(state, act, role, {**GOOD, fact: value})
    assert isinstance(refused, Refused)
    assert refused.why is Why.GUARD
    assert said in refused.sentence
    assert refused.english[0].isupper()


def test_every_condition_of_the_table_is_tried():
    assert {TABLE.guards[each].fact for row in TABLE.transitions for each in row.guards} == {row[3] for row in STANDS_IN_THE_WAY} == set(GOOD)


@pytest.mark.parametrize("act", REASONS)
def test_what_goes_against_somebody_needs_a_typed_reason_with_words(act: str):
    state = next(state for state, each in WAYS if each == act)
    role = min(WAYS[state, act][1])
    for reasons in ([], [Reason("because", "就是")], [Reason(REASONS[act], " ")]):
        refused = acting.fire(TABLE, state, act, GOOD, role, reasons=reasons)
        assert isinstance(refused, Refused)
        assert refused.why is Why.REASON


def test_a_request_goes_straight_to_its_archive():
    steps = (*TO_THE_UNITS, ("answer", "system"), ("accept", "applicant"), ("archive", "system"))
    assert walked(*steps)[-4:] == ["in_hand", "answered", "accepted", "archived"]


def test_a_dissatisfied_enterprise_has_it_redone_and_may_open_it_again():
    again = (("answer", "system"), ("reject", "applicant"), ("redo", "leader"), ("answer", "system"), ("accept", "agent"), ("archive", "steward"))
    further = (("reopen", "applicant"), ("redo", "leader"), ("answer", "system"), ("lapse", "system"))
    assert walked(*TO_THE_UNITS, *again, *further)[-5:] == ["archived", "redoing", "in_hand", "answered", "accepted"]


def test_a_merged_request_keeps_its_own_answer_and_acceptance():
    assert walked(("submit", "window_clerk"), ("merge", "steward"), ("answer", "system"), ("reject", "applicant"))[-2:] == ["answered", "redoing"]


def test_nothing_is_closed_but_by_the_enterprise_a_recorded_call_or_silence():
    assert {row.act for row in TABLE.transitions if row.target == "accepted" != row.source} == {"accept", "lapse"}
    [unrated] = [row for row in TABLE.transitions if row.act == "lapse"]
    assert "mark_unrated" in unrated.effects
    assert "keep_rating" not in unrated.effects


def test_its_own_clock_stands_while_its_parts_run():
    clocks = {state.id: state.clock for state in TABLE.states.values()}
    assert {name for name, clock in clocks.items() if clock is Running.RUNNING} == {"submitted", "received", "contacted", "decomposed", "answered"}
    assert clocks["in_hand"] is Running.STOPPED
    assert {row.act for row in TABLE.transitions if row.clock is ClockAct.START} == {"submit", "answer"}


def test_every_figure_is_marked_as_not_confirmed():
    assert all("[K]" in limit.basis for limit in TABLE.limits.values())


def test_a_draft_request_of_the_desk_runs_by_no_table_of_cases():
    assert "enterprise_request" not in {matter for each in tables.shipped().values() for matter in each.matters}
