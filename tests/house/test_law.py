"""The law as a whole: what rests on knowledge alone never rejects, and a change of law is a row of a table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gaoxing.catalogue import Matter, matter, matters
from gaoxing.checks import capital
from gaoxing.checks.parameters import SHARED, in_force, load
from gaoxing.checks.rule import Level, Rule
from gaoxing.cli.rule_book import Entry, figures_of, rule_book
from gaoxing.cli.stories import take
from gaoxing.forms.form import Form
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript
from tests.checks.applications import holder, limited

DAY = date(2026, 11, 24)
KNOWLEDGE = ("[K]", "未核实")
REJECTING = [each for each in rule_book().values() if each.rule.level is Level.REJECT]


def test_no_rule_whose_basis_is_knowledge_rejects():
    unsure = [each.rule.id for each in rule_book().values() if any(mark in each.rule.basis for mark in KNOWLEDGE)]
    assert len(unsure) > 10
    assert [each.rule.id for each in REJECTING if each.rule.id in unsure] == []


def test_no_rule_that_says_so_of_itself_rejects():
    assert [each.rule.id for each in REJECTING if "[K]" in (each.rule.judge.__doc__ or "")] == []


@pytest.mark.parametrize("entry", REJECTING, ids=lambda each: each.rule.id)
def test_no_rejection_hangs_on_a_figure_of_knowledge(entry: Entry):
    assert [row["figure"] for row in figures_of(entry, DAY) if row["basis"].startswith("[K]")] == []


def test_no_rule_forbids_several_companies_of_one_person():
    assert "SH-07" not in rule_book()


def test_no_capital_report_is_asked_of_a_limited_company():
    asked = [each for each in matter("company_registration").materials if "验资" in each.name]
    assert [each.when for each in asked] == ["公开募集设立的股份有限公司"]


@pytest.mark.parametrize(("on", "edition"), [(date(2026, 4, 30), "2022"), (date(2026, 5, 1), "2026")])
def test_the_edition_of_the_form_switches_by_date(on: date, edition: str):
    taken = receive(Transcript.of("我要注册公司"), on=on)
    assert taken.form is not None
    assert taken.form.edition == edition


@pytest.mark.parametrize(("on", "late"), [(date(2029, 12, 31), False), (date(2030, 1, 1), True)])
def test_a_change_of_law_is_a_row_of_the_table(on: date, late: bool):
    row = {"value": 3, "from": date(2030, 1, 1), "basis": "《公司法》（设想的修订）"}
    table = {**load(SHARED), "pay_in_years": [*load(SHARED)["pay_in_years"], row]}
    found = capital.overdue.apply(limited(holder(due={"years": 5})), on, in_force(table, on))
    assert (found is not None) == late


BOOK = tuple(rule_book().values())
EMPTY = [(each, rule) for each in matters() for rule in each.rules]


@pytest.mark.parametrize("entry", BOOK, ids=lambda each: each.rule.id)
def test_no_rule_speaks_the_day_before_it_comes_into_force(entry: Entry):
    for story in entry.trips:
        form, home = take(story, DAY).form, matter(story.matter)
        assert form is not None
        assert home.figures is not None
        assert entry.rule.apply(form, entry.rule.since - timedelta(days=1), home.figures(DAY)) is None


@pytest.mark.parametrize(("home", "rule"), EMPTY, ids=lambda each: each.id)
def test_no_rule_speaks_of_an_empty_form(home: Matter, rule: Rule):
    assert home.figures is not None
    assert rule.apply(Form(home.id, "2026"), DAY, home.figures(DAY)) is None


@pytest.mark.parametrize("entry", BOOK, ids=lambda each: each.rule.id)
def test_every_finding_points_at_blanks_of_the_form(entry: Entry):
    for story in entry.trips:
        taken = take(story, DAY)
        assert taken.matter is not None
        paths = {path for each in taken.findings if each.rule == entry.rule.id for path in each.fields}
        assert [path for path in paths if not stands(taken.matter, path, taken.form)] == []


def stands(home: Matter, path: str, form: Form | None) -> bool:
    """Whether there is such a blank, or such a row of a list."""
    try:
        return home.field(path) is not None
    except KeyError:
        return path.rpartition(".")[2].isdigit() and form is not None and any(each.startswith(f"{path}.") for each in form.answers)


@pytest.mark.parametrize("entry", [each for each in BOOK if each.rule.level is Level.INFORM], ids=lambda each: each.rule.id)
def test_what_only_informs_is_not_what_a_clerk_waits_for(entry: Entry):
    told = [found.message for story in entry.trips for found in take(story, DAY).findings if found.rule == entry.rule.id]
    assert told
    assert not any(words in each for each in told for words in ("不能登记", "不予受理", "请改成", "请换成"))
