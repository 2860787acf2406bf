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


@pytest.mark.parametrize("number", ["cap-01", " CAP-01 ", "Cap-01"])
def test_a_number_may_be_written_loosely(run, number):
    assert run("rules", "explain", number).json["id"] == "CAP-01"


@pytest.mark.parametrize("number", ["", "   ", "CAP-99", "股东", "<script>", "\x1b[31m", "9" * 3000])
def test_a_number_that_is_none_ends_in_one_sentence(trouble, number):
    told = trouble("rules", "explain", number)
    assert told.endswith("。")
    assert "\x1b" not in told


def test_what_is_like_nothing_brings_no_near_numbers(trouble):
    told = trouble("rules", "explain", "股东太多")
    assert "相近的有" not in told
    assert "gaoxing rules" in told


@pytest.mark.parametrize(("number", "word"), [("CAP-01", "要改"), ("PROC-10", "人工看"), ("SCOPE-02", "提醒"), ("SCOPE-01", "供参考")])
def test_a_person_reads_the_level_in_words(run, number, word):
    first = run("rules", "explain", number, person=True).out.splitlines()[0]
    assert first.startswith(f"{number}　{word}　")
    assert "起施行" in first


def test_a_person_reads_article_function_and_figures(run):
    lines = run("rules", "explain", "BO-01", person=True).out.splitlines()
    assert "依据：《受益所有人信息管理办法》" in lines
    assert any(each.startswith("数字：beneficial_exempt_capital = 10000000，2024-11-01 起") for each in lines)
    assert any("gaoxing.checks.beneficial.beneficial_owners" in each for each in lines)


def test_the_day_decides_what_a_rule_says(run):
    assert run("rules", "explain", "CAP-01", "--on", "2020-01-01").status == 0


@pytest.mark.parametrize("day", ["2026-02-30", "昨天", "26-1-1"])
def test_a_day_that_is_none_is_told(trouble, day):
    assert day in trouble("rules", "explain", "CAP-01", "--on", day)


def test_the_list_says_how_many_and_ends_with_what_no_rule_decides(run, monkeypatch):
    from gaoxing.cli.rule_book import rule_book, undecided

    monkeypatch.setenv("COLUMNS", "160")
    lines = run("rules", person=True).out.splitlines()
    assert lines[0].startswith(f"审查规则 {len(rule_book())} 条")
    assert f"不由单独一条规则判断的 {len(undecided())} 条：" in lines
    assert any(each.startswith("CHG-03") and "见 SHARE-04" in each for each in lines)


def test_the_list_in_json_holds_both_kinds(run):
    told = run("rules", "--json", person=True).json
    assert len({each["id"] for each in told["rules"]}) == len(told["rules"])
    assert not {each["id"] for each in told["rules"]} & {each["id"] for each in told["undecided"]}


@pytest.mark.parametrize("number", ["SH-01", "GOV-06B", "CHANGE-03", "PRJ-21", "ID-06"])
def test_an_explanation_in_json_is_the_same_for_a_person_who_asks_for_it(run, number):
    assert run("rules", "explain", number, "--json", person=True).json == run("rules", "explain", number).json
