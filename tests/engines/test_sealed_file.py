"""Sealed files open whole, in their own place and with their own key, or not at all."""

from io import BytesIO

import pytest

from gaoxing.engines import sealed_file
from gaoxing.engines.fault import Fault
from gaoxing.engines.sealed_file import PIECE, key_of, opened, pieces, read, reseal, write
from gaoxing.engines.sealing import Sealer, key_id

OLD, NEW = bytes(16), bytes(range(16))
SEALER = Sealer((OLD,))
TAG = 16


def sealed(plain, place="attachment 1"):
    return list(pieces(plain, SEALER, place=place))


def unsealed(parts, sealer=SEALER, place="attachment 1"):
    return b"".join(opened(BytesIO(b"".join(parts)), sealer, place=place))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_comes_back_byte_by_byte(size):
    plain = bytes(each % 251 for each in range(size))
    parts = sealed(plain)
    assert unsealed(parts) == plain
    assert sum(len(each) for each in parts[1:]) == size + TAG * len(parts[1:])


def test_nothing_of_the_plain_stands_in_the_file():
    assert b"3205831990" not in b"".join(sealed(b"3205831990" * 10_000))


def test_a_file_cut_after_a_whole_piece_does_not_open():
    parts = sealed(bytes(3 * PIECE))
    with pytest.raises(Fault, match="不完整"):
        unsealed(parts[:-1])


def test_pieces_exchanged_do_not_open():
    head, one, other, last = sealed(bytes(PIECE) + bytes([1]) * PIECE + b"z")
    with pytest.raises(Fault, match="改动"):
        unsealed([head, other, one, last])


def test_pieces_of_another_file_do_not_open():
    head, *_ = sealed(b"one")
    _, other = sealed(b"two")
    with pytest.raises(Fault, match="改动"):
        unsealed([head, other])


@pytest.mark.parametrize("at", [0, 5, 14, 30, -1])
def test_a_single_bit_changed_anywhere_is_noticed(at):
    whole = bytearray(b"".join(sealed(b"photo")))
    whole[at] ^= 1
    with pytest.raises(Fault):
        unsealed([bytes(whole)])


def test_a_file_laid_in_another_place_does_not_open():
    with pytest.raises(Fault, match="改动"):
        unsealed(sealed(b"photo"), place="attachment 2")


@pytest.mark.parametrize("rest", [b"", b"GXF", b"GXF\x01" + bytes(24)])
def test_what_is_no_sealed_file_is_a_fault_with_a_sentence(rest):
    with pytest.raises(Fault, match=r"不完整|另一把密钥"):
        unsealed([rest])


def test_a_file_is_readable_by_its_owner_alone_and_leaves_no_draft(tmp_path):
    path = tmp_path / "ab" / "file"
    write(path, b"photo", SEALER, place="p")
    assert read(path, SEALER, place="p") == b"photo"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sealed_file.os, "fsync", full)
    with pytest.raises(Fault, match="磁盘满"):
        write(tmp_path / "file", b"photo", SEALER, place="p")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(Fault, match="找不到"):
        read(tmp_path / "file", SEALER, place="p")


def test_a_change_of_keys_seals_anew_once_and_the_old_key_is_needed_no_more(tmp_path):
    path, both = tmp_path / "file", Sealer((NEW, OLD))
    write(path, b"photo", SEALER, place="p")
    assert (reseal(path, both, place="p"), reseal(path, both, place="p")) == (True, False)
    assert read(path, Sealer((NEW,)), place="p") == b"photo"
    assert key_of(path) == key_id(NEW).hex()


def test_a_missing_key_says_which_setting_to_mend(tmp_path):
    write(tmp_path / "file", b"photo", SEALER, place="p")
    with pytest.raises(Fault, match="GAOXING_KEY"):
        read(tmp_path / "file", Sealer((NEW,)), place="p")
