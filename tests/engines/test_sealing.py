import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import KEY_FILE, Sealer, key_id, made_once, make_key, replace_keys, sealer, sealing_key_of

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


def test_the_first_key_of_a_new_office_is_made_once_for_the_owner_alone(tmp_path):
    folder = tmp_path / "new" / "data"
    make_key(folder)
    first, file = sealer("", folder), folder / KEY_FILE
    make_key(folder)
    assert sealer("", folder) == first
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert [each.name for each in folder.iterdir()] == [KEY_FILE]


def test_a_key_that_was_lost_is_told_and_none_is_made_in_its_place(tmp_path):
    with pytest.raises(Fault, match="没有找到密钥"):
        sealer("", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_key_file_holds_several_keys_the_one_in_use_first(tmp_path):
    replace_keys(tmp_path, (ONE, OTHER))
    assert sealer("", tmp_path).keys == (ONE, OTHER)
    (tmp_path / KEY_FILE).write_text(f"{OTHER.hex()}, {ONE.hex()}")
    assert sealer("", tmp_path).keys == (OTHER, ONE)


def test_a_key_file_is_exchanged_whole_and_for_its_owner_alone(tmp_path):
    make_key(tmp_path)
    replace_keys(tmp_path, (OTHER, ONE))
    assert [each.name for each in tmp_path.iterdir()] == [KEY_FILE]
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"12", b"zz" * 16])
def test_a_key_file_that_holds_no_key_is_told(tmp_path, content):
    (tmp_path / KEY_FILE).write_bytes(content)
    with pytest.raises(Fault, match="十六进制"):
        sealer("", tmp_path)


def test_a_blob_tells_which_key_sealed_it():
    assert sealing_key_of(VAULT.seal(b"", place="p")) == key_id(VAULT.keys[0])
    with pytest.raises(Fault, match="不完整"):
        sealing_key_of(b"\x01short")


def test_many_at_once_get_the_same_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: made_once(tmp_path / "secret", 32), range(32)))
    assert len(secrets) == 1
    assert len(secrets.pop()) == 64


def test_a_sealer_does_not_print_its_key():
    assert ONE.hex() not in repr(VAULT)
    assert repr(ONE) not in repr(VAULT)
