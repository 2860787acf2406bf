"""A fact and its evidence: what they say of themselves in plain JSON."""

import json
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.fact import Certainty, Evidence, Fact

WORDS = Evidence(0, 7, 10, "一百万")
MONEY = {"amount": "1000000", "currency": "CNY"}


def test_evidence_says_where_the_words_stand():
    assert WORDS.to_json() == {"turn": 0, "start": 7, "end": 10, "words": "一百万"}


def test_a_fact_is_certain_unless_told_otherwise():
    assert Fact("employees", 5, ()).certainty is Certainty.CERTAIN


def test_a_fact_was_said_unless_told_otherwise():
    assert Fact("employees", 5, ()).to_json()["derived"] is False


def test_a_fact_has_no_readings_unless_it_is_unsure():
    assert Fact("employees", 5, ()).to_json()["readings"] == []


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("昆山云帆科技有限公司", "昆山云帆科技有限公司"),
        (5, 5),
        (MONEY, MONEY),
        ({"years": 20}, {"years": 20}),
        (("director", "manager"), ["director", "manager"]),
        ((), []),
    ],
)
def test_a_value_is_told_in_plain_json(value, plain):
    assert Fact("any", value, ()).to_json()["value"] == plain


@pytest.mark.parametrize(("certainty", "word"), [(Certainty.CERTAIN, "certain"), (Certainty.LIKELY, "likely"), (Certainty.UNSURE, "unsure")])
def test_certainty_is_told_as_a_word(certainty, word):
    assert Fact("any", "值", (), certainty).to_json()["certainty"] == word


def test_readings_are_told_in_plain_json():
    fact = Fact("any", MONEY, (WORDS,), Certainty.UNSURE, (MONEY, ("a", "b")))
    assert fact.to_json()["readings"] == [MONEY, ["a", "b"]]


def test_evidence_stands_in_its_order():
    later = Evidence(1, 0, 3, "我六成")
    assert [each["turn"] for each in Fact("any", "60", (WORDS, later)).to_json()["evidence"]] == [0, 1]


def test_the_value_of_money_is_a_copy():
    told = Fact("registered_capital", MONEY, ()).to_json()
    told["value"]["amount"] = "2"
    assert MONEY["amount"] == "1000000"


def test_a_fact_is_not_changed_after_it_was_read():
    with pytest.raises(FrozenInstanceError):
        Fact("employees", 5, ()).value = 6


@given(st.text(max_size=10), st.text(max_size=10) | st.integers() | st.tuples(st.text(max_size=5)), st.booleans())
def test_every_fact_can_be_written_down(field, value, derived):
    told = Fact(field, value, (WORDS,), derived=derived).to_json()
    assert json.loads(json.dumps(told)) == told
