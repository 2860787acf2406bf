"""Figures with their years, and what is kept from being taken."""

from __future__ import annotations

import pytest

from gaoxing.facts.cultivation.figures import figures, last_year
from tests.facts.cultivation.said import DAY, asked, form, value, years

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("去年营收八千万", {2025: {"revenue": 80 * MILLION}}),
        ("去年八千万的营收", {2025: {"revenue": 80 * MILLION}}),
        ("营收去年是八千万", {2025: {"revenue": 80 * MILLION}}),
        ("2024年度销售收入3200万元", {2024: {"revenue": 32 * MILLION}}),
        ("去年卖了三千万", {2025: {"revenue": 30 * MILLION}}),
        ("去年研发上头投了两百万", {2025: {"research": 2 * MILLION}}),
        ("去年总资产六千万，净资产三千万，负债三千万", {2025: {"total_assets": 60 * MILLION, "net_assets": 30 * MILLION, "liabilities": 30 * MILLION}}),
        ("去年研发四百万，里头有一百万是委托大学做的", {2025: {"research": 4 * MILLION, "research_outsourced": MILLION}}),
        ("去年总收入七千万，高新技术产品收入五千万", {2025: {"total_income": 70 * MILLION, "high_tech_income": 50 * MILLION}}),
        ("去年一百一十个人里有十五个研发", {2025: {"staff": 110, "research_staff": 15}}),
        ("去年员工一百一十个研发十五个", {2025: {"staff": 110, "research_staff": 15}}),
        ("去年一共三十五个人科技人员八个", {2025: {"staff": 35, "technical_staff": 8}}),
        ("去年职工110人，其中科技人员19人，研发人员12人", {2025: {"staff": 110, "technical_staff": 19, "research_staff": 12}}),
        ("去年研发费用一分钱没有", {2025: {"research": 0}}),
        ("去年产值一个亿，营收八千万", {2025: {"revenue": 80 * MILLION}}),
        ("去年转化了五项科技成果", {2025: {"transformations": 5}}),
    ],
)
def test_a_figure_of_one_year_is_read(said, found):
    assert years(said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("营收前年五千万，去年八千万", {2024: 50, 2025: 80}),
        ("前年五千万去年八千万的营收", {2024: 50, 2025: 80}),
        ("2023年三千万，2024年五千万，2025年八千万，都是营业收入", {2023: 30, 2024: 50, 2025: 80}),
        ("前年六千万，去年八千万，我说的是销售收入", {2024: 60, 2025: 80}),
        ("近三年营收分别是三千万、五千万和八千万", {2023: 30, 2024: 50, 2025: 80}),
        ("2023年到2025年营收三千万、五千万、八千万", {2023: 30, 2024: 50, 2025: 80}),
        ("去年和前年营收分别是八千万和六千万", {2025: 80, 2024: 60}),
        ("去年跟前年营收都是五千万", {2025: 50, 2024: 50}),
        ("2024年到2025年，每年营收都是三千万元", {2024: 30, 2025: 30}),
        ("营收八千万，这是前年的数", {2024: 80}),
        ("八千万的营收是前年的", {2024: 80}),
        ("23、24两年的营收分别是两千万、三千万", {2023: 20, 2024: 30}),
        ("营收二四年五千，二五年八千，单位万元", {2024: 50, 2025: 80}),
        ("今年目标一个亿，去年营收八千万", {2025: 80}),
        ("去年营收八千万，今年目标一个亿", {2025: 80}),
    ],
)
def test_several_years_in_one_sentence_are_told_apart(said, found):
    assert {year: row["revenue"] // MILLION for year, row in years(said).items()} == found


def test_after_two_years_of_one_input_nobody_knows_of_which_the_next_is():
    said = "去年营收八千万，前年六千万，研发花了五百万，员工一百个"
    assert years(said) == {2025: {"revenue": 80 * MILLION}, 2024: {"revenue": 60 * MILLION}}
    assert {"research", "staff", "year"} <= set(asked(said))


def test_another_input_of_the_same_span_takes_its_years():
    told = years("研发费用2024年三百万、2025年四百万；同期销售收入五千万、六千万")
    assert told == {2024: {"research": 3 * MILLION, "revenue": 50 * MILLION}, 2025: {"research": 4 * MILLION, "revenue": 60 * MILLION}}


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (("去年营收八千万，不对，是八千五百万",), {2025: {"revenue": 85 * MILLION}}),
        (("去年营收八千万，说错了，八千五百万",), {2025: {"revenue": 85 * MILLION}}),
        (("去年营收八千万，研发五百万，不对，研发是五百二十万",), {2025: {"revenue": 80 * MILLION, "research": 5_200_000}}),
        (("去年营收不是八千万，是七千万",), {2025: {"revenue": 70 * MILLION}}),
        (("去年营收五千万，前年四千万", "刚才说反了，五千万是前年的，去年是四千万"), {2025: {"revenue": 40 * MILLION}, 2024: {"revenue": 50 * MILLION}}),
        (("去年研发四百五十万", "研发那个数改一下，审计完是四百三十八万"), {2025: {"research": 4_380_000}}),
        (("去年营收六千万", "刚才那个数是兄弟公司的，不是我们的"), {}),
        (("去年职工六十个人", ("years.0.technical_staff", "十二个")), {2025: {"staff": 60, "technical_staff": 12}}),
        (("去年职工六十个人", ("years.0.revenue", "八千万")), {2025: {"staff": 60, "revenue": 80 * MILLION}}),
    ],
)
def test_what_is_put_right_counts(turns, found):
    assert years(*turns) == found


@pytest.mark.parametrize(
    ("said", "blank", "question"),
    [
        ("去年营收八千五", "revenue", "单位是元还是万元？"),
        ("去年营收大概八千万", "revenue", "准确的数是多少？"),
        ("去年营收七八千万", "revenue", "准确的数是多少？"),
        ("去年营收不到八千万", "revenue", "准确的数是多少？"),
        ("去年营收一千万美元", "revenue", "这里要填人民币金额。折合人民币是多少元？"),
        ("去年营收增长了两千万", "revenue", "这是增加的数，不是总数。那一年的总数是多少？"),
        ("今年前十个月营收六千万", "revenue", "这只是一年里的一部分，或者这一年还没有过完。全年的总数是多少？"),
        ("今年营收六千万", "revenue", "这只是一年里的一部分，或者这一年还没有过完。全年的总数是多少？"),
        ("三年研发一共一千五百万", "research", "这是几年合计的数，还是哪一年的？请一年一年地说。"),
        ("近三年研发一千五百万", "research", "这是几年合计的数，还是哪一年的？请一年一年地说。"),
        ("去年软件业务营收三千万", "revenue", "这只是其中一部分。全公司的总数是多少？"),
        ("去年平均每个月营收六百万", "revenue", "这是平均数。全年的总数是多少？"),
        ("营收八千万", "revenue", "这是哪一年的数？"),
        ("去年营收八千万，去年营收九千万", "revenue", "前后说了两个数，以哪一个为准？"),
        ("去年职工十几个人", "staff", "准确的数是多少？"),
        ("去年新招了二十个研发人员", "research_staff", "这是增加的数，不是总数。那一年的总数是多少？"),
    ],
)
def test_what_may_not_be_taken_is_asked_and_fills_nothing(said, blank, question):
    assert asked(said)[blank] == question
    assert not any(blank in row for row in years(said).values())


@pytest.mark.parametrize(
    "said",
    [
        "去年产值一个亿，利润八百万，交税三百万",
        "同行去年营收两个亿",
        "隔壁公司去年研发花了五百万",
        "明年营收要做到一个亿",
        "今年预算研发六百万",
        "去年研发中心盖楼花了三千万",
        "去年研发占百分之六",
        "去年客户给我们八千万的订单",
        "去年人均产值一百万",
        "去年贷款五百万",
        "我们有三个研发项目",
        "去年博士五个人",
        "去年销售人员三十个",
        "去年注册资本增加到一千万",
    ],
)
def test_what_is_of_no_input_or_of_nobody_here_fills_nothing(said):
    assert all(set(row) <= set() for row in years(said).values())


def test_an_amount_without_its_unit_has_both_readings():
    assert form("去年营收八千五").asks[0].readings == ("8500", "85000000")


def test_figures_of_no_year_wait_for_it_in_a_row_of_their_own():
    told = form("营收八千万，职工一百个")
    assert {each.field for each in told.asks} == {"years.0.revenue", "years.0.staff", "years.0.year"}
    assert told.to_contract() == {}


def test_people_never_go_on_from_an_amount():
    assert years("去年营收八千五，一百个人") == {2025: {"staff": 100}}
    assert asked("去年营收八千五，一百个人") == {"revenue": "单位是元还是万元？"}


def test_research_abroad_is_neither_all_research_nor_that_in_china():
    assert years("去年境内研发三百万，境外研发五十万") == {2025: {"research_in_china": 3 * MILLION}}


def test_a_year_at_the_end_is_of_all_figures_before_it():
    told = years("资产总额一个亿，负债四千万，净资产六千万，都是去年年底的")
    assert told == {2025: {"total_assets": 100 * MILLION, "liabilities": 40 * MILLION, "net_assets": 60 * MILLION}}


def test_the_words_of_every_figure_are_kept():
    answer = form("嗯，我们去年营收那个八千万").answers["years.0.revenue"]
    assert [each.words for each in answer.evidence] == ["八千万"]


def test_our_own_figure_stands_beside_another_firms():
    assert years("同行去年做到两个亿，我们营收八千万") == {2025: {"revenue": 80 * MILLION}}


def test_a_whole_year_is_not_barred_by_a_month_said_before_it():
    assert years("2018年5月9号成立的，去年营收八千万") == {2025: {"revenue": 80 * MILLION}}


def test_raw_speech_without_stops_is_parted_where_the_speaker_paused():
    told = years("我们去年营业收入是 六千三百 六千三百五十万 研发费用是 四百零二万 人的话是七十一个人 研发的有十二个")
    assert told == {2025: {"revenue": 63_500_000, "research": 4_020_000, "staff": 71, "research_staff": 12}}


def test_the_year_of_an_earlier_turn_goes_on():
    assert years("去年营收八千万", "研发五百万") == {2025: {"revenue": 80 * MILLION, "research": 5 * MILLION}}


def test_a_figure_keeps_its_turn():
    assert [each.turn for each in figures("去年营收八千万", DAY, turn=3)] == [3]


@pytest.mark.parametrize(("text", "year"), [("去年", 2025), ("前年和去年", None), ("没说", None), ("明年", None)])
def test_the_year_spoken_of_last_is_known(text, year):
    assert last_year(text, DAY) == year


def test_a_share_said_exactly_becomes_an_amount():
    assert years("去年销售收入正好八千万，研发费用正好占百分之六")[2025]["research"] == 4_800_000


@pytest.mark.parametrize("said", ["去年销售八千万，研发百分之六", "去年销售八千万，研发大概占百分之六", "研发正好占百分之六"])
def test_a_share_that_is_not_exact_stays_a_share(said):
    assert not any("research" in row for row in years(said).values())


def test_an_exact_share_of_staff_is_counted_in_heads_only_where_it_comes_out():
    assert years("去年员工一百人，科技人员正好占百分之十五")[2025]["technical_staff"] == 15
    assert "technical_staff" not in years("去年员工九十九人，科技人员正好占百分之十")[2025]


def test_what_was_worked_out_says_so():
    assert str(form("去年销售收入八千万，研发费用正好占百分之六").answers["years.0.research"].source) == "derived"


def test_the_first_statement_of_the_issue_is_read():
    told = years("我们去年营收八千万，研发花了五百二十万，一百一十个人里有十五个研发")
    assert told == {2025: {"revenue": 80 * MILLION, "research": 5_200_000, "staff": 110, "research_staff": 15}}
    assert value("years.0.year", "我们去年营收八千万") == 2025
