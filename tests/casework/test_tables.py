"""A table of states is read whole, or refused with every fault and its place."""

from __future__ import annotations

import pytest

from gaoxing.casework import tables
from gaoxing.casework.table import ClockAct, Running
from tests.casework.sound import SOUND, spoilt

MATTERS = {
    "company_registration": "registration",
    "sole_trader_registration": "registration",
    "registration_change": "change",
    "deregistration": "deregistration",
}


def refused(text):
    with pytest.raises(ValueError, match=r"^loan\.toml: ") as fault:
        tables.load(text, "loan.toml")
    return str(fault.value)


def test_a_sound_table_is_read_whole():
    [loan] = tables.load(SOUND, "loan.toml")
    assert (loan.id, loan.term, loan.matters, loan.initial) == ("loan", "借书", ("lending",), "asked")
    assert [row.act for row in loan.transitions] == ["look", "rest", "go_on", "lend"]
    assert loan.states["resting"].clock is Running.PAUSED
    assert loan.leaving("asked")[0].clock is ClockAct.START


@pytest.mark.parametrize(("matter", "name"), MATTERS.items())
def test_a_matter_of_registration_runs_by_its_table(matter: str, name: str):
    assert tables.table_for(matter) is tables.table(name)


def test_a_matter_without_a_table_is_told_apart():
    with pytest.raises(KeyError, match="enterprise_request"):
        tables.table_for("enterprise_request")


def test_a_row_for_several_states_becomes_one_transition_each():
    text = spoilt(('from = ["looked_for"]\nact = "lend"', 'from = ["looked_for", "resting"]\nact = "lend"'))
    [loan] = tables.load(text, "loan.toml")
    assert [row.source for row in loan.transitions if row.act == "lend"] == ["looked_for", "resting"]


def test_a_row_that_stays_leads_back_to_where_it_came_from():
    extend = '[[transitions]]\nfrom = ["looked_for"]\nact = "look"\nto = "same"\nroles = ["keeper"]\nclock = "extend"\nlimits = ["week"]\n'
    [loan] = tables.load(SOUND + extend, "loan.toml")
    assert loan.transitions[-1].target == "looked_for"


def test_a_row_of_one_table_only_stands_in_that_one():
    second = '[tables.sale]\nterm = "卖书"\nenglish = "Sale"\nmatters = []\n\n[states]'
    other = '[[transitions]]\nfrom = ["resting"]\nact = "lend"\nto = "lent"\nroles = ["keeper"]\nclock = "stop"\nonly = ["sale"]\n'
    loan, sale = tables.load(spoilt(("[states]", second)) + other, "loan.toml")
    assert (len(loan.transitions), len(sale.transitions)) == (4, 5)


def test_the_facts_that_a_state_asks_for_are_known_beforehand():
    [loan] = tables.load(SOUND, "loan.toml")
    assert loan.facts("asked") == {"card_expired", "books_over"}
    assert loan.facts("resting") == frozenset()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([('act = "look"', 'act = "peek"')], "asked -peek-> looked_for: unknown act 'peek'"),
        ([('to = "lent"', 'to = "gone"')], "looked_for -lend-> gone: unknown state 'gone'"),
        ([('roles = ["reader", "keeper"]', 'roles = ["guest"]')], "unknown role 'guest'"),
        ([('guards = ["card_valid", "few_books"]', 'guards = ["rich"]')], "unknown guard 'rich'"),
        ([('effects = ["stamp"]', 'effects = ["sing"]')], "unknown effect 'sing'"),
        ([('limits = ["week", "longer"]', 'limits = ["month"]')], "unknown limit 'month'"),
        ([('why = "reader_away"', 'why = "rain"')], "unknown pause 'rain'"),
        ([('reason = "late"', 'reason = "mood"')], "unknown kind of reason 'mood'"),
        ([("[[transitions]]", "[[transitions]]\ncolour = 1")], "transitions row 1: unknown keys: colour"),
        ([("[[transitions]]", '[[transitions]]\nonly = ["sale"]')], "`only` names no table: sale"),
        ([("[roles]", "[rolls]\n\n[roles]")], "the file: unknown keys: rolls"),
        ([('clock = "running"', 'clock = "ticking"')], "'ticking' is not a valid Running"),
        ([('clock = "resume"', 'clock = "wake"')], "'wake' is not a valid ClockAct"),
        ([('otherwise = "先申请。", ', "")], "acts.look: missing 1 required positional argument: 'otherwise'"),
        ([("days = 5,", "days = 5, hours = 2,")], "limits.week: got an unexpected keyword argument 'hours'"),
        ([('matters = ["lending"]', "")], "missing key 'matters'"),
        ([("[tables.loan]", "[tables.loan")], "Expected"),
    ],
)
def test_a_name_or_key_nobody_declared_is_refused_with_its_place(changes: list[tuple[str, str]], said: str):
    assert said in refused(spoilt(*changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([('roles = ["reader", "keeper"]', "roles = []")], "resting -go_on-> looked_for: nobody may do it"),
        ([('limits = ["week", "longer"]', "")], "asked -look-> looked_for: a limit is counted where the clock starts"),
        ([('why = "reader_away"', "")], "looked_for -rest-> resting: a pause says why"),
        ([('clock = "resume"', "")], "resting -go_on-> looked_for: the clock goes from paused to running, and no clock act says so"),
        ([('clock = "resume"', 'clock = "stop"')], "the clock goes from paused to running, and stop cannot do that"),
        ([('clock = "idle"', 'clock = "stopped"')], "state 'asked' is the first: its clock must be idle"),
        ([(", final = true", "")], "no state is final"),
        ([('from = ["looked_for"]\nact = "lend"', 'from = ["resting"]\nact = "go_on"')], "resting -go_on->: stands 2 times"),
        ([("days = 5,", 'days = "five",')], "limits.week: days must be a whole number from 0"),
        ([("days = 5,", "days = -1,")], "limits.week: days must be a whole number from 0"),
        ([("days = 5,", "days = true,")], "limits.week: days must be a whole number from 0"),
        ([('english = "reader"', 'english = ""')], "'reader' lacks its words"),
        ([('sentence = "借得太多，请先还。"', 'sentence = ""')], "guard 'few_books' lacks its sentence"),
        ([('choices = [{ id = "away", term = "读者不在", english = "The reader is away" }]', "choices = []")], "reasons.late: there is nothing to choose"),
    ],
)
def test_a_table_that_cannot_work_is_refused_with_its_place(changes: list[tuple[str, str]], said: str):
    assert said in refused(spoilt(*changes))


def test_a_state_that_nobody_reaches_is_refused():
    lost = 'lost = { term = "丢了", english = "Lost", plain = "丢了。", plain_english = "Lost.", clock = "idle", final = true }\n\n[acts]'
    assert "state 'lost' is never reached from 'asked'" in refused(spoilt(("[acts]", lost)))


def test_a_state_that_nobody_leaves_is_refused():
    back = 'from = ["resting"]\nact = "go_on"\nto = "resting"'
    text = spoilt(('from = ["resting"]\nact = "go_on"\nto = "looked_for"', back), ('clock = "resume"', ""))
    assert "state 'resting' leads to no final state" in refused(text)


def test_all_faults_of_a_table_are_told_at_once():
    said = refused(spoilt(('act = "look"', 'act = "peek"'), ('effects = ["stamp"]', 'effects = ["sing"]')))
    assert len(said.splitlines()) == 2
