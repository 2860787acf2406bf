"""The level of the registration authority: by type of company, open where state capital may hold half, always with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.forms.derive_authority import COUNTY, PREFECTURE, level
from tests.checks.applications import application, holder, joint_stock, limited


def enterprise(percent: str):
    return holder("某集团", kind="enterprise", percent=percent)


@pytest.mark.parametrize("kind", [None, "", "sole_trader", "partnership"])
def test_another_kind_of_business_has_no_level(kind):
    form = application() if kind is None else application(company_type=kind)
    assert level(form).label is None
    assert level(form).reason == "还不知道办哪种公司"


@pytest.mark.parametrize(("percent", "label"), [("49.99", COUNTY), ("50", None), ("50.01", None), ("100", None)])
def test_an_organisation_with_half_leaves_the_level_open(percent, label):
    assert level(limited(enterprise(percent))).label == label


def test_the_reason_names_who_holds_half():
    reason = level(limited(holder(percent="50"), enterprise("50"))).reason
    assert reason.startswith("某集团占一半以上")
    assert "省级" in reason


@pytest.mark.parametrize("percent", ["50", "100"])
def test_a_person_with_half_is_no_state(percent):
    assert level(limited(holder(percent=percent))).label == COUNTY


def test_an_organisation_whose_share_is_not_known_is_not_taken_to_hold_half():
    assert level(limited(holder("某集团", kind="enterprise"))).label == COUNTY


def test_two_organisations_of_a_quarter_each_are_not_added_up():
    assert level(limited(enterprise("25"), enterprise("25"), holder(percent="50"))).label == COUNTY


def test_a_share_worked_out_from_amounts_counts():
    form = limited(holder("某集团", kind="enterprise", amount="60"), holder(amount="40"), capital="100")
    assert level(form).label is None


@given(st.integers(min_value=1, max_value=100))
def test_a_company_limited_by_shares_goes_to_the_prefecture_whoever_holds_it(percent):
    assert level(joint_stock(enterprise(str(percent)))).label == PREFECTURE


@given(st.integers(min_value=1, max_value=100))
def test_a_limited_company_stays_in_the_county_below_half(percent):
    found = level(limited(enterprise(str(percent))))
    assert (found.label == COUNTY) == (percent < 50)
    assert found.reason
