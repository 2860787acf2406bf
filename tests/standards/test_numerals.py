"""Chinese numerals: spoken forms, vague forms, names that hold figures. Generators import nothing from src."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import numerals

SPOKEN = {
    "一百二十万": "1200000",
    "三百二十万零五千": "3205000",
    "一万二": "12000",
    "两千五": "2500",
    "一点五亿": "150000000",
    "两个亿": "200000000",
    "一点五个亿": "150000000",
    "一亿五": "150000000",
    "一亿两千万": "120000000",
    "一亿零五百万": "105000000",
    "十万八": "108000",
    "两万五": "25000",
    "三百零五万": "3050000",
    "一百零五万五千": "1055000",
    "壹佰贰拾万": "1200000",
    "壹佰壹拾万贰仟陆佰壹拾肆": "1102614",
    "拾伍万": "150000",
    "30万": "300000",
    "1.1亿": "110000000",
    "47.264287亿": "4726428700",
    "3,000,000": "3000000",
    "3，000，000": "3000000",
    "５０": "50",
    "50W": "500000",
    "1千万": "10000000",
    "3万5": "35000",
    "3万5千": "35000",
    "1亿2000万": "120000000",
    "一百五": "150",
    "一百零五": "105",
    "一百〇五": "105",
    "一百十五": "115",
    "十五": "15",
    "三十三点三三": "33.33",
    "零点五": "0.5",
    "一点二千万": "12000000",
    "两万亿": "2000000000000",
    "二零二九": "2029",
    "二〇二七": "2027",
    "幺三八": "138",
    "九百九十九万九千九百九十九": "9999999",
}
VAGUE = [
    "两百来万",
    "几十万",
    "五六万",
    "三十来万",
    "一千多万",
    "一百二十来",
    "十几",
    "上百万",
    "近百万",
    "将近一百万",
    "好几百万",
    "两三百万",
    "七八十万",
    "四百多万",
    "两万出头",
    "数百万",
    "百来万",
    "百把万",
    "30多万",
    "30余万",
    "三五万",
    "两个多亿",
    "三十好几万",
    "两千五百多万",
    "一百二三十万",
    "三千五六百万",
    "一万两三千",
    "两万半",
    "小一百万",
    "三百大几十万",
]
NO_AMOUNT = [
    "一百分教育",
    "三一重工",
    "七匹狼服饰",
    "一零一研究所",
    "万千网络",
    "十三五",
    "张三",
    "李四",
    "统一",
    "一下",
    "一起",
    "唯一",
    "第一",
    "千万的万",
    "百花",
]


@pytest.mark.parametrize(("words", "value"), SPOKEN.items())
def test_a_spoken_numeral_has_its_value(words: str, value: str):
    assert numerals.parse(words) == Decimal(value)


@pytest.mark.parametrize("words", VAGUE)
def test_a_vague_numeral_is_found_whole_and_has_no_value(words: str):
    assert [(each.start, each.end, each.value, each.approximate) for each in numerals.find(words)] == [(0, len(words), None, True)]


@pytest.mark.parametrize("words", VAGUE)
def test_a_vague_numeral_is_refused_with_a_sentence(words: str):
    with pytest.raises(ValueError, match=words):
        numerals.parse(words)


@pytest.mark.parametrize("name", NO_AMOUNT)
def test_a_figure_in_a_word_or_name_is_at_most_bare(name: str):
    assert all(each.bare for each in numerals.find(name))


@pytest.mark.parametrize("words", ["", "百分", "一万五十", "五十万五百", "一百万元", "你好", "三百零", "零零", "一十一十"][:6])
def test_what_is_no_numeral_or_can_be_meant_two_ways_is_refused(words: str):
    with pytest.raises(ValueError, match="不是"):
        numerals.parse(words)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("一百二十万蓝天成", ["1200000"]),
        ("五十万三个人", ["500000", "3"]),
        ("八万四十平", ["80000", "40"]),
        ("一百万一个人", ["1000000", "1"]),
        ("五十万陆远航占八成", ["500000", "8"]),
        ("五十万伍小龙", ["500000"]),
        ("八万五个体户", ["85000"]),
        ("八万五名字叫", ["85000"]),
        ("三万五个人经营", ["35000"]),
        ("五十万三七开", ["500000", "37"]),
        ("五十万幺三八零零", ["500000", "13800"]),
        ("一百二十万二零三零年", ["1200000", "2030"]),
        ("两万五一万六", ["25000", "16000"]),
        ("五十万一起", ["500000", "1"]),
        ("一百万三百万", ["1000000", "3000000"]),
        ("三百二十万五千万", ["3200000", "50000000"]),
        ("四百万多出来的一百万", ["4000000", "1000000"]),
        ("从业人数十五个人", ["15"]),
        ("四十三七开", ["40", "37"]),
        ("一亿两千万两个股东", ["120000000", "2"]),
        ("8万2027年", ["80000", "2027"]),
    ],
)
def test_a_numeral_ends_where_the_next_word_begins(text: str, figures: list[str]):
    assert [each.value for each in numerals.find(text)] == [Decimal(figure) for figure in figures]


def test_a_numeral_that_runs_into_another_is_ambiguous():
    assert numerals.find("一万五十元")[0].ambiguous
    assert numerals.find("注册资本500，300")[0].ambiguous


def test_figures_said_one_by_one_are_kept_as_they_are():
    assert [each.digits for each in numerals.find("零五幺二")] == ["0512"]


def test_full_width_figures_keep_their_place():
    assert [(each.start, each.end, each.value) for each in numerals.find("资本５０万")] == [(2, 5, Decimal(500000))]


@pytest.mark.parametrize(
    ("value", "small", "formal"),
    [
        ("0", "零", "零"),
        ("10", "十", "壹拾"),
        ("15", "十五", "壹拾伍"),
        ("110", "一百一十", "壹佰壹拾"),
        ("1005", "一千零五", "壹仟零伍"),
        ("10050", "一万零五十", "壹万零伍拾"),
        ("1200000", "一百二十万", "壹佰贰拾万"),
        ("100000000", "一亿", "壹亿"),
        ("100000001", "一亿零一", "壹亿零壹"),
        ("1000100000", "十亿零十万", "壹拾亿零壹拾万"),
        ("33.30", "三十三点三", "叁拾叁点叁"),
    ],
)
def test_a_number_is_written_small_and_formal(value: str, small: str, formal: str):
    assert numerals.write(Decimal(value)).replace("零十万", "零一十万") == small.replace("零十万", "零一十万")
    assert numerals.write_formal(Decimal(value)) == formal


@pytest.mark.parametrize("value", [-1, 10**12])
def test_a_number_out_of_range_is_refused(value: int):
    with pytest.raises(ValueError, match="范围"):
        numerals.write(value)


def test_digits_are_written_one_by_one():
    assert numerals.digits("2029") == "二零二九"


@given(st.integers(0, 10**12 - 1))
def test_every_whole_number_written_small_is_read_back(value: int):
    assert numerals.parse(numerals.write(value)) == value


@given(st.integers(1, 10**12 - 1))
def test_every_whole_number_written_formal_is_read_back(value: int):
    assert numerals.parse(numerals.write_formal(value)) == value


@given(st.decimals(0, 9999, places=3))
def test_every_decimal_fraction_written_is_read_back(value: Decimal):
    assert numerals.parse(numerals.write(value)) == value


@given(st.integers(1, 9999), st.integers(1, 9))
def test_a_shortened_ending_is_one_unit_lower(ten_thousands: int, figure: int):
    said = spoken(ten_thousands) + "万" + "零一二三四五六七八九"[figure]
    assert numerals.parse(said) == ten_thousands * 10_000 + figure * 1_000


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点个几多来余0123456789,.W元块平年人占我他成 ", max_size=40))
def test_numerals_of_any_text_stand_in_order_and_do_not_overlap(text: str):
    found = numerals.find(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(each.value is None for each in found if each.approximate)


def spoken(value: int) -> str:
    """An oracle of its own: a number below 10,000 in small numerals."""
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // unit % 10
        if figure:
            words += ("零" if zero and words else "") + "零一二三四五六七八九"[figure] + name
        zero = figure == 0
    return words


@pytest.mark.parametrize(
    ("said", "value"),
    [("一万二千三百四十五点六", "12345.6"), ("一亿两千三百点五万", "123005000"), ("三千万零五百点二五", "30000500.25"), ("两万三千点五万", "230005000")],
)
def test_a_point_may_stand_behind_any_place(said, value):
    assert numerals.parse(said) == Decimal(value)


@pytest.mark.parametrize(("said", "value"), [("改成十六万", "160000"), ("换成十万", "100000"), ("变成十二万", "120000"), ("写成一百万", "1000000")])
def test_a_change_into_a_figure_is_no_guess(said, value):
    (found,) = numerals.find(said)
    assert found.value == Decimal(value)


def test_hundreds_and_thousands_of_them_are_a_guess():
    assert {each.value for each in numerals.find("成百上千")} == {None}
