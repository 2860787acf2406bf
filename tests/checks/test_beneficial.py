from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks import beneficial
from gaoxing.checks.parameters import SHARED, in_force
from tests.checks.applications import DAY, application, finding, holder, limited, message, officer

FIGURES = in_force(SHARED, DAY)


@pytest.mark.parametrize(("capital", "exempt"), [("10000000", True), ("10000000.01", False), (None, None)])
def test_the_promise_is_for_small_companies_of_persons(capital, exempt):
    assert beneficial.exempt(limited(holder(), capital=capital), FIGURES) is exempt


def test_before_the_measures_nobody_promised_anything():
    assert beneficial.exempt(limited(holder(), capital="100"), in_force(SHARED, date(2024, 10, 31))) is None


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


@pytest.mark.parametrize(("cents", "told"), [(0, False), (1, True), (-1, False)])
def test_the_bound_of_ten_million_is_met_to_the_fen(cents, told):
    whole = str(Decimal(10_000_000) + Decimal(cents) / 100)
    assert bool(message(beneficial.beneficial_owners, limited(holder(percent="100"), capital=whole))) == told


@given(st.decimals(min_value="0.01", max_value="99999999999.99", places=2))
def test_persons_promise_exactly_up_to_the_bound(whole):
    assert beneficial.exempt(limited(holder(), capital=str(whole)), FIGURES) == (whole <= 10_000_000)


@given(st.integers(min_value=1, max_value=99))
def test_exactly_those_with_a_quarter_are_named(percent):
    form = limited(holder("张三", percent=str(percent)), holder("李四", percent=str(100 - percent)), capital="20000000")
    named = {each.name for each in beneficial.owners_of(form, Fraction(1, 4))}
    assert ("张三" in named) == (percent >= 25)
    assert ("李四" in named) == (percent <= 75)


def test_an_organisation_is_told_of_first_and_its_people_are_to_be_found():
    form = limited(holder("张三", percent="20"), holder("某集团", kind="enterprise", percent="80"), capital="100")
    told = message(beneficial.beneficial_owners, form)
    assert told.startswith("某集团是单位股东")
    assert "张三" not in told
    assert "背后的人" in told


def test_the_finding_points_at_the_names():
    found = finding(beneficial.beneficial_owners, limited(holder("张三", percent="90"), holder("李四", percent="10"), capital="20000000"))
    assert found is not None
    assert found.fields == ("parties.0.name",)


def test_where_no_share_is_known_every_shareholder_is_pointed_at():
    found = finding(beneficial.beneficial_owners, limited(holder("张三"), holder("李四"), capital="20000000"))
    assert found is not None
    assert "25%以上，要填上" not in found.message
    assert found.fields == ("parties.0.name", "parties.1.name")


def test_an_officer_without_a_share_does_not_count():
    form = limited(holder(), officer("某集团", "supervisor", kind="enterprise"), capital="100")
    assert beneficial.exempt(form, FIGURES) is True
