"""What `gaoxing recognise` says beside an answer that is empty or not whole, and about lines that are no cases."""

from __future__ import annotations

import json
from datetime import date

import pytest

from gaoxing.cli import recognise
from gaoxing.cli.recognise import NO_WORDS, NOT_UNDERSTOOD, answer


def answered(case: object) -> dict:
    return answer((case if isinstance(case, str) else json.dumps(case)).encode(), on=date(2026, 11, 24))


@pytest.mark.parametrize("said", ["", "  \n\t"])
def test_no_words_are_answered_with_what_to_say(run, said):
    assert run("recognise", stdin=said).json == {"matter": None, "form": {}, "asks": [], "note": NO_WORDS}


@pytest.mark.parametrize("said", ["今天天气真不错", "😀🎉👍", "Hello, how are you?", "おはようございます", "\x00\x1b[31m", "<b>&amp;</b>", "１２３"])
def test_words_that_want_nothing_give_no_value_and_a_sentence(run, said):
    assert run("recognise", said).json == {"matter": None, "form": {}, "asks": [], "note": NOT_UNDERSTOOD}


@pytest.mark.usefixtures("card_only")
def test_a_matter_that_cannot_be_filled_here_is_said_to_be_one(run):
    assert run("recognise", "我要注销公司").json["note"] == "注销登记能听懂，还不能在这里填表。"


def test_what_was_understood_needs_no_note(run):
    assert "note" not in run("recognise", "我想开公司，注册资本一百万").json


def test_what_is_beyond_the_longest_turn_is_told(run):
    assert "前 6000 个字" in run("recognise", stdin="我想开公司，" * 4_000).json["note"]


def test_two_names_are_asked_about_and_neither_is_filled_in(run):
    told = run("recognise", "我要开公司，昆山甲乙贸易有限公司和昆山丙丁贸易有限公司").json
    assert "name" not in told["form"]
    assert [each["field"] for each in told["asks"]] == ["name"]


def test_shares_of_130_percent_are_found_and_not_mended(run):
    told = run("recognise", "我要开公司，甲明占七成，乙明占六成").json
    assert [each["contribution"]["percent"] for each in told["form"]["parties"]] == ["70", "60"]
    assert any("130%" in each["message"] for each in told["findings"])


def test_a_case_without_words_has_a_note():
    assert answered({"id": "a", "turns": []})["note"] == NO_WORDS


@pytest.mark.parametrize("case_id", ["[]", "{}", "1.5", "NaN", "1e999", "[" * 500 + "]" * 500])
def test_an_id_that_is_neither_text_nor_whole_number_is_refused(case_id):
    assert answered(f'{{"id": {case_id}, "turns": []}}') == {"id": None, "error": "这一件的 id 要是文字或整数。"}


@pytest.mark.parametrize(
    ("line", "told"),
    [("{", "不是 JSON"), ("null", "不是一个案例"), ("   \n", "是空的"), ("[" * 90_000, "套得太深"), ('{"id": ' + "9" * 5_000 + "}", "长得读不出来的数")],
)
def test_a_line_that_is_no_case_is_told_why(line, told):
    row = answered(line)
    assert row["id"] is None
    assert told in row["error"]


def test_an_unforeseen_trouble_leaves_the_id_and_a_sentence(monkeypatch):
    monkeypatch.setattr(recognise, "_read", lambda *_: 1 / 0)
    assert answered({"id": "z", "turns": []}) == {"id": "z", "error": "这一件没能读出来（ZeroDivisionError），请人工看。"}
