"""An act leads on or is refused with a sentence that says what to do instead; nothing in between."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Reason, Refused, Why
from gaoxing.casework.clock import Event
from gaoxing.casework.table import ClockAct
from tests.casework.sound import SOUND

[LOAN] = tables.load(SOUND, "loan.toml")
FINE = {"card_expired": False, "books_over": 0}
AWAY = Reason("away", "这两天出门")


def done(state, act, facts=FINE, role="keeper", **further) -> Outcome:
    outcome = acting.fire(LOAN, state, act, facts, role, **further)
    assert isinstance(outcome, Outcome)
    return outcome


def turned_down(state, act, facts=FINE, role="keeper", **further) -> Refused:
    refused = acting.fire(LOAN, state, act, facts, role, **further)
    assert isinstance(refused, Refused)
    return refused


def test_an_act_that_may_be_done_leads_on():
    outcome = done("looked_for", "lend")
    assert (outcome.source, outcome.target, outcome.role, outcome.effects, outcome.clock) == ("looked_for", "lent", "keeper", ("stamp",), ClockAct.STOP)


def test_an_act_out_of_place_is_refused_and_says_where_the_case_stands():
    refused = turned_down("asked", "lend")
    assert refused.why is Why.STATE
    assert refused.sentence == "现在是“已申请”，不能“借出”。找到才能借。"
    assert refused.english == "It is “Asked” now, so “Lend” is not possible. Find it first."


def test_an_act_of_others_is_refused_and_says_whose_it_is():
    refused = turned_down("asked", "look", role="reader")
    assert refused.why is Why.ROLE
    assert refused.sentence == "“去找”由管理员来办。先申请。"
    assert refused.english == "“Look” is for the keeper. Ask first."


def test_every_condition_that_does_not_hold_is_told_at_once():
    refused = turned_down("asked", "look", {"card_expired": True, "books_over": 3})
    assert (refused.why, refused.unmet) == (Why.GUARD, ("card_valid", "few_books"))
    assert refused.sentence == "借书证过期了，请先续期。借得太多，请先还。"
    assert refused.english == "The card has run out; renew it first. Too many books; return some first."


def test_a_fact_that_nobody_handed_in_is_never_taken_for_granted():
    with pytest.raises(ValueError, match="look: facts not handed in: books_over, card_expired"):
        acting.fire(LOAN, "asked", "look", {}, "keeper")


def test_the_usual_limit_is_counted_where_none_is_chosen():
    limit = done("asked", "look").limit
    assert limit is LOAN.limits["week"]


def test_a_limit_can_be_chosen_among_those_of_the_row():
    assert done("asked", "look", limit="longer").limit is LOAN.limits["longer"]


def test_a_limit_that_the_row_does_not_have_is_a_fault():
    with pytest.raises(ValueError, match="look: no limit 'month', only week, longer"):
        acting.fire(LOAN, "asked", "look", FINE, "keeper", limit="month")
    with pytest.raises(ValueError, match="lend: no limit 'week', only none"):
        acting.fire(LOAN, "looked_for", "lend", FINE, "keeper", limit="week")


def test_a_reason_is_demanded_where_the_row_demands_one():
    refused = turned_down("looked_for", "rest")
    assert (refused.why, refused.sentence) == (Why.REASON, "请写明等的理由：读者不在。")
    assert refused.english == "Please state the reason (Why we wait): The reader is away."


def test_a_reason_of_another_kind_is_refused():
    refused = turned_down("looked_for", "rest", reasons=[AWAY, Reason("mood", "心情不好")])
    assert (refused.why, refused.sentence) == (Why.REASON, "请从这些里选等的理由：读者不在。")


def test_a_reason_without_words_is_refused():
    assert turned_down("looked_for", "rest", reasons=[Reason("away", " \n")]).sentence == "请给每一条理由写清楚具体是什么。"


def test_a_reason_where_none_is_asked_is_refused():
    assert turned_down("looked_for", "lend", reasons=[AWAY]).why is Why.REASON


def test_the_reasons_and_the_pause_go_with_the_outcome():
    outcome = done("looked_for", "rest", reasons=[AWAY])
    assert (outcome.reasons, outcome.pause, outcome.clock) == ((AWAY,), "reader_away", ClockAct.PAUSE)


def test_an_outcome_is_written_as_json():
    written = done("looked_for", "rest", reasons=[Reason("away", "出门", "还书日")]).to_json()
    assert written["reasons"] == [{"id": "away", "words": "出门", "about": "还书日"}]
    assert (written["clock"], written["limit"], written["pause"]) == ("pause", None, "reader_away")
    assert done("asked", "look").to_json()["limit"] == "week"


def test_an_outcome_tells_the_clock_what_to_count():
    at = datetime(2026, 11, 24, 2, tzinfo=UTC)
    assert done("asked", "look", limit="longer").event(at) == Event(at, ClockAct.START, 10)
    assert done("looked_for", "rest", reasons=[AWAY]).event(at) == Event(at, ClockAct.PAUSE, why="reader_away")


def test_an_act_that_leaves_the_clock_alone_tells_it_nothing():
    outcome = acting.fire(tables.table("change"), "submitted", "accept", {"own_case": False}, "examiner")
    assert isinstance(outcome, Outcome)
    assert outcome.event(datetime(2026, 11, 24, 2, tzinfo=UTC)) is None


def test_a_refusal_is_written_as_json():
    assert turned_down("asked", "look", {"card_expired": False, "books_over": 1}).to_json() == {
        "why": "guard",
        "sentence": "借得太多，请先还。",
        "english": "Too many books; return some first.",
        "unmet": ["few_books"],
    }


@pytest.mark.parametrize(("state", "act"), [("shelf", "look"), ("asked", "burn")])
def test_a_state_or_act_that_the_table_does_not_know_is_a_fault(state: str, act: str):
    with pytest.raises(KeyError):
        acting.fire(LOAN, state, act, FINE, "keeper")


def test_what_is_open_to_a_role_is_listed_with_what_stands_in_its_way():
    [choice] = acting.choices(LOAN, "asked", {"card_expired": True, "books_over": 0}, "keeper")
    assert (choice.act.term, [guard.id for guard in choice.unmet]) == ("去找", ["card_valid"])
    assert acting.allowed(LOAN, "asked", {"card_expired": True, "books_over": 0}, "keeper") == ()
    assert [choice.act.id for choice in acting.allowed(LOAN, "asked", FINE, "keeper")] == ["look"]


def test_an_outsider_has_nothing_to_choose():
    assert acting.choices(LOAN, "looked_for", {}, "reader") == ()
