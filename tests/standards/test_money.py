"""Money: currencies and formal amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import money

FORMAL = {
    "1200000": "壹佰贰拾万元整",
    "1680.32": "壹仟陆佰捌拾元叁角贰分",
    "107000.53": "壹拾万柒仟元伍角叁分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "0.50": "伍角整",
    "0.05": "伍分",
    "0": "零元整",
    "100000000": "壹亿元整",
    "30000500": "叁仟万零伍佰元整",
}


@pytest.mark.parametrize(("amount", "words"), FORMAL.items())
def test_an_amount_is_written_as_on_a_bill(amount: str, words: str):
    assert money.write_formal(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("人民币壹佰贰拾万元整", "1200000"),
        ("壹佰壹拾万贰仟陆佰壹拾肆元陆角", "1102614.6"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("贰拾万圆正", "200000"),
        ("伍佰元", "500"),
        ("玖分", "0.09"),
    ],
)
def test_a_formal_amount_is_read_in_every_usual_spelling(words: str, amount: str):
    assert money.parse_formal(words) == Decimal(amount)


@pytest.mark.parametrize("words", ["", "人民币", "整", "一百元", "壹佰贰拾万", "壹佰元整多", "元整"])
def test_what_is_no_formal_amount_is_refused_with_an_example(words: str):
    with pytest.raises(ValueError, match="壹佰贰拾万元整"):
        money.parse_formal(words)


def test_a_part_of_a_fen_is_refused():
    with pytest.raises(ValueError, match="分"):
        money.write_formal(Decimal("0.001"))


@given(st.decimals(0, 10**11, places=2))
def test_every_amount_written_is_read_back(amount: Decimal):
    assert money.parse_formal(money.write_formal(amount)) == amount


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("元", "CNY"),
        ("块钱", "CNY"),
        ("人民币", "CNY"),
        ("美金", "USD"),
        ("刀", "USD"),
        ("欧元", "EUR"),
        ("港币", "HKD"),
        ("日元", "JPY"),
        ("英镑", "GBP"),
        ("台币", "TWD"),
        ("新台币", "TWD"),
        ("新加坡元", "SGD"),
        ("瑞士法郎", "CHF"),
        ("苹果", None),
    ],
)
def test_a_currency_word_has_its_code(word: str, code: str | None):
    assert money.currency(word) == code


def test_longer_currency_words_are_tried_first():
    words = money.words()
    assert words.index("新台币") < words.index("台币")
    assert not money.generic() & set(words)
