"""Working the shares out: equal parts, remainders, ratios, one alone; exact, and nothing where it would be a guess."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.division import divide, held_amount
from gaoxing.facts.mentions import Spot
from gaoxing.facts.party import percent
from gaoxing.facts.stake import OTHERS_REST, Capital, Holdings, Stake
from tests.facts.talk import misquoted, parties, shares

SPOT, OTHER = Spot(0, 0, 2), Spot(0, 4, 6)
YUAN = st.integers(1, 99_999_999)


def part(top, bottom):
    return Stake(part=Fraction(top, bottom), spots=(SPOT,))


def amount(yuan):
    return Stake(amount=Decimal(yuan), spots=(SPOT,))


def of(yuan):
    return Capital(Decimal(yuan), "CNY", (SPOT,))


@given(st.integers(2, 9))
def test_equal_parts_make_the_whole(number):
    stakes = divide(Holdings(equal=SPOT), range(number))
    assert sum(stake.part for stake in stakes.values()) == 1
    assert {stake.part for stake in stakes.values()} == {Fraction(1, number)}


def test_one_person_shares_equally_with_nobody():
    assert divide(Holdings(equal=SPOT), [0]) == {}


@pytest.mark.parametrize(("count", "eligible", "sharers"), [(2, [0, 1], 2), (3, [0, 1], 0), (0, [0, 1, 2], 3), (2, [0, 1, 2], 0)])
def test_equal_parts_need_as_many_people_as_were_counted(count, eligible, sharers):
    assert len(divide(Holdings(equal=SPOT, count=count), eligible)) == sharers


def test_partners_named_together_share_before_bystanders():
    assert set(divide(Holdings(equal=SPOT, partners={0, 2}), [0, 1, 2])) == {0, 2}


def test_one_who_left_has_no_equal_part():
    stakes = divide(Holdings(equal=SPOT, left={1}), [0, 1, 2])
    assert {who: stake.part for who, stake in stakes.items()} == {0: Fraction(1, 2), 2: Fraction(1, 2)}


@given(st.integers(1, 99))
def test_a_remainder_of_percents_completes_the_whole(hundredths):
    stakes = divide(Holdings(stakes={0: part(hundredths, 100)}, rest=(1,), rest_spots=(OTHER,)), [0, 1])
    assert stakes[0].part + stakes[1].part == 1


@given(YUAN, YUAN)
def test_a_remainder_of_amounts_completes_the_capital(paid, left):
    stakes = divide(Holdings(stakes={0: amount(paid)}, rest=(1,), capital=of(paid + left)), [0, 1])
    assert stakes[1].amount == left


@given(YUAN, st.integers(2, 5))
def test_a_remainder_for_several_is_exact(left, takers):
    whole = of(left + 1000)
    stakes = divide(Holdings(stakes={0: amount(1000)}, rest=tuple(range(1, takers + 1)), capital=whole), range(takers + 1))
    assert sum(held_amount(stake, whole.amount) for stake in stakes.values()) == whole.amount


def test_a_remainder_quotes_all_that_it_came_from():
    stakes = divide(Holdings(stakes={0: part(3, 5)}, rest=(1,), rest_spots=(OTHER,)), [0, 1])
    assert set(stakes[1].spots) == {SPOT, OTHER}


def test_a_remainder_is_marked_as_worked_out():
    assert divide(Holdings(stakes={0: part(3, 5)}, rest=(1,), rest_spots=(OTHER,)), [0, 1])[1].worked_out


@pytest.mark.parametrize("stake", [part(1, 1), part(6, 5)])
def test_nothing_is_left_of_the_whole(stake):
    assert set(divide(Holdings(stakes={0: stake}, rest=(1,)), [0, 1])) == {0}


def test_a_remainder_of_amounts_waits_for_the_capital():
    assert set(divide(Holdings(stakes={0: amount(1000)}, rest=(1,)), [0, 1])) == {0}


def test_a_remainder_of_nothing_is_not_shared():
    assert divide(Holdings(rest=(1,), rest_spots=(OTHER,)), [0, 1]) == {}


def test_the_others_share_the_rest():
    stakes = divide(Holdings(stakes={0: part(1, 2)}, rest=OTHERS_REST, rest_spots=(OTHER,)), [0, 1, 2])
    assert (stakes[1].part, stakes[2].part) == (Fraction(1, 4), Fraction(1, 4))


def test_percents_and_amounts_mix_by_the_capital():
    stakes = divide(Holdings(stakes={0: part(1, 2), 1: amount(200_000)}, rest=(2,), capital=of(1_000_000)), [0, 1, 2])
    assert stakes[2].part == Fraction(3, 10)


@pytest.mark.parametrize(("ratio", "people"), [((6, 4), [0, 1]), ((5, 3, 2), [0, 1, 2])])
def test_a_ratio_goes_by_the_order_of_the_group(ratio, people):
    stakes = divide(Holdings(ratio=ratio, ratio_spot=SPOT, group=tuple(people)), people)
    assert [stakes[who].part for who in people] == [Fraction(tenths, 10) for tenths in ratio]


def test_a_ratio_for_another_number_of_people_stays_open():
    assert divide(Holdings(ratio=(6, 4), ratio_spot=SPOT), [0, 1, 2]) == {}


def test_shares_that_were_said_win_over_a_ratio():
    assert set(divide(Holdings(stakes={0: part(1, 1)}, ratio=(6, 4), ratio_spot=SPOT, group=(0, 1)), [0, 1])) == {0}


@pytest.mark.parametrize(("alone", "stakes"), [(3, {3: Stake(part=Fraction(1), spots=(SPOT,))}), (None, {})])
def test_one_alone_needs_to_be_known(alone, stakes):
    assert divide(Holdings(alone=SPOT), [3], alone) == stakes


@pytest.mark.parametrize(("stake", "held"), [(amount(250), 250), (part(1, 4), 250), (part(1, 3), Fraction(1000, 3)), (Stake(), 0)])
def test_a_stake_is_an_exact_amount_of_the_capital(stake, held):
    assert held_amount(stake, Decimal(1000)) == held


@pytest.mark.parametrize(("top", "bottom", "said"), [(1, 3, "33.33"), (2, 3, "66.67"), (1, 2, "50"), (1, 1, "100"), (131, 200, "65.5"), (1, 8, "12.5")])
def test_a_part_is_told_in_percent_with_two_places(top, bottom, said):
    assert percent(Fraction(top, bottom)) == said


TOLD = {
    "丁大宝占四成，苏小云、何苗平分剩下的": {"丁大宝": "40%", "苏小云": "30%", "何苗": "30%"},
    "丁大宝出一半，另一半苏小云出": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝跟鲁大卫对半分": {"丁大宝": "50%", "鲁大卫": "50%"},
    "丁大宝、苏小云股份一样多": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝占二成，剩下的苏小云、何苗均分": {"丁大宝": "20%", "苏小云": "40%", "何苗": "40%"},
    "注册资本一百万，丁大宝占六成，何苗出三十万，剩下的归鲁大卫": {"丁大宝": "60%", "何苗": "300000", "鲁大卫": "10%"},
    "丁大宝占三分之一，剩下的归何苗": {"丁大宝": "33.33%", "何苗": "66.67%"},
    "股东丁大宝、苏小云、何苗，每人三分之一": {"丁大宝": "33.33%", "苏小云": "33.33%", "何苗": "33.33%"},
    "丁大宝、苏小云、何苗、鲁大卫四个人平均分": {"丁大宝": "25%", "苏小云": "25%", "何苗": "25%", "鲁大卫": "25%"},
    "丁大宝和苏小云均摊": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝和苏小云各占一半": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝和苏小云平分": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝和苏小云各一半": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝跟苏小云一人一半": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝、苏小云、何苗三个人平分": {"丁大宝": "33.33%", "苏小云": "33.33%", "何苗": "33.33%"},
    "丁大宝、苏小云、何苗各占三分之一": {"丁大宝": "33.33%", "苏小云": "33.33%", "何苗": "33.33%"},
    "丁大宝占一半，苏小云占一半": {"丁大宝": "50%", "苏小云": "50%"},
    "注册资本一百万，丁大宝、苏小云、何苗平分": {"丁大宝": "33.33%", "苏小云": "33.33%", "何苗": "33.33%"},
    "我叫丁大宝，我跟我老婆苏小云一人一半": {"丁大宝": "50%", "苏小云": "50%"},
    "我叫丁大宝，我跟苏小云两个股东，平均分": {"丁大宝": "50%", "苏小云": "50%"},
    "丁大宝、苏小云、何苗、鲁大卫均分": {"丁大宝": "25%", "苏小云": "25%", "何苗": "25%", "鲁大卫": "25%"},
    "注册资本九十万，丁大宝出三十万，剩下的苏小云和何苗平分": {"丁大宝": "300000", "苏小云": "300000", "何苗": "300000"},
}


@pytest.mark.parametrize("said", TOLD)
def test_shares_are_worked_out_of_talk(said):
    assert shares(said) == TOLD[said]


@pytest.mark.parametrize("said", TOLD)
def test_shares_worked_out_are_quoted_as_said(said):
    assert misquoted(said) == []


def test_helpers_of_the_company_share_nothing():
    assert shares("股东丁大宝和苏小云平分，联络员何苗，财务负责人梅小雪") == {"丁大宝": "50%", "苏小云": "50%"}


def test_we_three_with_two_names_share_nothing_yet():
    assert all("percent" not in row for row in parties("我们三个人平分，丁大宝跟苏小云，还有一个没定").values())


def test_nothing_is_left_for_the_rest_where_a_share_was_said_of_somebody_unheard():
    held = Holdings(stakes={0: part(1, 4)}, rest=(1,), rest_spots=(OTHER,), unheard=True)
    assert divide(held, [0, 1]) == {0: part(1, 4)}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("股东丁大宝、何苗、鲁大卫，丁大宝占四成，剩下的另外两个人平分", {"丁大宝": "40%", "何苗": "30%", "鲁大卫": "30%"}),
        ("我叫丁大宝，妹妹何苗，小弟鲁大卫，我出一半，剩下的一半他们两个平分，何苗管财务", {"丁大宝": "50%", "何苗": "25%", "鲁大卫": "25%"}),
        ("我叫丁大宝，何苗做监事，我占四成，剩下的另外三个人平分", {"丁大宝": "40%"}),
        ("出五十万的是丁大宝，出四十万的是何苗", {"丁大宝": "500000", "何苗": "400000"}),
        ("一百二十万是我出的，八十万是我岳父出的，我叫丁大宝，岳父叫鲁大卫", {"丁大宝": "1200000", "鲁大卫": "800000"}),
        ("占六成的是丁大宝，何苗占四成", {"丁大宝": "60%", "何苗": "40%"}),
        ("股东丁大宝何苗鲁大卫分别占百分之五十百分之三十百分之二十", {"丁大宝": "50%", "何苗": "30%", "鲁大卫": "20%"}),
        ("合伙人是丁大宝和何苗，丁大宝六成", {"丁大宝": "60%", "何苗": None}),
        ("一家叫昆山大地贸易有限公司，一家叫苏州长空科技有限公司，各占一半", {"昆山大地贸易有限公司": "50%", "苏州长空科技有限公司": "50%"}),
        ("股东上海禾木集团有限公司和何苗，集团出八成，何苗两成", {"上海禾木集团有限公司": "80%", "何苗": "20%"}),
        ("股东一个人叫何苗", {"何苗": "100%"}),
        ("股东就一个，叫何苗", {"何苗": "100%"}),
        ("股东就我何苗一个", {"何苗": "100%"}),
    ],
)
def test_whose_a_share_is_follows_from_the_words(said, held):
    assert shares(said) == held
