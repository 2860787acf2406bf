"""What the register knows goes into the form by itself, and nothing where it is not certain which enterprise is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gaoxing.facts.fact import Evidence
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.parties import parties
from gaoxing.forms.prefill import Standing, consulted, former, holding_line, prefilled, step
from gaoxing.forms.register import Holding, Registered, Sheaf

CODE = "91320583MA0000007R"
COMPANY = Registered(
    CODE,
    "昆山样例五金有限公司",
    "limited_liability",
    domicile="昆山市玉山镇元丰路1号",
    legal_representative="丁大宝",
    capital={"amount": "1000000", "currency": "CNY"},
    scope=("五金产品零售",),
    shareholders=(Holding("丁大宝", "600000", "60"), Holding("何苗", "400000", "40")),
    established=date(2019, 5, 6),
)


def change(**answers: object) -> Form:
    said = {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()}  # type: ignore[arg-type]
    return Form("registration_change", "2026", said)


def test_what_is_registered_stands_as_what_is_changed():
    form = prefilled(change(enterprise=COMPANY.name, changes__0__item="domicile", changes__0__to="晨丰路22号"), COMPANY)
    assert form.answers["changes.0.from"] == Answer("昆山市玉山镇元丰路1号", Source.REGISTER)
    assert form.answers["uscc"].source is Source.REGISTER
    assert form.value("established") == "2019-05-06"


def test_words_that_say_the_same_stay_beside_the_registers():
    words = (Evidence(0, 0, 3, "丁大宝"),)
    form = change(changes__0__item="legal_representative").with_answers({"changes.0.from": Answer("丁大宝", Source.SAID, words)})
    assert prefilled(form, COMPANY).answers["changes.0.from"] == Answer("丁大宝", Source.REGISTER, words)


def test_the_registers_word_stands_over_another():
    form = prefilled(change(changes__0__item="legal_representative", changes__0__from="苏小云"), COMPANY)
    assert form.value("changes.0.from") == "丁大宝"


@pytest.mark.parametrize("item", ["name", "domicile", "legal_representative", "registered_capital", "company_type", "business_scope", "shareholders"])
def test_every_item_that_changes_has_its_former_content(item):
    assert former(COMPANY, item)


@pytest.mark.parametrize("item", ["", "domicile", "registered_capital", "business_scope", "shareholders", "company_type"])
def test_what_the_register_does_not_have_is_left_open(item):
    assert former(Registered(CODE, "某某店", "sole_trader"), item) is None


def test_the_shareholders_after_a_transfer_are_worked_out():
    moved = {"changes__0__transferor": "丁大宝", "changes__0__transferee": "何苗", "changes__0__percent": "10"}
    form = prefilled(change(changes__0__item="shareholders", **moved), COMPANY)
    assert form.answers["changes.0.to"] == Answer(("丁大宝　认缴50万元（50%）", "何苗　认缴50万元（50%）"), Source.DERIVED)


def test_a_shareholder_who_hands_on_all_is_one_no_longer():
    moved = {"changes__0__transferor": "何苗", "changes__0__transferee": "苏小云", "changes__0__amount": {"amount": "400000", "currency": "CNY"}}
    form = prefilled(change(changes__0__item="shareholders", **moved), COMPANY)
    assert form.value("changes.0.to") == ("丁大宝　认缴60万元（60%）", "苏小云　认缴40万元（40%）")


@pytest.mark.parametrize(("giver", "percent"), [("李样", "10"), ("何苗", "50"), ("丁大宝", "")])
def test_nothing_is_worked_out_of_a_transfer_that_does_not_come_out(giver, percent):
    moved = {"changes__0__transferor": giver, "changes__0__transferee": "苏小云", "changes__0__percent": percent}
    assert prefilled(change(changes__0__item="shareholders", **moved), COMPANY).value("changes.0.to") is None


def test_nobody_works_out_who_holds_what_while_the_capital_changes_too():
    moved = {"changes__0__transferor": "丁大宝", "changes__0__transferee": "何苗", "changes__0__percent": "10"}
    form = prefilled(change(changes__0__item="shareholders", **moved, changes__1__item="registered_capital"), COMPANY)
    assert form.value("changes.0.to") is None


def test_a_third_of_the_capital_is_no_sum_in_fen():
    [row] = parties(change(changes__0__item="shareholders", changes__0__percent="33.333333"), "changes")
    assert step(replace(COMPANY, capital={"amount": "100", "currency": "CNY"}), row) is None
    assert step(replace(COMPANY, capital={"amount": "100000000", "currency": "CNY"}), row) == Decimal(33333333)


def test_a_deregistration_gets_the_code_and_nothing_of_changes():
    form = prefilled(Form("deregistration", "2026", {"enterprise": Answer(COMPANY.name, Source.SAID)}), COMPANY)
    assert set(form.answers) - {"sole_shareholder"} == {"enterprise", "uscc"}


def test_a_name_leads_to_its_enterprise():
    asked = consulted(change(enterprise=COMPANY.name), Sheaf((COMPANY,)))
    assert (asked.standing, asked.found, asked.filled) == (Standing.FOUND, COMPANY, True)


def test_nobody_is_asked_about_without_a_name_or_a_whole_code():
    assert consulted(change(uscc="91320583"), Sheaf((COMPANY,))).standing is Standing.NOT_ASKED


def test_an_enterprise_the_register_does_not_know_is_left_to_the_applicant():
    asked = consulted(change(enterprise="昆山别家有限公司"), Sheaf((COMPANY,)))
    assert (asked.standing, asked.form) == (Standing.UNKNOWN, asked.said)


def test_two_of_one_name_are_asked_about():
    twin = replace(COMPANY, uscc="92320583MA0000007N")
    asked = consulted(change(enterprise=COMPANY.name), Sheaf((COMPANY, twin)))
    assert asked.standing is Standing.SEVERAL
    assert asked.form.asks[0].readings == (CODE, twin.uscc)
    assert asked.form.value("uscc") is None


def test_the_code_settles_which_of_two_it_is():
    twin = replace(COMPANY, uscc="92320583MA0000007N")
    asked = consulted(change(enterprise=COMPANY.name, uscc=CODE), Sheaf((COMPANY, twin)))
    assert (asked.found, asked.filled) == (COMPANY, True)


def test_a_code_of_another_enterprise_fills_nothing():
    asked = consulted(change(enterprise="昆山别家有限公司", uscc=CODE, changes__0__item="domicile"), Sheaf((COMPANY,)))
    assert (asked.standing, asked.filled, asked.form) == (Standing.FOUND, False, asked.said)


def test_a_shareholder_is_written_in_one_line():
    assert holding_line("张三", Decimal(600000), "60", "CNY") == "张三　认缴60万元（60%）"
    assert holding_line("张三", None, "60", "CNY") == "张三　60%"
    assert holding_line("张三", None, "", "CNY") == "张三"
