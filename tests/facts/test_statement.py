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


def tokens(kind, *turns):
    return [token.words for turn in heard(*turns).turns for token in turn.tokens if token.kind == kind]


def test_every_turn_is_heard_with_its_number_and_question():
    turns = heard("我想开公司", ("registered_capital", "一百万")).turns
    assert [(each.turn, each.asked) for each in turns] == [(0, None), (1, "registered_capital")]


def test_a_silent_talk_is_an_empty_statement():
    assert heard().turns == ()


def test_an_empty_turn_has_no_tokens():
    assert heard("").turns[0].tokens == ()


def test_the_text_is_the_cleaned_words():
    assert heard("嗯,注册自本 一百万").turns[0].text == "，注册资本一百万"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("我叫丁大宝，做法人", "丁大宝"),
        ("我叫 丁大宝 ，做法人", "丁大宝"),
        ("嗯我叫丁大宝呃做法人", "丁大宝"),
        ("我叫丁 大 宝，做法人", "丁 大 宝"),
    ],
)
def test_evidence_is_the_raw_span(said, words):
    statement = heard(said)
    token = next(each for each in statement.turns[0].tokens if each.kind == "name")
    (evidence,) = statement.evidence(Spot(0, token.start, token.end))
    assert (evidence.words, said[evidence.start : evidence.end]) == (words, words)


def test_evidence_of_several_spots_stands_in_order_of_the_talk():
    statement = heard("丁大宝做法人", "苏小云占三成")
    found = statement.evidence(Spot(1, 0, 3), Spot(0, 0, 3))
    assert [each.words for each in found] == ["丁大宝", "苏小云"]


def test_a_spot_given_twice_is_quoted_once():
    assert len(heard("丁大宝做法人").evidence(Spot(0, 0, 3), Spot(0, 0, 3))) == 1


def test_an_empty_spot_is_not_quoted():
    assert heard("丁大宝做法人").evidence(Spot(0, 2, 2)) == ()


def test_a_member_is_found_by_number():
    assert [heard("丁大宝和苏小云").member(number).name for number in (0, 1)] == ["丁大宝", "苏小云"]


def test_a_name_clear_in_a_later_turn_is_known_in_the_first():
    statement = heard("法人写鲁大卫监事写何苗", "何苗，鲁大卫")
    assert [member.name for member in statement.roster.members] == ["鲁大卫", "何苗"]


@pytest.mark.parametrize(
    ("turns", "names"),
    [
        (("丁大宝，宝是宝贝的宝",), ["丁大宝"]),
        (("丁大饱和苏小云，饱是宝贝的宝",), ["丁大宝", "苏小云"]),
        (("苏小芸、何苗，云是白云的云",), ["苏小云", "何苗"]),
        (("丁大宝和苏小芸，云是白云的云",), ["丁大宝", "苏小云"]),
        (("我叫苏小芸，白云的云，大小的小",), ["苏小云"]),
        (("我叫苏晓芸，大小的小，白云的云",), ["苏小云"]),
    ],
)
def test_a_cue_goes_to_the_name_that_has_its_sound(turns, names):
    assert [member.name for member in heard(*turns).roster.members] == names


def test_a_cue_for_a_shops_name_leaves_the_owners():
    statement = heard("我叫苏小云，店名叫昆山高新区晓芸面馆，店名的芸是芸豆的芸")
    assert [member.name for member in statement.roster.members if member.kind == "person"] == ["苏小云"]


def test_a_cue_out_of_reach_mends_nothing():
    filling = "今天来办事情的人真多门口排队排到马路上" * 5
    statement = heard(f"丁大饱做法人，{filling}，饱是宝贝的宝")
    assert [member.name for member in statement.roster.members][:1] == ["丁大饱"]


def test_next_year_without_a_day_is_open():
    (turn,) = heard("明年六月底前缴清").turns
    assert [token.mention.value for token in turn.tokens if token.kind == "day"] in ([], [None])


def test_activities_are_found_in_every_turn():
    scopes = [[mention.items for mention in turn.scope] for turn in heard("做软件开发", "我叫丁大宝").turns]
    assert (scopes[0] != [], scopes[1]) == (True, [])


def test_the_name_of_an_enterprise_is_no_activity():
    assert heard("我以前在昆山启云软件开发有限公司上班").turns[0].scope == ()


def test_a_pronoun_reaches_back_over_turns():
    statement = heard("我老婆何苗占三成", "她手机幺三八零零零零幺二三四")
    assert [statement.member(token.who).name for token in statement.turns[1].tokens if token.kind == "pronoun"] == ["何苗"]


def test_names_inside_an_enterprise_are_no_persons():
    assert tokens("name", "股东是昆山丁大宝软件有限公司") == []


def test_numbers_inside_an_address_are_no_amounts():
    assert (tokens("address", "住所虹祺路99号3幢602室"), tokens("money", "住所虹祺路99号3幢602室")) == (["虹祺路99号3幢602室"], [])


def test_a_turn_longer_than_is_read_is_cut():
    assert len(heard("好" * 6_500).turns[0].text) == 6_000
