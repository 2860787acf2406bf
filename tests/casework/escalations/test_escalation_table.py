"""The life of what does not get done and of its causes, written down a second time: every state, act and role is tried, and the whole ways through."""

from __future__ import annotations

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason, Refused, Why

WHOLE, CAUSE = tables.table("escalation"), tables.table("escalation_cause")
ROLES = ("applicant", "agent", "window_clerk", "steward", "officer", "leader", "system", "unit_handler", "examiner")
PERSON, HANDLER, OFFICE = {"applicant", "agent"}, {"officer", "leader"}, {"steward", "leader"}
BEFORE = ("submitted", "taken", "in_hand", "unsatisfied")
WAYS = {
    ("draft", "submit"): ("submitted", PERSON | OFFICE | {"window_clerk"}),
    ("submitted", "take_over"): ("taken", OFFICE | {"system"}),
    ("taken", "hand_over"): ("taken", HANDLER),
    ("in_hand", "hand_over"): ("in_hand", HANDLER),
    ("taken", "contact"): ("in_hand", HANDLER),
    ("submitted", "refer"): ("referred", OFFICE),
    ("taken", "refer"): ("referred", HANDLER),
    ("in_hand", "refer"): ("referred", HANDLER),
    **{(state, "add"): (state, PERSON | {"window_clerk"}) for state in BEFORE},
    ("in_hand", "reply"): ("in_hand", HANDLER),
    ("in_hand", "extend"): ("in_hand", HANDLER),
    ("in_hand", "conclude"): ("concluded", HANDLER),
    ("in_hand", "decline"): ("concluded", HANDLER),
    ("concluded", "confirm"): ("confirmed", PERSON),
    ("concluded", "call_back"): ("confirmed", OFFICE),
    ("concluded", "reject"): ("unsatisfied", PERSON | OFFICE),
    ("unsatisfied", "retake"): ("in_hand", {"leader"}),
    **{(state, "withdraw"): ("withdrawn", PERSON) for state in BEFORE},
}
CAUSE_WAYS = {
    ("open", "assign"): ("open", OFFICE),
    ("recurred", "assign"): ("recurred", OFFICE),
    ("open", "fix"): ("fixed", OFFICE | {"unit_handler"}),
    ("recurred", "fix"): ("fixed", OFFICE | {"unit_handler"}),
    ("fixed", "watch"): ("watched", OFFICE),
    ("fixed", "unfixed"): ("open", OFFICE),
    **{(state, "recur"): ("recurred", {"system"}) for state in ("fixed", "watched", "closed")},
    ("watched", "close"): ("closed", {"system"}),
}
REASONS = {"refer": "petition", "decline": "law_forbids", "extend": "several_units", "reject": "not_done"}
GOOD = {guard.fact: False for known in (WHOLE, CAUSE) for guard in known.guards.values()}


def fired(known, state, act, role, facts=GOOD):
    reasons = [Reason(REASONS[act], "写明白了")] if act in REASONS else []
    return acting.fire(known, state, act, facts, role, reasons=reasons)


def walked(known, state, *steps):
    """The states that it passes through."""
    passed = [state]
    for act, role in steps:
        outcome = fired(known, passed[-1], act, role)
        assert isinstance(outcome, Outcome), f"{passed[-1]} {act}: {outcome}"
        passed.append(outcome.target)
    return passed


@pytest.mark.parametrize(("known", "ways"), [(WHOLE, WAYS), (CAUSE, CAUSE_WAYS)], ids=["escalation", "cause"])
@pytest.mark.parametrize("role", ROLES)
def test_exactly_these_roles_may_do_exactly_these_acts(known, ways, role: str):
    for state, act in ((state, act) for state in known.states for act in known.acts):
        target, roles = ways.get((state, act), (None, set()))
        result = fired(known, state, act, role)
        if role in roles:
            assert isinstance(result, Outcome), f"{state} {act}: {result}"
            assert result.target == target, f"{state} {act}"
        else:
            assert isinstance(result, Refused), f"{state} {act}: {result}"
            assert result.why is (Why.ROLE if target else Why.STATE), f"{state} {act}"


@pytest.mark.parametrize("known", [WHOLE, CAUSE], ids=lambda each: each.id)
def test_every_condition_that_does_not_hold_stops_its_act_with_its_sentence(known):
    for row in known.transitions:
        for guard in (known.guards[each] for each in row.guards):
            refused = fired(known, row.source, row.act, row.roles[0], {**GOOD, guard.fact: True})
            assert isinstance(refused, Refused)
            assert (refused.why, refused.sentence) == (Why.GUARD, guard.sentence)


@pytest.mark.parametrize(("act", "state", "role"), [("refer", "taken", "officer"), ("decline", "in_hand", "officer"), ("reject", "concluded", "applicant")])
def test_what_goes_against_somebody_needs_a_typed_reason_with_words(act: str, state: str, role: str):
    for reasons in ([], [Reason("because", "就是")], [Reason(REASONS[act], " ")]):
        refused = acting.fire(WHOLE, state, act, GOOD, role, reasons=reasons)
        assert isinstance(refused, Refused)
        assert refused.why is Why.REASON


TAKEN = (("submit", "applicant"), ("take_over", "system"), ("contact", "officer"))


def test_it_is_taken_over_contacted_concluded_and_confirmed():
    steps = (*TAKEN, ("reply", "officer"), ("extend", "officer"), ("conclude", "officer"), ("confirm", "applicant"))
    assert walked(WHOLE, "draft", *steps)[2:] == ["taken", "in_hand", "in_hand", "in_hand", "concluded", "confirmed"]


def test_whoever_is_not_helped_gets_somebody_else_and_a_call():
    again = (("decline", "officer"), ("reject", "applicant"), ("retake", "leader"), ("conclude", "officer"), ("call_back", "steward"))
    assert walked(WHOLE, "draft", *TAKEN, *again)[4:] == ["concluded", "unsatisfied", "in_hand", "concluded", "confirmed"]


def test_nothing_ends_by_silence():
    assert {row.act for row in WHOLE.transitions if "system" in row.roles} == {"take_over"}


def test_a_cause_is_watched_and_comes_back_or_closes():
    mended = (("assign", "leader"), ("fix", "unit_handler"), ("watch", "steward"))
    assert walked(CAUSE, "open", *mended, ("recur", "system"), *mended, ("close", "system"), ("recur", "system"))[-3:] == ["watched", "closed", "recurred"]
