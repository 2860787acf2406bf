"""What people type into a blank. Names and numbers are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.forms.shape import blank, fits
from gaoxing.forms.typing import LONGEST, Unfit, typed_value

COMPANY = matter("company_registration")


def typed(path, text, **how):
    return typed_value(blank(COMPANY.fields, path), text, path, **how)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("registered_capital", "200万", {"amount": "2000000", "currency": "CNY"}),
        ("registered_capital", "两百万元", {"amount": "2000000", "currency": "CNY"}),
        ("registered_capital", "2,000,000", {"amount": "2000000", "currency": "CNY"}),
        ("registered_capital", "三十万美元", {"amount": "300000", "currency": "USD"}),
        ("registered_capital", "１００万元", {"amount": "1000000", "currency": "CNY"}),
        ("parties.0.contribution.amount", "60万", "600000"),
        ("parties.0.contribution.amount", "600000", "600000"),
        ("parties.0.contribution.percent", "60%", "60"),
        ("parties.0.contribution.percent", "六成", "60"),
        ("parties.0.contribution.percent", "百分之三十三点三三", "33.33"),
        ("parties.0.contribution.due", "2029年6月30日", "2029-06-30"),
        ("parties.0.contribution.due", "2029-06", "2029-06"),
        ("parties.0.contribution.due", "五年", {"years": 5}),
        ("parties.0.contribution.method", "货币", "cash"),
        ("operating_term", "长期", "indefinite"),
        ("operating_term", "二十年", {"years": 20}),
        ("employees", "五", 5),
        ("employees", "12", 12),
        ("parties.0.mobile", "155 0000 6278", "15500006278"),
        ("parties.0.id_number", "32058319900101123x", "32058319900101123X"),
        ("parties.0.id_number", "３２０５８３１９９００１０１１２３４", "320583199001011234"),
        ("business_scope", "五金产品零售；货物进出口", ("五金产品零售", "货物进出口")),
        ("business_scope", "五金产品零售\n货物进出口\n", ("五金产品零售", "货物进出口")),
        ("business_scope", "电线、电缆经营\n货物进出口", ("电线、电缆经营", "货物进出口")),
        ("business_scope", "五金产品零售、货物进出口", ("五金产品零售", "货物进出口")),
        ("alternative_names", "昆山甲某有限公司\n昆山乙某有限公司", ("昆山甲某有限公司", "昆山乙某有限公司")),
        ("registered_capital", "200 万", {"amount": "2000000", "currency": "CNY"}),
        ("registered_capital", "２００００００", {"amount": "2000000", "currency": "CNY"}),
        ("registered_capital", "5000元", {"amount": "5000", "currency": "CNY"}),
        ("parties.0.contribution.percent", "四分之一", "25"),
        ("parties.0.contribution.percent", "６０％", "60"),
        ("parties.0.contribution.due", "2029年6月底", "2029-06"),
        ("parties.0.contribution.due", "2029/6/30", "2029-06-30"),
        ("employees", "５人", 5),
        ("domicile", "昆山市\n前进西路  188号", "昆山市 前进西路 188号"),
        ("name", " 昆山测试软件有限公司 ", "昆山测试软件有限公司"),
    ],
)
def test_what_people_type_is_read(path, text, value):
    assert typed(path, text) == value


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("registered_capital", "五百"),
        ("registered_capital", "两百来万"),
        ("registered_capital", "大概一百万"),
        ("registered_capital", "五万六万"),
        ("parties.0.contribution.amount", "3万美元"),
        ("parties.0.contribution.percent", "三分之一"),
        ("parties.0.contribution.percent", "一半多"),
        ("parties.0.contribution.due", "2029年底"),
        ("parties.0.contribution.due", "2029年2月30日"),
        ("parties.0.contribution.method", "赊账"),
        ("operating_term", "二十来年"),
        ("employees", "十来个"),
        ("employees", "-3"),
        ("parties.0.mobile", "没有"),
    ],
)
def test_what_can_be_meant_two_ways_is_refused_with_a_sentence(path, text):
    with pytest.raises(Unfit, match="看不懂") as refusal:
        typed(path, text)
    assert text in refusal.value.sentence
    assert refusal.value.sentence.endswith("。")


@pytest.mark.parametrize(("path", "text"), [("registered_capital", "100"), ("registered_capital", "9,999"), ("parties.0.contribution.amount", "６０")])
def test_a_small_figure_without_a_unit_is_asked_back(path, text):
    with pytest.raises(Unfit, match=r"没有单位.*万元。$"):
        typed(path, text)


def test_a_share_stands_in_the_currency_of_the_capital():
    assert typed("parties.0.contribution.amount", "3万美元", currency="USD") == "30000"
    with pytest.raises(Unfit, match=r"同一种币.*USD"):
        typed("parties.0.contribution.amount", "3万元", currency="USD")


def test_a_wrong_check_digit_stays_as_typed():
    assert typed("parties.0.id_number", "320583199001011230") == "320583199001011230"


def test_a_refusal_offers_the_choices():
    with pytest.raises(Unfit, match="知识产权"):
        typed("parties.0.contribution.method", "劳务")


def test_too_long_a_text_is_told_its_length():
    with pytest.raises(Unfit, match=f"最多写 {LONGEST} 个字，现在有 {LONGEST + 1} 个"):
        typed("name", "长" * (LONGEST + 1))


PATHS = ["registered_capital", "operating_term", "employees", "parties.0.contribution.due", "parties.0.id_number", "name"]


@given(st.sampled_from(PATHS), st.text(max_size=40))
def test_whatever_is_typed_gives_a_fitting_value_or_a_sentence(path, text):
    try:
        value, sentence = typed(path, text), ""
    except Unfit as refusal:
        value, sentence = None, refusal.sentence
    assert sentence or fits(blank(COMPANY.fields, path), path, value)


@pytest.mark.parametrize(("text", "value"), [("是", True), ("true", True), ("不要", False), ("没有", False)])
def test_yes_and_no_are_typed_as_people_say_them(text, value):
    assert typed_value(Field("has_sign", "挂招牌", Kind.BOOLEAN, choices=TRUE_FALSE), text, "has_sign") is value


def test_neither_yes_nor_no_is_refused_with_the_choices():
    with pytest.raises(Unfit, match="是、否"):
        typed_value(Field("has_sign", "挂招牌", Kind.BOOLEAN, choices=TRUE_FALSE), "再说", "has_sign")


@pytest.mark.parametrize(("text", "value"), [("85", 85), ("62.5", 62.5), ("６２", 62)])
def test_a_number_may_have_a_fraction(text, value):
    assert typed_value(Field("area", "面积", Kind.NUMBER), text, "area") == value


@pytest.mark.parametrize(("text", "value"), [("变更登记", "registration_change"), ("排水许可证", "排水许可证")])
def test_an_open_choice_takes_one_of_its_choices_or_words_of_ones_own(text, value):
    blank_ = Field("blocked_matter", "事项", Kind.OPEN_CHOICE, choices=(("registration_change", "变更登记"),))
    assert typed_value(blank_, text, "blocked_matter") == value


@pytest.mark.parametrize(("text", "value"), [("8200", "8200"), ("8200平方米", "8200"), ("一万二千平", "12000"), ("55亩", "36666.85"), ("0.5公顷", "5000")])
def test_an_area_is_typed_in_square_metres_or_mu(text, value):
    assert typed_value(Field("floor_area", "建筑面积", Kind.AREA), text, "floor_area") == value


@pytest.mark.parametrize("text", ["三百多平", "很大", "一万二千平和三千平"])
def test_a_vague_area_is_refused_with_a_sentence(text):
    with pytest.raises(Unfit, match="平方米"):
        typed_value(Field("floor_area", "建筑面积", Kind.AREA), text, "floor_area")
