"""Which trade somebody wants, from plain words."""

from __future__ import annotations

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.statement import hear
from gaoxing.matters.joint_licence.trade import trade_facts
from gaoxing.matters.joint_licence.trades import trades
from gaoxing.speech.transcript import Transcript

SHOPS = {
    "restaurant": "我要开个小饭馆",
    "cafe_tea": "盘了个店做奶茶店",
    "bakery": "想搞个面包房",
    "convenience": "村口开个小卖部",
    "supermarket": "准备开大超市",
    "pharmacy": "开药房的",
    "hotel": "弄个民宿",
    "barber_beauty": "我是剃头的，开个理发店",
    "gym": "搞个瑜伽馆",
    "pool": "办个游泳馆",
    "internet_cafe": "开网咖",
    "ktv": "做KTV的",
    "bookshop": "开间书屋",
    "pet_clinic": "想开宠物诊所",
    "hr_agency": "做招聘公司",
    "dispatch_co": "搞劳务派遣",
    "freight_co": "跑运输的",
    "garage": "弄个汽修厂",
    "device_sales": "卖医疗器械",
    "food_factory": "办个食品加工厂",
    "cosmetics_factory": "开化妆品厂",
    "childcare": "办托育园",
    "kindergarten": "办个民办幼儿园",
    "travel": "开旅行社",
    "printshop": "开打印店",
    "hazchem_co": "做危化品贸易",
    "canteen": "单位食堂要办证",
}


def trade(*said: object) -> list[object]:
    return [fact.value for fact in trade_facts(hear(Transcript.of(*said))) if fact.certainty is not Certainty.UNSURE]


def test_every_trade_has_a_way_to_be_said():
    assert set(SHOPS) == set(trades())


@pytest.mark.parametrize(("wanted", "said"), SHOPS.items())
def test_a_shop_in_plain_words_is_its_trade(wanted: str, said: str):
    assert trade(said) == [wanted]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("隔壁就是网吧，我要开的是小卖部", "convenience"),
        ("楼下开了家火锅店，我楼上想做民宿", "hotel"),
        ("以前在饭店打工现在想自己开个奶茶店", "cafe_tea"),
        ("原来是个理发店我盘下来开面馆", "restaurant"),
        ("我表弟开饭店的，我想开个理发店", "barber_beauty"),
        ("不是开饭店是开茶馆", "cafe_tea"),
        ("我要开的是面馆不是面包店", "restaurant"),
    ],
)
def test_the_neighbours_the_former_and_the_denied_shop_is_not_it(said: str, wanted: str):
    assert trade(said) == [wanted]


@pytest.mark.parametrize(
    ("said", "wanted"), [("本来想开奶茶店，后来改成面包店", "bakery"), ("开饭店，不对，是开宾馆", "hotel"), ("先想开网吧，还是开书店吧", "bookshop")]
)
def test_the_shop_put_right_last_counts(said: str, wanted: str):
    assert trade(said) == [wanted]


def test_a_later_turn_puts_the_trade_right():
    assert trade("我想开个网吧", "不对，还是开书店") == ["bookshop"]


def test_what_is_done_beside_the_main_trade_is_not_the_trade():
    assert trade("我开个书店里面带个小咖啡馆") == ["bookshop"]


def test_a_gym_with_a_pool_is_the_trade_with_a_pool():
    heard = hear(Transcript.of("弄个健身房"))
    [fact] = trade_facts(heard, has_pool=True)
    assert (fact.value, fact.derived) == ("pool", True)


def test_a_word_for_two_trades_is_asked_about():
    [fact] = trade_facts(hear(Transcript.of("想开个甜品店")))
    assert (fact.certainty, fact.readings) == (Certainty.UNSURE, ("cafe_tea", "bakery"))


def test_the_own_name_decides_where_nothing_else_does():
    assert trade("店名叫昆山市玉山镇示例面馆") == ["restaurant"]


@pytest.mark.parametrize("said", ["我做电商的", "开个宠物美容店", "想做点生意", "在药店上班十年了"])
def test_where_no_trade_of_the_catalogue_is_said_none_is_read(said: str):
    assert trade(said) == []


def test_the_words_are_the_evidence():
    [fact] = trade_facts(hear(Transcript.of("嗯我想开个小面馆")))
    assert fact.evidence[0].words == "面馆"
