"""Whole statements for 证照联办, in other voices than the worked cases. Persons, shops and numbers are made up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.forms.form import Answer, Source
from gaoxing.intake import Taken, receive
from gaoxing.matters.joint_licence.reading import read
from gaoxing.matters.joint_licence.trades import questions, trades
from gaoxing.speech.transcript import Transcript

CASES = [json.loads(line) for line in Path(__file__).with_name("statements.jsonl").read_text(encoding="utf-8").splitlines()]
ON = date(2026, 11, 25)
TOLD = ["烟不卖", "招牌要挂", "八十平", "装修八万", "污水排下水道"]


def taken(*said: object) -> Taken:
    return receive(Transcript.of(*said), on=ON)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_trade_answers_and_licences_are_those_that_were_said(case: dict):
    found = receive(Transcript.from_json(case), on=ON)
    assert found.matter is not None
    assert found.form is not None
    read_form = found.form.to_contract()
    wanted = case["form"]
    assert (found.matter.id, read_form.get("trade"), read_form.get("answers", {})) == ("joint_licence", wanted["trade"], wanted.get("answers", {}))
    assert sorted(read_form["licences"]) == sorted(wanted["licences"])


@pytest.mark.parametrize("part", ["entity", "name", "premises", "employees"])
def test_whose_shop_it_is_and_where_is_what_was_said(part: str):
    wrong = [
        case["id"] for case in CASES if (form := receive(Transcript.from_json(case), on=ON).form) and form.to_contract().get(part) != case["form"].get(part)
    ]
    assert wrong == []


def test_the_licences_are_no_fact_of_the_words():
    assert "licences" not in {fact.field for fact in read(Transcript.of("开面馆，证照联办"), ON)}


def test_the_operator_is_who_was_named_for_it():
    form = taken("开理发店，证照联办。我叫莫小剪，手机18600000071。").form
    assert form is not None
    assert form.to_contract()["operator"] == {"name": "莫小剪", "mobile": "18600000071"}


def test_a_pool_said_later_changes_trade_and_licences():
    form = taken("开健身房，证照联办", "哦里面有泳池的").form
    assert form is not None
    assert form.value("trade") == "pool"
    assert "high_risk_sport" in form.value("licences")


def test_an_alternative_name_is_no_blank_of_this_form():
    form = taken("证照联办，开面馆，店名昆山市玉山镇示例面馆，备选昆山市玉山镇样例面馆").form
    assert form is not None
    assert "alternative_names" not in form.answers


@pytest.mark.parametrize("said", ["", "证照联办", "一起办吧，营业执照和别的证"])
def test_where_nothing_was_said_nothing_is_filled_in(said: str):
    assert read(Transcript.of(said), ON) == ()


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
@given(st.text(alphabet="开面馆招牌不挂要烟卖没有三百平装修万，。、的了吗现做散装下水道污水执照一起办", max_size=60))
def test_any_words_are_read_without_a_fault(words: str):
    facts = read(Transcript.of(words), ON)
    assert all(each.evidence for each in facts)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["开面馆", "开超市", "办托育园", "跑运输"]),
    st.lists(st.sampled_from(["烟不卖", "招牌要挂", "八十平", "装修八万", "污水排下水道"]), unique=True, max_size=5),
)
def test_answers_do_not_hang_on_the_order_in_which_they_are_said(trade: str, said: list[str]):
    def answers(parts: list[str]) -> dict[str, object]:
        return {fact.field: fact.value for fact in read(Transcript.of("，".join([trade, *parts])), ON) if fact.field.startswith("answers.")}

    assert answers(said) == answers(said[::-1])


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize("trade", sorted(trades()))
def test_bare_answers_to_its_questions_bring_every_trade_to_an_end(trade: str, yes: bool):
    turns: list = ["证照联办"]
    typed = {"trade": Answer(trade, Source.TYPED)}
    for _ in questions():
        found = receive(Transcript.of(*turns), on=ON, matter_id="joint_licence", typed=typed)
        following = next((each.field for each in found.questions if each.field.startswith("answers.")), None)
        if following is None:
            break
        number = questions()[following.removeprefix("answers.")].kind == "number"
        turns.append((following, "四百" if number else "是" if yes else "否"))
    assert found.form is not None
    assert following is None
    assert len(turns) <= 9
