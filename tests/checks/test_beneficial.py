from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from gaoxing.checks import beneficial
from gaoxing.checks.parameters import SHARED, in_force
from tests.checks.applications import DAY, application, finding, holder, limited, message

FIGURES = in_force(SHARED, DAY)


@pytest.mark.parametrize(("capital", "exempt"), [("10000000", True), ("10000000.01", False), (None, None)])
def test_the_promise_is_for_small_companies_of_persons(capital, exempt):
    assert beneficial.exempt(limited(holder(), capital=capital), FIGURES) is exempt


def test_an_enterprise_among_the_holders_rules_the_promise_out():
    assert beneficial.exempt(limited(holder(), holder("某厂", kind="enterprise"), capital="100"), FIGURES) is False


@pytest.mark.parametrize("form", [limited(capital="100"), application({"name": "甲", "roles": ("shareholder",)}, capital="100")])
def test_what_the_form_does_not_show_is_left_open(form):
    assert beneficial.exempt(form, FIGURES) is None
    assert finding(beneficial.beneficial_owners, form) is None


def test_foreign_money_is_not_measured():
    assert beneficial.exempt(limited(holder(), capital="90000000", currency="USD"), FIGURES) is None


def test_who_holds_a_quarter_is_named():
    told = message(beneficial.beneficial_owners, limited(holder("张三", percent="75"), holder("李四", percent="25"), capital="20000000"))
    assert "张三、李四占25%以上" in told
    assert "2000万元" in told


def test_who_holds_less_is_not():
    form = limited(holder("张三", percent="76"), holder("李四", percent="24"), capital="20000000")
    assert [each.name for each in beneficial.owners_of(form, Fraction(1, 4))] == ["张三"]


@pytest.mark.parametrize(("on", "found"), [(date(2024, 10, 31), False), (date(2024, 11, 1), True)])
def test_the_filing_begins_with_the_measures(on, found):
    form = limited(holder(percent="100"), capital="20000000")
    assert (beneficial.beneficial_owners.apply(form, on, FIGURES) is not None) == found
