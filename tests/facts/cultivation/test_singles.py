"""Inputs of no year: rights, standards, the niche, the market, the founding, the valuation, the kind of enterprise."""

from __future__ import annotations

import pytest

from tests.facts.cultivation.said import asked, form, value


@pytest.mark.parametrize(
    ("said", "one", "two"),
    [
        ("发明专利三项，实用新型八项", 3, 8),
        ("三个发明，八个实用新型", 3, 8),
        ("拿了两项发明专利", 2, None),
        ("软著六个，实用新型四项", None, 10),
        ("集成电路布图设计两项，发明专利三项", 5, None),
        ("发明一个都没有，软著有六个", 0, 6),
        ("没有发明专利", 0, None),
        ("发明专利三项，另外还有两项在申请", 3, None),
        ("发明专利四项，等下，有一项失效了，有效的就三项", 3, None),
        ("软件著作权十项，其中两项没关系，剩下八项都有效", None, 8),
        ("专利一共十五项，其中发明三项，其余都是实用新型", 3, 12),
        ("发明专利五项，不对，是四项", 4, None),
        ("专利十五项", None, None),
        ("正在申请三项发明专利", None, None),
        ("发明专利十几项", None, None),
        ("同行发明专利三十项", None, None),
        ("今年打算申请五项发明专利", None, None),
    ],
)
def test_rights_are_counted_by_class(said, one, two):
    assert (value("rights_class_one", said), value("rights_class_two", said)) == (one, two)


def test_a_part_that_does_not_stand_yet_is_asked():
    assert form("发明专利五项，其中三项在审").asks[0].readings == (2, 5)


def test_two_counts_of_one_kind_are_asked():
    assert form("发明专利三项。发明专利五项").asks[0].readings == (3, 5)


def test_a_vague_count_of_rights_is_asked():
    assert asked("发明专利十几项") == {"rights_class_one": "准确的数是多少？"}


def test_kinds_that_add_up_are_worked_out():
    assert str(form("软著六个，实用新型四项").answers["rights_class_two"].source) == "derived"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("主导制定国家标准一项", 1),
        ("行业标准主导制定了两项", 2),
        ("牵头起草了一项国家标准", 1),
        ("没主导过标准", 0),
        ("参与制定国家标准三项", None),
        ("主导团体标准两项", None),
    ],
)
def test_standards_that_were_led_are_counted(said, count):
    assert value("standards", said) == count


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("在这个细分市场做了八年", 8),
        ("我们深耕这个行业十二年了", 12),
        ("专注这个领域5年", 5),
        ("在细分领域做了十来年", None),
        ("做这一行七八年了", None),
        ("成立八年了", None),
        ("在行业里连续三年增长", None),
        ("同行做这个领域二十年", None),
        ("打算在这个领域做十年", None),
    ],
)
def test_years_in_the_niche_are_told(said, count):
    assert value("niche_years", said) == count


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("市场占有率百分之十二", "12"),
        ("市占率12.5%", "12.5"),
        ("细分市场里我们占百分之八", "8"),
        ("我们有百分之十二的市场份额", "12"),
        ("市场占有率百分之十左右", None),
        ("市场占有率提高了百分之三", None),
        ("同行市场占有率百分之三十", None),
        ("研发占百分之六", None),
    ],
)
def test_the_share_of_the_market_is_told(said, share):
    assert value("market_share", said) == share


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2019年3月1日成立的", "2019-03-01"),
        ("公司是2016年3月在昆山成立的，2020年搬到高新区", "2016-03"),
        ("成立于2018年", "2018"),
        ("公司2017年成立的，说错了，2019年3月1号", "2019-03-01"),
        ("子公司2021年成立", None),
        ("成立八年了", None),
        ("2019年左右成立", None),
        ("2020年搬到高新区", None),
        ("研发中心2020年成立", None),
    ],
)
def test_the_founding_is_told_as_far_as_it_was_said(said, day):
    assert value("founded", said) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2019年3月成立的，不对", "2019-03"),
        ("2019年3月成立的，营收说错了，是八千万", "2019-03"),
        ("2019年3月成立的，说错了，高企证书是2024年12月的发明专利", "2019-03"),
        ("2019年3月成立的，不对，2018年", "2018"),
    ],
)
def test_a_word_of_correction_alone_changes_no_founding(said, day):
    assert value("founded", said) == day


def test_a_bare_answer_to_the_founding_is_taken():
    assert value("founded", ("founded", "2019年3月1号")) == "2019-03-01"


@pytest.mark.parametrize(
    ("said", "amount", "currency"),
    [
        ("投后估值三亿", "300000000", "CNY"),
        ("估值五千万美金", "50000000", "USD"),
        ("最近一轮估值是一亿五", "150000000", "CNY"),
        ("两亿的估值", "200000000", "CNY"),
    ],
)
def test_a_valuation_keeps_its_currency(said, amount, currency):
    assert value("valuation", said) == {"amount": amount, "currency": currency}


@pytest.mark.parametrize("said", ["投前估值两个亿", "正在谈，想融三千万，估值两个亿", "同行估值十个亿", "上一轮估值一亿"])
def test_what_is_no_valuation_of_ours_fills_nothing(said):
    assert value("valuation", said) is None


def test_a_valuation_without_its_unit_is_asked():
    assert asked("投后估值八千五百") == {"valuation": "单位是元还是万元？"}


def test_a_valuation_that_is_vague_is_asked():
    assert asked("投后估值大概三个亿") == {"valuation": "准确的数是多少？"}


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("我们是贸易公司", ("trading",)),
        ("企业类型那几样都不是", ("none",)),
        ("我们不是贸易公司", None),
        ("客户是贸易公司", None),
    ],
)
def test_the_kind_of_enterprise_is_told(said, kinds):
    assert value("excluded", said) == kinds


@pytest.mark.parametrize(("said", "count"), [("没有主导过", 0)])
def test_a_bare_no_to_a_count_is_nothing(said, count):
    assert value("standards", ("standards", said)) == count


def test_bare_answers_to_numbers_are_taken():
    told = form(("market_share", "百分之十五"), ("niche_years", "五年"), ("rights_class_one", "三项"))
    assert told.to_contract() == {"market_share": "15", "niche_years": 5, "rights_class_one": 3}
