"""Following `docs/add-a-matter.md` word for word makes a matter, and edits no other file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gaoxing import catalogue
from gaoxing.cli.stories import load
from gaoxing.facts.intent import intended
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript
from tests.house.source import ROOT

GUIDE = (ROOT / "docs" / "add-a-matter.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "written_matters" / "seal_loss"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "__init__.py").write_text(blocks("python")[0], encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(catalogue, "MATTERS", "written_matters")
    catalogue.matters.cache_clear()
    yield folder
    catalogue.matters.cache_clear()


def test_the_card_of_the_guide_is_found_by_walking(package: Path):
    assert [each.id for each in catalogue.matters()] == [package.name]


def test_what_people_say_leads_to_it(package: Path):
    cues = {each.id: each.cues for each in catalogue.matters()}
    assert intended(Transcript.of("公司的公章不小心掉了"), cues, {}) == "seal_loss"


def test_the_window_recognises_it_without_a_form(package: Path):
    taken = receive(Transcript.of("公章丢了怎么办"), on=date(2026, 11, 24))
    assert taken.matter is not None
    assert taken.matter.name == "公章遗失备案"
    assert taken.form is None


def test_the_stories_of_the_guide_are_written_rightly(package: Path):
    examples = package / "examples"
    examples.mkdir()
    (examples / "told.toml").write_text(next(block for block in blocks("toml") if "[[story]]" in block), encoding="utf-8")
    assert [story.finds for story in load(examples)] == [("CAP-01",), ()]
