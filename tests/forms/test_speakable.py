"""Values as they are read aloud: amounts and days in words, numbers in groups, names with how they are written. All are made up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.cue import find_cues
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.speakable import CUES, address, amount, day, digits, person, shortened, value
from gaoxing.standards.numerals import find

FORM = Form("company_registration", "2026")
YES_NO = (("yes", "是"), ("no", "否"))


def said(kind, given_value, **how):
    return value(Field("x", "栏目", kind, choices=how.pop("choices", ()), private=how.pop("private", False)), given_value, FORM, **how)


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("320583199001010010", "三二零五八三，幺九九零零幺零幺，零零幺零"),
        ("32058319900101001X", "三二零五八三，幺九九零零幺零幺，零零幺叉"),
        ("13800138000", "幺三八，零零幺三，八零零零"),
        ("0512-57300000", "零五幺二，五七三零，零零零零"),
        ("0512-57300000-812", "零五幺二，五七三零，零零零零，八幺二"),
        ("91320583MA1ABCDE0K", "九幺，三二零五八三，MA幺ABCDE零，K"),
        ("215300", "二幺五三零零"),
        ("1380013800", "幺三八零，零幺三八，零零"),
        ("", ""),
    ],
)
def test_a_number_is_read_in_the_groups_in_which_people_say_it(number, spoken):
    assert digits(number) == spoken


@given(st.text("0123456789X-", max_size=24))
def test_no_figure_of_a_number_is_lost(number):
    back = str.maketrans("零幺二三四五六七八九叉", "0123456789X")
    assert digits(number).translate(back).replace("，", "").replace("-", "") == number.replace("-", "")


@pytest.mark.parametrize(
    ("figure", "currency", "spoken"),
    [
        ("1000000", "CNY", "一百万元"),
        ("10500000", "CNY", "一千零五十万元"),
        ("200000000", "CNY", "两亿元"),
        ("20000000", "CNY", "两千万元"),
        ("22000000", "CNY", "两千二百万元"),
        ("1020000", "CNY", "一百零二万元"),
        ("120000", "CNY", "十二万元"),
        ("1234567.89", "CNY", "一百二十三万四千五百六十七点八九元"),
        ("3200000", "USD", "三百二十万美元"),
        ("500", "CHF", "五百CHF"),
        ("很多", "CNY", "很多元"),
        ("9" * 20, "CNY", "9" * 20 + "元"),
    ],
)
def test_an_amount_is_read_in_words(figure, currency, spoken):
    assert amount(figure, currency) == spoken


@given(st.integers(1, 10**11))
def test_an_amount_read_out_is_heard_as_the_same_amount(figure):
    (heard,) = find(amount(str(figure), "CNY").removesuffix("元"))
    assert heard.value == Decimal(figure)


@pytest.mark.parametrize(
    ("given_day", "spoken"),
    [
        ("2029-06-30", "二零二九年六月三十日"),
        ("2029-10", "二零二九年十月"),
        ("2030", "二零三零年"),
        ({"years": 5}, "自成立之日起五年内"),
        ("以后", "以后"),
    ],
)
def test_a_day_is_read_in_words(given_day, spoken):
    assert day(given_day) == spoken


@pytest.mark.parametrize(("place", "spoken"), [("前进东路88号", "前进东路八十八号"), ("188号3幢301室", "幺八八号三幢三零幺室"), ("01号", "零幺号"), ("", "")])
def test_an_address_is_read_with_its_figures(place, spoken):
    assert address(place) == spoken


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("张伟", "张伟，弓长张，伟大的伟"), ("丁大宝", "丁大宝，大小的大，宝贝的宝"), ("贠仡", "贠仡"), ("", ""), ("买买提·艾力", "买买提·艾力")],
)
def test_a_name_is_read_with_how_it_is_written_as_far_as_that_is_sure(name, spoken):
    assert person(name) == spoken


def rows():
    return [line.split("\t") for line in CUES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("character", "cue"), rows())
def test_every_cue_is_understood_by_our_own_ears_as_its_character(character, cue):
    assert [each.character for each in find_cues(cue)] == [character]


def test_no_character_has_two_cues():
    assert len({character for character, _ in rows()}) == len(rows())


@pytest.mark.parametrize(
    ("kind", "given_value", "spoken"),
    [
        (Kind.PERCENT, "33.33", "百分之三十三点三三"),
        (Kind.TERM, "indefinite", "长期"),
        (Kind.TERM, {"years": 20}, "二十年"),
        (Kind.INTEGER, 5, "五"),
        (Kind.NUMBER, 40.5, "四十点五"),
        (Kind.AREA, "6666.7", "六千六百六十六点七平方米"),
        (Kind.SCOPE, ("软件开发",), "软件开发"),
        (Kind.SCOPE, ("软件开发", "茶叶种植"), "共两项：软件开发；茶叶种植"),
        (Kind.TELEPHONE, "13800138000", "幺三八，零零幺三，八零零零"),
        (Kind.TEXT, "务工", "务工"),
        (Kind.TEXT, {"amount": "5000", "currency": "USD"}, "五千美元"),
        (Kind.MONEY, "5000", "五千元"),
    ],
)
def test_every_kind_of_blank_has_its_way_of_being_read(kind, given_value, spoken):
    assert said(kind, given_value) == spoken


def test_a_unit_of_the_label_is_read_behind_the_figure():
    assert value(Field("area", "建筑面积（平方米）", Kind.TEXT), "6666.7", FORM) == "六千六百六十六点七平方米"
    assert value(Field("area", "营业面积（平方米）", Kind.NUMBER), 40, FORM) == "四十平方米"


def test_a_choice_is_read_by_its_official_label():
    assert (said(Kind.CHOICE, "yes", choices=YES_NO), said(Kind.BOOLEAN, True, choices=(("true", "是"), ("false", "否")))) == ("是", "是")


@pytest.mark.parametrize(
    ("number", "spoken"),
    [("320583199001010010", "三二零五开头，尾号零零幺零"), ("13800138000", "幺三八开头，尾号八零零零"), ("12345", "已填"), ("前进东路八十八号", "已填")],
)
def test_a_private_number_is_read_by_its_ends_where_it_must_not_be_whole(number, spoken):
    assert shortened(number) == spoken
    assert said(Kind.TEXT, number, private=True, whole=False) == spoken
    assert said(Kind.TEXT, number, private=True) == number
