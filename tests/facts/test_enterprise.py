from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.enterprise import find_enterprises


def names(text):
    return [each.name for each in find_enterprises(text)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("公司名字叫昆山启航精密机械有限公司注册资本一百万", "昆山启航精密机械有限公司"),
        ("我想在昆山开一家公司叫云上星空科技有限公司注册资本五十万", "云上星空科技有限公司"),
        ("我自己独资的昆山新大同机械有限公司", "昆山新大同机械有限公司"),
        ("名称华安括号苏州括号自动化设备有限公司", "华安（苏州）自动化设备有限公司"),
        ("名称华安括号苏州自动化设备有限公司", "华安（苏州）自动化设备有限公司"),
        ("公司叫华安（苏州）自动化设备有限公司", "华安（苏州）自动化设备有限公司"),
        ("我们原来都在苏州万里货运有限公司上班", "苏州万里货运有限公司"),
        ("公司名字叫做昆山和信由心文化传媒有限公司", "昆山和信由心文化传媒有限公司"),
        ("母公司晨星科技有限公司全资设立的", "晨星科技有限公司"),
        ("我们晨星科技集团有限公司认购九千万", "晨星科技集团有限公司"),
        ("设立昆山青石工业设计有限责任公司", "昆山青石工业设计有限责任公司"),
        ("客户昆山日新金属制品有限公司要新设立", "昆山日新金属制品有限公司"),
    ],
)
def test_a_company_is_bounded_at_its_cue_or_its_division(said, name):
    assert names(said) == [name]


@pytest.mark.parametrize(
    "said",
    [
        "我们要注册一家有限责任公司",
        "就我一个人的有限公司",
        "把公司开在昆山有限公司都行吗",
        "他在上海和朋友开了个餐饮管理有限公司",
        "我在一家电子厂干了十一年",
        "来昆山开个模具厂",
        "在玉山镇开个理发店",
        "我们公司打算改名",
        "店名没想好",
        "",
    ],
)
def test_a_kind_of_company_or_shop_is_no_name(said):
    assert names(said) == []


def test_two_companies_in_one_breath_are_two():
    said = "股东是上海晨光投资合伙企业（有限合伙）和北京天时科技有限公司各一半"
    assert names(said) == ["上海晨光投资合伙企业（有限合伙）", "北京天时科技有限公司"]


def test_money_and_numbers_before_a_name_are_not_part_of_it():
    said = "东山投资有限公司九千万，代码91320500MA1ABCDEF1，江苏沧海能源有限公司四千五百万"
    assert names(said) == ["东山投资有限公司", "江苏沧海能源有限公司"]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("公司名字叫昆山启航精密机械有限公司", "own"),
        ("昆山启航精密机械有限公司申请设立", "own"),
        ("改成昆山启航精密机械有限公司", "own"),
        ("我在昆山万达电子厂干了十一年", "former"),
        ("原来的昆山安居物业管理有限公司撤走了", "former"),
        ("隔壁是昆山四通车业有限公司", "neighbour"),
        ("股东是上海晨光投资有限公司", ""),
    ],
)
def test_the_words_around_a_name_tell_whose_it_is(said, hint):
    assert find_enterprises(said)[0].role_hint == hint


@pytest.mark.parametrize(
    ("said", "kind", "form"),
    [
        ("叫昆山启航股份有限公司", "company", "股份有限公司"),
        ("股东是昆山启航企业管理合伙企业（有限合伙）", "other", "合伙企业（有限合伙）"),
        ("昆山万达五金工具厂打工", "other", "厂"),
        ("店名叫玉山镇小安理发店", "sole_trader", "店"),
    ],
)
def test_the_form_ends_the_name(said, kind, form):
    found = find_enterprises(said)[0]
    assert (found.kind, found.form) == (kind, form)


@given(st.text(alphabet="昆山公司有限责任叫名字开店在的，。一百万（）苏州科技厂", max_size=60))
def test_a_mention_always_lies_where_it_says(text):
    mentions = find_enterprises(text)
    for each in mentions:
        assert 0 <= each.start < each.end <= len(text)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


TRADE_NAMES = st.text(alphabet="晨海澜屿砺岳朗峰", min_size=2, max_size=4)


@given(st.sampled_from(["昆山", "苏州", "江苏"]), TRADE_NAMES, st.sampled_from(["模具", "电子科技", "包装材料"]))
def test_any_trade_name_after_the_cue_is_found_whole(place, trade_name, trade):
    name = f"{place}{trade_name}{trade}有限公司"
    assert names(f"我要注册公司名称叫{name}法人是我") == [name]


def test_the_amount_and_the_word_holder_are_no_part_of_a_name():
    assert names("注册资本一千二百万股东云上国际有限公司占八成") == ["云上国际有限公司"]


def test_a_founder_named_behind_a_colon_is_not_the_company_to_be():
    found = find_enterprises("昆山启航股份有限公司由下列发起人设立：上海禾木集团有限公司占六成")
    assert [each.role_hint for each in found] == ["", ""]
