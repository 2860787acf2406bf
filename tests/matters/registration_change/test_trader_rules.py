"""A sole trader has no shareholders and no type of company to change; what it has may change."""

from datetime import date

import pytest

from gaoxing.checks.filer import filer_code_of_another_kind
from gaoxing.checks.rule import Level
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change.trader_rules import not_a_sole_traders

ON = date(2026, 11, 25)
SOLE, COMPANY = "92320583MA0000007N", "91320583MA0000007R"


def found(rule, **answers):
    form = Form("registration_change", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})
    return rule.apply(form, ON, {})


@pytest.mark.parametrize("item", ["shareholders", "company_type"])
def test_what_a_sole_trader_does_not_have_is_sent_to_a_clerk(item):
    told = found(not_a_sole_traders, uscc=SOLE, changes__0__item=item)
    assert (told.level, told.field) == (Level.MANUAL, "changes.0.item")


@pytest.mark.parametrize("item", ["name", "domicile", "legal_representative", "registered_capital", "business_scope"])
def test_what_a_sole_trader_has_may_change(item):
    assert found(not_a_sole_traders, uscc=SOLE, changes__0__item=item) is None


def test_a_company_may_change_its_shareholders():
    assert found(not_a_sole_traders, uscc=COMPANY, changes__0__item="shareholders") is None


def test_two_items_are_named_in_one_sentence():
    told = found(not_a_sole_traders, uscc=SOLE, changes__0__item="shareholders", changes__1__item="company_type")
    assert "股东（发起人）、公司类型" in told.message
    assert told.fields == ("changes.0.item", "changes.1.item")


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("昆山样例五金有限公司", SOLE, True),
        ("昆山样例股份有限公司", SOLE, True),
        ("昆山样例五金有限公司", COMPANY, False),
        ("玉山镇样例小吃店", SOLE, False),
        ("", SOLE, False),
    ],
)
def test_a_companys_name_with_a_sole_traders_code_is_noticed(name, code, told):
    assert bool(found(filer_code_of_another_kind, enterprise=name, uscc=code)) is told
