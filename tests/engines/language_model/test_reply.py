"""An answer is read piece by piece; whatever has another shape is dropped, and what is no JSON is a Fault."""

import json

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model.prompt import messages
from gaoxing.engines.language_model.reply import content_of, proposals
from tests.engines.language_model.wanted_here import SAID, wanted_for

GOOD = {"path": "domicile", "value": "前进西路188号", "words": "前进西路188号"}


def read(content, *said, matter=None):
    wanted = wanted_for(*(said or (SAID,)), matter=matter)
    text = content if isinstance(content, str) else json.dumps({"values": content}, ensure_ascii=False)
    return proposals(text, wanted, messages(wanted)[1])


@pytest.mark.parametrize("wrapped", ["{}", "```json\n{}\n```", "好的，结果是：{} 请查收", "<think>先想想 {{不是这个}}</think>\n{}"])
def test_json_is_found_with_talk_a_fence_or_thoughts_around_it(wrapped):
    text = wrapped.replace("{}", json.dumps({"values": [GOOD]}, ensure_ascii=False))
    assert [each.path for each in read(text)] == ["domicile"]


@pytest.mark.parametrize(
    "content",
    ["", "没有", "[]", "{", '{"values": 1}', '{"values": {"a": 1}}', "{}", "null", '{"values": [NaN]}', '{"values": ' + "[" * 50_000, "<think>{"],
)
def test_what_is_no_answer_is_a_fault(content):
    with pytest.raises(Fault):
        read(content)


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "domicile",
        [],
        {},
        {**GOOD, "path": 1},
        {**GOOD, "path": ["domicile"]},
        {**GOOD, "words": None},
        {**GOOD, "words": "长" * 201},
        {**GOOD, "value": None},
        {**GOOD, "value": True},
        {**GOOD, "value": 1.5},
        {**GOOD, "value": []},
        {**GOOD, "value": [1]},
        {**GOOD, "value": {}},
        {**GOOD, "value": {"a": {"b": []}}},
        {**GOOD, "value": {"a": 1, "b": 2, "c": 3}},
        {**GOOD, "path": "name"},
        {**GOOD, "path": "postcode"},
        {**GOOD, "path": "matter"},
        {**GOOD, "path": "parties.77.name"},
        {**GOOD, "path": "__class__"},
    ],
)
def test_an_odd_piece_is_dropped_and_the_rest_stands(odd):
    good = {**GOOD, "path": "operating_term", "value": {"years": 20}}
    assert [each.path for each in read([odd, good])] == ["operating_term"]


def test_a_placeholder_comes_back_as_the_number_in_value_and_words():
    said = "我要办个体户，经营者丁大宝，号码幺三八零零幺三八零零零"
    wanted = wanted_for(said)
    hidden = messages(wanted)[1]
    content = json.dumps({"values": [{"path": "operator.mobile", "value": "〔号码1〕", "words": "号码〔号码1〕"}]}, ensure_ascii=False)
    found = proposals(content, wanted, hidden) if "operator.mobile" in wanted.blanks else ()
    assert [(each.value, each.words) for each in found] in ([], [("13800138000", "号码幺三八零零幺三八零零零")])


def test_figures_written_as_numbers_become_text_where_text_is_meant():
    values = [
        {"path": "registered_capital", "value": {"amount": 800000, "currency": "CNY"}, "words": "八十万块钱"},
        {"path": "parties.1.contribution.percent", "value": 40.0, "words": "四成"},
    ]
    assert [each.value for each in read(values)][:1] == [{"amount": "800000", "currency": "CNY"}]


def test_of_one_blank_the_first_proposal_counts():
    assert [each.value for each in read([GOOD, {**GOOD, "value": "别处"}])] == ["前进西路188号"]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {},
        {"choices": []},
        {"choices": [{}]},
        {"choices": [{"message": None}]},
        {"choices": [{"message": {"content": None}}]},
        {"choices": "x"},
        1,
        "x",
    ],
)
def test_an_answer_without_content_is_a_fault(answer):
    with pytest.raises(Fault):
        content_of(answer)
