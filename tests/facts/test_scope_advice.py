from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts import scope_advice
from gaoxing.facts.scope_advice import LONGEST, beside, disagreement, recommend
from gaoxing.standards.business_scope import item, items

DAY = date(2026, 11, 24)
NAMES = {each.name for each in items(DAY)}


def said(words: str, name: str = "") -> list[str]:
    return [each.item.name for each in recommend(words, name, DAY).items if each.said]


def offered(words: str) -> list[str]:
    return [each.item.name for each in recommend(words, "", DAY).items if not each.said]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("做模具", ["模具制造"]),
        ("想开个店卖水果也修手机", ["新鲜水果零售", "通讯设备修理"]),
        ("做注塑的", ["塑料制品制造"]),
        ("CNC加工", ["机械零件、零部件加工"]),
        ("开奶茶店", ["餐饮服务"]),
        ("帮人做账", ["代理记账"]),
    ],
)
def test_plain_words_become_items(words, wanted):
    assert said(words) == wanted


def test_every_item_bears_its_reason_in_a_sentence():
    found = recommend("做模具", "", DAY).items
    assert found[0].reason == "您说“做模具”，规范写法是“模具制造”"
    assert "常一起登记" in found[1].reason
    assert recommend("软件开发", "", DAY).items[0].reason == "您说的“软件开发”就是规范写法"


def test_the_first_said_is_the_main_business():
    assert [(each.item.name, each.main) for each in recommend("卖模具也做模具", "", DAY).items[:2]] == [("模具销售", True), ("模具制造", False)]


def test_the_item_that_agrees_with_the_name_is_put_first():
    found = recommend("开餐饮店顺便做软件开发", "昆山样例科技有限公司", DAY)
    assert (found.items[0].item.name, found.items[0].main) == ("软件开发", True)
    assert "和名称里的“科技”一致" in found.items[0].reason
    assert found.hint == ""


def test_where_no_item_agrees_with_the_name_a_hint_says_so():
    hint = recommend("开饭店", "昆山样例科技有限公司", DAY).hint
    assert "名称里的行业是“科技”" in hint
    assert "或者换一个名称" in hint


def test_what_is_denied_is_neither_recommended_nor_offered():
    found = [each.item.name for each in recommend("开超市，不卖烟", "", DAY).items]
    assert "日用百货销售" in found
    assert "烟草制品零售" not in found


def test_a_licensed_item_leads_to_its_licences():
    meal = recommend("开饭店", "", DAY).items[0]
    assert [each.name for each in meal.licences] == ["食品经营许可"]
    assert meal.to_json()["licences"][0]["authority"] == "市场监督管理局"


@pytest.mark.parametrize(
    ("words", "question"),
    [("卖酒", "瓶装"), ("卖医疗器械", "第几类"), ("开美容院", "打不打激光"), ("跑运输", "4.5吨"), ("做培训", "考证"), ("开中介", "房产")],
)
def test_what_decides_between_items_is_asked(words, question):
    assert any(question in each.text for each in recommend(words, "", DAY).questions)


def test_who_says_the_official_wording_is_asked_nothing():
    assert recommend("第三类医疗器械经营", "", DAY).questions == ()


def test_words_that_fit_several_items_are_asked_about():
    asked = recommend("药", "", DAY).questions
    assert [each.text for each in asked] == ["您说的“药”对得上几项，请选一项。"]
    assert "药品零售" in asked[0].items


def test_one_thing_is_asked_once():
    assert [each.text[:9] for each in recommend("医疗器械", "", DAY).questions] == ["卖的是第几类医疗器"]


def test_pinyin_is_searched_where_nothing_is_said():
    found = recommend("mjzz", "", DAY).items
    assert [each.item.name for each in found][:1] == ["模具制造"]
    assert not any(each.said or each.main for each in found)


@pytest.mark.parametrize("words", ["", "做什么都行", "你好", "\ud800", "做" * 10_000])
def test_of_no_trade_nothing_is_made(words):
    assert said(words) == []


def test_only_the_beginning_of_a_long_story_is_read():
    assert said("。" * LONGEST + "做模具") == []


def test_what_belongs_together_is_offered_beside_the_form():
    names = ["模具制造", "模具销售"]
    found = [each.item.name for each in beside(names, DAY)]
    assert "机械零件、零部件加工" in found
    assert not set(found) & set(names)
    assert beside(["餐饮服务"], DAY) == beside([], DAY) == ()


def test_coffee_brings_packaged_food_as_an_offer():
    assert offered("开咖啡店") == ["食品销售（仅销售预包装食品）"]


def test_the_table_names_items_of_the_catalogue_only():
    rows = [*scope_advice._table()["together"], *scope_advice._table()["question"]]
    assert {name for row in rows for name in row["items"]} <= NAMES


@given(st.lists(st.sampled_from(sorted(NAMES)), max_size=4, unique=True), st.sampled_from(["昆山样例科技有限公司", "昆山样例餐饮有限公司", "样例", ""]))
def test_a_recommendation_never_repeats_an_item_and_has_one_main_at_most(names, name):
    found = recommend("、".join(names), name, DAY).items
    told = [each.item.name for each in found]
    assert len(told) == len(set(told))
    assert sum(each.main for each in found) <= 1
    assert not any(each.main for each in found[1:])


def test_the_older_day_decides_what_is_offered():
    words = "进出口"
    assert [recommend(words, "", day).items[0].item.licensed for day in (date(2022, 12, 29), date(2022, 12, 30))] == [True, False]


@pytest.mark.parametrize(("first", "told"), [("软件开发", False), ("餐饮服务", True), ("药品生产", False)])
def test_only_a_plain_contradiction_with_the_name_is_told(first, told):
    assert bool(disagreement([item(first)], "昆山样例科技有限公司", DAY)) == told
