"""What is sealed opens in its own place and in no other."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoxing.engines.fault import Fault
from gaoxing.office.cases import vault
from gaoxing.office.cases.vault import seal, unseal

PLACES = st.tuples(st.integers(1, 10**6), st.sampled_from(["words", "form"]))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), PLACES)
def test_what_was_sealed_opens_in_its_place(plain, place):
    case, column = place
    assert unseal(seal(plain, case=case, column=column), case=case, column=column) == plain


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.binary(max_size=50), PLACES, PLACES)
def test_what_was_sealed_opens_nowhere_else(plain, here, there):
    blob = seal(plain, case=here[0], column=here[1])
    if here == there:
        assert unseal(blob, case=there[0], column=there[1]) == plain
    else:
        with pytest.raises(Fault):
            unseal(blob, case=there[0], column=there[1])


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_blob_with_one_bit_turned_does_not_open(plain, data):
    blob = bytearray(seal(plain, case=1, column="words"))
    blob[data.draw(st.integers(0, len(blob) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Fault):
        unseal(bytes(blob), case=1, column="words")


@pytest.mark.parametrize("blob", [b"", b"x", b"\x00" * 12, b"\x00" * 28, b"\xff" * 100])
def test_what_is_no_blob_does_not_open(blob):
    with pytest.raises(Fault):
        unseal(blob, case=1, column="words")


def test_a_blob_shorter_by_a_byte_does_not_open():
    with pytest.raises(Fault):
        unseal(seal("一百万".encode(), case=1, column="words")[:-1], case=1, column="words")


def test_the_words_do_not_stand_in_the_blob():
    assert "一百万".encode() not in seal("注册资本一百万".encode(), case=1, column="words")


def test_the_same_words_never_make_the_same_blob():
    assert len({seal(b"same", case=1, column="words") for _ in range(50)}) == 50


def test_a_blob_opens_as_the_database_hands_it_over():
    assert unseal(memoryview(seal(b"words", case=1, column="words")), case=1, column="words") == b"words"


def test_a_fault_tells_nothing_of_the_words():
    with pytest.raises(Fault) as fault:
        unseal(seal("秘密".encode(), case=1, column="words"), case=2, column="words")
    assert "秘密" not in str(fault.value)


def test_a_digest_depends_on_its_text_its_purpose_and_the_key(settings):
    first = vault.digest("甲", purpose="one")
    assert first == vault.digest("甲", purpose="one")
    assert len({first, vault.digest("乙", purpose="one"), vault.digest("甲", purpose="two")}) == 3
    settings.GAOXING_KEY = "ab" * 16
    assert vault.digest("甲", purpose="one") != first
