from __future__ import annotations

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.sole_trader_registration.rules import RULES, enterprise_ending, figures, public_servant

DAY = date(2026, 11, 24)


def named(name: str) -> Form:
    return Form("sole_trader_registration", "2026", {"name": Answer(name, Source.TYPED)})


@pytest.mark.parametrize("name", ["昆山市玉山镇示例公司", "示例有限公司", "示例企业", "示例合作社"])
def test_a_name_that_ends_like_an_enterprises_goes_to_a_clerk(name):
    assert enterprise_ending.apply(named(name), DAY, figures(DAY)).level == "manual"


@pytest.mark.parametrize("name", ["示例店", "示例公司食堂", "企业家咖啡馆"])
def test_a_name_that_only_holds_such_a_word_does_not(name):
    assert enterprise_ending.apply(named(name), DAY, figures(DAY)) is None


def test_a_trader_without_a_name_is_in_order():
    assert enterprise_ending.apply(Form("sole_trader_registration", "2026"), DAY, figures(DAY)) is None


def test_rules_on_companies_are_not_asked_of_a_trader():
    assert [each.id for each in RULES if each.id.startswith(("SH-0", "CAP-", "GOV-", "USCC-"))] == []


def working(occupation: str | None) -> Form:
    answers = {} if occupation is None else {"operator.occupation": Answer(occupation, Source.TYPED)}
    return Form("sole_trader_registration", "2026", answers)


@pytest.mark.parametrize("occupation", ["公务员", "参公人员", "现役军人", "某局公务员", "军官", "士官"])
def test_a_servant_of_the_state_is_told_that_he_may_not_trade(occupation):
    found = public_servant.apply(working(occupation), DAY, figures(DAY))
    assert found is not None
    assert (found.level, found.fields) == ("warn", ("operator.occupation",))
    assert f"“{occupation}”" in found.message


@pytest.mark.parametrize("occupation", ["退休公务员", "公务员（已辞去）", "退役军官", "退伍士官", "公务员离职", "务农", "个体", "学生", "", None])
def test_who_left_the_service_or_never_was_in_it_is_not(occupation):
    assert public_servant.apply(working(occupation), DAY, figures(DAY)) is None


@pytest.mark.parametrize(("on", "told"), [(date(2019, 5, 31), False), (date(2019, 6, 1), True)])
def test_it_is_told_from_the_day_of_the_law(on, told):
    assert (public_servant.apply(working("公务员"), on, figures(on)) is not None) == told
