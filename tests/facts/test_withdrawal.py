import pytest

from gaoxing.facts.statement import hear
from gaoxing.facts.withdrawal import marks, withdrawals
from gaoxing.speech.transcript import Transcript

TOPICS = {
    "domicile": "住所|地址",
    "legal_representative": "法人",
    "registered_capital": "资本|增资",
    "business_scope": "经营范围",
    "shareholders": "股东",
}


def gone(*turns):
    return set(withdrawals(hear(Transcript.of(*turns)), TOPICS))


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("法人这一项撤回不办了", "legal_representative"),
        ("地址暂时不变更了", "domicile"),
        ("注册资本先不动了", "registered_capital"),
        ("增资算了，不增了", "registered_capital"),
        ("取消增资", "registered_capital"),
        ("经营范围那个先取消吧", "business_scope"),
        ("法人不变", "legal_representative"),
        ("增资的事先放一放", "registered_capital"),
    ],
)
def test_an_item_is_taken_back(words, item):
    assert gone(words) == {item}


@pytest.mark.parametrize(
    "words",
    [
        "法人由丁大宝换成苏小云，别的都不动",
        "我年纪大了做不动了，法人要换",
        "老地址不租了",
        "另外那百分之五十一的股东不动",
        "经营范围取消五金产品零售",
        "地址不是一号是二号",
    ],
)
def test_what_is_said_of_something_else_takes_nothing_back(words):
    assert gone(words) == set()


def test_what_alone_is_done_leaves_the_rest():
    assert gone("今天只办地址") == {"legal_representative", "registered_capital", "business_scope", "shareholders"}


def test_the_last_word_of_an_item_is_told_with_its_place():
    assert withdrawals(hear(Transcript.of("法人换何苗", "法人先不换了")), TOPICS) == {"legal_representative": (1, 2)}


def test_items_are_marked_in_order():
    assert [each.item for each in marks("法人和地址", TOPICS)] == ["legal_representative", "domicile"]


def test_what_the_sentence_points_at_is_what_is_taken_back():
    assert gone("资本那项股东还没谈拢，这次不办") == {"registered_capital"}
