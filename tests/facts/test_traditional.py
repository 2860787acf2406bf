"""Traditional characters of the form's words are read as simplified ones; names keep theirs. Persons are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.traditional import SIMPLIFIED, TRADITIONAL, simplified
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript


def values(said):
    taken = receive(Transcript.of(said), on=date(2026, 11, 24))
    return taken.matter.id, {path: answer.value for path, answer in taken.form.answers.items()}


@pytest.mark.parametrize(("said", "read"), [("註冊資本", "注册资本"), ("股東是東方", "股东是東方"), ("丁大寶", "丁大寶"), ("", "")])
def test_words_of_the_form_are_simplified_and_names_are_not(said, read):
    assert simplified(said) == read


@given(st.text(max_size=30))
def test_no_character_moves(said):
    assert len(simplified(said)) == len(said)


def test_every_character_has_one_counterpart():
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


def test_a_statement_in_traditional_characters_is_read():
    matter, found = values("我要辦個體戶，資金五萬，經營者丁大寶")
    assert (matter, found["funds"]["amount"], found["operator.name"]) == ("sole_trader_registration", "50000", "丁大寶")
    matter, found = values("我要註冊公司，註冊資本一百萬，股東丁大寶占六成，法定代表人丁大寶")
    assert (matter, found["registered_capital"]["amount"], found["parties.0.contribution.percent"]) == ("company_registration", "1000000", "60")
