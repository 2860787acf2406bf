"""How numbers are written, and where marks and labels stand."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.documents.charts.measures import Scale, apart, fitted, span, thinned, ticks, wide
from gaoxing.documents.charts.numbers import exact, percent, short


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (0, "0", "0"),
        (9999, "9,999", "9,999"),
        (10_000, "1万", "10,000"),
        (9_999_999, "1,000万", "10m"),
        (99_999_999, "1亿", "100m"),
        (Decimal("-123456.78"), "-12.35万", "-123,456.78"),
        (Decimal("0.005"), "0.01", "0.01"),
        (Decimal("-0.001"), "0", "0"),
        (1_688_30000000, "1,688.3亿", "168.83bn"),
        (None, "—", "—"),
    ],
)
def test_a_short_number_is_rounded_once_and_in_its_own_unit(value, chinese, english):
    assert (short(value), short(value, "en")) == (chinese, english)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_an_exact_number_loses_nothing(value):
    assert Decimal(exact(value).replace(",", "")) == value


def test_a_per_cent_sign_goes_with_its_number_and_other_units_do_not():
    assert (exact(Decimal("97.5"), "%"), short(3, unit="件"), short(Decimal("97.5"), unit="%")) == ("97.5%", "3", "97.5%")


def test_a_share_of_nothing_is_unknown():
    assert (percent(0, 0), percent(0, 3), percent(2, 3)) == ("—", "0.0%", "66.7%")


@given(st.decimals(-(10**9), 10**9, places=2), st.decimals(-(10**9), 10**9, places=2), st.booleans())
def test_the_marks_of_a_scale_are_even_few_and_hold_everything(one, other, whole):
    low, high = sorted((one, other))
    found = ticks(low, high, whole=whole)
    assert found[0] <= low
    assert found[-1] >= high
    assert 2 <= len(found) <= 7
    assert len({second - first for first, second in pairwise(found)}) == 1
    assert not whole or low == high or all(each == int(each) for each in found)


def test_a_scale_of_one_number_lies_at_its_start():
    assert Scale(Decimal(3), Decimal(3), 10, 20).at(3) == 10
    assert span(()) == (0, 0)


@given(st.lists(st.floats(0, 100), max_size=8))
def test_heights_are_moved_apart_and_no_two_meet(wanted):
    found = sorted(apart(wanted, 10, 0, 100))
    assert all(second - first >= 10 - 1e-6 for first, second in pairwise(found))


@given(st.text(st.sampled_from("诉求AB1%"), max_size=40), st.integers(20, 200))
def test_words_are_cut_to_their_room_and_say_so(words, room):
    found = fitted(words, room)
    assert wide(found) <= room
    assert found == words or found.endswith("…")


def test_labels_that_would_touch_are_left_out_evenly():
    middles = [10.0 + 30 * number for number in range(12)]
    found = thinned([f"2024-{number:02}" for number in range(1, 13)], middles, 0, 360)
    assert [each.column for each in found] == [0, 3, 6, 9]
    assert thinned((), (), 0, 360) == ()
