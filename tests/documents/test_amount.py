from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.documents.amount import capital, in_capitals, percent, ten_thousands, total

FEN = st.integers(min_value=0, max_value=10**16)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("5000000", "500"),
        ("10000", "1"),
        ("1", "0.0001"),
        ("0.01", "0.000001"),
        ("1234567.89", "123.456789"),
        ("5000000.00", "500"),
        ("0", "0"),
        ("1E+6", "100"),
    ],
)
def test_an_amount_is_shown_in_ten_thousands(amount: str, shown: str):
    assert ten_thousands(amount) == shown


@pytest.mark.parametrize("amount", [None, "", "五百", "NaN", "Infinity", "-1", "0.001", "1,000", {"amount": "1"}])
def test_what_is_no_amount_leaves_the_blank_empty(amount: object):
    assert ten_thousands(amount) == ""


@given(FEN)
def test_every_fen_is_shown_and_nothing_is_rounded(fen: int):
    shown = ten_thousands(f"{fen // 100}.{fen % 100:02d}")
    assert Fraction(shown) * 10000 == Fraction(fen, 100)


@given(FEN)
def test_no_amount_shows_more_than_six_decimals_or_a_trailing_nought(fen: int):
    _, _, decimals = ten_thousands(f"{fen // 100}.{fen % 100:02d}").partition(".")
    assert len(decimals) <= 6
    assert not decimals.endswith("0")


@pytest.mark.parametrize(("share", "shown"), [("60", "60%"), ("33.33", "33.33%"), (None, ""), ("", "")])
def test_a_share_carries_its_sign_only_where_there_is_one(share: object, shown: str):
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("5000000", "伍佰万元整"),
        ("1200000", "壹佰贰拾万元整"),
        ("1234567.89", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
        ("0", ""),
        (None, ""),
        ("1" + "0" * 16, ""),
    ],
)
def test_yuan_are_written_in_formal_numerals(amount: object, words: str):
    assert in_capitals(amount) == words


def ticked(boxes: list[dict[str, object]]) -> list[object]:
    return [box["label"] for box in boxes if box["ticked"]]


def test_capital_in_yuan_ticks_its_currency_and_is_written_out():
    blanks = capital({"amount": "5000000", "currency": "CNY"})
    assert (blanks["amount"], ticked(blanks["currencies"]), blanks["other"], blanks["words"]) == ("500", ["人民币"], "", "伍佰万元整")


def test_capital_in_another_currency_names_it_and_is_not_written_out_in_yuan():
    blanks = capital({"amount": "100000", "currency": "USD"})
    assert (ticked(blanks["currencies"]), blanks["other"], blanks["words"]) == (["其他"], "美元", "")


@pytest.mark.parametrize(("code", "name"), [("EUR", "欧元"), ("JPY", "日元"), ("GBP", "英镑"), ("SGD", "新加坡元"), ("XAU", "XAU")])
def test_a_currency_is_named_in_chinese_where_it_has_a_name(code: str, name: str):
    assert capital({"amount": "1", "currency": code})["other"] == name


def test_capital_that_was_not_said_ticks_nothing():
    blanks = capital(None)
    assert (blanks["amount"], ticked(blanks["currencies"]), blanks["other"], blanks["words"]) == ("", [], "", "")


def test_contributions_that_make_up_the_capital_come_to_a_hundred_per_cent():
    assert total({"amount": "500"}, [{"amount": "200"}, {"amount": "300.00"}]) == {"amount": "0.05", "percent": "100%"}


def test_contributions_that_fall_short_show_no_share():
    assert total({"amount": "600"}, [{"amount": "200"}, {"amount": "300"}]) == {"amount": "0.05", "percent": ""}


@pytest.mark.parametrize("rows", [[], [{}], [{"amount": "200"}, {}]])
def test_contributions_not_all_known_are_not_summed(rows: list[dict[str, str]]):
    assert total({"amount": "200"}, rows) == {"amount": "", "percent": ""}
