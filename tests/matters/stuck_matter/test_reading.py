"""Whole statements for 办不成事, in other voices than the worked cases. Persons, enterprises and numbers are made up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.intake import receive
from gaoxing.matters.stuck_matter.reading import read
from gaoxing.speech.transcript import Transcript

CASES = [json.loads(line) for line in Path(__file__).with_name("statements.jsonl").read_text(encoding="utf-8").splitlines()]
ON = date(2026, 11, 25)


def form(*said: object) -> dict:
    return {fact.field: fact.value for fact in read(Transcript.of(*said), ON)}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_is_stuck_and_how_often_they_came_is_what_was_said(case: dict):
    found = receive(Transcript.from_json(case), on=ON)
    assert found.matter is not None
    assert found.form is not None
    parts = ("blocked_matter", "attempts", "enterprise", "mobile")
    assert found.matter.id == "stuck_matter"
    assert {part: found.form.value(part) for part in parts} == {part: case["form"].get(part) for part in parts}


def test_the_enterprise_comes_before_the_person():
    assert "applicant" not in form("我叫丁大宝，昆山示例模具有限公司的，变更办不成")


def test_who_came_on_their_own_behalf_is_the_applicant():
    assert form("我叫丁大宝，不动产证办不成")["applicant"] == "丁大宝"


@pytest.mark.parametrize("said", ["手机号别留我的了", "电话取消吧", "不用留电话"])
def test_a_number_taken_back_stands_no_longer(said: str):
    assert "mobile" not in form("变更办不成，电话13800000010", said)


def test_a_number_said_after_that_stands_again():
    assert form("电话13800000010", "手机号别留我的了", "留这个13800000020")["mobile"] == "13800000020"


def test_a_fixed_line_stands_only_where_it_was_asked_for():
    assert "mobile" not in form("变更办不成，窗口电话0512-57300000")
    assert form("变更办不成", ("mobile", "0512-57300000"))["mobile"] == "0512-57300000"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_evidence_is_what_was_said(case: dict):
    said = [turn["said"] for turn in case["turns"]]
    wrong = [
        (fact.field, each.words)
        for fact in read(Transcript.from_json(case), ON)
        for each in fact.evidence
        if not each.words or said[each.turn][each.start : each.end] != each.words
    ]
    assert wrong == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="跑了三四五趟次第加上今天办不成变更注销许可证排水，。、的再来去还", max_size=60))
def test_any_words_are_read_without_a_fault(words: str):
    assert all(each.evidence for each in read(Transcript.of(words), ON))


@pytest.mark.parametrize("said", ["我们昆山示例表面处理有限公司投了两千多万，环评办不成", "咱们公司昆山示例表面处理有限公司投入三百万了，环评办不成"])
def test_ones_own_enterprise_is_it_whatever_is_told_of_it(said: str):
    assert form(said)["enterprise"] == "昆山示例表面处理有限公司"


@pytest.mark.parametrize(
    ("said", "number"), [("排水许可证办不下来，电话0512-55106620。", "0512-55106620"), ("排水许可证办不下来，打窗口电话0512-55106620没人接", None)]
)
def test_a_fixed_line_of_ones_own_is_taken_too(said: str, number: str | None):
    assert form(said).get("mobile") == number
