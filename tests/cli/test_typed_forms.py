"""Typed answers laid over words and forms, and forms on file that are not as `gaoxing fill` writes them, from end to end."""

from __future__ import annotations

import json

import pytest

from gaoxing.cli.reading import read_form
from gaoxing.forms.form import Form
from tests.cli.written import DAY, form

SHARED = "我要开公司，注册资本一百万，李某某占六成，王某某占四成"


def values(outcome) -> dict:
    return {path: answer["value"] for path, answer in outcome.json["answers"].items()}


def test_what_is_filled_can_be_read_again(run):
    told = run("fill", SHARED)
    assert read_form(told.out) == Form.from_json(told.json)


def test_a_partys_name_can_be_typed_though_the_company_has_a_name_too(run):
    told = values(run("fill", "我想开公司", "--set", "parties.0.name=李某某", "--set", "name=昆山某某贸易有限公司"))
    assert (told["parties.0.name"], told["name"]) == ("李某某", "昆山某某贸易有限公司")


def test_a_typed_contribution_is_a_bare_amount_as_the_contract_has_it(run):
    assert values(run("fill", "我想开公司", "--set", "parties.0.contribution.amount=600,000"))["parties.0.contribution.amount"] == "600000"


def test_amounts_follow_a_typed_capital(run):
    told = values(run("fill", "--set", "registered_capital=2000000", stdin=run("fill", SHARED).out))
    assert [told[f"parties.{row}.contribution.amount"] for row in (0, 1)] == ["1200000", "800000"]


def test_amounts_go_with_an_emptied_capital_whether_words_or_a_form_came_in(run):
    from_words = values(run("fill", SHARED, "--set", "registered_capital="))
    assert from_words == values(run("fill", "--set", "registered_capital=", stdin=run("fill", SHARED).out))
    assert not [path for path in from_words if path.endswith("amount") or path == "registered_capital"]


def test_a_typed_answer_settles_what_was_asked(run):
    asked = run("fill", "我要开公司，昆山甲乙贸易有限公司和昆山丙丁贸易有限公司")
    assert asked.json["asks"]
    assert run("fill", "--set", "name=昆山甲乙贸易有限公司", stdin=asked.out).json["asks"] == []


def test_a_rule_holds_only_on_its_days(run):
    written = json.dumps(form({"registered_capital": {"amount": "0", "currency": "CNY"}, "postcode": "12"}))
    now, before = (run("check", "--on", on, stdin=written).json["findings"] for on in (DAY, "1980-01-01"))
    assert {each["field"] for each in now} > {each["field"] for each in before}


@pytest.mark.parametrize("command", ["check", "fill", "print"])
@pytest.mark.parametrize(
    ("written", "told"),
    [
        (form({"parties": "-1"}), "没有「parties」这一栏"),
        (form({"parties.0.roles": None}), "「职务」（parties.0.roles）的值写法不对"),
        (form({"registered_capital": {"amount": "许多", "currency": "CNY"}}), "「注册资本」（registered_capital）的值写法不对"),
        (form() | {"edition": "1999"}, "没有「1999」这个文书版本"),
    ],
)
def test_a_form_that_is_not_as_fill_writes_it_is_told_by_every_command(trouble, command, written, told):
    assert told in trouble(command, stdin=json.dumps(written))


@pytest.mark.parametrize("command", ["check", "fill", "print"])
def test_a_form_of_a_matter_that_is_not_filled_here_is_told_by_every_command(trouble, card_only, command):
    assert "注销登记还不能在这里填表" in trouble(command, stdin=json.dumps(form() | {"matter": card_only}))
