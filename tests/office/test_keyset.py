"""Where a page of a long list goes on: what an address holds leads back to the row, and what it cannot hold begins anew."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.keyset import EPOCH, LONGEST, dated, mark, place

MOMENTS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=365 * 8000)).map(lambda since: EPOCH + since)
NUMBERS = st.integers(min_value=0, max_value=2**63 - 1)


@given(st.none() | MOMENTS, NUMBERS)
def test_a_mark_leads_back_to_its_row(moment, number):
    assert place(mark(moment, number)) == (moment, number)
    assert dated(mark(moment, number)) == (None if moment is None else (moment, number))


@given(MOMENTS, NUMBERS)
def test_a_mark_is_no_longer_than_an_address_may_hold(moment, number):
    assert len(mark(moment, number)) <= LONGEST


@given(st.text(max_size=60))
def test_any_text_is_a_place_or_none(text):
    found = place(text)
    assert found is None or (mark(*found).rpartition(".")[2] == str(found[1]) and 0 <= found[1] < 2**63)


@pytest.mark.parametrize(
    "text",
    ["", ".", "1", "1.", ".7", "x.7", "1.x", "-1.7", "--.7", "1.-7", "1.7.8", "１.7", "1.²", "1 .7", f"1.{2**63}", f"{'9' * 30}.7", f"{'1' * 20}.{'0' * 30}"],
)
def test_what_holds_no_place_begins_anew(text):
    assert place(text) is None
    assert dated(text) is None


def test_moments_apart_by_the_least_are_told_apart():
    first, second = EPOCH, EPOCH + timedelta(microseconds=1)
    assert (mark(first, 3), mark(second, 3)) == ("0.3", "1.3")
