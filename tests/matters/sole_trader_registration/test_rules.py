from __future__ import annotations

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.sole_trader_registration.rules import RULES, enterprise_ending, figures

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
