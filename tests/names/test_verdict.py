"""The verdict: the heaviest of all, everything told at once, nothing raised whatever is written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.names.composition import split
from gaoxing.names.judgement import Verdict, weight
from gaoxing.names.verdict import judge
from tests.names.pool import ON, judged, registered, told


def test_the_verdicts_grow_heavier_in_this_order():
    assert [str(each) for each in sorted(Verdict, key=weight)] == ["可用", "提示相近", "限用", "不可用", "禁用"]


def test_the_heaviest_verdict_counts_and_all_is_told():
    judgement = judged("昆山启兰国家级AI科技有限公司", "昆山奇澜国家级AI科技有限公司")
    assert judgement.verdict is Verdict.FORBIDDEN
    assert {each.rule for each in judgement.findings} >= {"SUPERLATIVE", "LETTERS"}
    assert [each.rule for each in judgement.hits] == ["N2"]


def test_hits_come_the_heaviest_first():
    pool = ("昆山奇兰科技有限公司", "昆山启澜信息技术有限公司", "昆山启澜科技有限公司")
    assert [each.rule for each in judged("昆山启澜科技有限公司", *pool).hits] == ["E1", "B1", "N2"]


def test_the_order_of_the_neighbours_changes_nothing():
    pool = [registered(each) for each in ("昆山奇兰科技有限公司", "昆山启澜信息技术有限公司", "太仓启澜科技有限公司")]
    name = split("昆山启澜科技有限公司")
    assert judge(name, pool, ON) == judge(name, reversed(pool), ON)


def test_a_branch_bears_its_parents_name():
    assert told("昆山启澜科技有限公司苏州分公司", "昆山启澜科技有限公司") == ("可用", ["BRANCH"])


def test_another_enterprises_name_inside_goes_to_a_clerk():
    verdict, rules = told("昆山启澜科技有限公司之友贸易有限公司", "昆山启澜科技有限公司")
    assert verdict == "限用"
    assert "OTHERS_NAME" in rules


def test_a_neighbour_without_a_name_is_passed_over():
    empty = replace(registered("昆山启澜科技有限公司"), name="")
    assert told("昆山启澜科技有限公司", empty) == ("可用", [])


def test_the_answer_is_plain_json():
    answer = judged("昆山启澜科技有限公司", "昆山启澜科技有限公司").to_json()
    assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer
    assert (answer["verdict"], answer["hits"][0]["rule"], answer["suggestions"]) == ("不可用", "E1", [])


@given(st.text(max_size=120), st.text("昆山启澜科技有限公司（）AI店厂", max_size=20), st.booleans())
def test_no_text_whatever_raises(text: str, other: str, sole_trader: bool):
    judgement = judged(text, other, sole_trader=sole_trader)
    for each in judgement.findings:
        assert each.words == judgement.name.text[each.start : each.end]
        assert each.message.endswith(("。", "；"))
        assert each.remedy
        assert each.basis


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "EMPTY"),
        (" \n\t", "EMPTY"),
        ("，。！？", "EMPTY"),
        ("12345", "EMPTY"),
        ("a" * 1_000_000, "EMPTY"),
        ("昆山" * 500_000, "LONG"),
        ("昆山ヤマト科技有限公司", "LETTERS"),
        ("昆山Яндекс科技有限公司", "LETTERS"),
        ("昆山ＡＢＣ科技有限公司", "LETTERS"),
        ("昆山启澜3D科技有限公司", "LETTERS"),
        ("昆山启·澜科技有限公司", "LETTERS"),
        ("昆山😀科技有限公司", "LETTERS"),
        ("昆山東方科技有限公司", "TRADITIONAL"),
        ("昆山𠀀澜科技有限公司", "RARE_UNPRINTABLE"),
    ],
)
def test_bad_input_gets_a_sentence_and_is_not_free(text: str, rule: str):
    judgement = judged(text)
    assert rule in [each.rule for each in judgement.findings]
    assert judgement.verdict is not Verdict.FREE
    assert len(json.dumps(judgement.to_json())) < 5000


@pytest.mark.parametrize("day", [date.min, date(1990, 1, 1), date.max])
def test_any_day_is_answered(day: date):
    assert judged("昆山启澜科技有限公司", on=day).verdict is Verdict.FREE


def test_a_polyphone_is_heard_either_way():
    assert told("昆山行知教育有限公司", "昆山航知教育有限公司") == ("提示相近", ["N2"])
    assert told("昆山行知教育有限公司", "昆山星知教育有限公司") == ("提示相近", ["N2"])
    assert told("重庆乐重机械有限公司", registered("重庆月虫机械有限公司", prefecture="5001")) == ("提示相近", ["N2"])


def test_restricted_words_and_hits_are_told_together():
    verdict, rules = told("昆山启兰保安服务有限公司", "昆山启澜保安有限公司")
    assert verdict == "限用"
    assert rules == ["N2", "LICENSED"]


def test_the_verdict_does_not_depend_on_brackets_being_narrow():
    assert judged("启澜(昆山)科技有限公司", "昆山启澜科技有限公司") == judged("启澜（昆山）科技有限公司", "昆山启澜科技有限公司")
