from __future__ import annotations

import pytest

from gaoxing.checks import scope
from tests.checks.applications import finding, limited, message


def test_the_permit_is_named_without_its_remark():
    told = message(scope.permits_after, limited(business_scope=("餐饮服务",)))
    assert "餐饮服务要办食品经营许可证。" in told or "餐饮服务要办食品经营许可证" in told
    assert "后置" not in told


def test_of_many_permits_the_first_are_named():
    from gaoxing.standards import business_scope

    many = tuple(each.name for each in business_scope.items() if each.licensed and "前置" not in each.licence)[:9]
    assert "另外还有5项" in message(scope.permits_after, limited(business_scope=many))


def test_what_comes_first_goes_to_a_clerk():
    found = finding(scope.approved_before, limited(business_scope=("软件开发", "保安服务")))
    assert found is not None
    assert (found.level, found.fields) == ("manual", ("business_scope",))
    assert "保安服务许可证" in found.message


@pytest.mark.parametrize("items", [(), ("自己写的一项",), ("软件开发",)])
def test_what_is_outside_the_catalogue_is_not_judged(items):
    form = limited(business_scope=items, name="昆山样例软件有限公司")
    assert [rule.id for rule in scope.RULES if finding(rule, form)] == []


def test_a_fitting_item_is_offered_for_the_front():
    told = message(scope.main_business_in_the_name, limited(business_scope=("软件开发", "餐饮管理"), name="昆山样例餐饮有限公司"))
    assert "把“餐饮管理”挪到最前面" in told


def test_without_a_fitting_item_one_is_wanted():
    told = message(scope.main_business_in_the_name, limited(business_scope=("软件开发",), name="昆山样例餐饮有限公司"))
    assert "加进来" in told


@pytest.mark.parametrize("name", ["昆山样例科技有限公司", "昆山样例有限公司", ""])
def test_a_name_without_a_plain_trade_is_not_judged(name):
    assert finding(scope.main_business_in_the_name, limited(business_scope=("软件开发",), name=name)) is None
