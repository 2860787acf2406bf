import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import KEY_FILE, Sealer, key_id, made_once, sealer

ONE = bytes(range(16))
OTHER = bytes(range(1, 17))
VAULT = Sealer((ONE,))


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_sealed_opens_in_its_own_place(plain, place):
    assert VAULT.unseal(VAULT.seal(plain, place=place), place=place) == plain


def test_the_same_words_seal_differently_each_time():
    assert VAULT.seal(b"same", place="p") != VAULT.seal(b"same", place="p")


def test_the_words_do_not_stand_in_the_blob():
    assert "张三".encode() not in VAULT.seal("张三".encode() * 5, place="p")


def test_the_blob_is_sm4_gcm_as_the_standard_has_it():
    blob = VAULT.seal(b"plain", place="p")
    head, body, tag = blob[:21], blob[21:-16], blob[-16:]
    cipher = Cipher(algorithms.SM4(ONE), modes.GCM(head[9:], tag)).decryptor()
    cipher.authenticate_additional_data(head + b"p")
    assert cipher.update(body) + cipher.finalize() == b"plain"


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=255))
def test_a_blob_with_any_byte_altered_does_not_open(at, flip):
    blob = bytearray(VAULT.seal(b"1234", place="p"))
    blob[at] ^= flip
    with pytest.raises(Fault) as fault:
        VAULT.unseal(bytes(blob), place="p")
    assert fault.value.permanent


def test_a_blob_moved_to_another_record_does_not_open():
    with pytest.raises(Fault, match="改动"):
        VAULT.unseal(VAULT.seal(b"words", place="cases.case:1:words"), place="cases.case:2:words")


def test_a_blob_of_another_key_says_so():
    with pytest.raises(Fault, match="另一把密钥"):
        Sealer((OTHER,)).unseal(VAULT.seal(b"words", place="p"), place="p")


@pytest.mark.parametrize("length", [0, 1, 21, 36])
def test_a_blob_cut_short_is_a_fault(length):
    with pytest.raises(Fault, match="不完整"):
        VAULT.unseal(VAULT.seal(b"", place="p")[:length], place="p")


def test_a_former_key_still_opens_and_the_new_one_seals():
    old = VAULT.seal(b"words", place="p")
    both = Sealer((OTHER, ONE))
    assert both.unseal(old, place="p") == b"words"
    assert Sealer((OTHER,)).unseal(both.seal(b"new", place="p"), place="p") == b"new"


def test_the_key_id_tells_nothing_of_the_key():
    assert len(key_id(ONE)) == 8
    assert key_id(ONE) != key_id(OTHER)
    assert key_id(ONE) not in ONE


@pytest.mark.parametrize("given_key", ["zz", "00", "0" * 33, "0" * 64, f"{'0' * 32},12"])
def test_a_key_that_is_no_key_is_a_fault_that_names_the_setting(given_key, tmp_path):
    with pytest.raises(Fault, match="GAOXING_KEY"):
        sealer(given_key, tmp_path)


def test_given_keys_count_and_no_file_is_made(tmp_path):
    assert sealer(f" {ONE.hex()} , {OTHER.hex()}", tmp_path).keys == (ONE, OTHER)
    assert list(tmp_path.iterdir()) == []


def test_without_a_given_key_one_is_made_once_for_the_owner_alone(tmp_path):
    folder = tmp_path / "new" / "data"
    first = sealer("", folder)
    file = folder / KEY_FILE
    assert sealer("", folder) == first
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert [each.name for each in folder.iterdir()] == [KEY_FILE]


def test_many_at_once_get_the_same_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: made_once(tmp_path / "secret", 32), range(32)))
    assert len(secrets) == 1
    assert len(secrets.pop()) == 64


def test_a_sealer_does_not_print_its_key():
    assert ONE.hex() not in repr(VAULT)
    assert repr(ONE) not in repr(VAULT)
