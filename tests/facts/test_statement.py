"""A statement as it is read: turns cleaned, people identified over all of them, cues with the names they mend, evidence in raw words."""

from datetime import date

import pytest

from gaoxing.facts.mentions import Spot
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def heard(*turns):
    return hear(Transcript.of(*turns))


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


@pytest.mark.parametrize(
    ("said", "on", "day"),
    [("明年六月底前缴清", date(2026, 3, 1), "2027-06"), ("后年六月底前缴清", date(2026, 3, 1), "2028-06"), ("2029年6月30号前缴清", None, "2029-06-30")],
)
def test_next_year_counts_from_the_day_given(said, on, day):
    (turn,) = hear(Transcript.of(said), on).turns
    assert [token.mention.value[: len(day)] for token in turn.tokens if token.kind == "day"] == [day]


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
    assert len(heard("好" * 20_500).turns[0].text) == 20_000
