"""Amounts in spoken words: exact or open, none silently wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.amount import MoneyMention, find_money

EXACT = {
    "一千两百万元人民币": ("12000000", "CNY"),
    "五百万": ("5000000", None),
    "一百零五万五千": ("1055000", None),
    "两亿三千万": ("230000000", None),
    "三百二十万美元": ("3200000", "USD"),
    "壹佰壹拾万贰仟陆佰壹拾肆元陆角": ("1102614.6", "CNY"),
    "一万二": ("12000", None),
    "一点五亿元": ("150000000", "CNY"),
    "三千万零五百元": ("30000500", "CNY"),
    "人民币贰仟万元整": ("20000000", "CNY"),
    "3万元欧元": ("30000", "EUR"),
    "47.264287亿元": ("4726428700", "CNY"),
    "两个亿": ("200000000", None),
    "一点五个亿": ("150000000", None),
    "五十万美金": ("500000", "USD"),
    "欧元五十万": ("500000", "EUR"),
    "一百万欧": ("1000000", "EUR"),
    "三万块": ("30000", "CNY"),
    "五万零一块": ("50001", "CNY"),
    "三百一十一块钱": ("311", "CNY"),
    "五十万块钱": ("500000", "CNY"),
    "八万五": ("85000", None),
    "3，000，000元": ("3000000", "CNY"),
    "12,345.67元": ("12345.67", "CNY"),
    "RMB50万": ("500000", "CNY"),
    "USD 500,000": ("500000", "USD"),
    "￥500,000": ("500000", "CNY"),
    "八十万港币": ("800000", "HKD"),
    "台币一百万": ("1000000", "TWD"),
    "五万瑞士法郎": ("50000", "CHF"),
    "三块五": ("3.5", "CNY"),
    "两块五毛": ("2.5", "CNY"),
    "一千二百三十四万五千六百七十八元九角一分": ("12345678.91", "CNY"),
    "一百万元人民币整": ("1000000", "CNY"),
}
OPEN = [
    *(
        "一千多万元",
        "三十来万",
        "小于40万",
        "大概两百来万",
        "三十万左右",
        "差不多四十万",
        "不到五十万",
        "五十万不到",
        "最多八十万",
        "至少一百万",
        "五六万",
        "几十万",
    ),
    *(
        "上百万",
        "将近一百万",
        "一百万出头",
        "两百万元以内",
        "五十万以上",
        "50~60万",
        "1-2百万",
        "五十到六十万",
        "五十万或者八十万",
        "一万五十元",
        "两万半",
        "可能五百万",
    ),
]
NONE = [
    *(
        "一百分教育",
        "三一重工",
        "七匹狼服饰",
        "一零一研究所",
        "万千网络",
        "十三五",
        "建筑面积一万五千平",
        "两万五千平米",
        "三万多人",
        "十万公里",
        "占百分之六十",
        "六成",
        "三十个点",
    ),
    *("幺三八零零幺三八零零零", "二零二九年六月", "昆山拾叶咖啡馆", "前进西路1886号", "一块业务", "六十二岁", "三百多平", "我叫万小军千万的万"),
]


@pytest.mark.parametrize("behind", ["二零二七年六月开工", "开工时间", "2027年6月", "开发"])
def test_an_amount_ends_before_a_year_or_an_opening(behind):
    assert [each.amount for each in find_money(f"总投资一亿二{behind}")] == [120_000_000]


@pytest.mark.parametrize(
    ("words", "value"), [("四百二十三万五千六百七十一块我叫", "4235671"), ("一百八十万一块做", "1800000"), ("一百一十万一块出", "1100000")]
)
def test_one_yuan_behind_an_exact_figure_is_money_and_together_is_not(words: str, value: str):
    assert find_money(words)[0].amount == Decimal(value)


@pytest.mark.parametrize(("words", "value"), EXACT.items())
def test_an_exact_amount_is_read_whole(words: str, value: tuple[str, str | None]):
    (mention,) = find_money(words)
    assert (mention.start, mention.end, mention.amount, mention.currency) == (0, len(words), Decimal(value[0]), value[1])
    assert mention.unit_said


@pytest.mark.parametrize("words", OPEN)
def test_a_vague_amount_stays_open(words: str):
    mentions = find_money(f"注册资本{words}")
    assert mentions
    assert all(mention.amount is None for mention in mentions)


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_money_is_not_read(words: str):
    assert find_money(words) == ()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("注册资金一百二十万蓝天成就他一个股东", ["1200000"]),
        ("五十万三个人平分", ["500000"]),
        ("八万四十平的店", ["80000"]),
        ("一百万一个人", ["1000000"]),
        ("五十万元丰路二百三十二号", ["500000"]),
        ("五十万刀口邵", ["500000"]),
        ("五十万人民路八号", ["500000"]),
        ("八十万陆远航占八成", ["800000"]),
        ("资金三万五个人经营", ["35000"]),
        ("资本从五百万增加到一千五百万", ["5000000", "15000000"]),
        ("五百万年底前到位", ["5000000"]),
        ("一百五十万二零二九年十二月三十一号前到位", ["1500000"]),
        ("五十万五年内缴清", ["500000"]),
        ("我五十万崔洋三十万老顾二十万一共一百万", ["500000", "300000", "200000", "1000000"]),
        ("四百万多出来的一百万全由我出", ["4000000", "1000000"]),
        ("一期投资两个亿二期投资三个亿", ["200000000", "300000000"]),
        ("五十五十万", ["500000"]),
        ("邮箱zhang@163点com资金八万", ["80000"]),
        ("七三开资本六十万不到位也行", ["600000"]),
    ],
)
def test_an_amount_ends_where_the_next_word_begins(text: str, amounts: list[str]):
    assert [mention.amount for mention in find_money(text)] == [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize(("text", "figure"), [("注册资金写五百", "500"), ("两千五", "2500"), ("资本一百五", "150"), ("注册资本100", "100")])
def test_a_figure_without_a_unit_says_so(text: str, figure: str):
    (mention,) = find_money(text)
    assert (mention.amount, mention.unit_said, mention.currency) == (Decimal(figure), False, None)


def test_a_bare_count_may_mean_ten_thousands_and_stays_open():
    (mention,) = find_money("资本五十个")
    assert (mention.amount, mention.readings, mention.unit_said) == (None, (Decimal(500000),), False)


def test_a_numeral_meant_two_ways_gives_both_readings():
    (mention,) = find_money("一万五十元")
    assert mention.readings == (Decimal(10000), Decimal(10050))


def test_a_unit_said_afterwards_counts_for_the_figures_before():
    assert [mention.amount for mention in find_money("我六十他四十这个是万啊注册资本一百万")] == [Decimal(600000), Decimal(400000), Decimal(1000000)]


@pytest.mark.parametrize("hedge", ["大概", "大约", "差不多", "约", "最多", "至少", "不到", "不超过", "将近", "可能", "估计"])
def test_a_hedge_before_the_figure_opens_it(hedge: str):
    assert find_money(f"资本{hedge}一百万")[0].approximate


@pytest.mark.parametrize("words", ["合约一百万", "不到位一百万", "附近一百万", "就一百万", "也就是一百万"])
def test_words_that_only_look_like_a_hedge_leave_it_exact(words: str):
    assert find_money(words)[0].amount == Decimal(1000000)


@given(st.integers(1, 9999), st.sampled_from(["", "元", "块钱", "美元", "欧元", "人民币"]))
def test_every_amount_in_ten_thousands_is_exact_with_any_currency(ten_thousands: int, unit: str):
    (mention,) = find_money(f"注册资本{ten_thousands}万{unit}")
    assert mention.amount == ten_thousands * 10000


@given(st.text(alphabet="一二两三五十百万亿点元块个来多到占我他资本美欧0123456789%年人平，-", max_size=40))
def test_mentions_of_any_text_stand_in_order_inside_it(text: str):
    mentions = find_money(text)
    assert all(isinstance(mention, MoneyMention) and 0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(mention.amount is None for mention in mentions if mention.approximate or mention.readings)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("一万七千八百四十五点一万", "178451000"),
        ("47.264287亿元", "4726428700"),
        ("3千5百万", "35000000"),
        ("1百2十万", "1200000"),
        ("两万零三百万", "203000000"),
        ("一万万元", "100000000"),
    ],
)
def test_an_amount_said_oddly_is_exact(said, amount):
    assert [each.amount for each in find_money(said)] == [Decimal(amount)]


def test_ten_thousands_that_do_not_join_are_asked():
    assert find_money("注册资本七十五万三千九百万")[0].readings == (Decimal(750_000), Decimal(39_750_000))


def test_an_amount_with_a_plus_behind_is_a_lower_bound():
    assert find_money("投资100万+")[0].amount is None
