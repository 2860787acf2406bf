"""How figures are written: with qualifier, unit and sign; the lists of the whole; the page of one, period by period."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from gaoxing.office.aftercare.facts import WORST_GOOD
from gaoxing.office.indicators import listing, queries, showing
from gaoxing.office.indicators.definitions import indicator, indicators
from gaoxing.office.indicators.figures import plain
from gaoxing.office.indicators.page import page
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.indicators.publishing import load_published
from gaoxing.office.indicators.units import UNITS
from tests.office.indicators import zone
from tests.office.indicators.conftest import YEAR

pytestmark = pytest.mark.django_db

PLAIN = [("185.300000", "185.3"), ("1000", "1000"), ("1E+3", "1000"), ("0.50", "0.5"), ("-12.50", "-12.5"), ("0", "0"), ("0.000000", "0"), ("1E+30", "1E+30")]
AMOUNTS = [
    ("1853000", "万元", "", "1,853,000 万元"),
    ("40", "亿元", "more_than", "超过 40 亿元"),
    ("100", "家", "about", "约 100 家"),
    ("5", "%", "less_than", "不到 5 %"),
    ("-12.5", "亿元", "", "-12.5 亿元"),
]
ENGLISH = [("40", "亿元", "more_than", "more than 40 hundred million yuan"), ("100", "家", "", "100"), ("31", "位", "", "31 (rank)"), ("5", "%", "", "5 %")]


@pytest.mark.parametrize(("value", "expected"), PLAIN)
def test_a_number_has_no_noughts_behind_the_point(value, expected):
    assert str(plain(Decimal(value))) == expected


@pytest.mark.parametrize(("value", "unit", "qualifier", "expected"), AMOUNTS)
def test_a_value_is_read_with_its_qualifier_and_unit(value, unit, qualifier, expected):
    assert showing.amount(Decimal(value), unit, qualifier) == expected


@pytest.mark.parametrize(("value", "unit", "qualifier", "expected"), ENGLISH)
def test_a_value_is_read_in_english(value, unit, qualifier, expected):
    with translation.override("en"):
        assert showing.amount(Decimal(value), unit, qualifier) == expected


def test_no_unit_is_chinese_on_an_english_page():
    with translation.override("en"):
        assert all(showing.unit_word(each).isascii() or showing.unit_word(each) == "m²" or "m²" in showing.unit_word(each) for each in UNITS)


def test_a_change_has_its_sign(enter, leader, now):
    enter("gdp", "2023", "1300")
    enter()
    assert showing.change(queries.figure("gdp", YEAR, person=leader, now=now)) == "-7.7 %"


def test_a_figure_without_a_change_says_nothing_of_it(enter, leader, now):
    enter()
    assert showing.change(queries.figure("gdp", YEAR, person=leader, now=now)) == ""


def test_the_marks_say_in_words_what_is_to_be_known(enter, leader, now):
    enter()
    enter(value="1210", reason="更正")
    enter(value="1220", source="另一家", dated=date(2025, 1, 1))
    found = queries.figure("gdp", YEAR, person=leader, now=now)
    assert showing.marks(found, stale=True) == ("来源不一致，没有定", "更正过", "该更新了")
    assert showing.marks(found, stale=False) == ("来源不一致，没有定", "更正过")


def test_the_definition_of_satisfaction_names_the_rating_from_which_it_counts():
    assert f"打 {WORST_GOOD} 到 5 分的" in indicator("requests_satisfied").definition


def test_the_list_holds_every_indicator_in_its_group(now):
    found = listing.sections(OPERATOR, None, now=now)
    assert [row.indicator.id for section in found for row in section.rows] == list(indicators())
    assert sum(section.known for section in found) == 0


def test_the_list_counts_what_has_a_figure_or_was_published(now):
    load_published(now=now)
    found = {section.group.id: section.known for section in listing.sections(OPERATOR, YEAR, now=now)}
    assert found == {"economy": 19, "registration": 0, "licensing": 0, "service": 3, "stuck": 0, "projects": 2, "cultivation": 4, "evaluation": 0}


def test_without_a_period_what_was_published_last_stands_beside(now, enter):
    enter("gazelle_valid", "2023", "40", "家")
    enter("gazelle_valid", "2024", "50", "家")
    row = next(row for section in listing.sections(OPERATOR, None, now=now) for row in section.rows if row.indicator.id == "gazelle_valid")
    assert [value for value, _stated in row.beside] == ["50 家"]
    assert (row.value, row.change, row.marks) == ("", "", ())


def test_a_spreadsheet_has_a_row_for_everything_that_stands_beside(now, enter):
    enter()
    enter(value="1210", source="另一家", dated=date(2025, 1, 1), growth="5")
    enter("gazelle_valid", "2024", "50", "家")
    made = listing.listing(OPERATOR, YEAR, now=now)
    rows = [row for row in made.rows if row[1] in ("地区生产总值", "有效瞪羚企业")]
    assert [(row[1], row[4], row[6], row[7]) for row in rows] == [
        ("地区生产总值", Decimal("1200.5"), "", "录入"),
        ("地区生产总值", Decimal(1210), "+5 %", "另一个来源"),
        ("有效瞪羚企业", None, "", "系统计算"),
        ("有效瞪羚企业", Decimal(50), "", "公布，不替代计算的数"),
    ]
    assert {len(row) for row in rows} == {len(made.headings)}


def test_the_years_that_may_be_chosen_begin_with_this_one():
    assert [str(each) for each in listing.offered(on=date(2026, 11, 24))] == ["2026", "2025", "2024", "2023", "2022", "2021"]


@pytest.fixture
def shown(leader, now):
    """The page of an indicator."""
    return lambda id_="gdp", kind="", year=2024: page(indicator(id_), leader, kind=kind, year=year, now=now)


def test_a_page_shows_the_last_years_and_every_year_of_which_something_is_held(shown, enter):
    enter("gdp", "2012", "500", dated=date(2013, 1, 1))
    found = shown()
    assert [str(line.period) for line in found.lines] == ["2012", "2021", "2022", "2023", "2024", "2025", "2026"]
    assert (found.kind, found.before, found.after, found.kinds) == ("year", 0, 0, (("year", "按年"),))


def test_a_page_of_months_ends_with_the_one_that_runs(shown):
    found = shown("signed_projects", "month", 2026)
    assert [str(line.period) for line in found.lines][-1] == "2026-11"
    assert (found.before, found.after) == (2025, 0)


def test_a_page_of_quarters_has_four(shown):
    found = shown("signed_projects", "quarter", 2024)
    assert [str(line.period) for line in found.lines] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    assert (found.before, found.after) == (2023, 2025)


def test_a_kind_of_period_that_the_indicator_has_not_is_its_own(shown):
    assert shown("gdp", "month").kind == "year"
    assert [kind for kind, _word in shown("gazelle_new").kinds] == ["year"]
    assert [kind for kind, _word in shown("gazelle_valid").kinds] == ["year", "quarter", "month"]


def test_a_page_without_a_number_has_no_picture(shown):
    assert shown().chart is None


def test_what_was_published_is_a_series_of_its_own(shown, enter):
    zone.certificate("gazelle", "2024-05-01", "2027-04-30")
    enter("gazelle_valid", "2024", "50", "家")
    chart = shown("gazelle_valid").chart
    at = chart.labels.index("2024")
    assert [(each.name, each.values[at]) for each in chart.series] == [("计算的数", 1), ("公布的数", Decimal(50))]


def test_the_picture_says_what_it_cannot_show(shown, enter):
    enter(qualifier="more_than")
    assert shown().chart.note == "“超过”“约”“不到”的数，画的是写明的那个数。"
    enter(value="1210", source="另一家", dated=date(2025, 1, 1))
    assert shown().chart.note.startswith("来源不一致、还没有定的期间")


def test_a_line_offers_what_may_be_chosen_where_sources_differ(shown, enter):
    enter()
    assert shown().lines[3].choices == ()
    enter(value="1210", source="另一家", dated=date(2025, 1, 1))
    line = shown().lines[3]
    assert [each.value for each in line.choices] == ["1,200.5 亿元", "1,210 亿元"]
    assert (line.own.by, line.own.origin) == ("王某", "手工录入")


def test_whoever_only_sees_does_not_own(shown, reader, now):
    assert shown().owns
    assert not page(indicator("gdp"), reader, kind="", year=2024, now=now).owns


def test_the_newest_computed_figure_is_that_of_the_running_year(leader, now):
    zone.promotion(("first", "2026-03-01", 120_000_000))
    found = queries.newest([indicator("signed_projects")], person=leader, now=now)["signed_projects"]
    assert (str(found.period), found.value, found.year_on_year) == ("2026", 1, None)


def test_a_closed_period_is_compared_with_the_same_a_year_before(leader, now):
    for day in ("2023-03-01", "2024-03-01", "2024-04-01"):
        zone.promotion(("first", day, 120_000_000))
    changes = [queries.figure("signed_projects", each, person=leader, now=now).year_on_year for each in (YEAR, Period.quarter(2024, 1))]
    assert changes == [Decimal("100.0"), Decimal("0.0")]


def test_of_a_period_every_figure_comes_at_once(leader, now, enter):
    enter()
    zone.promotion(("first", "2024-03-01", 120_000_000))
    found = queries.of_period(YEAR, person=leader, now=now)
    assert {"gdp", "signed_projects", "signed_large_amount", "major_projects"} <= set(found)
    assert found["gdp"].value == queries.figure("gdp", YEAR, person=leader, now=now).value


def test_nobody_who_may_not_see_reads_a_list(steward, now, enter):
    enter()
    assert queries.of_period(YEAR, person=steward, now=now) == queries.newest([indicator("gdp")], person=steward, now=now) == {}
    assert queries.published_of(YEAR, person=steward, now=now) == {}
    assert queries.periods_of(indicator("gdp"), person=steward, now=now) == ()


def test_a_later_moment_makes_no_other_figure_of_a_closed_period(leader, now):
    zone.promotion(("first", "2024-03-01", 120_000_000))
    figures = [queries.figure("signed_projects", YEAR, person=OPERATOR, now=now + timedelta(days=each)) for each in (0, 30, 300)]
    assert {each.value for each in figures} == {Decimal(1)}
