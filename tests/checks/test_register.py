"""What was said is held against the register: the differences are told, and nothing where nobody asked it."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.register import CHANGE_RULES, CLOSING_RULES, REGISTER
from gaoxing.checks.rule import Finding, Level, check
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.prefill import consulted
from gaoxing.forms.register import Holding, Registered, Sheaf

DAY = date(2026, 11, 25)
CODE = "91320583MA0000007R"
NAME = "昆山样例五金有限公司"
COMPANY = Registered(
    CODE,
    NAME,
    "limited_liability",
    domicile="昆山市玉山镇元丰路11号",
    capital={"amount": "1000000", "currency": "CNY"},
    shareholders=(Holding("丁大宝", "600000"), Holding("何苗", "400000")),
    established=date(2019, 5, 6),
)


def told(matter: str = "registration_change", company: Registered = COMPANY, **answers: object) -> list[Finding]:
    said = {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()}  # type: ignore[arg-type]
    asked = consulted(Form(matter, "2026", {"enterprise": Answer(NAME, Source.SAID), **said}), Sheaf((company,)))
    rules = CHANGE_RULES if matter == "registration_change" else CLOSING_RULES
    return list(check(asked.form, rules, DAY, {REGISTER: asked}))


def test_nothing_is_said_where_the_register_was_not_asked(on):
    form = Form("registration_change", "2026", {"enterprise": Answer(NAME, Source.SAID)})
    assert check(form, CHANGE_RULES, on, {}) == ()


@pytest.mark.parametrize(("said", "agrees"), [("元丰路11号", True), ("玉山镇元丰路11号", True), ("元丰路1号", False), ("1号", False)])
def test_a_shorter_address_agrees_only_where_its_number_is_whole(said, agrees):
    found = told(changes__0__item="domicile", changes__0__from=said)
    assert (not found) is agrees


def test_the_same_sum_in_another_writing_agrees():
    assert not told(changes__0__item="registered_capital", changes__0__from={"amount": "1000000.00", "currency": "CNY"})


def test_another_sum_is_told_with_both():
    [found] = told(changes__0__item="registered_capital", changes__0__from={"amount": "2000000", "currency": "CNY"})
    assert (found.rule, found.level, found.field) == ("REG-02", Level.WARN, "changes.0.from")
    assert "200万元" in found.message
    assert "100万元" in found.message


@pytest.mark.parametrize(("said", "agrees"), [("2019-05-06", True), ("2019", True), ("2018-05-06", False)])
def test_the_day_of_establishment_is_held_against_the_register(said, agrees):
    assert (not told(established=said)) is agrees


@pytest.mark.parametrize("state", ["cancelled", "revoked", "ordered_closed", "moved"])
def test_who_is_no_longer_active_is_sent_to_a_clerk(state):
    [found] = told(company=Registered(CODE, NAME, "limited_liability", state))
    assert (found.rule, found.level) == ("REG-03", Level.MANUAL)


def test_who_was_taken_a_share_from_and_gave_one_is_not_counted():
    chain = {"changes__0__item": "shareholders", "changes__0__transferor": "何苗", "changes__0__transferee": "丁大宝", "changes__0__percent": "40"}
    then = {"changes__1__item": "shareholders", "changes__1__transferor": "丁大宝", "changes__1__transferee": "苏小云", "changes__1__percent": "100"}
    assert not told(**chain, **then)


def test_two_transfers_of_one_person_count_together():
    first = {"changes__0__item": "shareholders", "changes__0__transferor": "何苗", "changes__0__transferee": "苏小云", "changes__0__percent": "30"}
    then = {"changes__1__item": "shareholders", "changes__1__transferor": "何苗", "changes__1__transferee": "李样", "changes__1__percent": "20"}
    [found] = told(**first, **then)
    assert found.rule == "REG-04"
    assert "50万元" in found.message


def test_no_rule_of_a_deregistration_speaks_of_changes():
    assert not told("deregistration", established="2018-05-06")


@pytest.mark.parametrize(("procedure", "found"), [("simplified", ["REG-03B"]), ("ordinary", [])])
def test_who_was_revoked_goes_the_ordinary_way(procedure, found):
    company = Registered(CODE, NAME, "limited_liability", "revoked")
    assert [each.rule for each in told("deregistration", company, procedure=procedure)] == found
