import pytest

from gaoxing.catalogue import matter
from gaoxing.forms import Answer, Field, Form, Kind, Source
from gaoxing.forms.typing import typed_value
from gaoxing.office.frontdesk.shown import typed_text, value_text

EMPTY = Form("company_registration", "2026")


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
