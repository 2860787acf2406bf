"""Organisation codes as numbers and whole codes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.certificates import numbering
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

PLACES = st.integers(0, 31**8 - 1)


@given(PLACES)
def test_a_number_and_its_body_are_each_other_s_inverse(place):
    assert numbering.number(numbering.body(place)) == place


@given(PLACES, st.sampled_from(numbering.EVERY_CATEGORY))
def test_every_whole_code_passes_the_standard_s_checks(place, category):
    assert credit_code.is_valid(numbering.whole(category, "320583", numbering.body(place)))


def test_bodies_follow_each_other_in_the_order_of_the_alphabet():
    assert [numbering.body(numbering.number("MA00000X") + each) for each in range(3)] == ["MA00000X", "MA00000Y", "MA000010"]


@pytest.mark.parametrize("written", ["MA000000", "ma000000", "ＭＡ０００0007", "MA00 0000-7"])
def test_a_body_is_read_however_it_is_written(written):
    assert numbering.read(written).startswith("MA00000")


@pytest.mark.parametrize(
    ("written", "why"), [("MA0", "应为 8 位"), ("MAI00000", "不会有“I”"), ("MA0000009", "校验码对不上"), ("标识码共有八个字", "不会有“标”")]
)
def test_what_is_no_organisation_code_is_told_why(written, why):
    with pytest.raises(Invalid, match=why):
        numbering.read(written)


@pytest.mark.parametrize("place", [-1, 31**8])
def test_there_is_nothing_beyond_the_ends(place):
    with pytest.raises(Invalid):
        numbering.body(place)
