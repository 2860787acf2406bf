import re

import pytest

from gaoxing.facts.name_slot import find_slots
from gaoxing.facts.statement import hear
from gaoxing.facts.succession import LEGAL, successions
from gaoxing.speech.transcript import Transcript

OTHERS = re.compile("股东|监事|住所|注册资本")


def follows(*turns):
    said = hear(Transcript.of(*turns), slots=find_slots)
    return next(((each.old, each.new) for each in successions(said, LEGAL, OTHERS)), None)


@pytest.mark.parametrize(
    "said",
    [
        "法定代表人由丁大宝变更为苏小云",
        "法人从丁大宝换成苏小云",
        "法定代表人同步调整，丁大宝卸任，苏小云接任",
        "法人原来是丁大宝现在是苏小云",
        "新法人叫苏小云，老法人是丁大宝",
        "免去丁大宝法定代表人职务，任命苏小云为法定代表人",
        "法人丁大宝退休了，由他女儿苏小云来当",
        "现在的法人是丁大宝，要换成苏小云",
        "我们老板丁大宝年纪大了法定代表人让苏小云来当",
        "法人：丁大宝→苏小云",
        "丁大宝不想当法人了，换他老婆苏小云当",
        "法人变更，丁大宝先生离职，苏小云女士接替",
    ],
)
def test_who_leaves_and_who_comes(said):
    assert follows(said) == ("丁大宝", "苏小云")


def test_only_the_new_one_was_said():
    assert follows("法人换成苏小云") == ("", "苏小云")


def test_the_one_decided_on_last_comes():
    assert follows("法人由丁大宝换成何苗", "何苗不肯当，换成苏小云") == ("丁大宝", "苏小云")


def test_a_denied_name_is_put_right():
    assert follows("法人由丁大宝换成何苗", "说错了不是何苗是邵阳") == ("丁大宝", "邵阳")


@pytest.mark.parametrize(("asked", "pair"), [("changes.0.to", ("", "何苗")), ("changes.0.from", ("何苗", ""))])
def test_a_bare_name_answers_the_question(asked, pair):
    assert follows("要换法人", (asked, "何苗")) == pair


def test_what_is_said_of_another_post_is_not_looked_at():
    assert follows("法人由丁大宝换成苏小云，监事原来是何苗，也换成丁大宝") == ("丁大宝", "苏小云")


def test_i_leave_where_i_say_so():
    assert follows("我是丁大宝，法人从我换成苏小云") == ("丁大宝", "苏小云")


def test_without_a_change_there_is_none():
    assert follows("法人不变") is None


def test_a_name_heard_wrongly_is_put_right_by_its_sound():
    assert follows("法人由丁大宝变更为文书云", "姓错了，是温暖的温，温书云") == ("丁大宝", "温书云")


def test_old_and_new_change_places():
    assert follows("法人由丁大宝变更为苏小云", "弄反了，是苏小云变更为丁大宝") == ("苏小云", "丁大宝")
