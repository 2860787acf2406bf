"""No two papers of a filing bear one name, and every name fits a file system."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaoxing.documents.distinct import LONGEST, distinct
from gaoxing.documents.document import Layout


def named(*names: str) -> tuple[Layout, ...]:
    return tuple(Layout(each, "标题", Path("deed.typ"), {"at": at}) for at, each in enumerate(names))


def names(*given: str) -> list[str]:
    return [each.name for each in distinct(named(*given))]


def test_a_name_that_came_before_gets_its_number() -> None:
    assert names("协议", "章程", "协议", "协议") == ["协议", "章程", "协议（之二）", "协议（之三）"]


def test_a_number_that_is_taken_is_passed_over() -> None:
    assert names("协议", "协议（之二）", "协议") == ["协议", "协议（之二）", "协议（之三）"]


def test_a_paper_keeps_all_but_its_name() -> None:
    given = named("协议", "协议")
    assert [(each.title, each.values) for each in distinct(given)] == [(each.title, each.values) for each in given]


@pytest.mark.parametrize("letter", ["阿", "𠮷"])
def test_a_long_name_is_cut_to_what_a_file_may_be_called(letter: str) -> None:
    first, second = names(letter * 200, letter * 200)
    assert first != second
    assert len(f"99 {second}.docx".encode()) <= 255
    assert first == letter * (LONGEST - 1) + "…"


def test_no_paper_gives_none() -> None:
    assert distinct(()) == ()
