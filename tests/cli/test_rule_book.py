"""The book of rules: every rule once, with its homes, its stories, and the figures it looks at."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from gaoxing.catalogue import matters
from gaoxing.checks.rule import Level
from gaoxing.cli.rule_book import LEDGER, PLAIN, Undecided, Watched, figures_of, rule_book, said, undecided

DAY = date(2026, 11, 24)
BOOK = rule_book()


def test_every_rule_of_every_matter_is_in_the_book():
    assert set(BOOK) == {rule.id for each in matters() for rule in each.rules}


@pytest.mark.parametrize("each", matters(), ids=lambda each: each.id)
def test_a_rule_names_the_matters_that_have_it(each):
    assert [rule.id for rule in each.rules if each.id not in BOOK[rule.id].matters] == []


def test_a_rule_that_two_matters_share_stands_once():
    assert BOOK["ADDR-01"].matters == ("company_registration", "joint_licence", "sole_trader_registration")


def test_the_book_is_read_once():
    assert rule_book() is BOOK


@pytest.mark.parametrize("entry", BOOK.values(), ids=lambda each: each.rule.id)
def test_the_stories_of_a_rule_are_its_own(entry):
    assert all(entry.rule.id in story.finds for story in entry.trips)
    assert all(entry.rule.id in story.quiet for story in entry.keeps)
    assert not {story.name for story in entry.trips} & {story.name for story in entry.keeps}
    assert {story.matter for story in (*entry.trips, *entry.keeps)} <= {each.id for each in matters()}


@pytest.mark.parametrize("entry", BOOK.values(), ids=lambda each: each.rule.id)
def test_a_rule_says_a_whole_sentence_in_its_first_story(entry):
    told = said(entry, DAY)
    assert told.endswith("。")
    assert "None" not in told
    assert "{" not in told


def test_a_rule_that_ended_or_not_is_told_with_its_dates():
    told = BOOK["CAP-01"].to_json()
    assert (told["since"], told["until"]) == ("2024-07-01", None)
    assert told["function"] == "gaoxing.checks.capital.overdue"


def test_a_rule_without_a_story_says_nothing():
    assert said(replace(BOOK["CAP-01"], trips=()), DAY) == ""


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        ("BO-01", {"beneficial_share_percent", "beneficial_exempt_capital"}),
        ("GOV-09", {"board_least", "employee_director_staff"}),
        ("ADDR-03", {"dwelling_words", "loud_trades"}),
        ("CAP-11", {"publish_working_days"}),
        ("SH-10", {"public_servants"}),
        ("CHG-01", set()),
    ],
)
def test_the_figures_that_a_rule_looks_at_are_found_by_watching(number, figures):
    assert {row["figure"] for row in figures_of(BOOK[number], DAY)} == figures


@pytest.mark.parametrize("entry", [each for each in BOOK.values() if each.rule.level is Level.REJECT], ids=lambda each: each.rule.id)
def test_every_figure_of_a_rejection_names_its_article_and_its_day(entry):
    for row in figures_of(entry, DAY):
        assert row["basis"]
        assert date.fromisoformat(row["from"]) <= DAY


def test_figures_remember_what_was_looked_at():
    watched = Watched({"limit": 5, "other": 6})
    assert watched["limit"] == 5
    assert watched.seen == {"limit"}


def test_a_figure_that_is_none_is_remembered_though_it_is_missing():
    watched = Watched({})
    with pytest.raises(KeyError):
        watched["limit"]
    assert watched.seen == {"limit"}


@pytest.mark.parametrize("each", undecided().values(), ids=lambda each: each.id)
def test_what_no_rule_decides_is_told_in_whole_sentences(each):
    assert each.plain.endswith("。")
    assert not each.because or each.because.endswith("。")
    assert each.to_json() == {"id": each.id, "plain": each.plain, "by": list(each.by), "because": each.because}


def test_a_row_of_the_ledger_may_lack_either_reason():
    assert Undecided("X-01", "甲。", (), "乙。").to_json()["by"] == []
    assert undecided()["ID-05"].because == ""


@pytest.mark.parametrize("number", sorted(BOOK))
def test_every_rule_says_in_plain_chinese_what_it_asks(number):
    told = BOOK[number].plain
    assert told.endswith("。")
    assert any("一" <= each <= "鿿" for each in told)


def test_no_plain_sentence_is_about_a_rule_that_is_not_there():
    files = [LEDGER.with_name(PLAIN), *(each.folder / PLAIN for each in matters())]
    written = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files if path.is_file()]
    assert {number for table in written for number in table} <= set(BOOK)
