"""Whatever is sealed comes back, and whatever is done to a sealed file is noticed."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.engines import sealed_file
from gaoxing.engines.fault import Fault
from gaoxing.engines.sealed_file import opened, pieces
from gaoxing.engines.sealing import Sealer

SEALER = Sealer((bytes(range(16)),))
PLAIN = bytes(range(256)) * 2


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Pieces of a hundred bytes, so that a short file has several."""
    monkeypatch.setattr(sealed_file, "PIECE", 100)


def whole(plain, place="p"):
    return b"".join(pieces(plain, SEALER, place=place))


def open_all(blob, place="p"):
    return b"".join(opened(BytesIO(blob), SEALER, place=place))


@given(plain=st.binary(max_size=1000), place=st.text(max_size=40))
def test_anything_comes_back_from_its_place(plain, place):
    assert open_all(whole(plain, place), place) == plain


@given(plain=st.binary(min_size=1, max_size=300), place=st.text(max_size=10), other=st.text(max_size=10))
def test_nothing_opens_in_another_place(plain, place, other):
    if place == other:
        return
    with pytest.raises(Fault):
        open_all(whole(plain, place), other)


@given(at=st.integers(min_value=0), bit=st.integers(min_value=0, max_value=7))
def test_any_bit_that_is_turned_is_noticed(at, bit):
    blob = bytearray(whole(PLAIN))
    blob[at % len(blob)] ^= 1 << bit
    with pytest.raises(Fault):
        open_all(bytes(blob))


@given(size=st.integers(min_value=0))
def test_any_shortening_is_noticed(size):
    blob = whole(PLAIN)
    with pytest.raises(Fault):
        open_all(blob[: size % len(blob)])


@given(more=st.binary(min_size=1, max_size=300))
def test_anything_put_behind_is_noticed(more):
    with pytest.raises(Fault):
        open_all(whole(PLAIN) + more)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_fault_and_never_an_answer(blob):
    with pytest.raises(Fault):
        open_all(blob)


def test_the_same_content_is_sealed_otherwise_each_time():
    assert len({whole(PLAIN) for _ in range(20)}) == 20


def test_no_piece_is_given_before_it_was_checked():
    blob = bytearray(whole(PLAIN))
    blob[-1] ^= 1
    given_out = []
    with pytest.raises(Fault):
        given_out.extend(opened(BytesIO(bytes(blob)), SEALER, place="p"))
    assert b"".join(given_out) == PLAIN[: len(b"".join(given_out))]
