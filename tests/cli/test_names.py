"""`gaoxing names`: hands its words to the office's commands and tells what they say."""

import json

import pytest

from gaoxing.cli import django_command

NAME = "昆山星野智能科技有限公司"
HIT = {"name": NAME, "rule": "E3", "verdict": "不可用", "message": "只有区划不同。"}
FINDING = {"words": "3D", "verdict": "禁用", "message": "不能用字母。", "remedy": "请写汉字。", "basis": "第五条"}
LOADED = {
    "progress": {"rows": 9, "added": 7, "changed": 1, "broken": 1},
    "resumed": 4,
    "first_broken": [[6, "空的"]],
    "finished_before": False,
    "report": "r.csv",
}


@pytest.fixture
def office(monkeypatch):
    """An office that answers with what it is given; keeps what it was asked."""

    def answering(answer):
        asked = []

        def call(command, *, stdout, **options):
            asked.append((command, options))
            stdout.write(answer if isinstance(answer, str) else json.dumps(answer))

        monkeypatch.setattr(django_command, "call", call)
        return asked

    return answering


def judged(verdict, **found):
    return {"name": NAME, "verdict": verdict, "hits": [], "findings": [], "suggestions": [], "searched": True, **found}


@pytest.mark.parametrize(("verdict", "status"), [("可用", 0), ("提示相近", 1), ("不可用", 1), ("禁用", 1), ("限用", 1)])
def test_a_check_ends_with_one_where_it_found_something(run, office, verdict, status):
    office(judged(verdict))
    outcome = run("names", "check", NAME, "--json")
    assert (outcome.status, outcome.json["verdict"]) == (status, verdict)


def test_what_was_not_searched_for_is_not_called_free(run, office):
    office(judged("可用", searched=False))
    told = run("names", "check", NAME, person=True)
    assert told.status == 1
    assert "可用" not in told.out
    assert "没有查重名" in told.out


def test_what_is_wrong_in_itself_is_told_without_a_search(run, office):
    office(judged("禁用", searched=False, findings=[FINDING]))
    out = run("names", "check", NAME, person=True).out
    assert "禁用" in out
    assert "没有查重名" in out


def test_a_check_is_shown_to_a_person(run, office):
    office(judged("禁用", hits=[HIT] * 25, findings=[FINDING], suggestions=["昆山星丰科技有限公司"]))
    out = run("names", "check", NAME, person=True).out
    assert "不能用字母。请写汉字。（第五条）" in out
    assert "一共 25 个，上面是前 20 个" in out
    assert "可以试试：昆山星丰科技有限公司" in out


def test_a_name_comes_through_a_pipe(run, office):
    asked = office(judged("可用"))
    run("names", "check", "-", "--prefecture", "3201", stdin=NAME)
    assert asked[0][0] == "check_name"
    assert (asked[0][1]["name"], asked[0][1]["prefecture"]) == (NAME, "3201")


def test_a_load_is_told(run, office):
    office(LOADED)
    assert run("names", "load", "f.csv").json["resumed"] == 4
    out = run("names", "load", "f.csv", person=True).out
    assert "上次读到第 4 行" in out
    assert "第 6 行  空的" in out
    assert "r.csv" in out


def test_a_file_loaded_before_is_told(run, office):
    office(LOADED | {"finished_before": True})
    assert "已经导过了" in run("names", "load", "f.csv", person=True).out


@pytest.mark.parametrize(("word", "command"), [("hold", "hold_name"), ("release", "release_name")])
def test_holding_and_releasing_are_handed_on(run, office, word, command):
    asked = office("好了。")
    assert run("names", word, NAME).out == "好了。\n"
    assert asked[0][0] == command


@pytest.mark.parametrize("arguments", [("names",), ("names", "check"), ("names", "hold", NAME, "--until", "明天")])
def test_what_is_not_understood_is_one_sentence(trouble, arguments):
    assert trouble(*arguments)
