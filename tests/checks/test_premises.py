from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks import premises
from tests.checks.applications import application, finding, message


def domicile(address: str, **blanks):
    return application(domicile=address, **blanks)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("上海市示例路1号", "上海市"),
        ("江苏省南京市示例路1号", "南京市"),
        ("江苏省苏州市吴中区示例路1号", "吴中区"),
        ("苏州市太仓市示例路1号", "太仓市"),
        ("中国上海市示例路1号", "上海市"),
    ],
)
def test_a_place_outside_the_district_is_rejected(address, place):
    assert f"地址在{place}" in message(premises.outside_district, domicile(address))


@pytest.mark.parametrize(
    "address",
    ["江苏省苏州市昆山市玉山镇示例路1号", "昆山市玉山镇示例路1号", "昆山高新区示例路1号", "玉山镇示例路1号", "上海路1号", "示例路1号", "苏州市示例路1号"],
)
def test_a_place_in_the_district_or_without_one_is_not(address):
    assert finding(premises.outside_district, domicile(address)) is None


@pytest.mark.parametrize("address", ["玉山镇示例路", "昆山市", "示例大厦"])
def test_an_address_without_a_door_warns(address):
    assert finding(premises.without_door, domicile(address)).level == "warn"


@pytest.mark.parametrize("address", ["示例路1号", "示例路118-6号", "示例大厦A座1201室", "示例园3幢", "示例广场B1层26铺", "示例中心5楼", "示例大厦1201"])
def test_an_address_with_one_does_not(address):
    assert finding(premises.without_door, domicile(address)) is None


@pytest.mark.parametrize("address", ["www.example.cn", "淘宝网店", "https://example.com/shop", "拼多多店铺"])
def test_a_company_has_a_place_in_the_world(address):
    assert finding(premises.online_place, domicile(address)).level == "reject"


@pytest.mark.parametrize(("answer", "rejected"), [("no", True), ("yes", False)])
def test_only_a_network_trader_registers_a_network_address(answer, rejected):
    form = application(premises="淘宝网店", e_commerce=answer)
    assert (finding(premises.online_place, form) is not None) is rejected


def test_whether_somebody_trades_on_the_network_alone_is_asked_and_not_guessed():
    assert finding(premises.online_place, application(premises="淘宝网店")) is None


def test_a_shop_that_is_no_network_trader_is_in_order():
    assert finding(premises.online_place, application(premises="玉山镇示例路1号", e_commerce="no")) is None


def test_a_place_that_was_not_given_is_not_judged():
    assert [each.id for each in premises.RULES if finding(each, application())] == []


@pytest.mark.parametrize("word", ["小区", "新村", "花园", "家园", "公寓", "住宅", "别墅", "宿舍"])
def test_each_word_of_a_dwelling_asks_for_the_owners(word):
    told = message(premises.in_a_dwelling, domicile(f"昆山市玉山镇样例{word}3幢101室"))
    assert f"“{word}”" in told
    assert "不是住宅的，不用管这一条" in told


@pytest.mark.parametrize("address", ["昆山市玉山镇样例路3号", "昆山市玉山镇样例商务楼3楼", "昆山市玉山镇样例工业园3号"])
def test_an_address_without_such_a_word_does_not(address):
    assert finding(premises.in_a_dwelling, domicile(address)) is None
    assert finding(premises.loud_trade_in_a_dwelling, application(domicile=address, business_scope=("餐饮服务",))) is None


@pytest.mark.parametrize("item", ["餐饮服务", "歌舞娱乐活动", "游艺娱乐活动", "危险化学品经营", "烟花爆竹零售", "机动车修理和维护"])
def test_a_loud_trade_in_a_dwelling_goes_to_a_clerk_instead(item):
    form = application(domicile="昆山市玉山镇样例小区3幢101室", business_scope=("软件开发", item))
    found = finding(premises.loud_trade_in_a_dwelling, form)
    assert found is not None
    assert (found.level, found.fields) == ("manual", ("domicile", "business_scope"))
    assert f"“{item}”" in found.message
    assert finding(premises.in_a_dwelling, form) is None


def test_a_traders_premises_are_looked_at_in_the_same_way():
    form = application(premises="昆山市玉山镇样例新村8号", business_scope=("餐饮服务",))
    assert finding(premises.loud_trade_in_a_dwelling, form).fields[0] == "premises"


@pytest.mark.parametrize(("on", "told"), [(date(2020, 12, 31), False), (date(2021, 1, 1), True)])
def test_the_owners_consent_comes_with_the_civil_code(on, told):
    assert bool(message(premises.in_a_dwelling, domicile("昆山市样例小区3幢101室"), on)) == told
