"""Companies told the hard way: who owns, what is no name, what is no share. Everybody is made up."""

from datetime import date

import pytest

from gaoxing.intake import contract_form, receive
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 25)


def form(*turns):
    return contract_form(receive(Transcript.of("我要注册公司", *turns), on=ON, matter_id="company_registration").form)


def people(*turns):
    return {each["name"]: each for each in form(*turns).get("parties", ())}


def percents(*turns):
    return {name: each.get("contribution", {}).get("percent") for name, each in people(*turns).items()}


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("股东三个，丁大宝、何苗、苏小云，分别百分之四十、三十五、二十五", {"丁大宝": "40", "何苗": "35", "苏小云": "25"}),
        ("昆山启云软件有限公司，一人公司，我叫丁大宝", {"丁大宝": "100"}),
        ("丁大宝和何苗各一半。何苗不干了，换苏小云做法人", {"丁大宝": "50", "苏小云": None}),
    ],
)
def test_whose_the_shares_are(words, shares):
    assert percents(f"注册资本一百万，{words}") == shares


def test_a_company_of_one_is_not_its_own_owner():
    assert [each["kind"] for each in people("昆山启云软件有限公司，一人公司，我叫丁大宝，注册资本一百万").values()] == ["person"]


def test_a_verb_behind_a_name_is_no_part_of_it():
    assert "何苗" in people("注册资本一千万苏州某某投资有限公司出六百万剩下的何苗出禾苗的苗")


@pytest.mark.parametrize("words", ["监事要换人", "单名一个雄字，他当法人", "加一个监事"])
def test_talk_of_a_post_names_nobody(words):
    assert people("注册资本一百万", words) == {}


def test_another_trade_name_stands_in_its_place_in_the_full_name():
    told = form("名字先报昆山启云软件有限公司，重了的话字号换成拾光")
    assert (told["name"], told["alternative_names"]) == ("昆山启云软件有限公司", ["昆山拾光软件有限公司"])


@pytest.mark.parametrize(("words", "count"), [("公司先招八个人", 8), ("请了五个员工", 5)])
def test_hands_to_be_hired_are_counted(words, count):
    assert form(words)["employees"] == count


def test_a_chair_said_behind_a_share_is_heard():
    assert "chair" in people("注册资本一百万，丁大宝占七成，何苗占三成，当董事长")["何苗"]["roles"]
