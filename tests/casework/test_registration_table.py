"""The life of a registration case, written down here a second time: every state, act and role is tried against it, and the whole ways through."""

from __future__ import annotations

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason, Refused, Why
from gaoxing.casework.table import Running
from gaoxing.office.people.roles import Role

STATES = ("draft", "submitted", "correction_asked", "not_accepted", "accepted", "reopened", "examined", "registered", "refused", "withdrawn", "archived")
ACTS = ("submit", "accept", "ask_correction", "correct", "not_accept", "decide_at_once", "examine", "register", "refuse", "defer", "extend")
ACTS += ("withdraw", "archive", "reopen")
TABLES = ("registration", "change", "deregistration")

APPLICANTS, DESK = {"applicant", "agent"}, {"window_clerk", "examiner"}
WAYS = {
    ("draft", "submit"): ("submitted", APPLICANTS | {"window_clerk"}),
    ("submitted", "accept"): ("accepted", DESK),
    ("submitted", "ask_correction"): ("correction_asked", DESK),
    ("accepted", "ask_correction"): ("correction_asked", DESK),
    ("reopened", "ask_correction"): ("correction_asked", DESK),
    ("examined", "ask_correction"): ("correction_asked", DESK),
    ("correction_asked", "correct"): ("submitted", APPLICANTS | {"window_clerk"}),
    ("submitted", "not_accept"): ("not_accepted", DESK),
    ("accepted", "examine"): ("examined", {"examiner"}),
    ("reopened", "examine"): ("examined", {"examiner"}),
    ("examined", "register"): ("registered", {"examiner"}),
    ("examined", "refuse"): ("refused", {"examiner"}),
    **{(state, "defer"): (state, DESK) for state in ("submitted", "accepted", "examined")},
    **{(state, "extend"): (state, {"leader"}) for state in ("submitted", "accepted", "reopened", "examined")},
    **{(state, "withdraw"): ("withdrawn", APPLICANTS) for state in ("submitted", "correction_asked", "accepted", "reopened", "examined")},
    **{(state, "archive"): ("archived", DESK | {"system"}) for state in ("not_accepted", "registered", "refused", "withdrawn")},
    **{(state, "reopen"): ("reopened", {"leader"}) for state in ("not_accepted", "refused", "archived")},
}
AT_ONCE = {("submitted", "decide_at_once"): ("registered", {"system"})}
ROLES = ("applicant", "agent", "window_clerk", "examiner", "leader", "system", "steward", "system_administrator")

GOOD = {
    "open_questions": 0,
    "rejections": 0,
    "rules_changed": False,
    "unsigned": 0,
    "announcement_running": False,
    "own_case": False,
    "stands_registered": False,
    "corrections_asked": 0,
    "uncorrected": 0,
    "open_findings": 0,
    "name_taken": False,
    "needs_a_human": 0,
    "on_the_spot": True,
    "extensions": 0,
    "overdue": False,
}
REASONS = {
    "ask_correction": "missing_paper",
    "not_accept": "not_our_office",
    "refuse": "against_law",
    "extend": "complex",
    "reopen": "office_error",
}
STANDS_IN_THE_WAY = [
    ("draft", "submit", "applicant", "open_questions", 2, "还有必填的内容没有填"),
    ("draft", "submit", "agent", "rejections", 1, "还有必须改的地方"),
    ("draft", "submit", "window_clerk", "rules_changed", True, "规定变了"),
    ("draft", "submit", "applicant", "unsigned", 1, "还有人没有签名"),
    ("submitted", "accept", "window_clerk", "own_case", True, "不能自己办"),
    ("submitted", "not_accept", "examiner", "own_case", True, "不能自己办"),
    ("accepted", "examine", "examiner", "own_case", True, "不能自己办"),
    ("examined", "register", "examiner", "own_case", True, "不能自己办"),
    ("examined", "refuse", "examiner", "own_case", True, "不能自己办"),
    ("examined", "refuse", "examiner", "stands_registered", True, "还有效"),
    ("submitted", "not_accept", "window_clerk", "stands_registered", True, "还有效"),
    ("reopened", "withdraw", "applicant", "stands_registered", True, "请领导先在“查执照”里撤销"),
    ("examined", "extend", "leader", "own_case", True, "不能自己办"),
    ("archived", "reopen", "leader", "own_case", True, "不能自己办"),
    ("accepted", "ask_correction", "examiner", "corrections_asked", 1, "不能再告知第二次"),
    ("correction_asked", "correct", "applicant", "uncorrected", 3, "还有没补正的地方"),
    ("correction_asked", "correct", "applicant", "unsigned", 1, "还有人没有签名"),
    ("examined", "register", "examiner", "open_findings", 1, "没有处理"),
    ("accepted", "defer", "window_clerk", "on_the_spot", False, "不用转"),
    ("accepted", "defer", "window_clerk", "overdue", True, "已经到期"),
    ("accepted", "extend", "leader", "extensions", 1, "不能再延长"),
    ("accepted", "extend", "leader", "overdue", True, "已经到期"),
]


def ways(name):
    """The ways of a table: nobody is struck off at once."""
    return WAYS if name == "deregistration" else WAYS | AT_ONCE


def given(act):
    return [Reason(REASONS[act], "写明白了")] if act in REASONS else []


def fired(name, state, act, role, facts=GOOD):
    return acting.fire(tables.table(name), state, act, facts, role, reasons=given(act))


def walked(name, *steps):
    """The states that a case passes through."""
    passed = ["draft"]
    for act, role in steps:
        outcome = fired(name, passed[-1], act, role)
        assert isinstance(outcome, Outcome), f"{passed[-1]} {act}: {outcome}"
        passed.append(outcome.target)
    return passed


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("role", ROLES)
def test_exactly_these_roles_may_do_exactly_these_acts(name: str, role: str):
    for state in STATES:
        for act in ACTS:
            target, roles = ways(name).get((state, act), (None, set()))
            result = fired(name, state, act, role)
            if role in roles:
                assert isinstance(result, Outcome), f"{state} {act}: {result}"
                assert result.target == target, f"{state} {act}"
            else:
                assert isinstance(result, Refused), f"{state} {act}: {result}"
                assert result.why is (Why.ROLE if target else Why.STATE), f"{state} {act}"


@pytest.mark.parametrize("name", TABLES)
def test_the_table_knows_these_states_and_acts_and_no_others(name: str):
    assert tuple(tables.table(name).states) == STATES
    assert set(tables.table(name).acts) == set(ACTS)
    assert {(row.source, row.act) for row in tables.table(name).transitions} == set(ways(name))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", STATES)
def test_what_is_offered_is_what_can_be_done(name: str, role: str, state: str):
    offered = {choice.act.id for choice in acting.allowed(tables.table(name), state, GOOD, role)}
    assert offered == {act for act in ACTS if isinstance(fired(name, state, act, role), Outcome)}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(("state", "act", "role", "fact", "value", "said"), STANDS_IN_THE_WAY)
def test_a_condition_that_does_not_hold_stops_the_act_with_its_sentence(name: str, state: str, act: str, role: str, fact: str, value: object, said: str):
    refused = fired(name, state, act, role, {**GOOD, fact: value})
    assert isinstance(refused, Refused)
    assert refused.why is Why.GUARD
    assert said in refused.sentence
    assert refused.english[0].isupper()


@pytest.mark.parametrize("name", ["registration", "change"])
def test_what_needs_a_human_is_not_decided_at_once(name: str):
    refused = fired(name, "submitted", "decide_at_once", "system", {**GOOD, "needs_a_human": 1})
    assert isinstance(refused, Refused)
    assert "由工作人员办理" in refused.sentence


@pytest.mark.parametrize("name", ["registration", "change"])
def test_a_name_that_was_taken_meanwhile_stops_the_registration(name: str):
    refused = fired(name, "examined", "register", "examiner", {**GOOD, "name_taken": True})
    assert isinstance(refused, Refused)
    assert refused.unmet == ("name_free",)


def test_a_company_that_closes_needs_no_name_but_the_end_of_its_announcement():
    assert isinstance(fired("deregistration", "examined", "register", "examiner", {**GOOD, "name_taken": True}), Outcome)
    refused = fired("deregistration", "draft", "submit", "applicant", {**GOOD, "announcement_running": True})
    assert isinstance(refused, Refused)
    assert refused.unmet == ("announced",)


@pytest.mark.parametrize(
    ("name", "wanted", "unwanted"),
    [
        ("registration", {"create_enterprise", "take_name", "issue_licence"}, {"change_enterprise", "close_enterprise", "release_name"}),
        ("change", {"change_enterprise", "take_name"}, {"create_enterprise", "close_enterprise", "release_name"}),
        ("deregistration", {"close_enterprise", "release_name"}, {"create_enterprise", "change_enterprise", "take_name", "issue_licence"}),
    ],
)
def test_a_registration_does_to_register_and_name_pool_what_its_kind_asks(name: str, wanted: set[str], unwanted: set[str]):
    outcome = fired(name, "examined", "register", "examiner")
    assert isinstance(outcome, Outcome)
    assert wanted <= set(outcome.effects)
    assert not unwanted & set(outcome.effects)


@pytest.mark.parametrize(
    ("state", "act", "role"), [("submitted", "not_accept", "examiner"), ("examined", "refuse", "examiner"), ("accepted", "withdraw", "agent")]
)
def test_a_name_held_for_a_case_is_released_where_it_comes_to_nothing(state: str, act: str, role: str):
    new, closing = fired("registration", state, act, role), fired("deregistration", state, act, role)
    assert isinstance(new, Outcome)
    assert isinstance(closing, Outcome)
    assert "release_name" in new.effects
    assert "release_name" not in closing.effects


@pytest.mark.parametrize("name", TABLES)
def test_a_case_goes_straight_from_draft_to_archive(name: str):
    steps = [("submit", "applicant"), ("accept", "window_clerk"), ("examine", "examiner"), ("register", "examiner"), ("archive", "system")]
    assert walked(name, *steps) == ["draft", "submitted", "accepted", "examined", "registered", "archived"]


@pytest.mark.parametrize("name", TABLES)
def test_a_case_goes_by_way_of_a_correction_to_a_refusal_and_is_opened_again(name: str):
    steps = [
        ("submit", "agent"),
        ("ask_correction", "window_clerk"),
        ("correct", "agent"),
        ("accept", "examiner"),
        ("extend", "leader"),
        ("examine", "examiner"),
    ]
    further = [("refuse", "examiner"), ("archive", "window_clerk"), ("reopen", "leader"), ("examine", "examiner"), ("register", "examiner")]
    assert walked(name, *steps, *further)[-6:] == ["examined", "refused", "archived", "reopened", "examined", "registered"]


def test_the_usual_limit_is_three_working_days_and_on_the_spot_can_be_promised():
    usual = fired("registration", "draft", "submit", "applicant")
    quick = acting.fire(tables.table("registration"), "draft", "submit", GOOD, "window_clerk", limit="on_the_spot")
    assert isinstance(usual, Outcome)
    assert isinstance(quick, Outcome)
    assert (usual.limit.days, quick.limit.days) == (3, 0)


@pytest.mark.parametrize("act", ["not_accept", "refuse", "ask_correction", "extend", "reopen"])
def test_what_goes_against_the_applicant_or_the_limit_needs_a_reason(act: str):
    [(state, roles)] = [(state, roles) for (state, each), (_, roles) in WAYS.items() if each == act][:1]
    refused = acting.fire(tables.table("registration"), state, act, GOOD, min(roles))
    assert isinstance(refused, Refused)
    assert refused.why is Why.REASON


def test_all_defects_go_in_one_list():
    defects = [Reason("missing_paper", "缺住所证明", "domicile"), Reason("unsigned", "股东乙没有签名", "parties.1")]
    outcome = acting.fire(tables.table("registration"), "submitted", "ask_correction", GOOD, "window_clerk", reasons=defects)
    assert isinstance(outcome, Outcome)
    assert outcome.reasons == tuple(defects)
    assert "send_defect_list" in outcome.effects


def test_the_clock_stands_still_only_while_the_applicant_corrects():
    clocks = {state.id: state.clock for state in tables.table("registration").states.values()}
    assert [name for name, clock in clocks.items() if clock is Running.PAUSED] == ["correction_asked"]
    assert [name for name, clock in clocks.items() if clock is Running.IDLE] == ["draft"]
    assert {name for name, clock in clocks.items() if clock is Running.RUNNING} == {"submitted", "accepted", "reopened", "examined"}


def test_the_roles_are_those_of_the_office_and_the_system():
    assert set(tables.table("registration").roles) - {"system"} <= set(Role.values)


def test_every_limit_cites_its_article():
    assert all("条" in limit.basis for limit in tables.table("registration").limits.values())
