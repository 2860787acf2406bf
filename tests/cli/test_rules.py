"""`gaoxing rules`: the list, one rule explained, and a number that is none."""

import pytest

DOMAIN = {
    "SH": 10,
    "CAP": 12,
    "GOV": 20,
    "ID": 9,
    "USCC": 5,
    "TEL": 2,
    "MAIL": 1,
    "POST": 1,
    "ADDR": 5,
    "PROC": 14,
    "BO": 1,
    "CHG": 3,
    "IND": 2,
}
"""How many numbers each subject of the law has."""


@pytest.fixture(scope="module")
def known():
    from gaoxing.cli.rule_book import rule_book, undecided

    return {*rule_book(), *undecided()}


@pytest.mark.parametrize(("subject", "count"), DOMAIN.items())
def test_every_number_of_the_law_is_a_rule_or_says_why_not(known, subject, count):
    assert [f"{subject}-{number:02d}" for number in range(1, count + 1) if f"{subject}-{number:02d}" not in known] == []


def test_what_has_no_rule_says_why_or_which_rules_hold_it():
    from gaoxing.cli.rule_book import rule_book, undecided

    for each in undecided().values():
        assert each.because or each.by
        assert set(each.by) <= set(rule_book())
        assert each.id not in rule_book()


def test_every_rule_is_listed_with_article_dates_level_matters_and_stories(run):
    outcome = run("rules")
    assert outcome.status == 0
    for each in outcome.json["rules"]:
        assert each["basis"]
        assert each["since"]
        assert each["level"] in {"reject", "manual", "warn", "inform"}
        assert each["matters"]
        assert each["trips"]
        assert each["keeps"]


def test_a_person_sees_a_row_a_rule(run):
    lines = run("rules", person=True).out.splitlines()
    row = next(line for line in lines if line.startswith("CAP-01 "))
    assert "要改" in row
    assert "2024-07-01" in row


def test_a_rule_is_explained_with_its_figures_by_date(run):
    told = run("rules", "explain", "cap-01", "--on", "2026-11-24").json
    assert "五年" in told["says"] or "5年" in told["says"]
    assert [(each["figure"], each["from"]) for each in told["figures"]] == [("pay_in_years", "2024-07-01")]
    assert told["function"] == "gaoxing.checks.capital.overdue"


def test_both_versions_of_a_figure_are_told(run):
    told = run("rules", "explain", "GOV-16").json
    assert [each["from"] for each in told["figures"]] == ["2022-03-01", "2026-05-01"]


def test_days_among_the_figures_are_written_as_text(run):
    [figure] = run("rules", "explain", "CAP-04").json["figures"]
    assert figure["value"]["limited_liability_last"] == "2032-06-30"


def test_a_person_is_told_what_trips_it_and_what_does_not(run):
    told = run("rules", "explain", "CAP-04", person=True).out
    assert "碰到的样例：老公司的出资期限过了过渡期" in told
    assert "不碰的样例：老公司的出资期限正好到过渡期最后一天" in told


def test_what_no_form_can_decide_says_why(run):
    assert "有效期" in run("rules", "explain", "ID-06", person=True).out
    assert run("rules", "explain", "CHG-03").json["by"] == ["SHARE-04"]


def test_an_unknown_number_brings_the_nearest_ones(trouble):
    told = trouble("rules", "explain", "CAP-0l")
    assert "CAP-01" in told


@pytest.mark.parametrize("words", [("rules", "explain"), ("rules", "show", "CAP-01")])
def test_a_wrong_word_is_told_how_it_is_written(trouble, words):
    assert "gaoxing rules explain CAP-01" in trouble(*words)
