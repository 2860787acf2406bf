"""Whose an identity number or a telephone is: the one spoken of last, or the one named after it; tails are put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.fact import Certainty
from gaoxing.facts.mentions import Spot
from gaoxing.facts.owner import Owned, belongs, number_fact, owned_codes
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

IDENTITY = "320583199003077512"


def owned(*turns):
    """Owner and number, in order; 我 where the speaker has no name, 无 where nobody owns it."""
    statement = hear(Transcript.of(*turns))
    return [(_name(statement, each.who), each.value) for each in owned_codes(statement)]


def _name(statement, who):
    if who < 0:
        return "无"
    member = statement.member(who)
    return member.name or ("我" if member.speaker else "谁")


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        ("丁大宝手机13800001234", [("丁大宝", "13800001234")]),
        ("丁大宝，电话幺三八零零零零幺二三四", [("丁大宝", "13800001234")]),
        (f"我叫丁大宝，身份证{IDENTITY}，手机13800001234", [("丁大宝", IDENTITY), ("丁大宝", "13800001234")]),
        ("丁大宝手机13800001234，苏小云手机13900001234", [("丁大宝", "13800001234"), ("苏小云", "13900001234")]),
        ("何苗做监事，她电话13800001234", [("何苗", "13800001234")]),
        ("我老婆何苗，手机13800001234", [("何苗", "13800001234")]),
        ("代理人梅小雪，电话13800001234，我叫丁大宝，电话13900001234", [("梅小雪", "13800001234"), ("丁大宝", "13900001234")]),
        (f"丁大宝和苏小云，苏小云身份证{IDENTITY}", [("苏小云", IDENTITY)]),
        ("我的手机13800001234", [("我", "13800001234")]),
        ("13800001234", [("无", "13800001234")]),
        ("", []),
        ("今天真热", []),
    ],
)
def test_a_number_belongs_to_the_one_spoken_of_before_it(said, pairs):
    assert owned(said) == pairs


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        ("13800001234是我手机", [("我", "13800001234")]),
        ("我叫丁大宝，何苗做监事，13800001234是我手机", [("丁大宝", "13800001234")]),
        ("我叫丁大宝，何苗做监事，13800001234是我的手机", [("丁大宝", "13800001234")]),
        ("我叫丁大宝，鲁大卫做监事，13800001234是他手机", [("鲁大卫", "13800001234")]),
        ("13800001234，丁大宝", [("丁大宝", "13800001234")]),
    ],
)
def test_a_number_may_come_before_its_owner(said, pairs):
    assert owned(said) == pairs


@pytest.mark.parametrize(
    ("turns", "pairs"),
    [
        (("丁大宝手机13800001234", "苏小云手机13900001234"), [("丁大宝", "13800001234"), ("苏小云", "13900001234")]),
        (("我老婆何苗", "她手机13800001234"), [("何苗", "13800001234")]),
        (("我叫丁大宝", "我手机13800001234"), [("丁大宝", "13800001234")]),
        (("法人写我，手机13800001234", "我叫丁大宝"), [("丁大宝", "13800001234")]),
    ],
)
def test_owners_are_known_over_turns(turns, pairs):
    assert owned(*turns) == pairs


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("丁大宝手机13800001234，后四位错了，是四三二一",), "13800004321"),
        (("丁大宝手机13800001234", "后四位错了，是四三二一"), "13800004321"),
        (("丁大宝手机13800001234", "我做软件", "后四位错了，是四三二一"), "13800004321"),
        (("丁大宝手机13800001234，不对，13900001234",), "13900001234"),
    ],
)
def test_a_corrected_number_counts_as_said_last(turns, value):
    assert owned(*turns) == [("丁大宝", value)]


def test_a_corrected_tail_leaves_the_other_numbers():
    assert owned("丁大宝手机13800001234，苏小云手机13900005678", "后四位错了，是四三二一")[0] == ("丁大宝", "13800001234")


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("股东昆山启云软件有限公司，信用代码91320583MA1ABCDE0K", "昆山启云软件有限公司"),
        ("股东丁大宝和昆山启云软件有限公司，代码91320583MA1ABCDE0K", "昆山启云软件有限公司"),
        ("昆山启云软件有限公司占六成，丁大宝占四成，启云的信用代码91320583MA1ABCDE0K", "昆山启云软件有限公司"),
    ],
)
def test_a_credit_code_belongs_to_an_enterprise(said, owner):
    assert owned(said) == [(owner, "91320583MA1ABCDE0K")]


def test_the_company_to_be_has_no_credit_code_yet():
    assert owned("新公司叫昆山启云软件有限公司，信用代码91320583MA1ABCDE0K") == [("无", "91320583MA1ABCDE0K")]


def test_an_enterprise_owns_no_identity_number():
    assert owned(f"丁大宝在昆山启云软件有限公司上班，身份证{IDENTITY}") == [("丁大宝", IDENTITY)]


def test_the_last_number_of_a_kind_belongs():
    numbers = [Owned(0, "mobile", "13800001234", Spot(0, 0, 11)), Owned(0, "mobile", "13900001234", Spot(1, 0, 11))]
    assert belongs(numbers, 0, ["mobile"]) is numbers[1]


@pytest.mark.parametrize(("who", "kinds"), [(1, ["mobile"]), (0, ["id_number"]), (-1, ["mobile"]), (0, [])])
def test_another_person_or_kind_has_no_number(who, kinds):
    assert belongs([Owned(0, "mobile", "13800001234", Spot(0, 0, 11))], who, kinds) is None


def test_a_number_is_quoted_as_it_was_said():
    statement = hear(Transcript.of("丁大宝手机 138 0000 1234"))
    fact = number_fact("mobile", owned_codes(statement)[0], statement)
    assert (fact.value, [each.words for each in fact.evidence]) == ("13800001234", ["138 0000 1234"])


def test_a_number_of_two_readings_is_asked_about():
    statement = hear(Transcript.of("丁大宝手机13800001234"))
    fact = number_fact("mobile", Owned(0, "mobile", "1", Spot(0, 5, 16), ("1", "2")), statement)
    assert (fact.certainty, fact.readings) == (Certainty.UNSURE, ("1", "2"))


@given(st.integers(0, 99_999_999))
def test_any_mobile_in_figures_is_kept_as_it_is(tail):
    number = f"139{tail:08d}"
    assert owned(f"丁大宝手机{number}") == [("丁大宝", number)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (f"经营者何苗，身份证{IDENTITY}先别记，我看错了", [("无", IDENTITY)]),
        (f"何苗身份证{IDENTITY}，等下，那是我姐的", [("无", IDENTITY)]),
        ("何苗手机13800138000我的手机13900139000", [("何苗", "13800138000"), ("我", "13900139000")]),
    ],
)
def test_a_number_taken_back_is_nobodys(said, found):
    assert [(owner if value in said else "", value) for owner, value in owned(said)] == found
