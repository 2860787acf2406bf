"""The indicators at the machine: what is loaded, what is printed, and a sentence where it cannot be."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from gaoxing.office.indicators.management.commands import load_indicators, show_indicators
from gaoxing.office.indicators.models import Value
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def up_to_date(monkeypatch):
    """The tables are as they should be: nothing is to be brought up to date."""
    for module in (load_indicators, show_indicators):
        monkeypatch.setattr(module, "call_command", lambda *_words, **_options: None)


@pytest.fixture
def run(capsys):
    """What a command prints, read."""

    def made(name, **options):
        call_command(name, **options)
        return json.loads(capsys.readouterr().out)

    return made


def test_the_published_figures_are_loaded_once(run):
    assert run("load_indicators") == {"added": 28, "known": 0}
    assert run("load_indicators") == {"added": 0, "known": 28}


def test_every_indicator_is_printed_with_its_figure(run):
    run("load_indicators")
    rows = run("show_indicators", period="2024")
    found = {row["id"]: row for row in rows}
    assert len(rows) == len(found) == 88
    assert (found["gdp"]["value"], found["gdp"]["year_on_year"], found["gdp"]["group"]) == ("1135.1", "6.3", "经济运行")
    assert (found["digital_revenue"]["value"], found["digital_revenue"]["qualifier"]) == ("40", "more_than")


def test_a_published_value_is_printed_beside_and_never_as_the_figure(run):
    run("load_indicators")
    row = next(each for each in run("show_indicators", period="2024") if each["id"] == "gazelle_valid")
    assert (row["value"], [each["value"] for each in row["published"]]) == (None, ["50"])


def test_without_a_period_each_is_printed_with_its_newest(run, enter):
    enter("gdp", "2022", "1000")
    enter()
    row = next(each for each in run("show_indicators") if each["id"] == "gdp")
    assert (row["period"], row["value"]) == ("2024", "1200.5")


def test_conflicts_and_what_was_restated_are_printed(run, enter):
    enter()
    enter(value="1210", reason="更正")
    enter(value="1220", source="另一家")
    row = next(each for each in run("show_indicators", period="2024") if each["id"] == "gdp")
    told = [row["value"], *(each["value"] for each in row["conflicts"])]
    assert (sorted(told), row["settled"]) == (["1210", "1220"], False)
    assert [each["value"] for each in row["restated"]] == ([] if row["value"] == "1220" else ["1200.5"])


def test_a_period_that_is_none_is_told():
    with pytest.raises(CommandError, match="期间“lately”看不懂。请写成 2024"):
        call_command("show_indicators", period="lately")


def broken(*_words, **_options):
    raise DatabaseError


@pytest.mark.parametrize(("name", "module", "called"), [("show_indicators", show_indicators, "_rows"), ("load_indicators", load_indicators, "load_published")])
def test_a_database_that_does_not_open_is_told(name, module, called, monkeypatch):
    monkeypatch.setattr(module, called, broken)
    with pytest.raises(CommandError, match="数据库打不开"):
        call_command(name)


def test_shipped_figures_that_are_refused_are_told(monkeypatch):
    def refuse(**_options):
        raise NotAllowed("期间还没有过完。")

    monkeypatch.setattr(load_indicators, "load_published", refuse)
    with pytest.raises(CommandError, match="还没有过完"):
        call_command("load_indicators")
    assert not Value.objects.exists()
