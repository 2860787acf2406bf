"""The shipped figures: each with its source, loaded once, never over what somebody entered; their checks agree."""

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.office.audit.models import Entry as AuditEntry
from gaoxing.office.indicators import derived, queries
from gaoxing.office.indicators.definitions import indicator, indicators
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.publishing import load, load_published, published
from tests.office.indicators.conftest import YEAR

pytestmark = pytest.mark.django_db
HEAD = 'source = "样例"\ndated = 2024-12-31\nscope = "样例区"\nperiod = "2024"\n'

TOLD = {
    "gdp": ("1135.1", "", "6.3"),
    "industrial_output": ("1688.3", "", "4.4"),
    "fixed_investment": ("175.1", "", "5.6"),
    "industrial_investment": ("55.6", "", "11"),
    "signed_large_projects": ("32", "", None),
    "signed_large_amount": ("185.3", "", None),
    "level_projects": ("18", "", None),
    "level_projects_investment": ("49.8", "", None),
    "digital_revenue": ("40", "more_than", None),
    "zone_rank": ("31", "", None),
    "high_tech_enterprise_new": ("97", "", None),
    "high_tech_enterprise_valid": ("856", "", None),
    "potential_unicorn_valid": ("7", "", None),
    "gazelle_valid": ("50", "", None),
    "patents_granted": ("5839", "", None),
    "invention_patents_granted": ("1518", "", None),
    "high_value_patents": ("45", "", None),
    "innovation_space_new": ("20", "more_than", None),
    "innovation_space": ("270", "more_than", None),
    "leading_talents": ("3", "", None),
    "national_talents": ("4", "", None),
    "double_talents": ("60", "more_than", None),
    "enterprises_covered": ("806", "", None),
    "projects_covered": ("218", "", None),
    "requests_received": ("1500", "more_than", None),
    "harbour_area": ("133", "", None),
    "harbour_enterprises": ("100", "about", None),
    "harbour_people": ("1000", "more_than", None),
}
"""Value, qualifier and change on the year, as the table of the domain tells them."""


@pytest.fixture
def loaded(db, now):
    return load_published(now=now)


def test_every_figure_of_the_article_is_loaded_with_its_qualifier(loaded):
    found = {row.indicator: row for row in Value.objects.all()}
    assert set(found) == set(TOLD)
    for id_, (value, qualifier, growth) in TOLD.items():
        row = found[id_]
        assert (row.value, row.qualifier, row.growth) == (Decimal(value), qualifier, None if growth is None else Decimal(growth)), id_
    assert (loaded.added, loaded.known) == (28, 0)


def test_each_has_a_source_a_day_and_a_scope_and_nobody_entered_it(loaded):
    rows = Value.objects.values_list("period", "source", "dated", "by", "origin").order_by("period").distinct()
    assert list(rows) == [("2024", "公开报道：昆山高新区 2024 年工作", date(2024, 12, 31), None, "published")]
    assert all(Value.objects.values_list("scope", flat=True))


def test_loaded_again_nothing_is_added(loaded, now):
    again = load_published(now=now)
    assert (again.added, again.known) == (0, 28)
    assert AuditEntry.objects.filter(act="indicator.entered", role="operator").count() == 28


def test_what_somebody_restated_is_not_restated_again(loaded, enter, now):
    enter(value="1140", source="公开报道：昆山高新区 2024 年工作", reason="核实")
    assert load_published(now=now).added == 0
    assert Value.objects.get(indicator="gdp", current=True).value == Decimal(1140)


def test_published_figures_of_what_is_computed_stand_beside_alone(loaded, leader, now):
    computed = [id_ for id_ in TOLD if indicator(id_).computed]
    assert len(computed) == 9
    assert all(queries.figure(id_, YEAR, person=leader, now=now) is None for id_ in computed)
    assert all(queries.published(id_, YEAR, person=leader, now=now) for id_ in computed)


def test_what_is_entered_is_a_figure_at_once(loaded, leader, now):
    found = queries.figure("gdp", YEAR, person=leader, now=now)
    assert (found.value, found.year_on_year, found.given, found.stale) == (Decimal("1135.1"), Decimal("6.3"), True, True)


CHECKS = [
    ("industrial_investment", "industrial_share", "31.8"),
    ("signed_large_amount", "mean_signed", "5.79"),
    ("gdp", "industrial_ratio", "1.49"),
    ("patents_granted", "invention_share", "26.0"),
]


@pytest.mark.parametrize(("id_", "check", "value"), CHECKS)
def test_what_follows_from_two_figures_is_reckoned(id_, check, value, loaded):
    (found,) = derived.checked(indicator(id_), YEAR)
    assert (found.check.id, found.value) == (check, Decimal(value))


def test_a_check_is_reckoned_within_one_source(loaded, enter):
    enter("industrial_investment", value="60", source="另一家")
    assert len(derived.checked(indicator("fixed_investment"), YEAR)) == 1


def test_nothing_follows_from_more_than(loaded, enter):
    enter("industrial_investment", value="60", source="另一家", qualifier="more_than")
    enter("fixed_investment", value="170", source="另一家")
    assert [each.source for each in derived.checked(indicator("fixed_investment"), YEAR)] == ["公开报道：昆山高新区 2024 年工作"]


def test_an_indicator_without_a_check_has_none(loaded):
    assert derived.checked(indicator("zone_rank"), YEAR) == ()


def test_every_check_is_of_known_indicators_of_one_kind():
    assert all({each.above, each.below} <= set(indicators()) for each in derived.checks())
    assert {each.name for each in derived.checks()} == {each.term for each in derived.checks()}


WRONG = [
    (HEAD + '[values]\nhappiness = { value = "1" }', "happiness: is no indicator"),
    (HEAD + '[values]\ngdp = { value = "much" }', "gdp: has no value in digits"),
    (HEAD + "[values]\ngdp = { }", "gdp: has no value in digits"),
    (HEAD + '[values]\ngdp = { value = "1", qualifier = "perhaps" }', "gdp: has an unknown qualifier"),
    (HEAD + '[values]\ngdp = { value = "1", colour = "red" }', "gdp: has unknown colour"),
    ('source = "样例"\n[values]\n', "lacks dated, scope, period"),
    (HEAD.replace('"2024"', '"lately"') + "[values]\n", "'lately' is no period"),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_shipped_figures_that_are_wrong_say_so(text, sentence):
    with pytest.raises(ValueError, match="published: ") as trouble:
        load(text)
    assert sentence in str(trouble.value)


def test_the_shipped_ones_are_sound():
    assert {each.indicator for each in published()} == set(TOLD)
