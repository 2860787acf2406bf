"""A statement as heard: turns, what was asked, pieces with their people, and the raw words behind every place."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.facts.mentions import Spot
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

SENTENCES = [
    "注册资本一百万",
    "我叫丁大宝",
    "呃那个",
    "监事写我老婆苏小云，",
    "手机幺三八零零幺三八零零零。",
    "住所在昆山高新区元丰路二十八号\n",
    "  ",
    "<b>粗</b>",
    "🙂",
    "abc ABC",
]


def heard(*turns, on=None):
    return hear(Transcript.of(*turns), on)


def test_each_turn_keeps_its_number_and_its_question():
    assert [(each.turn, each.asked) for each in heard("开公司", ("name", "昆山启云软件有限公司")).turns] == [(0, None), (1, "name")]


def test_a_statement_without_turns_is_empty():
    assert heard().turns == ()


def test_fillers_are_no_words():
    assert heard("嗯呃注册资本嗯一百万").turns[0].text == "注册资本一百万"


def test_the_pieces_cover_the_cleaned_words():
    turn = heard("嗯我叫丁大宝，注册资本一百万").turns[0]
    assert "".join(token.words for token in turn.tokens) == turn.text


def test_everybody_said_has_a_number_in_the_roster():
    said = heard("我叫丁大宝，我老婆苏小云，昆山启云软件有限公司占六成")
    assert {token.who for token in said.turns[0].tokens if token.kind in {"self", "name", "relation", "enterprise"}} == {0, 1, 2}


def test_nothing_but_people_and_enterprises_has_a_number():
    said = heard("丁大宝占六成，注册资本一百万")
    assert all((token.who >= 0) == (token.kind == "name") for token in said.turns[0].tokens)


def test_evidence_is_the_raw_words_with_their_noise():
    said = heard("嗯注册资本，一百万")
    place = said.turns[0].text.index("一百万")
    assert [each.words for each in said.evidence(Spot(0, place, place + 3))] == ["一百万"]


def test_evidence_names_each_place_once_in_order_of_speech():
    spots = (Spot(1, 0, 2), Spot(0, 2, 4), Spot(0, 0, 2), Spot(0, 2, 4))
    assert [each.words for each in heard("甲乙丙丁", "戊己庚辛").evidence(*spots)] == ["甲乙", "丙丁", "戊己"]


def test_an_empty_place_is_no_evidence():
    assert heard("甲乙").evidence(Spot(0, 1, 1)) == ()


def test_a_name_clear_in_one_turn_is_known_in_another():
    said = heard("宓采薇当法人", "我叫宓采薇")
    assert [member.name for member in said.roster.members if member.name] == ["宓采薇"]


def test_next_year_counts_from_the_day_given():
    values = {
        on: [token.mention.value for token in heard("明年六月出资到位", on=on).turns[0].tokens if token.kind == "day"]
        for on in (date(2026, 1, 1), date(2030, 1, 1))
    }
    assert values == {date(2026, 1, 1): ["2027-06"], date(2030, 1, 1): ["2031-06"]}


def test_words_in_an_enterprises_name_are_no_activity():
    assert heard("公司叫昆山启云理发有限公司").turns[0].scope == ()


@pytest.mark.parametrize("said", ["二字都是大写的壹", "弓长张", "三点水的江"])
def test_a_cue_without_a_name_is_nobodys(said):
    assert all(not member.cue_spots for member in heard(said).roster.members if member.name)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=6).map("".join), max_size=4))
def test_every_place_leads_back_to_the_words_said(turns):
    said = heard(*turns)
    for turn in said.turns:
        for token in turn.tokens:
            for each in said.evidence(Spot(turn.turn, token.start, token.end)):
                assert turns[each.turn][each.start : each.end] == each.words


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_words_can_be_heard(turns):
    assert len(heard(*turns).turns) == len(turns)
