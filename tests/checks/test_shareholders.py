from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks import shareholders
from tests.checks.applications import ADULT, CHILD, DAY, WOMAN, YOUTH, application, finding, holder, joint_stock, limited, message, officer


@pytest.mark.parametrize(("count", "rejected"), [(1, False), (50, False), (51, True)])
def test_a_limited_company_has_at_most_fifty_shareholders(count, rejected):
    form = limited(*(holder(f"股东{number}") for number in range(count)))
    assert (finding(shareholders.too_many_shareholders, form) is not None) is rejected


@pytest.mark.parametrize(("count", "rejected"), [(51, False), (200, False), (201, True)])
def test_a_joint_stock_company_has_at_most_two_hundred_promoters(count, rejected):
    form = joint_stock(*(holder(f"股东{number}") for number in range(count)))
    assert (finding(shareholders.too_many_promoters, form) is not None) is rejected
    assert finding(shareholders.too_many_shareholders, form) is None


def test_officers_without_a_share_are_not_counted():
    form = limited(*(officer(f"员工{number}", "manager") for number in range(60)))
    assert finding(shareholders.too_many_shareholders, form) is None


@given(st.lists(st.integers(1, 10**10), min_size=1, max_size=6), st.integers(-3, 3))
def test_the_amounts_make_the_capital_to_the_fen(fen, apart):
    total = Decimal(sum(fen) + apart) / 100
    form = limited(*(holder(f"股东{row}", amount=str(Decimal(each) / 100)) for row, each in enumerate(fen)), capital=str(total))
    assert total <= 0 or (finding(shareholders.sum_of_shares, form) is None) == (apart == 0)


def test_the_finding_tells_how_much_is_too_much():
    told = message(shareholders.sum_of_shares, limited(holder(amount="600000"), holder("李四", amount="500000"), capital="1000000"))
    assert "110万元" in told
    assert "多了10万元" in told


def test_the_finding_tells_how_much_is_wanting():
    assert "还差10万元" in message(shareholders.sum_of_shares, limited(holder(amount="900000"), capital="1000000"))


def test_too_much_is_told_though_somebody_has_not_said_yet():
    assert finding(shareholders.sum_of_shares, limited(holder(amount="2000000"), holder("李四"), capital="1000000"))


def test_too_little_is_not_told_while_somebody_has_not_said_yet():
    assert finding(shareholders.sum_of_shares, limited(holder(amount="900000"), holder("李四"), capital="1000000")) is None


@pytest.mark.parametrize(("percents", "rejected"), [(("70", "60"), True), (("60", "40"), False), (("33.33", "33.33", "33.33"), False), (("60", "30"), True)])
def test_the_percents_make_a_hundred_within_their_rounding(percents, rejected):
    form = limited(*(holder(f"股东{row}", percent=percent) for row, percent in enumerate(percents)))
    assert (finding(shareholders.sum_of_shares, form) is not None) is rejected


def test_a_hundred_and_thirty_percent_is_told_in_plain_figures():
    assert "130%" in message(shareholders.sum_of_shares, limited(holder(percent="70"), holder("李四", percent="60")))


@pytest.mark.parametrize(("amount", "percent"), [("600000", "60"), ("333333.33", "33.33"), ("333333.33", "33"), ("125000", "12.5"), ("660000", "66")])
def test_a_percent_within_its_rounding_agrees_with_the_amount(amount, percent):
    assert finding(shareholders.percent_against_amount, limited(holder(amount=amount, percent=percent), capital="1000000")) is None


@pytest.mark.parametrize(("amount", "percent"), [("600000", "70"), ("333333.33", "33.3"), ("600000", "60.1")])
def test_a_percent_beyond_its_rounding_is_told(amount, percent):
    form = limited(holder(amount=amount, percent=percent), capital="1000000")
    expected = percent == "33.3"
    assert (finding(shareholders.percent_against_amount, form) is None) == expected


def test_a_contradiction_names_both_values():
    told = message(shareholders.percent_against_amount, limited(holder(amount="600000", percent="70"), capital="1000000"))
    assert "60万元" in told
    assert "60%" in told
    assert "70%" in told


def test_without_a_capital_no_percent_contradicts():
    assert finding(shareholders.percent_against_amount, limited(holder(amount="600000", percent="70"))) is None


def test_the_same_name_twice_is_told():
    assert finding(shareholders.same_shareholder_twice, limited(holder("张三"), holder("张三", id_number=ADULT))).fields == ("parties.0.name", "parties.1.name")


def test_two_people_of_one_name_are_told_apart_by_their_numbers():
    form = limited(holder("张三", id_number=ADULT), holder("张三", id_number=WOMAN))
    assert finding(shareholders.same_shareholder_twice, form) is None


def test_an_officer_of_the_same_name_is_no_second_shareholder():
    assert finding(shareholders.same_shareholder_twice, limited(holder("张三"), officer("张三", "manager"))) is None


def test_who_owns_all_is_told_to_keep_purses_apart():
    assert "分开" in message(shareholders.sole_shareholder, limited(holder(percent="100")))


@pytest.mark.parametrize("rows", [(holder(percent="60"),), (holder(),), (holder(percent="60"), holder("李四", percent="40"))])
def test_who_does_not_own_all_is_not(rows):
    assert finding(shareholders.sole_shareholder, limited(*rows)) is None


def test_the_sole_shareholder_of_a_joint_stock_company_has_other_articles():
    assert finding(shareholders.sole_shareholder, joint_stock(holder(percent="100"))) is None


@pytest.mark.parametrize(("number", "asked"), [(CHILD, True), (YOUTH, True), (ADULT, False), ("320583201305050030", False)])
def test_a_guardian_acts_for_a_minor_shareholder(number, asked):
    assert (finding(shareholders.minor_shareholder, limited(holder(id_number=number))) is not None) is asked


def test_a_minor_grows_up():
    form = limited(holder(id_number=CHILD))
    assert finding(shareholders.minor_shareholder, form, date(2031, 5, 5))
    assert finding(shareholders.minor_shareholder, form, date(2031, 5, 6)) is None


def test_an_enterprise_shareholder_goes_to_a_clerk():
    assert finding(shareholders.enterprise_shareholder, limited(holder("甲公司", kind="enterprise"))).level == "manual"


def test_an_enterprise_without_a_share_does_not():
    assert finding(shareholders.enterprise_shareholder, limited(officer("甲公司", "agent", kind="enterprise"))) is None


def test_no_rule_on_shareholders_says_anything_of_an_empty_form():
    assert [each.id for each in shareholders.RULES if finding(each, application(), DAY)] == []


@pytest.mark.parametrize(
    ("foreign", "count", "looked_at"), [(0, 2, False), (1, 2, False), (2, 3, True), (1, 3, False), (2, 4, False), (3, 4, True), (1, 1, True)]
)
def test_more_than_half_of_the_promoters_from_abroad_go_to_a_clerk(foreign, count, looked_at):
    rows = [holder(f"发起人{each}", **({"nationality": "新加坡"} if each < foreign else {"nationality": "中国"})) for each in range(count)]
    found = finding(shareholders.promoters_from_abroad, joint_stock(*rows))
    assert (found is not None) == looked_at
    assert found is None or found.fields == tuple(f"parties.{each}.nationality" for each in range(foreign))


def test_the_finding_counts_the_promoters():
    rows = [holder("甲", nationality="新加坡"), holder("乙", nationality="日本"), holder("丙")]
    assert message(shareholders.promoters_from_abroad, joint_stock(*rows)).startswith("3位发起人里有2位是境外的")


def test_a_limited_companys_shareholders_may_all_live_abroad():
    assert finding(shareholders.promoters_from_abroad, limited(holder(nationality="新加坡"))) is None


def test_who_said_nothing_of_a_nationality_is_not_foreign():
    assert finding(shareholders.promoters_from_abroad, joint_stock(holder("甲"), holder("乙"))) is None


@pytest.mark.parametrize(("on", "looked_at"), [(date(2024, 6, 30), False), (date(2024, 7, 1), True)])
def test_where_promoters_live_is_asked_from_the_law_of_2023_on(on, looked_at):
    assert (finding(shareholders.promoters_from_abroad, joint_stock(holder(nationality="新加坡")), on) is not None) == looked_at
