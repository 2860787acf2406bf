"""How well whole statements are read: the bars of the contract, on the worked cases and on those that were written apart from the reader."""

import json
from datetime import date

import pytest

from gaoxing.cli.recognise import answer
from tests.cli.worked import SETS, cases, leaves, precision_and_f1

ON = date(2026, 11, 24)
LOWEST_F1, LOWEST_PRECISION, LOWEST_MATTER = 0.90, 0.95, 0.98


@pytest.fixture(scope="module", params=SETS)
def answered(request):
    """(case, answer) of every case of a set."""
    return [(case, answer(json.dumps({"id": case["id"], "turns": case["turns"]}).encode(), on=ON)) for case in cases(request.param)]


def test_the_forms_reach_the_bars(answered):
    precision, f1 = precision_and_f1([(case["form"], given["form"]) for case, given in answered])
    assert precision >= LOWEST_PRECISION
    assert f1 >= LOWEST_F1


def test_the_matters_reach_the_bar(answered):
    right = sum(case["matter"] == given["matter"] for case, given in answered)
    assert right / len(answered) >= LOWEST_MATTER


def test_every_evidence_stands_where_it_says(answered):
    for case, given in answered:
        evidence = [each for words in given["evidence"].values() for each in words]
        assert evidence
        assert all(case["turns"][each["turn"]]["said"][each["start"] : each["end"]] == each["words"] for each in evidence), case["id"]


def test_a_question_with_readings_is_not_answered_too(answered):
    for case, given in answered:
        assert not {ask["field"] for ask in given["asks"]} & given["evidence"].keys(), case["id"]


def test_the_same_words_always_give_the_same_answer(answered):
    for case, given in answered[::10]:
        assert answer(json.dumps({"id": case["id"], "turns": case["turns"]}).encode(), on=ON) == given


def test_a_wrong_leaf_costs_precision_and_a_missing_one_recall():
    gold = {"name": "甲", "parties": [{"name": "丁大宝", "roles": ["manager"]}]}
    assert precision_and_f1([(gold, gold)]) == (1.0, 1.0)
    wrong, _ = precision_and_f1([(gold, {**gold, "employees": 3})])
    right, f1 = precision_and_f1([(gold, {"name": "甲"})])
    assert wrong < 1.0 == right
    assert f1 < 1.0
    assert leaves(gold)[".parties[丁大宝].roles[]", "manager"] == 1
