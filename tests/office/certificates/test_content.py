"""What a licence shows: the items of the law, nothing made up."""

from dataclasses import replace

import pytest

from gaoxing.office.certificates import content


@pytest.fixture
def shown(now):
    return lambda registered, **told: content.licence(registered, authority="昆山市行政审批局", issued=now.date(), **told)


def test_a_company_s_licence_shows_the_items_of_the_law(shown, company):
    items = dict(content.items(shown(company)))
    assert list(items) == ["名称", "类型", "法定代表人", "注册资本", "成立日期", "住所", "经营范围"]
    assert (items["注册资本"], items["成立日期"]) == ("壹佰万元整", "2026年11月24日")
    assert items["经营范围"].startswith("许可项目：食品销售（依法须经批准")


def test_a_sole_trader_s_licence_shows_composition_and_no_capital(shown, shop):
    items = dict(content.items(shown(shop, composition="family")))
    assert list(items) == ["名称", "类型", "经营者", "组成形式", "注册日期", "经营场所", "经营范围"]
    assert (items["类型"], items["组成形式"]) == ("个体工商户", "家庭经营")


@pytest.mark.parametrize(
    ("told", "lacking"),
    [({"capital": None}, "注册资本"), ({"scope": ()}, "经营范围"), ({"established": None}, "成立日期"), ({"kind": "other", "company_type": ""}, "类型")],
)
def test_an_item_that_is_not_known_is_told_and_never_made_up(shown, company, told, lacking):
    assert content.lacking(shown(replace(company, **told))) == (lacking,)


def test_capital_in_another_currency_says_so(shown, company):
    assert shown(replace(company, capital={"amount": "500000", "currency": "USD"}))["capital"] == "50万美元"


def test_an_item_outside_the_catalogue_is_printed_as_it_stands(shown, company):
    assert shown(replace(company, scope=("自编项目", "五金产品零售")))["scope"] == "自编项目；五金产品零售"


def test_characters_that_steer_a_printer_are_left_out(shown, company):
    assert shown(replace(company, name="昆山\u202e样例\n公司"))["name"] == "昆山样例 公司"


def test_what_differs_is_told_item_by_item(company):
    after = replace(company, domicile="昆山市样例路1号", capital={"amount": "2000000", "currency": "CNY"}, shareholders=())
    assert content.differences(company, after) == (
        ("住所", "昆山市玉山镇前进西路188号", "昆山市样例路1号"),
        ("注册资本", "100万元", "200万元"),
        ("股东", "丁大宝", ""),
    )


@pytest.mark.parametrize(
    ("told", "touched"), [({"shareholders": ()}, False), ({"officers": ()}, False), ({"name": "昆山样例机电有限公司"}, True), ({"scope": ("食品销售",)}, True)]
)
def test_only_what_stands_on_the_licence_brings_a_new_one(company, told, touched):
    assert content.touches_licence(company, replace(company, **told)) is touched
