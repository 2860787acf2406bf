"""The conditions of an examination at once, each alone."""

import pytest

from gaoxing.casework.automatic.verdict import condition, conditions, covered, harmless, verdict, version
from gaoxing.casework.tables import shipped, table
from gaoxing.catalogue import matters
from gaoxing.checks.rule import Level

ALL = {each.fact: each.must for each in conditions()}


def other(value: bool | int) -> bool | int:
    return not value if isinstance(value, bool) else value + 1


def test_a_case_with_every_condition_met_is_decided() -> None:
    found = verdict(ALL)
    assert found.decided
    assert found.met == conditions()


@pytest.mark.parametrize("one", conditions(), ids=lambda each: each.id)
def test_one_condition_that_does_not_hold_sends_it_to_a_clerk(one) -> None:
    found = verdict({**ALL, one.fact: other(one.must)})
    assert not found.decided
    assert found.unmet == (one,)


@pytest.mark.parametrize("one", conditions(), ids=lambda each: each.id)
def test_a_fact_that_nobody_worked_out_holds_nothing(one) -> None:
    assert verdict({name: value for name, value in ALL.items() if name != one.fact}).unmet == (one,)


def test_everything_unmet_is_told_at_once() -> None:
    assert verdict({}).unmet == conditions()
    assert verdict({}).met == ()


def test_each_condition_says_both_ways_in_both_languages_and_cites_its_article() -> None:
    for each in conditions():
        assert each.sentence.endswith("。")
        assert each.english.endswith(".")
        assert each.term
        assert each.term_english
        assert each.basis.startswith("《")


def test_the_conditions_facts_are_each_asked_once() -> None:
    assert len(ALL) == len(conditions())


def test_a_condition_is_found_by_its_name() -> None:
    found = condition("name")
    assert found is not None
    assert found.fact == "name_in_doubt"
    assert condition("nothing of the kind") is None


def test_only_matters_with_a_way_at_once_are_covered() -> None:
    ways = {name for each in shipped().values() for row in each.transitions if row.act == "decide_at_once" for name in each.matters}
    assert covered() == ways


def test_nobody_but_the_system_decides_at_once() -> None:
    rows = [row for each in shipped().values() for row in each.transitions if row.act == "decide_at_once"]
    assert {row.roles for row in rows} == {("system",)}
    assert {row.source for row in rows} == {"submitted"}


def test_deciding_at_once_has_the_effects_of_registering() -> None:
    for name in ("registration", "change"):
        at_once = next(row for row in table(name).transitions if row.act == "decide_at_once")
        register = next(row for row in table(name).transitions if row.act == "register")
        assert at_once.effects == register.effects


def test_the_harmless_warnings_are_rules_that_only_warn() -> None:
    levels = {each.id: each.level for matter in matters() for each in matter.rules if each.id in harmless()}
    assert set(levels) == harmless()
    assert set(levels.values()) == {Level.WARN}


def test_the_version_is_that_of_the_text() -> None:
    assert len(version()) == 16
