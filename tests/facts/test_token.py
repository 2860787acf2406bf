"""A turn as a row of typed pieces: nothing lost, nothing twice, the stronger kind first."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.statement import hear
from gaoxing.facts.token import ORDER, tokenise
from gaoxing.speech.transcript import Transcript


@dataclass(frozen=True)
class Place:
    """A mention with nothing but its place."""

    start: int
    end: int


def pieces(said):
    """`kind:words` of a turn as the whole reader cuts it."""
    return [f"{token.kind}:{token.words}" for token in hear(Transcript.of(said)).turns[0].tokens]


def bare(text, *mentions):
    return [(token.kind, token.words) for token in tokenise(text, mentions)]


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        ("丁大宝是法人", ["name:丁大宝", "put:是", "role:法人"]),
        ("经理由苏小云担任", ["role:经理", "put:由", "name:苏小云", "do:担任"]),
        ("何苗做监事", ["name:何苗", "do:做", "role:监事"]),
        ("都写我", ["put:都写", "self:我"]),
        ("大家平分", ["all:大家", "equal:平分"]),
        ("何苗不干了", ["name:何苗", "not:不干了"]),
        ("剩下的归苏小云", ["remainder:剩下的", "put:归", "name:苏小云"]),
        ("丁大宝占六成", ["name:丁大宝", "hold:占", "percent:六成"]),
        ("丁大宝出三十万", ["name:丁大宝", "hold:出", "money:三十万"]),
        ("丁大宝，苏小云，一人一半", ["name:丁大宝", "comma:，", "name:苏小云", "comma:，", "equal:一人一半"]),
        ("我住虹祺路99号A座1201室", ["self:我", "text:住", "address:虹祺路99号A座1201室"]),
        ("丁大宝身份证320583199003077512", ["name:丁大宝", "text:身份证", "code:320583199003077512"]),
        ("股东是昆山启云软件有限公司，占百分之六十", ["owner:股东", "put:是", "enterprise:昆山启云软件有限公司", "comma:，", "hold:占", "percent:百分之六十"]),
        ("营业期限二十年，四六开", ["text:营业期限", "term:二十年", "comma:，", "ratio:四六开"]),
        ("全部货币出资，2029年6月底前", ["all:全部", "method:货币", "hold:出资", "comma:，", "day:2029年6月底", "text:前"]),
        ("我妈何苗，她做监事", ["relation:我妈", "name:何苗", "comma:，", "pronoun:她", "do:做", "role:监事"]),
        ("丁大宝和苏小云。", ["name:丁大宝", "and:和", "name:苏小云", "stop:。"]),
        ("今天真热", ["text:今天真热"]),
        ("", []),
    ],
)
def test_a_turn_is_cut_into_what_it_says(said, cut):
    assert pieces(said) == cut


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("五五开", "ratio", "五五开"),
        ("按三比七来", "ratio", "按三比七来"),
        ("对半分", "equal", "对半分"),
        ("各占一半", "equal", "各占一半"),
        ("余下的部分", "remainder", "余下的部分"),
        ("另一半", "remainder", "另一半"),
        ("合伙人", "owner", "合伙人"),
        ("分别占", "each", "分别占"),
        ("不对不对", "fix", "不对不对"),
        ("说错了", "fix", "说错了"),
        ("更正一下", "fix", "更正一下"),
        ("改成", "change", "改成"),
        ("调整为", "change", "调整为"),
        ("应该是", "change", "应该是"),
        ("不设立", "not", "不设立"),
        ("先不填", "not", "先不填"),
        ("退出", "not", "退出"),
        ("兼任", "do", "兼任"),
        ("挂名", "do", "挂名"),
        ("就是", "put", "就是"),
        ("认缴", "hold", "认缴"),
        ("持股比例", "hold", "持股比例"),
        ("再加上", "and", "再加上"),
        ("所有人", "all", "所有人"),
        ("；", "stop", "；"),
    ],
)
def test_closed_words_have_one_kind(text, kind, words):
    assert bare(text) == [(kind, words)]


@pytest.mark.parametrize("text", ["出租", "出生", "出去", "出版", "投影", "昆山", "虹祺路", "一半以上的人"])
def test_words_that_only_look_like_it_hold_nothing(text):
    assert {"hold", "half"}.isdisjoint(kind for kind, _ in bare(text))


@pytest.mark.parametrize(
    ("stronger", "weaker"), [("code", "name"), ("enterprise", "address"), ("address", "name"), ("name", "role"), ("role", "self"), ("day", "money")]
)
def test_of_two_overlapping_pieces_the_stronger_kind_stays(stronger, weaker):
    cut = bare("甲乙丙丁", (weaker, Place(1, 4)), (stronger, Place(0, 2)))
    assert cut == [(stronger, "甲乙"), ("text", "丙丁")]


def test_of_two_at_one_place_the_longer_stays():
    assert bare("甲乙丙", ("name", Place(0, 2)), ("name", Place(0, 3))) == [("name", "甲乙丙")]


def test_a_mention_wins_over_a_closed_word():
    assert bare("和平", ("name", Place(0, 2))) == [("name", "和平")]


def test_a_mention_without_characters_is_no_token():
    assert bare("甲乙", ("name", Place(1, 1))) == [("text", "甲乙")]


def test_a_token_carries_the_mention_it_came_from():
    place = Place(1, 3)
    assert [token.mention for token in tokenise("甲乙丙", [("name", place)])] == [None, place]


def test_tokens_belong_to_nobody_until_people_are_identified():
    assert {token.who for token in tokenise("甲乙丙", [("name", Place(1, 3))])} == {-1}


def test_the_order_names_every_kind_once():
    assert len(ORDER) == len(set(ORDER))


@given(st.text(alphabet="丁大宝苏小云何苗是法人监事占六成出三十万，。和都不对改成四比剩下的一半我他老婆", max_size=40))
def test_the_tokens_put_together_are_the_text(text):
    tokens = tokenise(text, [])
    assert "".join(token.words for token in tokens) == text
    assert [token.start for token in tokens[1:]] == [token.end for token in tokens[:-1]]


@given(st.text(alphabet="丁大宝是法人占六成，。和", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=4))
def test_overlapping_mentions_never_double_a_character(text, places):
    mentions = [("name", Place(start, min(start + size, len(text)))) for start, size in places if start < len(text)]
    assert "".join(token.words for token in tokenise(text, mentions)) == text


@given(st.text(alphabet="天气真热你好吗", min_size=1, max_size=12))
def test_what_nothing_claims_is_one_text(text):
    assert bare(text) == [("text", text)]
