from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks import capital
from tests.checks.applications import ADULT, DAY, ENTERPRISE, application, finding, holder, joint_stock, limited, message


@pytest.mark.parametrize("due", ["2031-11-25", "2031-12", "2032", {"years": 6}])
def test_a_contribution_due_after_five_years_is_rejected(due):
    assert finding(capital.overdue, limited(holder(due=due))).level == "reject"


@pytest.mark.parametrize("due", ["2031-11-24", "2031-11", "2031", "2020-01-01", {"years": 5}, {"years": 0}, "以后再说", {"years": "六"}])
def test_a_contribution_that_may_fall_within_five_years_is_not(due):
    assert finding(capital.overdue, limited(holder(due=due))) is None


def test_the_finding_names_who_is_late_and_the_last_day():
    told = message(capital.overdue, limited(holder("张三", due="2040"), holder("李四", due="2030")))
    assert "张三" in told
    assert "李四" not in told
    assert "2031年11月24日" in told


def test_the_five_years_begin_with_the_law():
    assert finding(capital.overdue, limited(holder(due="2050")), date(2024, 6, 30)) is None


def test_the_finding_points_at_the_date():
    assert finding(capital.overdue, limited(holder(), holder("李四", due="2050"))).fields == ("parties.1.contribution.due",)


def test_a_company_of_unknown_type_is_not_judged_on_its_dates():
    assert finding(capital.overdue, application(holder(due="2050"))) is None


@given(st.dates(date(2024, 7, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_a_day_is_late_exactly_when_it_is_after_the_same_day_five_years_on(on, days):
    due = date.fromordinal(on.toordinal() + days)
    same_day = (due.year, due.month, due.day) <= (on.year + 5, on.month, on.day)
    leap = (on.month, on.day) == (2, 29)
    assert leap or (finding(capital.overdue, limited(holder(due=due.isoformat())), on) is None) == same_day


@pytest.mark.parametrize("due", [{"years": 1}, "2026-11-25", "2027"])
def test_shares_of_a_joint_stock_company_are_paid_before_it_exists(due):
    assert finding(capital.unpaid_stock, joint_stock(holder(due=due))).rule == "CAP-02"


@pytest.mark.parametrize("due", ["2026-11-24", "2026-11", "2026", {"years": 0}])
def test_shares_that_are_paid_already_are_in_order(due):
    assert finding(capital.unpaid_stock, joint_stock(holder(due=due))) is None


def test_a_limited_company_need_not_pay_beforehand():
    assert finding(capital.unpaid_stock, limited(holder(due={"years": 5}))) is None


@pytest.mark.parametrize(("amount", "kind", "doubtful"), [("50000000", "person", False), ("50000001", "person", True), ("100000001", "enterprise", True)])
def test_a_clerk_looks_at_a_capital_beyond_reason(amount, kind, doubtful):
    assert (finding(capital.doubtful_capital, limited(holder(kind=kind), capital=amount)) is not None) is doubtful


def test_a_large_capital_without_known_shareholders_has_the_higher_bound():
    assert finding(capital.doubtful_capital, limited(capital="60000000")) is None


def test_a_sum_in_foreign_money_is_not_measured_in_yuan():
    assert finding(capital.doubtful_capital, limited(holder(), capital="900000000", currency="JPY")) is None


@pytest.mark.parametrize("method", ["劳务", "个人信用", "商誉", "特许经营权", "设定担保的房产"])
def test_what_the_law_excludes_is_rejected_and_not_merely_looked_at(method):
    form = limited(holder(method=method))
    assert finding(capital.forbidden_contribution, form).level == "reject"
    assert finding(capital.unusual_contribution, form) is None


def test_an_unknown_way_of_paying_goes_to_a_clerk():
    assert finding(capital.unusual_contribution, limited(holder(method="数据资源"))).level == "manual"


@pytest.mark.parametrize("method", ["in_kind", "intellectual_property", "land_use_right", "equity", "claim"])
def test_what_is_not_money_is_appraised(method):
    assert "评估" in message(capital.appraisal, limited(holder(method=method)))


@pytest.mark.parametrize("check", [capital.appraisal, capital.unusual_contribution, capital.forbidden_contribution])
def test_cash_needs_no_word(check):
    assert finding(check, limited(holder(method="cash"), holder("李四"))) is None


def test_shareholders_of_this_country_state_renminbi():
    form = limited(holder(id_number=ADULT), holder("甲公司", kind="enterprise", id_number=ENTERPRISE), capital="1", currency="USD")
    assert finding(capital.foreign_money, form).level == "reject"
    assert finding(capital.foreign_money_unclear, form) is None


@pytest.mark.parametrize("row", [{"nationality": "德国", "id_number": ADULT}, {}, {"id_number": "933203199001010010"}])
def test_a_shareholder_who_may_be_foreign_goes_to_a_clerk(row):
    form = limited(holder(**row), capital="1", currency="EUR")
    assert finding(capital.foreign_money, form) is None
    assert finding(capital.foreign_money_unclear, form).level == "manual"


def test_renminbi_is_nobodys_trouble():
    form = limited(holder(id_number=ADULT), capital="1")
    assert [each for each in capital.RULES if finding(each, form)] == []


@pytest.mark.parametrize(("item", "amount"), [("劳务派遣服务", "1999999.99"), ("融资担保业务", "19999999")])
def test_a_trade_with_a_least_capital_warns_below_it(item, amount):
    assert item in message(capital.trade_minimum, limited(capital=amount, business_scope=("软件开发", item)))


@pytest.mark.parametrize("scope", [("劳务派遣服务",), ("人力资源服务（不含职业中介活动、劳务派遣服务）",), None])
def test_a_trade_with_enough_capital_or_none_of_its_own_does_not(scope):
    blanks = {} if scope is None else {"business_scope": scope}
    assert finding(capital.trade_minimum, limited(capital="2000000", **blanks)) is None


def test_no_rule_on_capital_says_anything_of_an_empty_form():
    assert [each.id for each in capital.RULES if finding(each, application(), DAY)] == []
