"""Splitting names and writing them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.names.composition import LONGEST, clean, compose, joined, split
from gaoxing.names.name import Kind, Order

REGIONS = ["昆山", "昆山市", "苏州", "江苏", "江苏省苏州市昆山市", "昆山高新区", "上海", "苏州工业园区"]
SAID = st.text("启澜沃朗禾屿岚舟霁栩翊珩", min_size=2, max_size=4)
TRADES = ["智能科技", "精密机械", "餐饮管理", "环保科技", "国际贸易", "汽车零部件", "房地产", "企业管理咨询"]
FORMS = ["有限公司", "有限责任公司", "股份有限公司", "合伙企业（有限合伙）", "集团有限公司", "厂", "中心"]
SPLIT = [
    ("昆山启澜智能科技有限公司", "昆山", "启澜", "智能科技", "有限公司"),
    ("启澜(昆山)智能科技有限公司", "昆山", "启澜", "智能科技", "有限公司"),
    ("启澜智能科技（昆山）有限公司", "昆山", "启澜", "智能科技", "有限公司"),
    ("昆山老街坊面馆", "昆山", "老街坊", "面", "馆"),
    ("昆山市玉山镇小安理发店", "昆山市玉山镇", "小安", "理发", "店"),
    ("昆山禾屿投资合伙企业（有限合伙）", "昆山", "禾屿", "投资", "合伙企业（有限合伙）"),
    ("昆山禾屿会计师事务所（普通合伙）", "昆山", "禾屿", "会计师", "事务所（普通合伙）"),
    ("昆山禾屿（集团）有限公司", "昆山", "禾屿", "", "（集团）有限公司"),
    ("昆山禾屿集团股份有限公司", "昆山", "禾屿", "", "集团股份有限公司"),
    ("昆山禾屿电器厂", "昆山", "禾屿", "电器", "厂"),
    ("昆山禾屿烟酒商行", "昆山", "禾屿", "烟酒", "商行"),
    ("昆山禾屿五金经营部", "昆山", "禾屿", "五金", "经营部"),
    ("昆山禾屿养老服务中心", "昆山", "禾屿", "养老", "服务中心"),
    ("昆山禾屿绣坊", "昆山", "禾屿绣", "", "坊"),
    ("昆山禾屿大药房", "昆山", "禾屿", "大药", "房"),
    ("昆山禾屿超市", "昆山", "禾屿", "", "超市"),
    ("昆山音乐行琴行", "昆山", "音乐行", "琴", "行"),
    ("重庆小面馆", "重庆", "", "小面", "馆"),
    ("禾屿科技有限公司", "", "禾屿", "科技", "有限公司"),
    ("上海滩餐饮有限公司", "", "上海滩", "餐饮", "有限公司"),
    ("昆山市场调查有限公司", "昆山", "", "市场调查", "有限公司"),
    ("昆山上海人家餐饮有限公司", "昆山", "上海人家", "餐饮", "有限公司"),
    ("昆山启新光电科技有限公司", "昆山", "启新", "光电科技", "有限公司"),
    ("启澜（中国）有限公司", "中国", "启澜", "", "有限公司"),
    ("昆山禾屿胖球有限公司", "昆山", "禾屿胖球", "", "有限公司"),
    ("禾屿（昆山）胖球有限公司", "昆山", "禾屿", "胖球", "有限公司"),
    ("昆山重庆火锅店", "昆山", "", "重庆火锅", "店"),
]


@pytest.mark.parametrize(("text", "region", "said", "trade", "form"), SPLIT)
def test_a_name_is_split_into_its_four_parts(text: str, region: str, said: str, trade: str, form: str):
    name = split(text)
    assert (name.region, name.trade_name, name.trade, name.form) == (region, said, trade, form)


def test_a_branch_is_split_as_its_parent_and_its_own_words():
    name = split("昆山启澜科技有限公司苏州分公司")
    assert (name.trade_name, name.form, name.branch) == ("启澜", "有限公司", "苏州分公司")


def test_the_place_of_the_division_is_told():
    orders = [split(each).order for each in ("昆山启澜科技厂", "启澜（昆山）科技厂", "启澜科技（昆山）厂", "启澜科技厂")]
    assert orders == [Order.FIRST, Order.BEHIND_TRADE_NAME, Order.BEFORE_FORM, Order.NONE]


def test_a_second_division_in_brackets_belongs_to_no_part():
    name = split("昆山启澜（上海）科技有限公司")
    assert (name.region, name.trade_name, name.trade) == ("昆山", "启澜", "科技")
    assert "（上海）" in [each.text for each in name.parts if each.kind is Kind.MARK]


@given(st.sampled_from(REGIONS), SAID, st.sampled_from(TRADES), st.sampled_from(FORMS), st.sampled_from([*Order][:3]))
def test_what_was_composed_is_split_into_the_same_parts(region: str, said: str, trade: str, form: str, order: Order):
    name = split(compose(region, said, trade, form, order))
    assert (name.region, name.trade_name, name.trade, name.form, name.order) == (region, said, trade, form, order)


@given(st.text(max_size=160))
def test_any_text_is_split_and_joined_again(text: str):
    name = split(text)
    assert joined(name) == name.text == clean(text)
    assert all(name.text[each.start : each.end] == each.text for each in name.parts)


@given(st.text("昆山苏州市启澜科技智能机械（）集团有限公司分店厂合伙企业 面馆高新区", max_size=40))
def test_scraps_of_names_are_split_and_joined_again(text: str):
    name = split(text)
    assert joined(name) == clean(text)
    assert len(name.region + name.trade_name + name.trade + name.form + name.branch) <= len(name.text)


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str):
    assert clean(clean(text)) == clean(text)


def test_blanks_brackets_and_wide_letters_are_made_alike():
    assert clean(" 启澜 (昆山)\u200b ＡＩ科技 \n有限公司 ") == "启澜（昆山）AI科技有限公司"


def test_a_megabyte_is_cut():
    assert len(split("昆山" * 500_000).text) == LONGEST + 1


@pytest.mark.parametrize("text", ["", "（）", "公司", "集团", "昆山", "店", "有限公司有限公司", "（昆山）", "分公司"])
def test_a_scrap_has_no_trade_name_made_up(text: str):
    name = split(text)
    assert joined(name) == text
    assert name.trade == ""
