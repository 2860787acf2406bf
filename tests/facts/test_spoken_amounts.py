"""Amounts as people say them, told as the registered capital: exact, or left open and asked; never silently another amount.

The utterances are those probed against other programs; the generator spells figures by itself and knows nothing of the reader.
"""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.talk import capital

PROBED = {
    "一千两百万元人民币": "12000000 CNY",
    "五百万": "5000000 CNY",
    "一百零五万五千": "1055000 CNY",
    "两亿三千万": "230000000 CNY",
    "三百二十万美元": "3200000 USD",
    "壹佰壹拾万贰仟陆佰壹拾肆元陆角": "1102614.6 CNY",
    "一万二": "12000 CNY",
    "一点五亿元": "150000000 CNY",
    "三千万零五百元": "30000500 CNY",
    "人民币贰仟万元整": "20000000 CNY",
    "3万元欧元": "30000 EUR",
}
EXACT_OR_OPEN = {**PROBED, "47.264287亿元": "4726428700 CNY"}
OPEN = ("一千多万元", "三十来万", "小于40万")
NAMES = ("一百分教育", "三一重工", "七匹狼服饰", "一零一研究所", "万千网络", "十三五")

FIGURES = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
SAYINGS = (
    "注册资本{}",
    "注册资金是{}，住所还没找好",
    "我想开家公司注册资本写{}法人是我",
    "公司的注册资本呢就{}吧",
    "注册资本嗯那个{}",
)


def below_ten_thousand(number):
    """一千零五: the four places of a figure below 10 000."""
    words = ""
    for unit, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // place % 10
        if digit:
            words += FIGURES[digit] + unit
        elif words and number % place:
            words += "" if words.endswith("零") else "零"
    return words


def spelt(number):
    """三千万零五百: a whole number below ten thousand 亿 in words."""
    words = ""
    for unit, place in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group = number // place % 10**4
        if group:
            gap = words and (group < 1000 or number // place % 10**5 // 10**4 == 0)
            words += ("零" if gap else "") + below_ten_thousand(group) + unit
    return words


def ways(thousands):
    """One amount (in thousands of yuan) as it is said and written."""
    yuan, words = thousands * 1000, spelt(thousands * 1000)
    wan = format((Decimal(yuan) / 10**4).normalize(), "f")
    yield words
    yield words + "元"
    yield words + "块钱"
    yield f"人民币{words}元整"
    yield words.translate(FORMAL) + "元整"
    yield f"{wan}万"
    yield f"{wan}万元"
    yield f"{yuan}元"
    yield f"{yuan:,}元"
    if "." in wan and thousands < 100_000:
        whole, _, tenths = wan.partition(".")
        yield f"{spelt(int(whole)) or '零'}点{FIGURES[int(tenths)]}万"
    if words.startswith("二百") or words.startswith("二千"):
        yield "两" + words[1:]
    if yuan % 10**8 == 0:
        yield f"{spelt(yuan // 10**8)}个亿"
    if yuan % 10**4 == 0:
        yield f"{words}人民币"


def wrong(got, meant):
    """Whether an answer is an amount that was not meant: neither the one, nor open, nor a question that offers it."""
    return not (got is None or got == meant or (isinstance(got, list) and meant in got))


@pytest.mark.parametrize("said", PROBED)
def test_a_probed_amount_is_exact_as_the_capital(said):
    assert capital(f"注册资本{said}") == PROBED[said]


@pytest.mark.parametrize("said", PROBED)
def test_a_probed_amount_is_exact_as_an_answer(said):
    assert capital(("registered_capital", said)) == PROBED[said]


@pytest.mark.parametrize("saying", SAYINGS)
@pytest.mark.parametrize("said", EXACT_OR_OPEN)
def test_a_probed_amount_is_never_silently_another(said, saying):
    assert not wrong(capital(saying.format(said)), EXACT_OR_OPEN[said])


def test_a_figure_without_ten_thousand_is_asked():
    assert capital("注册资本两千五") == ["25000000 CNY", "2500 CNY"]


@pytest.mark.parametrize("saying", SAYINGS)
@pytest.mark.parametrize("said", OPEN)
def test_a_range_or_a_bound_is_left_open(said, saying):
    assert capital(saying.format(said)) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_figures_is_no_capital(name):
    assert capital(f"我在{name}上班，注册资本还没想好") is None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(thousands=st.integers(1, 20_000_000), saying=st.sampled_from(SAYINGS))
def test_an_amount_is_the_one_meant_however_it_is_said(thousands, saying):
    for said in ways(thousands):
        got = capital(saying.format(said))
        assert not wrong(got, f"{thousands * 1000} CNY"), said


@settings(max_examples=100, deadline=None, derandomize=True)
@given(wan=st.integers(1, 99_999))
def test_an_amount_in_tens_of_thousands_is_read_and_not_merely_asked(wan):
    assert {capital(f"注册资本{said}") for said in ways(wan * 10)} == {f"{wan * 10_000} CNY"}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(first=st.integers(1, 9999), later=st.integers(1, 9999), turn=st.sampled_from(["，不对，是", "，说错了，应该是", "，改成", "改成"]))
def test_of_two_amounts_the_mended_one_counts(first, later, turn):
    got = capital(f"注册资本{spelt(first * 10_000)}{turn}{spelt(later * 10_000)}")
    assert got == f"{later * 10_000} CNY"
