"""A backup's file: whole or not there, every member digested, nothing laid outside its folder."""

import errno
import io
import tarfile

import pytest

from gaoxing.engines.backup_archive import told_by, unpack, writing
from gaoxing.engines.fault import Fault


@pytest.fixture
def archive(tmp_path):
    """An archive of one file and some bytes."""
    (tmp_path / "paper").write_bytes(b"%PDF" * 1000)
    with writing(tmp_path / "office.tar") as made:
        assert made.add("files/paper", tmp_path / "paper")
        made.add_bytes("keys/sealing.key", b"00")
        made.close({"format": 1}, lambda content: str(len(content)))
    return tmp_path / "office.tar"


def taken_out(archive, into):
    manifest, *_ = told_by(archive)
    return unpack(archive, into, digests=manifest["digests"])


def test_what_was_put_in_comes_out(archive, tmp_path):
    assert taken_out(archive, tmp_path / "out") == 2
    assert (tmp_path / "out" / "files" / "paper").read_bytes() == b"%PDF" * 1000
    assert (tmp_path / "out" / "keys" / "sealing.key").stat().st_mode & 0o077 == 0


def test_the_manifest_is_signed_over_its_bytes(archive):
    told, content, signature = told_by(archive)
    assert (told["format"], signature) == (1, str(len(content)))


def test_only_the_owner_reads_it_and_no_draft_is_left(archive, tmp_path):
    assert archive.stat().st_mode & 0o077 == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["office.tar", "paper"]


def test_a_file_that_is_gone_is_passed_over(tmp_path):
    with writing(tmp_path / "office.tar") as made:
        assert not made.add("files/gone", tmp_path / "gone")
        assert made.names == ()
        assert not made.holds("files/gone")


def test_a_full_disk_leaves_nothing(tmp_path):
    def full():
        with writing(tmp_path / "office.tar") as made:
            made.add_bytes("files/a", b"a")
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        full()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.6, 0.8])
def test_a_file_cut_short_is_a_sentence(archive, tmp_path, share):
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(Fault, match="坏了"):
        taken_out(archive, tmp_path / "out")


def test_a_turned_bit_is_told_by_the_name_of_its_file(archive, tmp_path):
    with tarfile.open(archive) as tar:
        place = tar.getmember("files/paper").offset_data + 7
    content = bytearray(archive.read_bytes())
    content[place] ^= 1
    archive.write_bytes(content)
    with pytest.raises(Fault, match="files/paper 与备份时的摘要不符"):
        taken_out(archive, tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" * 300, b"\x00" * 2048, b"hello" * 500])
def test_what_is_no_archive_is_a_sentence(tmp_path, content):
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(Fault, match="备份文件坏了"):
        told_by(tmp_path / "other")


@pytest.mark.parametrize("manifest", [b"{", b"[]", b"\xff\xfe"])
def test_a_manifest_that_cannot_be_read_is_a_sentence(tmp_path, manifest):
    foreign(tmp_path / "a.tar", {"manifest.json": manifest, "signature.txt": b""})
    with pytest.raises(Fault, match="坏了"):
        told_by(tmp_path / "a.tar")


@pytest.mark.parametrize("name", ["../outside", "/outside", "files/../../outside", "files\\..\\outside"])
def test_nothing_is_laid_outside_its_folder(tmp_path, name):
    import hashlib

    listed = f"{hashlib.sha256(b'x').hexdigest()}  {name}\n".encode()
    foreign(tmp_path / "a.tar", {name: b"x", "digests.txt": listed})
    with pytest.raises(Fault, match="不该有的"):
        unpack(tmp_path / "a.tar", tmp_path / "out", digests=hashlib.sha256(listed).hexdigest())
    assert not (tmp_path / "outside").exists()


def test_a_member_too_few_or_another_list_is_told(archive, tmp_path):
    with pytest.raises(Fault, match="摘要表与清单不符"):
        unpack(archive, tmp_path / "out", digests="0" * 64)


def foreign(path, members):
    """A tar that this program did not write."""
    with tarfile.open(path, "w") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
