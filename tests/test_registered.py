"""The window and the register: what it knows is filled in and asked no more, and where it fails the caller is told."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.forms.form import Source
from gaoxing.forms.prefill import Standing
from gaoxing.forms.register import Registered, Sheaf
from gaoxing.intake import Taken, answer_json, receive, registered
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 25)
COMPANY = Registered("91320583MA0000007R", "昆山样例五金有限公司", "limited_liability", domicile="昆山市玉山镇元丰路1号", established=date(2019, 5, 6))
SAID = "昆山样例五金有限公司要变更住所，搬到玉山镇晨丰路22号"


class Down:
    """A register that does not answer."""

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        raise Fault("登记簿暂时查不了", permanent=False)


def taken(said: str = SAID) -> Taken:
    return receive(Transcript.of(said), on=ON)


def test_what_the_register_knows_is_asked_no_more():
    before, after = taken(), registered(taken(), Sheaf((COMPANY,)), on=ON)
    asked = {each.field for each in before.questions} - {each.field for each in after.questions}
    assert "uscc" in asked


def test_what_was_read_otherwise_stays_as_it_was():
    before, after = taken(), registered(taken(), Sheaf((COMPANY,)), on=ON)
    assert (after.facts, after.others, after.heard, after.matter) == (before.facts, before.others, before.heard, before.matter)
    assert after.form.answers["changes.0.to"] == before.form.answers["changes.0.to"]


def test_a_register_that_fails_is_a_fault_for_the_caller():
    with pytest.raises(Fault, match="暂时查不了"):
        registered(taken(), Down(), on=ON)


def test_a_matter_of_nobody_registered_never_asks_the_register():
    founding = taken("我想开一家公司，注册资本一百万")
    assert registered(founding, Down(), on=ON) is founding


def test_words_that_are_about_nothing_never_ask_the_register():
    nothing = taken("今天天气不错")
    assert registered(nothing, Down(), on=ON) is nothing


def test_without_name_and_code_nobody_is_looked_up():
    found = registered(taken("我们要变更住所，搬到玉山镇晨丰路22号"), Down(), on=ON)
    assert found.register.standing is Standing.NOT_ASKED


def test_the_law_is_applied_to_what_the_register_filled_in():
    rules = {each.rule for each in registered(taken(), Sheaf((COMPANY,)), on=ON).findings}
    assert "CAP-04B" in rules


def test_the_answer_tells_the_registers_values_like_any_other():
    told = answer_json(registered(taken(), Sheaf((COMPANY,)), on=ON))
    assert told["form"]["changes"][0]["from"] == "昆山市玉山镇元丰路1号"
    assert told["form"]["uscc"] == "91320583MA0000007R"


def test_asking_twice_gives_the_same():
    once = registered(taken(), Sheaf((COMPANY,)), on=ON)
    twice = registered(once, Sheaf((COMPANY,)), on=ON)
    assert twice.form.answers == once.form.answers
    assert twice.form.answers["changes.0.from"].source is Source.REGISTER
