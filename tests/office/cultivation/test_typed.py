"""Blanks of the figures: read by their kind, never guessed, each with where it came from; and the figures in words."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.facts.fact import Evidence
from gaoxing.forms import Answer, Source
from gaoxing.forms.cultivation import HELD
from gaoxing.forms.field import Kind
from gaoxing.forms.typing import Unfit
from gaoxing.office.cultivation import comparing, taking
from gaoxing.office.cultivation.assessing import ordered
from gaoxing.office.cultivation.content import Content, Datum
from gaoxing.office.cultivation.keyed import Keyed
from gaoxing.office.cultivation.page import heard
from gaoxing.office.cultivation.typed import every_blank, groups, read, rows, typed, years_shown
from gaoxing.office.cultivation.wording import field_of, label_of, slug, text_of, told_of

ON = date(2026, 11, 24)


def content(**values):
    return Content().with_keyed(Keyed().with_values({key: Answer(each, Source.TYPED) for key, each in values.items()}), {})


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("revenue@2025", "8000万元", "80000000"),
        ("revenue@2025", "五百二十万元", "5200000"),
        ("net_assets@2025", "-500万元", "-5000000"),
        ("net_assets@2025", "－５００万元", "-5000000"),
        ("net_assets@2025", "负五百万元", "-5000000"),
        ("net_assets@2025", "500万元", "5000000"),
        ("staff@2025", "一百一十", 110),
        ("listed", "false", False),
        ("founded", "2019年3月1日", "2019-03-01"),
        ("excluded", "monopoly、bank", ("monopoly", "bank")),
        ("valuation", "5000万美元", {"amount": "50000000", "currency": "USD"}),
    ],
)
def test_a_blank_is_read_by_its_kind(key, text, value):
    assert read(key, field_of(key), text).value == value


@pytest.mark.parametrize("text", ["8000", "80000000", "８０００", "8,000", "-5"])
def test_an_amount_without_its_unit_is_refused_however_long(text):
    with pytest.raises(Unfit, match="没有单位"):
        read("revenue@2025", field_of("revenue@2025"), text)


@pytest.mark.parametrize(
    ("key", "text"), [("staff@2025", "许多"), ("revenue@2025", "100万美元"), ("revenue@2025", "-100万元"), ("net_assets@2025", "--5万元"), ("founded", "去年")]
)
def test_what_cannot_be_read_is_a_sentence(key, text):
    with pytest.raises(Unfit, match="看不懂"):
        read(key, field_of(key), text)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("revenue@2025", "81234567"),
        ("net_assets@2025", "-5000000"),
        ("staff@2025", 110),
        ("listed", True),
        ("market_share", "12.5"),
        ("valuation", {"amount": "300000000", "currency": "CNY"}),
    ],
)
def test_a_value_is_shown_as_it_is_read_back(key, value):
    field = field_of(key)
    assert read(key, field, text_of(field, value)).value == value


@pytest.mark.parametrize("key", ["founded", "certificates.0.until", "financing.0.date"])
@pytest.mark.parametrize("text", ["5年", "五年"])
def test_a_day_is_not_so_many_years(key, text):
    with pytest.raises(Unfit, match="请写年月日"):
        read(key, field_of(key), text)


def test_assets_below_nothing_are_kept_and_judged():
    found = Content.from_json(content(**{"net_assets@2025": read("net_assets@2025", field_of("net_assets@2025"), "-500万元").value}).to_json())
    assert Inputs.of(found.form).number("net_assets", 2025) == -5_000_000


def test_a_blank_that_is_left_as_it_is_is_not_read_again():
    found = content(**{"staff@2025": 110})
    given = typed(found.keyed, {"staff@2025": ["110"]}, every_blank(found.keyed, {"staff@2025": ["110"]}, ON))
    assert given.values == {}


def test_a_blank_that_is_emptied_is_emptied():
    found = content(**{"staff@2025": 110})
    assert typed(found.keyed, {"staff@2025": [""]}, every_blank(found.keyed, {"staff@2025": [""]}, ON)).values == {"staff@2025": None}


@pytest.mark.parametrize(
    "key",
    ["staff@25", "staff@0025", "staff@1999", "staff@2027", "nothing@2025", "enterprise", "years.0.staff", "certificates.99.kind", "staff@٢٠٢٥"],
)
def test_a_name_that_the_page_never_had_is_no_blank(key):
    assert list(every_blank(Keyed(), {key: ["1"]}, ON)) == []


def test_a_year_that_stands_although_it_is_none_can_be_emptied():
    found = content(**{"staff@1998": 110}).keyed
    assert [key for key, _field in every_blank(found, {"staff@1998": [""]}, ON)] == ["staff@1998"]


def test_the_last_four_years_are_shown_and_those_that_are_told():
    assert years_shown(content(**{"staff@2019": 5}).keyed, ON, (2018,)) == (2025, 2024, 2023, 2022, 2019, 2018)


def test_a_list_ends_in_an_empty_row():
    found = content(**{"certificates.0.kind": "gazelle"}).keyed
    assert [key for key, _field in rows(HELD, found)][-1] == "certificates.1.until"


@pytest.mark.django_db
def test_a_group_says_how_many_are_filled_in():
    [newest, *_rest] = groups(content(**{"staff@2025": 110}), ON)
    assert (newest.title, newest.filled, newest.wrong) == ("2025 年", 1, False)


@pytest.mark.parametrize(
    ("key", "label"), [("revenue@2025", "2025年销售收入"), ("staff@?0", "职工总数"), ("listed", "已经上市"), ("certificates", "已有资质"), ("zzz", "zzz")]
)
def test_an_input_is_called_by_its_official_label(key, label):
    assert label_of(key) == label


@pytest.mark.parametrize(("key", "value", "words"), [("listed", False, "否"), ("excluded", ("bank",), "银行"), ("zzz", 1, "1")])
def test_a_choice_is_told_by_its_label(key, value, words):
    assert told_of(key, value) == words


def test_an_element_is_called_by_its_input():
    assert (slug("revenue@?0"), slug("certificates.0.until")) == ("f-revenue-x0", "f-certificates-0-until")


def test_a_changed_figure_opens_what_was_confirmed_about_it():
    found = taking.confirmed(content(**{"staff@2025": 110}), ["INP-10", "nothing"])
    changed = found.with_keyed(found.keyed.with_values({"staff@2025": Answer(120, Source.TYPED)}), {"staff@2025": Datum("typed", 1, "2026-11-24")})
    assert (found.confirmed, changed.confirmed) == (("INP-10",), ())


def test_what_is_kept_comes_back_from_json():
    found = taking.confirmed(content(**{"staff@2025": 110}), ["INP-10"])
    assert Content.from_json(found.to_json()) == found
    assert Content.from_json({}) == Content()


def test_the_last_words_are_shown_in_pieces_with_what_was_read():
    told = Answer(110, Source.SAID, (Evidence(0, 2, 7, "一百一十人"),))
    found = Content(Content().with_keyed(Keyed().with_values({"staff@2025": told}), {}).form, {}, (), "职工一百一十人，好")
    assert heard(found) == (("职工", ""), ("一百一十人", "2025年职工总数"), ("，好", ""))


def test_what_lacks_is_offered_to_be_tried_behind_what_always_counts():
    inputs = Inputs({"staff@2025": 110, "technical_staff@2025": 15})
    keys = comparing.offered(ordered(inputs, ON, ()), ON)
    assert keys[:4] == ("staff@2025", "technical_staff@2025", "revenue@2025", "research@2025")
    assert len(keys) <= comparing.MOST
    assert all(field.kind is not Kind.ROWS for _key, field in comparing.blanks(keys))


def test_a_year_tells_its_change_only_where_the_year_before_is_known():
    years, [row] = comparing.yearly(Inputs({"revenue@2023": "100", "revenue@2025": "80000000"}))
    assert (years, [each.shown for each in row.cells], [each.rate for each in row.cells]) == ((2025, 2023), ["8000万元", "100元"], ["", ""])


def test_each_years_verdicts_stand_beside_each_other():
    years, verdicts = comparing.verdicts(content(**{"staff@2025": 110}), Inputs({"staff@2025": 110}), ON)
    assert years == (2025, 2024, 2023)
    assert {len(each.verdicts) for each in verdicts} == {3}
