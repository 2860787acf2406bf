"""The table of rules."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.names.comparison import ORDER
from gaoxing.names.composition import split
from gaoxing.names.judgement import Verdict
from gaoxing.names.rule_book import found, rule_book, rule_in_force
from tests.names.pool import ON


def test_every_rule_cites_an_instrument_or_says_it_is_not_verified():
    assert [each.id for each in rule_book().values() if "《" not in each.basis and "[K]" not in each.basis and "号" not in each.basis] == []


def test_a_rule_that_rests_on_knowledge_alone_never_refuses():
    assert [each.id for each in rule_book().values() if "[K]" in each.basis and each.verdict in {Verdict.FORBIDDEN, Verdict.UNAVAILABLE}] == []


def test_only_the_regulation_refuses_for_another_name():
    binding = [each for each in ORDER if rule_book()[each].verdict is Verdict.UNAVAILABLE]
    assert binding == ["E1", "E2", "E3", "B1", "B2"]
    assert all(rule_book()[each].verdict is Verdict.SIMILAR for each in ORDER if each not in binding)


def test_a_rule_not_in_force_finds_nothing():
    name = split("昆山禾屿科技公司")
    assert rule_in_force("BARE_COMPANY", date(2024, 6, 30)) is None
    assert found("BARE_COMPANY", date(2024, 6, 30), name, (6, 8), "…", "…") == ()
    assert found("BARE_COMPANY", ON, name, (6, 8), "…", "…")[0].words == "公司"


def test_an_unknown_number_is_a_key_error():
    with pytest.raises(KeyError):
        rule_in_force("Z9", ON)
