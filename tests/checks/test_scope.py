from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks import scope
from gaoxing.standards import business_scope
from tests.checks.applications import finding, limited, message


def test_the_permit_is_named_without_its_remark():
    told = message(scope.permits_after, limited(business_scope=("餐饮服务",)))
    assert "餐饮服务要办食品经营许可证。" in told or "餐饮服务要办食品经营许可证" in told
    assert "后置" not in told


def test_of_many_permits_the_first_are_named():
    many = tuple(each.name for each in business_scope.items() if each.licensed and "前置" not in each.licence)[:9]
    assert "另外还有5项" in message(scope.permits_after, limited(business_scope=many))


def test_what_comes_first_goes_to_a_clerk():
    found = finding(scope.approved_before, limited(business_scope=("软件开发", "保安服务")))
    assert found is not None
    assert (found.level, found.fields) == ("manual", ("business_scope",))
    assert "保安服务许可证" in found.message


@pytest.mark.parametrize(("items", "told"), [((), []), (("自己写的一项",), ["SCOPE-03"]), (("软件开发",), [])])
def test_what_is_outside_the_catalogue_is_only_told_to_be_so(items, told):
    form = limited(business_scope=items, name="昆山样例软件有限公司")
    assert [rule.id for rule in scope.RULES if finding(rule, form)] == told


def test_a_fitting_item_is_offered_for_the_front():
    told = message(scope.main_business_in_the_name, limited(business_scope=("软件开发", "餐饮管理"), name="昆山样例餐饮有限公司"))
    assert "把“餐饮管理”挪到最前面" in told


def test_without_a_fitting_item_one_is_wanted():
    told = message(scope.main_business_in_the_name, limited(business_scope=("软件开发",), name="昆山样例餐饮有限公司"))
    assert "加进来" in told


@pytest.mark.parametrize("name", ["昆山样例科技有限公司", "昆山样例有限公司", ""])
def test_a_name_without_a_plain_trade_is_not_judged(name):
    assert finding(scope.main_business_in_the_name, limited(business_scope=("软件开发",), name=name)) is None


FIRST = tuple(each.name for each in business_scope.items() if "前置" in each.licence)
LATER = tuple(each.name for each in business_scope.items() if each.licensed and "前置" not in each.licence)
FREE = tuple(each.name for each in business_scope.items() if not each.licensed and not each.licence)


@given(st.sampled_from(FREE))
def test_what_needs_no_permit_brings_no_word(item):
    form = limited(business_scope=(item,))
    assert finding(scope.permits_after, form) is None
    assert finding(scope.approved_before, form) is None


@given(st.sampled_from(LATER))
def test_every_licensed_item_is_told_with_its_permit_and_only_informs(item):
    found = finding(scope.permits_after, limited(business_scope=(item,)))
    assert found is not None
    assert found.informs
    assert item in found.message
    assert finding(scope.approved_before, limited(business_scope=(item,))) is None


@pytest.mark.parametrize("item", FIRST)
def test_every_item_approved_beforehand_goes_to_a_clerk_once(item):
    form = limited(business_scope=(item,))
    assert f"“{item}”要先批准" in message(scope.approved_before, form)
    assert finding(scope.permits_after, form) is None


@pytest.mark.parametrize(("count", "more"), [(1, ""), (4, ""), (5, "另外还有1项"), (6, "另外还有2项")])
def test_four_permits_are_named_and_the_rest_counted(count, more):
    told = message(scope.permits_after, limited(business_scope=LATER[:count]))
    assert ("另外还有" in told) == bool(more)
    assert more in told
    assert all(each in told for each in LATER[: min(count, 4)])


def test_a_wording_written_a_little_differently_is_the_same_item():
    assert "食品经营许可证" in message(scope.permits_after, limited(business_scope=("餐饮服务", "自己写的一项")))


@pytest.mark.parametrize(
    ("name", "first", "apart"),
    [
        ("昆山样例物流有限公司", "软件开发", True),
        ("昆山样例软件有限公司", "软件开发", False),
        ("昆山样例软件有限公司", "餐饮管理", True),
        ("昆山样例餐饮有限公司", "餐饮管理", False),
        ("昆山样例餐饮店", "软件开发", False),
        ("昆山样例软件股份有限公司", "餐饮管理", True),
    ],
)
def test_the_trade_in_the_name_is_the_first_item(name, first, apart):
    assert (finding(scope.main_business_in_the_name, limited(business_scope=(first,), name=name)) is not None) == apart


def test_scope_and_name_are_both_pointed_at():
    found = finding(scope.main_business_in_the_name, limited(business_scope=("软件开发",), name="昆山样例餐饮有限公司"))
    assert found is not None
    assert found.fields == ("business_scope", "name")


@pytest.mark.parametrize(
    ("rule", "on", "told"),
    [
        (scope.permits_after, date(2022, 2, 28), False),
        (scope.permits_after, date(2022, 3, 1), True),
        (scope.approved_before, date(2022, 2, 28), False),
        (scope.approved_before, date(2022, 3, 1), True),
        (scope.main_business_in_the_name, date(2021, 2, 28), False),
        (scope.main_business_in_the_name, date(2021, 3, 1), True),
    ],
)
def test_each_rule_on_the_scope_holds_from_its_day(rule, on, told):
    form = limited(business_scope=("软件开发", "餐饮服务", "保安服务"), name="昆山样例餐饮有限公司")
    assert (finding(rule, form, on) is not None) == told


def test_an_unknown_item_is_told_with_the_nearest():
    found = finding(scope.outside_the_catalogue, limited(business_scope=("软件开发", "模具制造加工", "月亮上的活")))
    assert found is not None
    assert (found.level, found.fields) == ("warn", ("business_scope",))
    assert "“模具制造加工”不在我们手头" in found.message
    assert "最接近的是“模具制造”" in found.message
    assert "另外还有1项也不在" in found.message


def test_where_nothing_is_near_the_search_is_pointed_to():
    told = message(scope.outside_the_catalogue, limited(business_scope=("乾坤" * 60,)))
    assert "查一查规范写法" in told
    assert len(told) < 120


def test_an_ended_item_goes_to_a_clerk_with_what_is_chosen_instead():
    found = finding(scope.no_longer_offered, limited(business_scope=("软件开发", "食品经营")))
    assert found is not None
    assert found.level == "manual"
    assert "“食品经营”改用“食品销售”、“餐饮服务”" in found.message
    assert finding(scope.outside_the_catalogue, limited(business_scope=("食品经营",))) is None


@pytest.mark.parametrize(("on", "told"), [(date(2023, 11, 30), False), (date(2023, 12, 1), True)])
def test_an_item_counts_as_ended_from_its_day(on, told):
    assert (finding(scope.no_longer_offered, limited(business_scope=("食品经营",)), on) is not None) == told


@pytest.mark.parametrize(("on", "told"), [(date(2022, 12, 29), True), (date(2022, 12, 30), False)])
def test_an_item_needs_its_permit_until_a_row_frees_it(on, told):
    assert (finding(scope.permits_after, limited(business_scope=("货物进出口",)), on) is not None) == told


@pytest.mark.parametrize(("count", "told"), [(0, False), (30, False), (31, True), (200, True)])
def test_dozens_of_items_are_told_to_be_too_many(count, told):
    found = finding(scope.too_many_items, limited(business_scope=FREE[:count]))
    assert (found is not None) == told
    assert found is None or f"写了{count}项" in found.message


@pytest.mark.parametrize(
    ("name", "first", "apart"),
    [
        ("昆山样例科技有限公司", "餐饮服务", True),
        ("昆山样例科技有限公司", "模具制造", False),
        ("昆山样例环保科技有限公司", "理发服务", True),
        ("昆山样例电子商务有限公司", "互联网销售（除销售需要许可的商品）", False),
        ("昆山样例模具有限公司", "餐饮服务", True),
        ("昆山样例广告装饰有限公司", "住宅室内装饰装修", False),
        ("昆山餐饮家有限公司", "软件开发", False),
    ],
)
def test_the_last_and_longest_trade_word_of_the_name_counts(name, first, apart):
    assert (finding(scope.main_business_in_the_name, limited(business_scope=(first,), name=name)) is not None) == apart
