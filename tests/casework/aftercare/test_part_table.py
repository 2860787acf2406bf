"""The life of one part of a request, written down here a second time: every state, act and role, and the ways through."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason, Refused, Why
from gaoxing.casework.clock import Event, Light, read
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct, Running

TABLE = tables.table("request_part")
STATES = ("planned", "dispatched", "objected", "in_hand", "waiting", "extension_asked", "done", "impossible", "ended")
ACTS = ("dispatch", "sign", "object", "redispatch", "designate", "ask_enterprise", "supply", "give_up", "ask_extension", "grant_extension")
ACTS += ("refuse_extension", "advise", "convene", "minute", "reply", "finish", "decline", "redo", "end")
ROLES = ("applicant", "agent", "steward", "unit_handler", "co_handler", "task_force_lead", "leader", "system", "window_clerk", "security_administrator")
LEAD, FORCE = {"unit_handler"}, {"unit_handler", "task_force_lead"}
WAYS = {
    ("planned", "dispatch"): ("dispatched", {"system"}),
    ("dispatched", "sign"): ("in_hand", LEAD),
    ("dispatched", "object"): ("objected", LEAD),
    ("objected", "redispatch"): ("dispatched", {"leader"}),
    ("objected", "designate"): ("dispatched", {"leader"}),
    ("in_hand", "ask_enterprise"): ("waiting", LEAD),
    ("waiting", "supply"): ("in_hand", {"applicant", "agent", "steward", "unit_handler"}),
    ("waiting", "give_up"): ("ended", {"system"}),
    ("in_hand", "ask_extension"): ("extension_asked", LEAD),
    ("extension_asked", "grant_extension"): ("in_hand", {"leader"}),
    ("extension_asked", "refuse_extension"): ("in_hand", {"leader"}),
    ("in_hand", "advise"): ("in_hand", {"co_handler"}),
    ("in_hand", "convene"): ("in_hand", {"steward", "leader"}),
    ("in_hand", "minute"): ("in_hand", {"task_force_lead"}),
    ("in_hand", "reply"): ("in_hand", FORCE),
    ("in_hand", "finish"): ("done", FORCE),
    ("in_hand", "decline"): ("impossible", FORCE),
    **{(state, "redo"): ("dispatched", {"system"}) for state in ("done", "impossible", "ended")},
    **{(state, "end"): ("ended", {"system"}) for state in ("planned", "dispatched", "objected", "in_hand", "waiting", "extension_asked")},
}
GOOD = {
    **dict.fromkeys(("lead_missing", "objection_late", "designated", "wait_running", "extension_late", "explanation_missing", "overdue"), False),
    **dict.fromkeys(("next_reply_missing", "reply_missing", "force_missing"), False),
    **dict.fromkeys(("returns", "extensions", "advice_open", "tasks_unanswered"), 0),
}
REASONS = {"object": "not_our_duty", "ask_enterprise": "papers", "ask_extension": "complex", "refuse_extension": "unreasoned", "decline": "law_forbids"}
STANDS_IN_THE_WAY = [
    ("planned", "dispatch", "system", "lead_missing", True, "没有主办单位"),
    ("dispatched", "object", "unit_handler", "objection_late", True, "不能再退回"),
    ("dispatched", "object", "unit_handler", "returns", 1, "已经退回过一次"),
    ("dispatched", "object", "unit_handler", "designated", True, "领导已经指定"),
    ("objected", "redispatch", "leader", "lead_missing", True, "请选一个"),
    ("waiting", "supply", "applicant", "explanation_missing", True, "请写明"),
    ("waiting", "give_up", "system", "wait_running", True, "没有满期限"),
    ("in_hand", "ask_extension", "unit_handler", "extension_late", True, "不到一个工作日"),
    ("in_hand", "ask_extension", "unit_handler", "extensions", 1, "不能再延"),
    ("in_hand", "ask_extension", "unit_handler", "explanation_missing", True, "给企业的解释"),
    ("extension_asked", "grant_extension", "leader", "overdue", True, "已经到期"),
    ("in_hand", "convene", "steward", "force_missing", True, "没有选负责人"),
    ("in_hand", "reply", "unit_handler", "next_reply_missing", True, "下次答复的日子"),
    ("in_hand", "finish", "unit_handler", "reply_missing", True, "结果类别"),
    ("in_hand", "finish", "task_force_lead", "advice_open", 2, "协办单位没有答复"),
    ("in_hand", "finish", "unit_handler", "tasks_unanswered", 1, "任务没有做完"),
    ("in_hand", "decline", "unit_handler", "explanation_missing", True, "给企业的解释"),
]
MORNING = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def fired(state, act, role, facts=GOOD):
    reasons = [Reason(REASONS[act], "写明白了")] if act in REASONS else []
    return acting.fire(TABLE, state, act, facts, role, reasons=reasons)


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
    for reasons in ([], [Reason("because", "就是")], [Reason(REASONS[act], " ")]):
        refused = acting.fire(TABLE, state, act, GOOD, min(WAYS[state, act][1]), reasons=reasons)
        assert isinstance(refused, Refused)
        assert refused.why is Why.REASON


def test_the_clock_stands_still_only_while_the_enterprise_is_waited_for():
    assert [state.id for state in TABLE.states.values() if state.clock is Running.PAUSED] == ["waiting"]
    assert {state.id for state in TABLE.states.values() if state.final} == {"done", "impossible", "ended"}


def test_an_objection_or_an_asked_extension_stops_no_clock():
    assert all(row.clock is None for row in TABLE.transitions if row.act in {"object", "redispatch", "designate", "ask_extension", "refuse_extension"})
    assert {row.act for row in TABLE.transitions if row.clock is ClockAct.EXTEND} == {"grant_extension"}


def test_a_reply_by_stage_moves_no_limit_so_that_a_late_part_stays_late():
    [row] = [row for row in TABLE.transitions if row.act == "reply"]
    assert (row.clock, "keep_next_reply" in row.effects) == (None, True)


def test_a_part_that_waits_for_the_enterprise_is_never_late_by_waiting():
    asked = [Event(MORNING, ClockAct.START, 3), Event(MORNING.replace(hour=11), ClockAct.PAUSE, 0, "enterprise")]
    assert read(asked, MORNING.replace(month=12, day=30), Calendar()).light is Light.PAUSED


def test_every_outcome_may_be_done_again_and_starts_its_clock_anew():
    again = [row for row in TABLE.transitions if row.act == "redo"]
    assert {row.source for row in again} == {"done", "impossible", "ended"}
    assert {row.clock for row in again} == {ClockAct.START}


def test_whatever_ends_a_part_while_a_request_goes_on_may_hand_the_request_to_the_enterprise():
    ending = {row.act for row in TABLE.transitions if TABLE.states[row.target].final and row.act != "end"}
    assert ending == {row.act for row in TABLE.transitions if "answer_request" in row.effects} == {"finish", "decline", "give_up"}
