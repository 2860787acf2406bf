"""Every rule of every matter: a citation, a story that trips it and one that does not; without the rule some story fails."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from gaoxing import catalogue
from gaoxing.catalogue import Matter, matters
from gaoxing.checks.rule import Level, check
from gaoxing.cli.stories import Story, load, run, take
from gaoxing.forms.form import Form
from gaoxing.intake import Taken, review

DAY = date(2026, 11, 24)
CITED = re.compile(r"《[^》]+》|\[K\]")
RULES = [(each.id, rule.id) for each in matters() for rule in each.rules]


@cache
def told(matter_id: str) -> tuple[tuple[Story, Taken], ...]:
    return tuple((story, take(story, DAY)) for story in load(catalogue.matter(matter_id).folder / "examples"))


def fillable() -> list[str]:
    return [each.id for each in matters() if each.fillable]


@pytest.fixture(params=fillable())
def matter(request: pytest.FixtureRequest) -> Matter:
    return catalogue.matter(request.param)


def test_every_story_comes_out_as_told(matter: Matter):
    wrong = [f"{story.name}: {each}" for story in load(matter.folder / "examples") for each in run(story, DAY)]
    assert wrong == []


def test_every_story_has_a_name_of_its_own(matter: Matter):
    names = [(story.name, story.given.get("registered_capital")) for story, _ in told(matter.id)]
    assert len({str(each) for each in names}) == len(names)


def test_every_number_of_a_rule_stands_once_in_its_matter(matter: Matter):
    numbers = [rule.id for rule in matter.rules]
    assert len(set(numbers)) == len(numbers)


def test_every_rule_cites_an_instrument_and_explains_itself(matter: Matter):
    bare = [rule.id for rule in matter.rules if not CITED.search(rule.basis) or not (rule.judge.__doc__ or "").strip()]
    assert bare == []


def test_no_rule_that_rests_on_knowledge_alone_rejects(matter: Matter):
    assert [rule.id for rule in matter.rules if "未核实" in rule.basis and rule.level is Level.REJECT] == []


def test_every_rule_is_tripped_by_a_story(matter: Matter):
    tripped = {rule for story, _ in told(matter.id) for rule in story.finds}
    assert sorted({rule.id for rule in matter.rules} - tripped) == []


def test_every_rule_is_kept_by_a_story(matter: Matter):
    quiet = {rule for story, _ in told(matter.id) for rule in story.quiet}
    assert sorted({rule.id for rule in matter.rules} - quiet) == []


def test_no_story_names_a_rule_that_is_not_there(matter: Matter):
    named = {rule for story, _ in told(matter.id) for rule in (*story.finds, *story.quiet)}
    assert sorted(named - {rule.id for rule in matter.rules}) == []


@pytest.mark.parametrize(("matter_id", "rule_id"), RULES)
def test_switching_a_rule_off_makes_some_story_fail(matter_id: str, rule_id: str):
    without = replace(catalogue.matter(matter_id), rules=tuple(rule for rule in catalogue.matter(matter_id).rules if rule.id != rule_id))
    missed = [story.name for story, taken in told(matter_id) if rule_id in story.finds and rule_id not in _findings(without, story, taken)]
    assert missed


@pytest.mark.parametrize(("matter_id", "rule_id"), RULES)
def test_every_finding_says_what_to_do_and_where(matter_id: str, rule_id: str):
    findings = [finding for _, taken in told(matter_id) for finding in taken.findings if finding.rule == rule_id]
    assert findings
    assert all(finding.fields and finding.message.endswith("。") and len(finding.message) > 12 for finding in findings)


@pytest.mark.parametrize("matter_id", fillable())
def test_every_blank_that_a_finding_points_at_is_on_the_form(matter_id: str):
    matter = catalogue.matter(matter_id)
    paths = {path for _, taken in told(matter_id) for finding in taken.findings for path in finding.fields}
    assert {path for path in paths if matter.field(path) is None} == set()


@pytest.mark.parametrize(("matter_id", "rule_id"), RULES)
def test_a_rule_has_its_figures_from_its_first_day_on(matter_id: str, rule_id: str):
    matter = catalogue.matter(matter_id)
    rule = next(each for each in matter.rules if each.id == rule_id)
    assert matter.figures is not None
    figures = matter.figures(rule.since)
    judged = [rule.apply(taken.form, rule.since, figures) for _, taken in told(matter_id) if taken.form]
    assert len(judged) > 10


@pytest.mark.parametrize("matter_id", fillable())
def test_an_empty_form_is_asked_about_and_never_faulted(matter_id: str):
    taken = review(Form(matter_id, "2026"), on=DAY)
    assert taken.questions
    assert taken.findings == ()


def _findings(matter: Matter, story: Story, taken: Taken) -> set[str]:
    on = story.on or DAY
    figures = matter.figures(on) if matter.figures else {}
    return set() if taken.form is None else {finding.rule for finding in check(taken.form, matter.rules, on, figures)}
