from hypothesis import given
from hypothesis import strategies as st

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
