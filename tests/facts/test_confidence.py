"""How sure a value is: certain where it was said clearly or spelt, likely where it was heard by its sound or mended. Names are made up."""

import pytest

from gaoxing.facts.confidence import graded, recognised
from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.speech.transcript import Transcript

RAW = "我要开公司嗯懂事是丁大宝他也占六成剩下的归苏小云"
TYPED = "我要开公司，董事是丁大宝，他占六成，剩下的归苏小云。"


def fact(said, words, field="parties.0.name", **how):
    start = said.index(words)
    return Fact(field, how.pop("value", words), (Evidence(0, start, start + len(words), words),), **how)


def grade(said, *facts):
    return [str(each.certainty) for each in graded(facts, Transcript.of(said))]


@pytest.mark.parametrize("field", ["name", "parties.0.name", "operator.name", "enterprise", "changes.0.transferor"])
def test_a_name_heard_and_never_spelt_is_likely(field):
    assert grade(RAW, fact(RAW, "丁大宝", field)) == ["likely"]


def test_a_name_that_was_typed_or_spelt_is_certain():
    spelt = Fact("parties.0.name", "丁大宝", (*fact(RAW, "丁大宝").evidence, Evidence(0, 0, 2, "我要")))
    assert grade(TYPED, fact(TYPED, "丁大宝")) == ["certain"]
    assert grade(RAW, spelt) == ["certain"]


def test_a_value_that_is_no_spelling_is_certain():
    assert grade(RAW, fact(RAW, "六成", "parties.0.contribution.percent", value="60")) == ["certain"]


def test_a_word_that_was_mended_makes_the_value_likely():
    assert grade("嗯懂事是他", fact("嗯懂事是他", "懂事", "parties.0.roles", value=("director",))) == ["likely"]
    assert grade("董事是他", fact("董事是他", "董事", "parties.0.roles", value=("director",))) == ["certain"]


def test_figures_written_out_are_not_mended():
    assert grade("资本１００万，", fact("资本１００万，", "１００万", "registered_capital", value="x")) == ["certain"]


@pytest.mark.parametrize("certainty", [Certainty.UNSURE, Certainty.LIKELY])
def test_nothing_becomes_surer(certainty):
    assert grade(TYPED, fact(TYPED, "丁大宝", certainty=certainty)) == [str(certainty)]


def test_what_was_worked_out_is_not_judged_again():
    assert grade(RAW, fact(RAW, "丁大宝", derived=True)) == ["certain"]


@pytest.mark.parametrize(("said", "spoken"), [(RAW, True), (TYPED, False), ("丁大宝", False), ("", False)])
def test_a_recognisers_words_are_long_and_without_stops(said, spoken):
    assert recognised(said) is spoken
