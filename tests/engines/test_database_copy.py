"""Copies of a database in use: of one moment, and a sentence where there can be none."""

import sqlite3
from contextlib import closing

import pytest

from gaoxing.engines import database_copy
from gaoxing.engines.database_copy import copy_sqlite, dump_postgresql, environment, load_postgresql
from gaoxing.engines.fault import Fault


@pytest.fixture
def live(tmp_path):
    """A database of ten rows that somebody has open."""
    with closing(sqlite3.connect(tmp_path / "live", isolation_level=None)) as session:
        session.execute("PRAGMA journal_mode=WAL")
        session.execute("CREATE TABLE row (number INTEGER)")
        session.executemany("INSERT INTO row VALUES (?)", [(number,) for number in range(10)])
        yield session


def rows(path):
    with closing(sqlite3.connect(path)) as copy:
        return copy.execute("SELECT count(*) FROM row").fetchone()[0]


def test_the_copy_is_of_one_moment_though_others_write_on(live, tmp_path, monkeypatch):
    monkeypatch.setattr(database_copy, "PAGES", 1)
    copy_sqlite(tmp_path / "live", tmp_path / "copy", told=lambda done, whole: live.execute("INSERT INTO row VALUES (99)"))
    assert rows(tmp_path / "copy") == 10
    assert rows(tmp_path / "live") > 10
    assert not list(tmp_path.glob("copy-*"))


def test_how_far_it_is_is_told(live, tmp_path):
    heard = []
    copy_sqlite(tmp_path / "live", tmp_path / "copy", told=lambda done, whole: heard.append((done, whole)))
    assert heard[-1][0] == heard[-1][1] > 0


def test_what_is_no_database_is_a_sentence(tmp_path):
    (tmp_path / "live").write_bytes(b"no database" * 100)
    with pytest.raises(Fault, match="数据库文件坏了"):
        copy_sqlite(tmp_path / "live", tmp_path / "copy")


def test_a_place_that_cannot_be_written_is_a_sentence(live, tmp_path):
    with pytest.raises(Fault, match="没有留下备份"):
        copy_sqlite(tmp_path / "live", tmp_path / "nowhere" / "copy")


def test_a_full_disk_is_told_as_such():
    full = sqlite3.OperationalError("full")
    full.sqlite_errorname = "SQLITE_FULL"
    assert "磁盘满了" in database_copy._why(full)


def test_the_password_stands_in_the_environment_alone(monkeypatch):
    monkeypatch.setenv("PGHOST", "elsewhere")
    told = environment({"dbname": "office", "user": "a", "password": "secret", "host": None, "port": 5433, "prepare_threshold": None})
    assert (told["PGPASSWORD"], told["PGPORT"], "PGHOST" in told) == ("secret", "5433", False)


@pytest.mark.parametrize("act", [lambda path: dump_postgresql({}, path, snapshot="1"), lambda path: load_postgresql({}, path)])
def test_without_the_client_tools_a_sentence_says_what_to_install(tmp_path, monkeypatch, act):
    monkeypatch.setattr(database_copy.shutil, "which", lambda program: None)
    with pytest.raises(Fault, match="postgresql-client"):
        act(tmp_path / "dump")


def test_what_the_tool_says_at_the_end_is_handed_on(tmp_path, monkeypatch):
    tool = tmp_path / "pg_dump"
    tool.write_text("#!/bin/sh\necho 'server version mismatch' >&2\nexit 1\n")
    tool.chmod(0o755)
    monkeypatch.setattr(database_copy.shutil, "which", lambda program: str(tool))
    with pytest.raises(Fault, match="pg_dump 说：server version mismatch"):
        dump_postgresql({"dbname": "office"}, tmp_path / "dump", snapshot="1")
