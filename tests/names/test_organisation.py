"""Forms of organisation and branches."""

from __future__ import annotations

import pytest

from gaoxing.names.organisation import Holder, form_of, holder, parent_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("昆山星野科技有限公司", "有限公司"),
        ("昆山星野科技有限责任公司", "有限责任公司"),
        ("昆山星野科技股份有限公司", "股份有限公司"),
        ("昆山星野集团有限公司", "集团有限公司"),
        ("昆山星野（集团）股份有限公司", "（集团）股份有限公司"),
        ("昆山星野投资中心（有限合伙）", "中心（有限合伙）"),
        ("昆山星野事务所（特殊普通合伙）", "事务所（特殊普通合伙）"),
        ("昆山星野工作室（个人独资）", "工作室（个人独资）"),
        ("星野面馆", "馆"),
        ("星野五金经营部", "经营部"),
        ("昆山星野", ""),
        ("", ""),
    ],
)
def test_the_longest_form_at_the_end_is_found(name: str, form: str):
    assert form_of(name) == form


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("昆山星野科技有限公司苏州分公司", "昆山星野科技有限公司"),
        ("昆山星野餐饮有限公司千灯店", "昆山星野餐饮有限公司"),
        ("昆山星野合伙企业（有限合伙）周市分厂", "昆山星野合伙企业（有限合伙）"),
        ("昆山星野科技有限公司", ""),
        ("分公司", ""),
        ("昆山分公司", ""),
    ],
)
def test_a_branch_is_told_by_its_parents_full_name(name: str, parent: str):
    assert parent_of(name) == parent


@pytest.mark.parametrize(
    ("form", "who"),
    [
        ("有限公司", Holder.COMPANY),
        ("中心（有限合伙）", Holder.PARTNERSHIP),
        ("馆", Holder.SHOP),
        ("经营部", Holder.SHOP),
        ("厂", Holder.OTHER),
        ("中心", Holder.OTHER),
        ("厂（个体工商户）", Holder.SHOP),
    ],
)
def test_the_form_tells_who_bears_the_name(form: str, who: Holder):
    assert holder(form) is who


@pytest.mark.parametrize("form", ["店", "厂", "馆", "部", "行", "坊", "铺", "室", "吧", "房", "中心", "工作室", "商行", "经营部", "超市", "会所", "小吃"])
def test_a_shops_form_is_found_behind_any_trade_name(form: str):
    assert form_of(f"昆山市星野{form}") == form


def test_a_group_is_a_company():
    assert holder("集团") is Holder.COMPANY
    assert holder("（集团）有限公司") is Holder.COMPANY
