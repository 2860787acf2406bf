"""Values as people read them: nothing is rounded, a part of a date stays a part."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.forms import Field, Form, Kind
from gaoxing.forms.written import amount_text, day, money, term, written


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1000000", "CNY", "100万元（人民币）"),
        ("3205000", "CNY", "320.5万元（人民币）"),
        ("150000000", "CNY", "15000万元（人民币）"),
        ("5000", "CNY", "5000元（人民币）"),
        ("1234567.89", "CNY", "123.456789万元（人民币）"),
        ("500000", "USD", "50万美元"),
        ("20000", "CHF", "2万CHF"),
        ("", "CNY", "元（人民币）"),
    ],
)
def test_money_is_shown_in_ten_thousands_and_says_its_currency(amount, currency, text):
    assert money({"amount": amount, "currency": currency}) == text


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_an_amount_is_never_rounded(amount):
    text = amount_text(f"{amount:f}", "CNY").removesuffix("元")
    shown = Decimal(text.removesuffix("万")) * (10_000 if text.endswith("万") else 1)
    assert shown == amount


@pytest.mark.parametrize(("value", "text"), [("indefinite", "长期"), ({"years": 20}, "20年")])
def test_a_term_is_shown_in_words(value, text):
    assert term(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [("2029", "2029年"), ("2029-06", "2029年6月"), ("2029-06-30", "2029年6月30日"), ({"years": 5}, "自成立之日起5年内"), ("明年", "明年")]
)
def test_a_day_is_shown_as_far_as_it_was_said(value, text):
    assert day(value) == text


def test_an_amount_in_a_blank_for_text_is_written_as_an_amount():
    changed = Field("to", "变更后的内容", Kind.TEXT)
    assert written(changed, {"amount": "80000000", "currency": "CNY"}, Form("project_change", "1")) == "8000万元（人民币）"
