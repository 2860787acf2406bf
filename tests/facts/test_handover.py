"""Shares that change hands within the talk: handed on in parts, taken over, grown; what nobody takes, nobody gets."""

import pytest

from tests.facts.talk import affairs, misquoted, parties, shares

TAKEN_OVER = {
    ("我叫丁大宝，我出三十万，何苗出二十万", "何苗退出了，他那二十万我来出"): {"丁大宝": "500000"},
    ("丁大宝出三十万，苏小云出五十万，何苗出二十万", "何苗不投了，他那二十万苏小云来出"): {"丁大宝": "300000", "苏小云": "700000"},
    ("我叫丁大宝，我出三十万，鲁大卫出二十万，梅小雪出五十万", "鲁大卫那二十万我来出"): {"丁大宝": "500000", "梅小雪": "500000"},
    ("丁大宝出三十万，苏小云出七十万", "苏小云那七十万由丁大宝来出"): {"丁大宝": "1000000"},
}

GROWN = {
    ("我叫丁大宝，我出三十万，苏小云出七十万，注册资本一百万", "注册资本改成两百万，多出来的一百万全由我出"): {"丁大宝": "1300000", "苏小云": "700000"},
    ("丁大宝出三十万，苏小云出七十万，注册资本一百万", "注册资本改成一百五十万，增加的五十万由苏小云出"): {"丁大宝": "300000", "苏小云": "1200000"},
    ("丁大宝出三十万，苏小云出二十万", "新增的十万归苏小云"): {"丁大宝": "300000", "苏小云": "300000"},
}

HANDED_ON = {
    ("丁大宝占四成，苏小云占三成，鲁大卫占三成", "鲁大卫不干了，鲁大卫的三成由丁大宝和苏小云平分"): {"丁大宝": "55%", "苏小云": "45%"},
    ("丁大宝占四成，苏小云占三成，鲁大卫占三成", "鲁大卫退出，他的三成归丁大宝"): {"丁大宝": "70%", "苏小云": "30%"},
    ("丁大宝占四成，苏小云占四成，梅小雪占两成", "梅小雪的百分之二十给苏小云"): {"丁大宝": "40%", "苏小云": "60%"},
    ("丁大宝占五成，苏小云占两成，梅小雪占三成", "梅小雪手里的三成由苏小云接"): {"丁大宝": "50%", "苏小云": "50%"},
}

UNCHANGED = {
    ("丁大宝出三十万，苏小云出二十万", "苏小云那二十万下个月到账"): {"丁大宝": "300000", "苏小云": "200000"},
    ("丁大宝占四成，苏小云占六成", "苏小云的六成没问题"): {"丁大宝": "40%", "苏小云": "60%"},
    ("丁大宝出三十万，苏小云出二十万", "苏小云的二十万是苏小云自己的钱"): {"丁大宝": "300000", "苏小云": "200000"},
    ("丁大宝出三十万，苏小云出二十万", "房东那五万押金丁大宝来付"): {"丁大宝": "300000", "苏小云": "200000"},
}


@pytest.mark.parametrize("turns", TAKEN_OVER)
def test_an_amount_taken_over_is_added_to_the_takers_own(turns):
    assert shares(*turns) == TAKEN_OVER[turns]


@pytest.mark.parametrize("turns", GROWN)
def test_what_the_capital_grew_by_goes_to_the_one_named(turns):
    assert shares(*turns) == GROWN[turns]


@pytest.mark.parametrize("turns", HANDED_ON)
def test_a_leavers_percent_goes_to_the_others(turns):
    assert shares(*turns) == HANDED_ON[turns]


@pytest.mark.parametrize("turns", UNCHANGED)
def test_talk_of_a_share_moves_none_of_it(turns):
    assert shares(*turns) == UNCHANGED[turns]


@pytest.mark.parametrize("turns", [*TAKEN_OVER, *GROWN, *HANDED_ON, *UNCHANGED])
def test_a_share_that_moved_is_quoted_as_said(turns):
    assert misquoted(*turns) == []


def test_one_who_gave_all_away_is_no_party():
    assert set(parties("丁大宝占四成，苏小云占三成，鲁大卫占三成", "鲁大卫退出，他的三成归丁大宝")) == {"丁大宝", "苏小云"}


def test_one_who_gave_all_away_may_keep_a_post():
    rows = parties("丁大宝占七成，鲁大卫占三成，鲁大卫做监事", "鲁大卫的三成归丁大宝")
    assert rows["鲁大卫"]["roles"] == ("supervisor",)


def test_a_sum_of_two_shares_is_marked_as_worked_out():
    stakes = affairs("丁大宝占四成，苏小云占三成，鲁大卫占三成", "鲁大卫的三成归丁大宝").holdings.stakes
    assert sorted((str(stake.part), stake.worked_out) for stake in stakes.values()) == [("3/10", False), ("7/10", True)]


def test_a_sum_of_two_shares_quotes_both():
    holdings = affairs("丁大宝出三十万，苏小云出七十万", "苏小云那七十万由丁大宝来出").holdings
    assert [spot.turn for spot in holdings.stakes[0].spots] == [0, 1]


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (("丁大宝六成，何苗四成", "丁大宝让出一成给鲁大卫"), {"丁大宝": "50%", "何苗": "40%", "鲁大卫": "10%"}),
        (("丁大宝六成，何苗四成", "丁大宝把一成给何苗"), {"丁大宝": "50%", "何苗": "50%"}),
        (("股东何苗", "盛夏把三成给何苗"), {"何苗": None}),
        (("丁大宝占四成，何苗占三成，剩下的是鲁大卫的", "何苗多拿五个点"), {"丁大宝": "40%", "何苗": "35%", "鲁大卫": "25%"}),
        (
            ("四个人每人二十万：丁大宝、何苗、鲁大卫、苏小云", "苏小云不投了，她的二十万丁大宝和何苗一人接十万"),
            {"丁大宝": "300000", "何苗": "300000", "鲁大卫": "200000"},
        ),
        (("四个人每人二十万：丁大宝、何苗、鲁大卫、苏小云", "苏小云退出了，她那二十万何苗接过去"), {"丁大宝": "200000", "何苗": "400000", "鲁大卫": "200000"}),
    ],
)
def test_shares_given_away_leave_the_giver_with_less(turns, held):
    assert shares(*turns) == held


LACKING = {
    "丁大宝出四十万何苗出四十万苏小云出二十万|何苗只出三十万差的十万苏小云来补": {"丁大宝": "400000", "何苗": "300000", "苏小云": "300000"},
    "丁大宝出六十万，何苗出四十万|丁大宝少出点，出五十万，缺的十万何苗补上": {"丁大宝": "500000", "何苗": "500000"},
}


@pytest.mark.parametrize("talk", LACKING)
def test_what_is_lacking_then_is_added_to_who_makes_it_up(talk):
    assert shares(*talk.split("|")) == LACKING[talk]
