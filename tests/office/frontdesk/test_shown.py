from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.forms import Answer, Field, Form, Kind, Source
from gaoxing.forms.typing import typed_value
from gaoxing.office.frontdesk.shown import amount_text, day, money, term, typed_text, value_text

EMPTY = Form("company_registration", "2026")


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


def test_a_share_is_shown_in_the_currency_of_the_capital():
    form = Form("company_registration", "2026", {"registered_capital": Answer({"amount": "1000000", "currency": "USD"}, Source.SAID)})
    assert value_text(matter("company_registration").field("parties.0.contribution.amount"), "600000", form) == "60万美元"


def test_a_private_blank_is_masked():
    assert value_text(matter("company_registration").field("parties.0.id_number"), "320583199001011234", EMPTY) == "3205**********1234"


def test_choices_show_their_official_words():
    assert value_text(matter("company_registration").field("parties.0.roles"), ("shareholder", "legal_representative"), EMPTY) == "股东、法定代表人"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.PERCENT, "33.33", "33.33%"),
        (Kind.SCOPE, ("软件开发", "软件销售"), "软件开发；软件销售"),
        (Kind.TEXTS, ("甲", "乙"), "甲、乙"),
        (Kind.INTEGER, 5, "5"),
        (Kind.TEXT, "<b>", "<b>"),
    ],
)
def test_each_kind_has_its_wording(kind, value, text):
    assert value_text(Field("x", "栏", kind), value, EMPTY) == text


TYPED = [
    ("registered_capital", {"amount": "1000000", "currency": "CNY"}),
    ("registered_capital", {"amount": "5000", "currency": "CNY"}),
    ("registered_capital", {"amount": "1234567.89", "currency": "CNY"}),
    ("registered_capital", {"amount": "500000", "currency": "USD"}),
    ("registered_capital", {"amount": "20000", "currency": "CHF"}),
    ("parties.0.contribution.amount", "333333.33"),
    ("parties.0.contribution.percent", "33.33"),
    ("parties.0.contribution.due", "2029-06-30"),
    ("parties.0.contribution.due", "2029"),
    ("parties.0.contribution.due", {"years": 5}),
    ("operating_term", "indefinite"),
    ("operating_term", {"years": 20}),
    ("business_scope", ("五金产品零售", "食品销售（仅销售预包装食品、散装食品）", "电线、电缆经营")),
    ("alternative_names", ("甲", "乙")),
    ("parties.0.id_number", "32058319900101123X"),
    ("telephone", "0512-57300000"),
    ("employees", 5),
]


@pytest.mark.parametrize(("path", "value"), TYPED)
def test_what_the_editor_shows_gives_the_same_value_when_saved_unchanged(path, value):
    field = matter("company_registration").field(path)
    assert typed_value(field, typed_text(field, value, EMPTY), path) == value


def test_an_empty_blank_is_edited_from_nothing():
    assert typed_text(matter("company_registration").field("name"), None, EMPTY) == ""
