"""A backup is made while others write, and an office made of it anew: counts, chain, sealed values and files are as they were at one moment."""

import json
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from tests.office.backup.conftest import Office

SCRIPT = Path(__file__).with_name("busy_office.py")


@pytest.fixture(scope="module")
def busy(tmp_path_factory, database):
    """An office that wrote on while it was backed up: itself, the archive, what the backup said, and how many drafts stood before and after."""
    folder = tmp_path_factory.mktemp("busy")
    office, archive = Office(folder / "data", database()), folder / "office.tar"
    done = office.run(sys.executable, str(SCRIPT), str(archive), DJANGO_SETTINGS_MODULE="gaoxing.office.settings")
    assert done.returncode == 0, done.stderr[-2000:]
    told, counted = (json.loads(line) for line in done.stdout.splitlines())
    return office, archive, told, counted


@pytest.fixture(scope="module")
def anew(busy, tmp_path_factory, database):
    """The office made anew of the archive and the key kept apart, and what the terminal said."""
    office, archive, *_ = busy
    again = Office(tmp_path_factory.mktemp("anew") / "data", database())
    return again, again.told("restore", archive, "--into", again.data, "--key", office.data / "sealing.key")


def test_the_backup_is_of_one_moment_between_the_writes(busy):
    *_, told, counted = busy
    assert counted["before"] <= told["tables"]["cases_case"] <= counted["after"]
    assert told["tables"]["audit_entry"] == told["number"]
    assert told["missing"] == []


def test_what_is_restored_is_whole(busy, anew):
    _, restored = anew
    *_, told, _ = busy
    assert restored["whole"]
    assert restored["manifest"]["tables"] == told["tables"]
    assert (restored["verdict"]["number"], restored["verdict"]["digest"]) == (told["number"], told["digest"])
    assert restored["opened"] > 0
    assert restored["missing"] == restored["unopened"] == []


def test_the_restored_office_goes_on_where_the_backup_ended(busy, anew):
    again, _ = anew
    *_, told, _ = busy
    verdict = again.told("audit", "verify", "--anchor", f"{told['number']}:{told['digest']}")
    assert (verdict["checked"], verdict["broken"]) == (told["number"] + 1, None)


def test_no_key_and_no_plain_word_lies_in_the_archive(busy):
    office, archive, *_ = busy
    key = (office.data / "sealing.key").read_text().strip()
    with tarfile.open(archive) as tar:
        names = tar.getnames()
    assert not [each for each in names if each.endswith(".key")]
    content = archive.read_bytes()
    assert not [each for each in (key.encode(), bytes.fromhex(key), "昆山测试软件".encode()) if each in content]
    assert archive.stat().st_mode & 0o077 == 0


def test_a_restore_never_writes_over_what_stands(busy, anew):
    again, _ = anew
    _, archive, *_ = busy
    done = again.gaoxing("restore", archive, "--into", again.data)
    assert (done.returncode, "里已经有东西" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("forged", "签名对不上"),
        ("no key", "备份里没有密钥"),
        ("wrong key", "打不开这份备份"),
    ],
)
def test_a_bad_archive_or_key_is_a_sentence_and_leaves_nothing(busy, tmp_path, database, change, sentence):
    office, archive, *_ = busy
    broken, key = tmp_path / "broken.tar", tmp_path / "sealing.key"
    shutil.copy(archive, broken)
    key.write_text("ab" * 16 if change == "wrong key" else (office.data / "sealing.key").read_text())
    spoil(broken, change)
    given = [] if change == "no key" else ["--key", key]
    again = Office(tmp_path / "data", database())
    done = again.gaoxing("restore", broken, "--into", again.data, *given)
    assert (done.returncode, sentence in done.stderr) == (2, True), done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["broken.tar", "sealing.key"]


def spoil(path, change):
    """Write another word into the manifest, as long as the one that stood there."""
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"with_key": false', b'"with_key": 12345') if change == "forged" else content)


def test_with_the_key_asked_for_the_archive_opens_alone(busy, tmp_path, database):
    office, *_ = busy
    told = office.told("backup", tmp_path, "--with-key")
    again = Office(tmp_path / "data", database())
    assert again.told("restore", told["path"], "--into", again.data)["whole"]
    assert (again.data / "sealing.key").read_text().strip() == (office.data / "sealing.key").read_text().strip()


def test_a_target_that_stands_or_lies_in_the_data_folder_is_refused(busy):
    office, archive, *_ = busy
    told = [office.gaoxing("backup", each) for each in (archive, office.data / "x.tar")]
    assert [each.returncode for each in told] == [2, 2]
    assert all(word in each.stderr for each, word in zip(told, ("没有覆盖", "不能放在数据目录里"), strict=True))
    assert not list(office.data.glob("x.tar*"))


def test_a_file_that_is_named_and_gone_is_told(busy, tmp_path):
    office, *_ = busy
    gone = next(office.data.glob("attachments/*/*.content"))
    hidden = gone.rename(tmp_path / "hidden")
    done = office.gaoxing("backup", tmp_path / "less.tar")
    hidden.rename(gone)
    assert done.returncode == 1
    assert json.loads(done.stdout)["missing"] == [gone.relative_to(office.data).as_posix()]
