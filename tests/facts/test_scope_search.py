from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts import scope_index
from gaoxing.facts.scope_index import entries, syllables
from gaoxing.facts.scope_search import LONGEST, MOST, nearest, search
from gaoxing.standards.business_scope import items, wordings

DAY = date(2026, 11, 24)
NAMES = [each.name for each in items(DAY)]


def names(query: str, on: date = DAY) -> list[str]:
    return [hit.item.name for hit in search(query, on)]


def test_every_item_is_found_first_by_its_own_wording():
    assert [name for name in NAMES if names(name)[0] != name] == []


@given(st.sampled_from(NAMES))
def test_every_item_is_found_by_its_full_pinyin(name):
    bare = name.split("（")[0]
    assert any(found.split("（")[0] == bare for found in names("".join(syllables(bare))))


@given(st.sampled_from(NAMES))
def test_every_item_is_found_by_its_initials(name):
    bare = name.split("（")[0]
    initials = "".join(each[0] for each in syllables(bare) if each.isalnum())
    hits = {hit.item.name.split("（")[0] for hit in search(initials, DAY, most=700)}
    assert bare in hits


@given(st.sampled_from([each for each in entries() if not each.official]))
def test_every_plain_word_leads_to_its_item(entry):
    assert entry.item in {hit.item.name for hit in search(entry.words, DAY, most=700)}


@pytest.mark.parametrize("query", ["mjzz", "mujuzhizao", "MuJuZZ", "模具zz", "模jzz", "mu ju zhi zao", "模具 制造", "ｍｊｚｚ", "模具制造。"])
def test_one_item_is_found_in_every_way_of_typing(query):
    assert "模具制造" in names(query)


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("治具", "模具制造"),
        ("SMT贴片", "电子元器件制造"),
        ("咖啡馆", "餐饮服务"),
        ("大闸蟹", "水产品零售"),
        ("做账", "代理记账"),
        ("货代", "国际货物运输代理"),
        ("猎头", "职业中介活动"),
        ("电镀", "金属表面处理及热处理加工"),
        ("无人机", "智能无人飞行器制造"),
        ("lvhuayh", "城市绿化管理"),
    ],
)
def test_what_people_call_a_trade_finds_its_item(said, item):
    hits = {hit.item.name: hit.reason for hit in search(said, DAY)}
    assert "就是这一项" in hits[item]


def test_a_whole_wording_comes_before_a_part_of_one():
    assert names("软件")[:2] == ["软件销售", "软件开发"]
    assert names("餐饮")[0] == "餐饮服务"


def test_what_a_bracket_excludes_comes_last():
    found = names("危险化学品")
    assert found[:2] == ["危险化学品经营", "危险化学品生产"]
    assert all("（不含" in name or "（除" in name for name in found[-3:])


def test_several_words_must_all_lead_to_the_item():
    assert names("货物 出口") == ["货物进出口"]
    assert names("模具 饭店") == []


def test_what_ended_is_offered_only_on_its_days():
    assert "食品经营" in names("食品经营", date(2023, 11, 30))
    assert "食品经营" not in names("食品经营", date(2023, 12, 1))


def test_the_status_told_is_that_of_the_day():
    assert [search("货物进出口", day)[0].item.licensed for day in (date(2022, 12, 29), date(2022, 12, 30))] == [True, False]


@pytest.mark.parametrize("query", ["", "   ", "，。", "zzzzzzzzzz", "卖月亮石头精", "\ud800", "𰻝𰻝面馆管理平台"])
def test_what_means_nothing_finds_nothing_and_raises_nothing(query):
    assert [hit for hit in search(query, DAY) if not hit.near] == []


def test_a_slip_of_the_pen_leads_to_the_nearest_wording_and_says_so():
    hit = search("模具制照", DAY)[0]
    assert (hit.item.name, hit.near) == ("模具制造", True)
    assert "最接近" in hit.reason


def test_the_nearest_wordings_are_few_and_offered_on_the_day():
    assert nearest("食品经营服务", DAY)[:1] != ("食品经营",)
    assert len(nearest("设备制造", DAY)) <= 3
    assert nearest("完全不沾边的话", DAY) == ()


def test_a_search_is_short_however_long_the_words():
    assert len(search("制造", DAY)) == MOST
    assert search("模" * 100_000, DAY) == search("模" * LONGEST, DAY)


def test_a_hit_tells_all_that_is_shown():
    assert search("食品销售", DAY)[0].to_json() == {
        "item": "食品销售",
        "code": "",
        "licensed": True,
        "approval": "后置",
        "licence": "食品经营许可证",
        "reason": "规范名称里有“食品销售”",
        "near": False,
    }


def test_every_character_of_the_catalogue_has_a_reading():
    silent = {each for name in wordings() for each in name if "\u4e00" <= each <= "\u9fff" and not syllables(each)[0].isascii()}
    assert silent == set()


def test_a_polyphone_is_read_by_its_neighbours():
    assert syllables("人工智能行业")[4:] == ("hang", "ye")
    assert syllables("乐器零售")[:2] == ("yue", "qi")
    assert syllables("会计") == ("kuai", "ji")


def test_words_only_for_the_search_lead_to_items_of_the_catalogue():
    rows = scope_index.WORDS.read_text(encoding="utf-8").splitlines()[1:]
    assert {item for row in rows for item in row.split("\t")[0].split(" / ")} <= set(NAMES)
