"""`gaoxing recognise`: the contract's answers, one a line in order; whatever comes in, a sentence goes out."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.cli.recognise import answer
from tests.cli.conftest import COMPANY

ON = date(2026, 11, 24)


def line(**case):
    return (json.dumps(case, ensure_ascii=False) + "\n").encode()


def said(*turns, case_id="1"):
    return line(id=case_id, turns=[{"said": turn} for turn in turns])


def test_words_become_matter_form_and_next_question(run):
    answered = run("recognise", COMPANY).json
    assert answered["matter"] == "company_registration"
    assert answered["form"]["registered_capital"] == {"amount": "1000000", "currency": "CNY"}
    assert [(party["name"], party["contribution"]["amount"]) for party in answered["form"]["parties"]] == [("丁大宝", "600000"), ("苏小云", "400000")]
    assert answered["missing"][0]["question"].endswith(("？", "。"))


def test_every_value_shows_the_words_it_came_from(run):
    answered = run("recognise", COMPANY).json
    assert answered["evidence"]
    for words in answered["evidence"].values():
        assert all(COMPANY[each["start"] : each["end"]] == each["words"] for each in words)


def test_words_may_come_through_a_pipe(run):
    assert run("recognise", stdin=COMPANY).json == run("recognise", COMPANY).json


def test_a_person_sees_a_table(run):
    shown = run("recognise", COMPANY, person=True).out
    assert "事项：公司设立登记" in shown
    assert "1,000,000 元" in shown
    assert "1. 姓名或名称" in shown
    assert "先问：" in shown


def test_a_person_may_ask_for_json(run):
    assert run("recognise", COMPANY, "--json", person=True).json["matter"] == "company_registration"


@pytest.mark.usefixtures("card_only")
def test_a_matter_that_cannot_be_filled_yet_is_named(run):
    outcome = run("recognise", "我要把公司注销掉", person=True)
    assert outcome.status == 0
    assert "注销登记" in outcome.out
    assert "还不能在这里填表" in outcome.out


def test_the_matter_may_be_forced(run):
    assert run("recognise", "注册资本一百万", "--matter", "company_registration").json["form"]["registered_capital"]["amount"] == "1000000"


def test_an_unknown_matter_is_told_with_the_ones_that_are_known(trouble):
    assert "company_registration" in trouble("recognise", "开公司", "--matter", "marriage")


@pytest.mark.parametrize("words", ["", "   ", "\n\n", "今天天气不错", "🙂🙂🙂", "Guten Morgen", "\x00\x07\x1b[2J", "，。！？"])
def test_what_names_no_matter_gives_an_empty_form_and_no_trace(run, words):
    outcome = run("recognise", stdin=words)
    assert outcome.status == 0
    assert outcome.err == ""
    assert outcome.json["note"].endswith("。")
    assert {key: outcome.json[key] for key in ("matter", "form", "asks")} == {"matter": None, "form": {}, "asks": []}


@pytest.mark.parametrize(("words", "told"), [("", "没有读到内容"), ("今天天气不错", "没听出要办什么事")])
def test_a_person_is_told_what_is_needed(run, words, told):
    assert told in run("recognise", stdin=words, person=True).out


def test_bytes_that_are_no_text_are_told(trouble):
    assert "标准输入不是 UTF-8" in trouble("recognise", stdin=b"\x80\x81\xff")


def test_words_beside_jsonl_are_told(trouble):
    assert "标准输入" in trouble("recognise", "--jsonl", "开公司")


def test_cases_are_answered_one_a_line_in_order(run):
    stdin = b"".join(said("注册公司，注册资本一百万", case_id=f"c{number}") for number in range(5))
    outcome = run("recognise", "--jsonl", stdin=stdin)
    assert outcome.status == 0
    assert [json.loads(each)["id"] for each in outcome.out.splitlines()] == ["c0", "c1", "c2", "c3", "c4"]


def test_no_cases_are_no_answers(run):
    outcome = run("recognise", "--jsonl")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


BROKEN = [
    (b"\n", None),
    (b"not json\n", None),
    (b"\xff\xfe\n", None),
    (b"[]\n", None),
    (b"7\n", None),
    (b"null\n", None),
    (b'"words"\n', None),
    (b"[" * 60_000 + b"\n", None),
    (b'{"id": "x"}\n', "x"),
    (b'{"id": "x", "turns": "words"}\n', "x"),
    (b'{"id": "x", "turns": [3]}\n', "x"),
    (b'{"id": "x", "turns": [{"said": 3}]}\n', "x"),
    (b'{"id": "x", "turns": [{"said": "a", "asked": 3}]}\n', "x"),
    (b'{"id": 12, "turns": null}\n', 12),
    (b'{"turns": {}}\n', None),
]


@pytest.mark.parametrize(("broken", "case_id"), BROKEN)
def test_a_line_that_is_no_case_is_answered_with_a_sentence_and_the_rest_go_on(run, broken, case_id):
    outcome = run("recognise", "--jsonl", stdin=said("开公司", case_id="before") + broken + said("开公司", case_id="after"))
    before, middle, after = (json.loads(each) for each in outcome.out.splitlines())
    assert outcome.status == 0
    assert (before["matter"], after["matter"]) == ("company_registration", "company_registration")
    assert middle.keys() == {"id", "error"}
    assert middle["id"] == case_id
    assert middle["error"].endswith("。")


def test_a_lone_surrogate_in_the_words_does_no_harm(run):
    outcome = run("recognise", "--jsonl", stdin=b'{"id": "\\ud800", "turns": [{"said": "\\ud800 \\u5f00\\u516c\\u53f8"}]}\n')
    assert outcome.status == 0
    assert json.loads(outcome.out)["id"] == "\ud800"


@given(st.binary(max_size=80))
def test_any_line_has_one_answer(content):
    answered = answer(content, on=ON)
    assert "id" in answered
    assert ("error" in answered) != ("matter" in answered)


@given(st.lists(st.text(alphabet="我他她占股一二三五百千万亿成半剩下的归公司注册资本法人不对改成，。0123456789张王李", max_size=60), max_size=4))
def test_any_heap_of_words_is_read_without_a_fault(turns):
    answered = answer(said("注册公司", *turns), on=ON)
    assert "error" not in answered
    evidence = [each for words in answered.get("evidence", {}).values() for each in words]
    every = ["注册公司", *turns]
    assert all(every[each["turn"]][each["start"] : each["end"]] == each["words"] for each in evidence)


@given(st.text(max_size=120))
def test_any_text_is_read_without_a_fault(text):
    assert "error" not in answer(said("开个体户", text), on=ON)


@pytest.mark.parametrize("filler", ["啊", "一百万", "张三占六成，", "a", "公司", "\U0001f642", "一", "，"])
def test_a_hundred_thousand_characters_are_answered(filler):
    words = "我要注册公司，注册资本一百万。" + filler * (100_000 // len(filler))
    assert answer(said(words), on=ON)["matter"] == "company_registration"
