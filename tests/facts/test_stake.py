"""Stakes and the state of a walk: what a share for all clears, what leaving takes away; and how stakes look in the rows."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.mentions import Spot
from gaoxing.facts.stake import OTHERS_REST, Holdings, Stake, drop, give_all
from tests.facts.talk import misquoted, parties, shares

SPOT = Spot(0, 0, 2)
MEMBERS = st.lists(st.integers(0, 6), min_size=1, max_size=5, unique=True)


def held(*members):
    stakes = {who: Stake(part=Fraction(1, len(members)), spots=(SPOT,)) for who in members}
    return Holdings(stakes=stakes, partners=set(members), rest=members)


@given(MEMBERS)
def test_one_dropped_keeps_nothing(members):
    holdings = held(*members)
    drop(holdings, members[0])
    assert members[0] not in {*holdings.stakes, *holdings.partners, *holdings.rest}
    assert holdings.left == {members[0]}


@given(MEMBERS)
def test_the_others_keep_all_when_one_is_dropped(members):
    holdings = held(*members)
    drop(holdings, members[0])
    assert set(holdings.stakes) == holdings.partners == set(holdings.rest) == set(members[1:])


def test_one_who_held_nothing_may_be_dropped_too():
    holdings = held(1, 2)
    drop(holdings, 5)
    assert (set(holdings.stakes), holdings.left) == ({1, 2}, {5})


@given(MEMBERS)
def test_a_share_for_all_clears_what_each_had(members):
    holdings = held(*members)
    holdings.equal = SPOT
    give_all(holdings, Stake(amount=Decimal(100_000), spots=(SPOT,)))
    assert (holdings.stakes, holdings.equal, holdings.rest) == ({}, None, ())


def test_a_share_for_all_is_marked_as_worked_out():
    holdings = Holdings()
    give_all(holdings, Stake(part=Fraction(1, 5), spots=(SPOT,)))
    assert holdings.every == Stake(part=Fraction(1, 5), spots=(SPOT,), worked_out=True)


def test_the_mark_for_the_others_is_no_member():
    assert all(number < 0 for number in OTHERS_REST)


EACH = {
    "股东丁大宝、苏小云、何苗。每人出三十万。丁大宝出五十万": {"丁大宝": "500000", "苏小云": "300000", "何苗": "300000"},
    "股东丁大宝、苏小云、何苗。每人出三十万": {"丁大宝": "300000", "苏小云": "300000", "何苗": "300000"},
    "丁大宝、苏小云、何苗、鲁大卫、梅小雪每人两成": {"丁大宝": "20%", "苏小云": "20%", "何苗": "20%", "鲁大卫": "20%", "梅小雪": "20%"},
    "丁大宝出资333333.33元，苏小云出资666666.67元": {"丁大宝": "333333.33", "苏小云": "666666.67"},
    "股东丁大宝、苏小云。每人百分之五十": dict.fromkeys(["丁大宝", "苏小云"], "50%"),
    "股东丁大宝、苏小云、何苗、鲁大卫，各占25%": dict.fromkeys(["丁大宝", "苏小云", "何苗", "鲁大卫"], "25%"),
}


@pytest.mark.parametrize("said", EACH)
def test_a_share_said_for_each_is_everybodys(said):
    assert shares(said) == EACH[said]


@pytest.mark.parametrize("said", EACH)
def test_a_share_said_for_each_is_quoted_as_said(said):
    assert misquoted(said) == []


def test_a_share_said_for_each_and_one_said_apart_go_together():
    assert shares("股东丁大宝、苏小云、何苗。每人三十万。丁大宝出五十万") == {"丁大宝": "500000", "苏小云": "300000", "何苗": "300000"}


def test_a_row_tells_an_amount_without_a_percent():
    row = parties("丁大宝出六十万")["丁大宝"]
    assert (row["amount"], "percent" in row) == ("600000", False)


def test_a_row_tells_a_percent_without_an_amount():
    row = parties("丁大宝占六成")["丁大宝"]
    assert (row["percent"], "amount" in row) == ("60", False)


def test_a_holder_is_a_shareholder_beside_the_posts():
    assert parties("法人丁大宝，丁大宝占六成，苏小云占四成")["丁大宝"]["roles"] == ("legal_representative", "shareholder")
