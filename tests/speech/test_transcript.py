"""What was said, kept as it was said: the shapes that are taken, the sentences for those that are not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.speech.transcript import LONGEST_TURN, Transcript, Turn

FREE = st.fixed_dictionaries({"said": st.text(max_size=40)})
ASKED = st.fixed_dictionaries({"asked": st.sampled_from(["name", "parties.0.mobile", "domicile"]), "said": st.text(max_size=40)})
CASE = st.fixed_dictionaries({"turns": st.lists(FREE | ASKED, max_size=5)})


def test_free_words_answer_no_question():
    assert Transcript.of("我想开公司").turns == (Turn("我想开公司"),)


def test_a_pair_is_the_question_and_then_the_words():
    assert Transcript.of(("domicile", "晨丰东路88号")).turns == (Turn("晨丰东路88号", "domicile"),)


def test_turns_keep_their_order():
    said = [turn.said for turn in Transcript.of("一", ("name", "二"), "三").turns]
    assert said == ["一", "二", "三"]


def test_nothing_said_is_a_transcript_too():
    assert Transcript.of().to_json() == {"turns": []}


def test_an_unasked_turn_has_no_question_in_its_json():
    assert Turn("一百万").to_json() == {"said": "一百万"}


def test_an_asked_turn_names_its_question_in_its_json():
    assert Turn("一百万", "registered_capital").to_json() == {"asked": "registered_capital", "said": "一百万"}


@pytest.mark.parametrize("case", [{}, {"turns": None}, {"turns": "我想开公司"}, {"turns": {"said": "好"}}, {"turns": 3}, {"turn": []}])
def test_a_case_without_a_list_of_turns_is_refused(case):
    with pytest.raises(ValueError, match="turns"):
        Transcript.from_json(case)


@pytest.mark.parametrize("turn", [None, "我想开公司", [], 7, {}, {"asked": "name"}, {"said": None}, {"said": 5}, {"said": ["好"]}])
def test_a_turn_without_words_is_refused(turn):
    with pytest.raises(ValueError, match="said"):
        Transcript.from_json({"turns": [turn]})


@pytest.mark.parametrize("asked", [1, ["name"], {"field": "name"}, True])
def test_a_question_that_is_no_name_is_refused(asked):
    with pytest.raises(ValueError, match="asked"):
        Transcript.from_json({"turns": [{"said": "好", "asked": asked}]})


def test_one_bad_turn_among_good_ones_is_refused():
    with pytest.raises(ValueError, match="said"):
        Transcript.from_json({"turns": [{"said": "好"}, {"said": "行"}, {}]})


def test_a_question_of_null_is_no_question():
    assert Transcript.from_json({"turns": [{"said": "好", "asked": None}]}) == Transcript.of("好")


def test_what_else_a_case_holds_is_left_alone():
    case = {"id": "x", "matter": "deregistration", "form": {"name": "别的"}, "turns": [{"said": "好", "note": "嗯"}]}
    assert Transcript.from_json(case) == Transcript.of("好")


def test_words_beyond_the_longest_turn_are_kept():
    long = "好" * (LONGEST_TURN + 5)
    assert Transcript.from_json({"turns": [{"said": long}]}).turns[0].said == long


@given(CASE)
def test_json_comes_back_as_it_went_in(case):
    assert Transcript.from_json(case).to_json() == case


@given(CASE)
def test_a_transcript_survives_being_written_down(case):
    before = Transcript.from_json(case)
    assert Transcript.from_json(json.loads(json.dumps(before.to_json()))) == before


@given(st.lists(st.text(max_size=20), max_size=4))
def test_no_character_of_the_words_is_changed(said):
    assert [turn.said for turn in Transcript.of(*said).turns] == said


def test_other_ways_to_write_a_turn_come_along_and_back():
    case = {"turns": [{"asked": "name", "said": "苏小云", "alternatives": ["苏晓云", "舒小云"]}]}
    assert Transcript.from_json(case).turns[0].alternatives == ("苏晓云", "舒小云")
    assert Transcript.from_json(case).to_json() == case


def test_the_words_themselves_are_no_other_way_to_write_them():
    assert Transcript.from_json({"turns": [{"said": "好", "alternatives": ["好", "号", "号"]}]}).turns[0].alternatives == ("号",)


@pytest.mark.parametrize("alternatives", ["号", [1], {"a": "号"}, 3])
def test_other_ways_that_are_no_list_of_texts_are_refused(alternatives):
    with pytest.raises(ValueError, match="alternatives"):
        Transcript.from_json({"turns": [{"said": "好", "alternatives": alternatives}]})
