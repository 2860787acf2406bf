"""Every matter speaks English too: every blank, choice, question and rule, with nothing left over."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gaoxing.catalogue import FINDINGS_IN_ENGLISH, Matter, matters
from gaoxing.documents.material import FILE, load
from gaoxing.forms.english import CARD, SHARED
from gaoxing.forms.field import Field, Lack
from gaoxing.forms.typing import WRITE

FILLABLE = [each for each in matters() if each.fillable]
HAN = re.compile(r"[\u4e00-\u9fff]")
QUOTED = re.compile(r"《[^》]+》(?:第[一二三四五六七八九十百]+条、?)+，?|有限公司|\([^()]*\)")
TABLES = {"blanks", "lacks", "choices", "findings", "phrases", "writing"}


def blanks(matter: Matter) -> Iterator[tuple[str, Field]]:
    for each in matter.fields:
        yield each.id, each
        yield from ((f"{each.id}.{column.id}", column) for column in each.columns)


def lacks(matter: Matter) -> Iterator[tuple[str, Lack]]:
    for each in matter.fields:
        yield from ((f"{each.id}.{lack.topic}", lack) for lack in each.lacks)


def words(matter: Matter) -> dict[str, dict[str, dict[str, str]]]:
    return {name: matter.english.words.get(name, {}) for name in TABLES}


def expected(asked: Field | Lack) -> set[str]:
    """What English the blank or lack needs: an example is explained where it is Chinese."""
    parts = {part for part in ("label", "question", "why") if getattr(asked, part, "")}
    return parts | ({"example"} if HAN.search(asked.example) else set())


def phrases(matter: Matter) -> set[str]:
    """When the materials are needed and who provides them."""
    return {said for each in load(matter.folder / FILE) for said in (each.when, each.provider) if said}


def used() -> dict[str, set[str]]:
    """Every key that some matter needs, by table."""
    return {
        "blanks": {path for each in FILLABLE for path, _ in blanks(each)},
        "lacks": {path for each in FILLABLE for path, _ in lacks(each)},
        "choices": {path for each in FILLABLE for path, field in blanks(each) if field.choices},
        "findings": {rule.id for each in FILLABLE for rule in each.rules},
        "phrases": {said for each in matters() for said in phrases(each)},
        "writing": set(WRITE),
    }


@pytest.mark.parametrize("matter", matters(), ids=lambda each: each.id)
def test_every_card_is_said_in_english(matter: Matter):
    own = tomllib.loads((matter.folder / "english.toml").read_text(encoding="utf-8"))
    assert [part for part in CARD if not own.get(part)] == []
    assert set(own) - TABLES == set(CARD)


@pytest.mark.parametrize("matter", matters(), ids=lambda each: each.id)
def test_a_law_is_cited_in_english_where_it_is_in_chinese(matter: Matter):
    articles = re.findall(r"《[^》]+》[^）]*", matter.time_limit)
    assert [each for each in articles if each not in matter.english.card("time_limit", "")] == []


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_every_blank_and_column_has_exactly_the_english_it_needs(matter: Matter):
    wrong = {path: words(matter)["blanks"].get(path) for path, field in blanks(matter) if set(words(matter)["blanks"].get(path, ())) != expected(field)}
    assert wrong == {}


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_every_lack_has_exactly_the_english_it_needs(matter: Matter):
    wrong = {path: words(matter)["lacks"].get(path) for path, lack in lacks(matter) if set(words(matter)["lacks"].get(path, ())) != expected(lack)}
    assert wrong == {}


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_every_choice_has_english(matter: Matter):
    wrong = [path for path, field in blanks(matter) if set(words(matter)["choices"].get(path, ())) != {value for value, _ in field.choices}]
    assert wrong == []


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_every_rule_has_english(matter: Matter):
    assert [rule.id for rule in matter.rules if not matter.english.finding(rule.id)] == []


@pytest.mark.parametrize("matter", matters(), ids=lambda each: each.id)
def test_every_material_is_needed_and_provided_in_english(matter: Matter):
    assert [said for said in phrases(matter) if matter.english.phrase(said) == said] == []


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_every_kind_of_value_is_told_in_english_how_to_write_it(matter: Matter):
    assert [kind for kind, told in WRITE.items() if matter.english.writing(kind, told) == told] == []


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_a_question_has_the_places_for_names_that_the_chinese_has(matter: Matter):
    asked = [(words(matter)["blanks"][path]["question"], each.question) for path, each in blanks(matter)]
    asked += [(words(matter)["lacks"][path]["question"], each.question) for path, each in lacks(matter)]
    assert [pair for pair in asked if set(re.findall(r"{\w*}", pair[0])) != set(re.findall(r"{\w*}", pair[1]))] == []


@pytest.mark.parametrize("file", [SHARED, FINDINGS_IN_ENGLISH, *(each.folder / "english.toml" for each in matters())], ids=lambda each: each.parent.name)
def test_nothing_is_left_over_and_nothing_but_citations_is_chinese(file: Path):
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    left = {(name, key) for name in TABLES for key in tables.get(name, {}) if key not in used()[name]}
    assert left == set()
    assert HAN.findall(QUOTED.sub("", "".join(texts(tables)))) == []


def texts(table: dict) -> Iterator[str]:
    for each in table.values():
        yield from texts(each) if isinstance(each, dict) else (each,)


@pytest.mark.parametrize("matter", FILLABLE, ids=lambda each: each.id)
def test_two_blanks_of_one_form_never_bear_the_same_english_label(matter: Matter):
    labels = [matter.english.label(field.id) for field in matter.fields]
    assert len(set(labels)) == len(labels)
