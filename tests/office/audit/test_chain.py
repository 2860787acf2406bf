"""What the digests are taken of."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.audit import chain

AT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
ROW = (1, AT, 7, "clerk", "case.read", "cases.case", 3, "", "", chain.BEGINNING)
ROWS = st.tuples(
    st.integers(1, 2**62), st.datetimes(timezones=st.just(UTC)), st.integers(0, 99), *[st.text(max_size=5)] * 3, st.integers(0, 9), *[st.text(max_size=5)] * 3
)


def test_sm3_is_that_of_the_standard():
    assert chain.sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


@given(st.binary(max_size=300))
def test_both_makers_of_sm3_agree(data):
    assert chain._by_cryptography(data) == chain.sm3(data)


def test_where_openssl_has_no_sm3_the_other_maker_is_taken(monkeypatch):
    monkeypatch.setattr(chain.hashlib, "algorithms_available", set())
    assert chain._chosen() is chain._by_cryptography


@given(ROWS, ROWS)
def test_no_two_entries_have_the_same_form(one, other):
    assert (chain.canonical(one) == chain.canonical(other)) == (one == other)


@given(st.integers(0, 9))
def test_every_field_counts(place):
    row = list(ROW)
    row[place] = row[place] + (timedelta(microseconds=1) if place == 1 else 1 if isinstance(row[place], int) else "x")
    assert chain.digest_of(tuple(row)) != chain.digest_of(ROW)


def test_the_time_zone_does_not_count():
    elsewhere = (1, AT.astimezone(timezone(timedelta(hours=8))), *ROW[2:])
    assert chain.digest_of(elsewhere) == chain.digest_of(ROW)
