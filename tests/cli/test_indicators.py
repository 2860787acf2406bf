"""`gaoxing indicators`: what it shows a person, and what it asks of the office."""

import json

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.parser import build

ROW = {"group": "经济运行", "id": "gdp", "term": "地区生产总值", "unit": "亿元", "how": "entered", "owner": "样例局", "scope": "样例区", "published": []}
FIGURE = {**ROW, "period": "2024", "value": "1200.5", "qualifier": "", "source": "样例公报", "year_on_year": "6.3", "marks": ["更正过"]}
SHARE = {**FIGURE, "id": "share", "term": "满意率", "unit": "%", "how": "computed", "value": "98.5", "year_on_year": "-0.5", "marks": []}
MORE = {**FIGURE, "id": "more", "term": "数字经济营收", "value": "40", "qualifier": "more_than", "year_on_year": None, "marks": []}
BESIDE = {
    **ROW,
    "group": "企业梯队",
    "term": "瞪羚企业",
    "how": "computed",
    "period": None,
    "value": None,
    "published": [{"value": "50", "qualifier": "about"}],
}
EMPTY = {**ROW, "term": "专利授权", "period": None, "value": None}
LOADED = {"added": 28, "known": 0}


@pytest.fixture
def asked(monkeypatch):
    """Runs the command; everything that the office was asked."""
    seen = []

    def said(command, **options):
        seen.append((command, options))
        return json.dumps(LOADED if command == "load_indicators" else [FIGURE, SHARE, MORE, EMPTY, BESIDE])

    def run(*words):
        monkeypatch.setattr(django_command, "said", said)
        options = build().parse_args(["indicators", *words])
        assert options.run(options) == 0
        return seen

    return run


@pytest.fixture
def shown(asked, monkeypatch, capsys):
    """What a person reads."""

    def run(*words):
        monkeypatch.setattr("gaoxing.cli.indicators.for_a_person", lambda options: True)
        asked(*words)
        return capsys.readouterr().out

    return run


def test_the_figures_are_asked_for(asked):
    assert asked("--json") == [("show_indicators", {"period": ""})]


def test_a_period_is_handed_on(asked):
    assert asked("--period", "2024Q4", "--json") == [("show_indicators", {"period": "2024Q4"})]


def test_loading_comes_first(asked):
    assert [command for command, _options in asked("--load", "--json")] == ["load_indicators", "show_indicators"]


def test_the_json_is_what_the_office_told(asked, capsys):
    asked("--json")
    assert json.loads(capsys.readouterr().out) == [FIGURE, SHARE, MORE, EMPTY, BESIDE]


def test_the_json_of_loading_tells_how_many(asked, capsys):
    asked("--load", "--json")
    assert json.loads(capsys.readouterr().out)["loaded"] == LOADED


def test_a_person_reads_the_figures_by_group(shown):
    told = shown()
    assert told.index("【经济运行】") < told.index("【企业梯队】")
    assert all(each in told for each in ("1200.5 亿元", "6.3%", "样例公报", "更正过", "98.5 %", "-0.5 百分点", "超过 40 亿元"))


def test_a_person_sees_what_was_published_beside_a_figure_that_is_none(shown):
    line = next(each for each in shown().splitlines() if "瞪羚企业" in each)
    assert "–" in line
    assert "约 50" in line


def test_a_person_reads_what_is_not_entered_yet(shown):
    assert "还没有录入" in next(each for each in shown().splitlines() if "专利授权" in each)


def test_a_person_reads_how_many_there_are(shown):
    assert "一共 5 项，有数的 3 项" in shown()


def test_a_person_reads_how_many_were_loaded(shown):
    assert "载入公布数：新增 28 个，已有 0 个。" in shown("--load")
