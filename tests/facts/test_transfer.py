import pytest

from gaoxing.facts.name_slot import find_slots
from gaoxing.facts.statement import hear
from gaoxing.facts.transfer import transfers
from gaoxing.speech.transcript import Transcript

FIRST = "股东变更，丁大宝转15%给何苗，转10%给邵阳"


def found(*turns):
    return [(each.giver, each.taker, each.percent or each.amount) for each in transfers(hear(Transcript.of(*turns), slots=find_slots))]


def test_a_later_turn_adds_a_passing():
    assert found("股权转让，丁大宝转15%给何苗", "漏了一笔，丁大宝还转让7%给邵阳") == [("丁大宝", "何苗", "15"), ("丁大宝", "邵阳", "7")]


@pytest.mark.parametrize("words", ["说错了，是20%", "不是15是20", "应该是百分之二十"])
def test_a_later_turn_puts_the_share_right(words):
    assert found("股权转让，丁大宝转15%给何苗", words) == [("丁大宝", "何苗", "20")]


def test_the_passing_named_is_put_right():
    assert found(FIRST, "给何苗的那个是20%不是15") == [("丁大宝", "何苗", "20"), ("丁大宝", "邵阳", "10")]


def test_a_sum_takes_the_place_of_a_denied_share():
    assert found("股权转让，丁大宝转15%给何苗", "转让的不是15%，是出资额20万") == [("丁大宝", "何苗", "200000")]


def test_the_passing_named_is_taken_back():
    assert found(FIRST, "转给邵阳的那笔先不办了") == [("丁大宝", "何苗", "15")]


def test_all_is_taken_back_where_none_is_named():
    assert found(FIRST, "股权先不转了") == []


def test_another_taker_is_named_later():
    assert found("股权转让，丁大宝转15%给何苗", "受让方写错了，是邵阳") == [("丁大宝", "邵阳", "15")]


def test_both_sides_are_answered_one_by_one():
    turns = ("要做股权转让", ("changes.0.transferor", "丁大宝"), ("changes.0.transferee", "何苗"), ("changes.0.percent", "四成"))
    assert found(*turns) == [("丁大宝", "何苗", "40")]


def test_the_enterprise_itself_is_no_party():
    assert found("昆山样例五金有限公司股权变更，丁大宝转15%给何苗") == [("丁大宝", "何苗", "15")]


def test_an_enterprise_may_buy():
    assert found("昆山样例五金有限公司股权变更，丁大宝转15%给苏州样例投资有限公司") == [("丁大宝", "苏州样例投资有限公司", "15")]


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("丁大宝把10%股权转给何苗，何苗把5%转给邵阳，不对，是丁大宝把5%转给邵阳", [("丁大宝", "何苗", "10"), ("丁大宝", "邵阳", "5")]),
        ("股权转让，丁大宝把10%转给何苗，不对，15%，再把5%转给邵阳", [("丁大宝", "何苗", "15"), ("丁大宝", "邵阳", "5")]),
    ],
)
def test_a_passing_put_right_in_the_same_breath_is_told_once(said, rows):
    assert found(said) == rows


@pytest.mark.parametrize(("said", "percent"), [("公司变更股东，持股30%的丁大宝退出，转给何苗", "30"), ("公司变更股东，持股30%的丁大宝退出一半，转给何苗", "")])
def test_who_leaves_hands_on_all_they_hold(said, percent):
    assert found(said) == [("丁大宝", "何苗", percent)]
