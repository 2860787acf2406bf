"""Whom 他 and 她 mean, and where that is a question."""

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript
from tests.facts.talk import facts, posts, shares


def either(*turns):
    """The names between which a pronoun of the talk leaves open."""
    roster = hear(Transcript.of(*turns)).roster
    return [[roster.members[number].name for number in member.either] for member in roster.members if member.either]


@pytest.mark.parametrize(
    "said",
    [
        "股东丁大宝和鲁大卫，法人是他",
        "丁大宝、鲁大卫两个人开公司，法人写他",
        "丁大宝出六十万，鲁大卫出四十万，法人是他",
    ],
)
def test_two_who_fit_alike_leave_it_open(said):
    assert either(said) == [["丁大宝", "鲁大卫"]]
    assert "legal_representative" not in posts(said)


@pytest.mark.parametrize(
    "said",
    [
        "股东丁大宝和鲁大卫，鲁大卫是老大，法人是他",
        "我叫丁大宝，我跟鲁大卫开公司，法人是他",
        "股东是我爸鲁大卫和我妈何苗，法人是他",
        "丁大宝出六十万，鲁大卫出四十万，他做法人",
        "股东丁大宝，法人也是他",
    ],
)
def test_one_who_fits_is_meant(said):
    assert either(said) == []
    assert len(posts(said)["legal_representative"]) == 1


def test_what_is_open_is_asked_with_both_names():
    (ask,) = [fact for fact in facts("丁大宝、鲁大卫开公司，法人写他") if fact.certainty is Certainty.UNSURE]
    assert (ask.field, ask.readings) == ("parties.legal_representative", ("丁大宝", "鲁大卫"))
    assert [each.words for each in ask.evidence] == ["法人", "他"]


def test_a_later_answer_settles_it():
    assert posts("丁大宝、鲁大卫开公司，法人写他", "法人是鲁大卫")["legal_representative"] == ["鲁大卫"]


def test_he_is_called_gives_a_name_to_the_one_without():
    assert shares("丁大宝占六成，剩下的归我小舅子，他叫鲁大卫") == {"丁大宝": "60%", "鲁大卫": "40%"}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("法人何苗，监事鲁大卫，丁大宝占两成，何苗占三成，剩下的归他", {"何苗": "30%", "丁大宝": "20%", "鲁大卫": "50%"}),
        ("股东丁大宝、何苗、鲁大卫、苏小云，丁大宝占两成，何苗占三成，剩下的归他", {"丁大宝": "20%", "何苗": "30%", "鲁大卫": None, "苏小云": None}),
    ],
)
def test_the_rest_goes_to_the_one_without_a_share_or_stays_open(said, held):
    assert shares(said) == held
