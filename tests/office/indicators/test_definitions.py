"""The definitions: every indicator says everything of itself, and a table that is wrong says what is wrong with it."""

import pytest
from django.utils import translation

from gaoxing.office.indicators import definitions
from gaoxing.office.indicators.computing.registry import FUNCTIONS, unknown
from gaoxing.office.indicators.definitions import groups, indicator, indicators, load

HEAD = 'group = "sample"\nterm = "样例"\nenglish = "Sample"\n'
ROW = {
    "term": '"样例指标"',
    "english": '"Sample indicator"',
    "unit": '"家"',
    "definition": '"数一数。"',
    "formula": '"个数"',
    "source": '"样例"',
    "owner": '"样例局"',
    "period": '"month"',
    "scope": '"样例区"',
    "freshness": "40",
    "how": '"entered"',
}


def table(id_="sample", head=HEAD, **changed):
    """A table of one indicator with some words otherwise; None leaves one out."""
    row = {name: value for name, value in {**ROW, **changed}.items() if value is not None}
    return head + f'["{id_}"]\n' + "\n".join(f"{name} = {value}" for name, value in row.items())


WRONG = [
    (table(unit=None), "sample: lacks unit"),
    (table(owner=None, scope=None), "sample: lacks owner, scope"),
    (table(colour='"red"'), "sample: has unknown colour"),
    (table(unit='"斤"'), "unit '斤' is none of"),
    (table(period='"week"'), "period 'week' is none of"),
    (table(how='"guessed"'), "how 'guessed' is neither"),
    (table(how='"computed"'), "what is computed names computed_by"),
    (table(computed_by='"licences_granted"'), "what is computed names computed_by"),
    (table(freshness="0"), "freshness must be a whole number of days"),
    (table(freshness='"long"'), "freshness must be a whole number of days"),
    (table(term='" "'), "term must be a text"),
    (table(definition="3"), "definition must be a text"),
    (table("样例"), "the id must be of letters"),
    (table("a" * 65), "the id must be of letters"),
    (table(head='group = "sample"\nterm = "样例"\n'), "the table lacks english"),
    (HEAD + "sample = 3", "sample: is no table of its own"),
    ("group = ", "not a table"),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_a_wrong_table_says_what_is_wrong(text, sentence):
    with pytest.raises(ValueError, match="indicators: ") as trouble:
        load(text)
    assert sentence in str(trouble.value)


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(ValueError, match="indicators: ") as trouble:
        load(table(unit='"斤"', period='"week"') + "\n" + table("other", head="", owner=None))
    assert all(each in str(trouble.value) for each in ("sample: unit", "sample: period", "other: lacks owner"))


def test_a_sound_table_is_read():
    (found,) = load(table(unconfirmed="true"))
    assert (found.id, found.group.id, found.unit, found.freshness, found.computed) == ("sample", "sample", "家", 40, False)
    assert found.unconfirmed


def test_a_name_that_is_defined_twice_is_refused(monkeypatch):
    monkeypatch.setattr(definitions, "_ORDER", ("stuck", "stuck"))
    with pytest.raises(ValueError, match="stuck_taken is defined twice"):
        indicators.__wrapped__()


def test_every_shipped_indicator_has_words_of_its_own():
    found = indicators().values()
    assert len({each.term for each in found}) == len({each.english for each in found}) == len(found) == 88


def test_every_computed_indicator_names_a_function_and_every_function_is_named():
    found = indicators().values()
    assert unknown(found) == ()
    assert {each.computed_by for each in found if each.computed} == set(FUNCTIONS)


def test_an_indicator_that_nothing_computes_is_told():
    (lost,) = load(table(how='"computed"', computed_by='"guessing"'))
    assert unknown([lost]) == ("sample",)


def test_the_groups_hold_every_indicator_once():
    assert [each.id for _group, members in groups() for each in members] == list(indicators())


def test_the_evaluation_is_defined_and_what_was_not_seen_is_marked():
    found = {each.id: each.unconfirmed for each in indicators().values() if each.group.id == "evaluation"}
    assert not found["evaluation_value_added_share"]
    assert all(doubt for id_, doubt in found.items() if id_.startswith("evaluation_2021") or id_.endswith(("high_tech_revenue", "business_environment")))


@pytest.mark.parametrize(
    ("id_", "kinds"),
    [
        ("gdp", ("year",)),
        ("requests_received", ("month", "quarter", "year")),
        ("clients_contacted_share", ("quarter", "year")),
        ("gazelle_valid", ("month", "quarter", "year")),
    ],
)
def test_an_indicator_has_figures_for_its_own_periods_and_longer_ones(id_, kinds):
    assert indicator(id_).kinds == kinds


def test_the_name_follows_the_language_of_the_page():
    with translation.override("en"):
        assert (indicator("gdp").name, indicator("gdp").group.name) == ("Gross domestic product", "Economy")
    assert (indicator("gdp").name, indicator("gdp").group.name) == ("地区生产总值", "经济运行")


def test_an_id_that_is_none_raises():
    with pytest.raises(KeyError):
        indicator("happiness")
