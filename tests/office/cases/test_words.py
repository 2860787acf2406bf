import json

from hypothesis import given
from hypothesis import strategies as st

from gaoxing.forms.proposal import Proposal
from gaoxing.office.cases.words import Words


@given(st.text(), st.lists(st.tuples(st.text(), st.none() | st.text(min_size=1))))
def test_words_come_back_from_the_store_as_they_were(statement, others):
    words = Words().state(statement)
    for said, asked in others:
        words = words.add(said, asked)
    assert Words.from_bytes(words.to_bytes()) == words


def test_the_statement_stays_first_however_often_it_is_typed():
    words = Words().add("一百万", "registered_capital").state("我要").state("我要开公司")
    assert [(entry.number, entry.said) for entry in words.entries] == [(0, "我要开公司"), (1, "一百万")]
    assert words.statement == "我要开公司"


def test_an_entry_keeps_its_number_when_another_is_removed():
    words = Words().state("a").add("b").add("c").remove(1).add("d")
    assert [(entry.number, entry.said) for entry in words.entries] == [(0, "a"), (2, "c"), (3, "d")]


def test_amending_changes_one_entry_and_keeps_its_question():
    words = Words().add("一百万", "registered_capital").amend(1, "两百万")
    assert [(entry.said, entry.asked) for entry in words.entries] == [("两百万", "registered_capital")]


def test_amending_or_removing_what_is_gone_changes_nothing():
    words = Words().state("a")
    assert words.amend(7, "b") == words.remove(7) == words


def test_no_words_have_no_statement():
    assert Words().statement == ""


def test_proposals_are_kept_one_a_blank_and_taken_out_together():
    first, second = Proposal("name", "甲", "甲"), Proposal("name", "乙", "乙")
    words = Words().state("我要开公司").propose([first, Proposal("domicile", "丙", "丙")]).propose([second])
    assert [each.value for each in words.proposals] == ["丙", "乙"]
    assert Words.from_bytes(words.to_bytes()) == words
    assert words.unpropose().proposals == ()


def test_a_draft_of_before_there_were_proposals_is_read_on():
    stored = json.loads(Words().state("我要开公司").to_bytes())
    del stored["proposals"]
    assert Words.from_bytes(json.dumps(stored).encode()).statement == "我要开公司"
