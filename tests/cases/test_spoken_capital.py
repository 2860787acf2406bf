"""Sums said as the registered capital, through the whole window: exact on the form, or open and among the questions. None is silently wrong.

The writers of numerals below are this test's own; they take nothing from the house.
"""

import random
from datetime import date
from decimal import Decimal

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)
FIGURES = "零一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "十", "百", "千")
FORMAL_PLACES = ("", "拾", "佰", "仟")
LARGE = (("亿", 100_000_000), ("万", 10_000), ("", 1))
WAYS = ("注册资本{}", "注册资金是{}", "我们公司注册资本打算写{}", "注册资本定{}，长期经营")

EXACT = [
    ("一千两百万元人民币", "12000000", "CNY"),
    ("五百万", "5000000", "CNY"),
    ("一百零五万五千", "1055000", "CNY"),
    ("两亿三千万", "230000000", "CNY"),
    ("三百二十万美元", "3200000", "USD"),
    ("壹佰壹拾万贰仟陆佰壹拾肆元陆角", "1102614.6", "CNY"),
    ("一万二", "12000", "CNY"),
    ("一点五亿元", "150000000", "CNY"),
    ("三千万零五百元", "30000500", "CNY"),
    ("人民币贰仟万元整", "20000000", "CNY"),
    ("47.26亿元", "4726000000", "CNY"),
]
OPEN = ["一千多万元", "三十来万", "小于40万"]
EITHER = [("两千五", "2500", "CNY"), ("3万元欧元", "30000", "EUR"), ("47.264287亿元", "4726428700", "CNY")]


def capital(said, *, asked=False):
    """The capital that was filled in, as (amount, currency), and whether it was left to a question."""
    turns = ("我想开一家公司", ("registered_capital", said)) if asked else (f"我想开一家公司，{said}",)
    taken = receive(Transcript.of(*turns), on=ON, matter_id="company_registration")
    money = taken.form.value("registered_capital")
    waiting = "registered_capital" in {question.field for question in taken.questions}
    return (None if money is None else (Decimal(money["amount"]), money["currency"])), waiting


def group(count, figures, places):
    """A number below ten thousand in words."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        figure = count // 10**place % 10
        gap = gap or (figure == 0 and bool(text))
        if figure:
            text += ("零" if gap and text else "") + figures[figure] + places[place]
            gap = False
    return text


def spoken(count, figures=FIGURES, places=PLACES):
    """A whole number in words, as it is read out."""
    text, before = "", True
    for name, size in LARGE:
        part = count // size % 10_000
        if part:
            text += ("零" if text and (part < 1000 or not before) else "") + group(part, figures, places) + name
        before = part > 0
    return text


def colloquial(count):
    """As people say it: 十五 for 一十五, 两百 and 两千 and 两万."""
    text = spoken(count)
    text = text.removeprefix("一") if text.startswith("一十") else text
    for large in "千万亿":
        text = text.replace(f"二{large}", f"两{large}") if not text.startswith("十") else text
    return text.replace("十两", "十二")


def amounts(seed, number):
    drawn = random.Random(seed)
    scales = (10_000, 10_000, 100_000, 1_000_000, 1_000, 100, 1)
    return [drawn.randint(1, 9_999) * drawn.choice(scales) for _ in range(number)]


@pytest.mark.parametrize(("words", "amount", "currency"), EXACT)
def test_a_sum_said_plainly_is_exact(words, amount, currency):
    assert capital(f"注册资本{words}")[0] == (Decimal(amount), currency)


@pytest.mark.parametrize(("words", "amount", "currency"), EXACT)
def test_a_sum_said_in_answer_is_exact(words, amount, currency):
    assert capital(words, asked=True)[0] == (Decimal(amount), currency)


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("words", OPEN)
def test_a_sum_that_is_none_is_left_to_a_question(words, asked):
    assert capital(words if asked else f"注册资本{words}", asked=asked) == (None, True)


@pytest.mark.parametrize(("words", "amount", "currency"), EITHER)
def test_a_sum_said_oddly_is_exact_or_left_to_a_question(words, amount, currency):
    found, waiting = capital(f"注册资本{words}")
    assert found == (Decimal(amount), currency) or (found is None and waiting)


@pytest.mark.parametrize(("count", "words"), [(12_000_000, "一千二百万"), (1_055_000, "一百零五万五千"), (30_000_500, "三千万零五百"), (10_010, "一万零一十")])
def test_the_writer_of_numerals_writes_them_as_they_are_read(count, words):
    assert spoken(count) == words


@pytest.mark.parametrize(
    ("way", "written"),
    [
        ("read out", spoken),
        ("colloquial", colloquial),
        ("formal", lambda count: "人民币" + spoken(count, FORMAL, FORMAL_PLACES) + "元整"),
        ("figures", lambda count: f"{count}元"),
        ("figures in groups", lambda count: f"{count:,}元"),
        ("ten thousands", lambda count: f"{Decimal(count) / 10_000:f}万元"),
    ],
)
def test_three_hundred_sums_said_in_several_ways_are_exact_or_asked(way, written):
    wrong = []
    for number, count in enumerate(amounts(way, 50)):
        said = WAYS[number % len(WAYS)].format(written(count))
        found, waiting = capital(said)
        if found != (count, "CNY") and not (found is None and waiting):
            wrong.append((said, count, found))
    assert wrong == []


@pytest.mark.parametrize("written", [spoken, colloquial], ids=["read out", "colloquial"])
def test_nine_in_ten_plain_sums_are_read_and_not_merely_asked(written):
    counts = amounts("plain", 50)
    read = [count for count in counts if capital(f"注册资本{written(count)}元")[0] == (count, "CNY")]
    assert len(read) >= 45, sorted(set(counts) - set(read))


@pytest.mark.parametrize("hedge", ["左右", "上下", "不到", "出头"])
def test_a_sum_with_a_hedge_behind_it_is_asked(hedge):
    assert capital(f"注册资本{spoken(1_000_000)}{hedge}") == (None, True)


@pytest.mark.parametrize("hedge", ["大概", "差不多", "不到", "最多", "至少"])
def test_a_sum_with_a_hedge_before_it_is_never_another_sum(hedge):
    found, waiting = capital(f"注册资本{hedge}一百万")
    assert found == (1_000_000, "CNY") or (found is None and waiting)
