"""The spoken figures set aside for the ladder: every line names blanks that exist, in values that fit them. No reader is run here."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gaoxing.forms.cultivation import FIELDS
from gaoxing.forms.shape import blank, fits

LADDER = Path(__file__).with_name("ladder_said.jsonl")
ROWS = {field.id: field for field in FIELDS if field.columns}
KEYS = {"years": "year", "certificates": "kind"}
"""By what a row is named in `must_not` and `ask`: `years[2025].staff`; `[*]` is any row."""
NAMED = re.compile(r"(?P<list>[a-z_]+)\[(?P<key>[a-z_]+|\d{4}|\*)\](?:\.(?P<column>[a-z_]+))?")


@cache
def cases():
    return tuple(json.loads(line) for line in LADDER.read_text(encoding="utf-8").splitlines())


def leaves(form):
    for key, value in form.items():
        if key in ROWS:
            for place, row in enumerate(value):
                yield from ((f"{key}.{place}.{column}", each) for column, each in row.items())
        else:
            yield key, value


def misfits(form):
    for path, value in leaves(form):
        field = blank(FIELDS, path)
        if field is None or not fits(field, path, tuple(value) if isinstance(value, list) else value):
            yield path, value
        elif field.choices and str(field.kind).startswith("choice"):
            offered = {choice for choice, _ in field.choices}
            yield from ((path, each) for each in ([value] if isinstance(value, str) else value) if each not in offered)


def is_named(path):
    found = NAMED.fullmatch(path)
    if found is None:
        return path in ROWS or blank(FIELDS, path) is not None
    return found["list"] in ROWS and (found["column"] is None or blank(FIELDS, f"{found['list']}.0.{found['column']}") is not None)


def given(form, path):
    """Whether a form fills what a path names: a blank, a whole list, a row or a row's column."""
    found = NAMED.fullmatch(path)
    if found is None:
        return path in form
    rows = [row for row in form.get(found["list"], ()) if found["key"] == "*" or str(row.get(KEYS.get(found["list"], ""))) == found["key"]]
    return any(found["column"] is None or found["column"] in row for row in rows)


def test_there_are_enough_of_them_each_under_its_own_number():
    assert len({case["id"] for case in cases()}) == len(cases()) >= 60
    assert len({json.dumps(case["turns"], ensure_ascii=False) for case in cases()}) == len(cases())


@pytest.mark.parametrize("case", [pytest.param(each, id=each["id"]) for each in cases()])
def test_a_line_is_well_formed(case):
    assert case.keys() <= {"id", "kind", "style", "on", "turns", "form", "must_not", "ask", "may"}
    assert date.fromisoformat(case["on"]) == date(2026, 11, 25)
    assert case["turns"]
    assert all(turn["said"].strip() and turn.keys() <= {"said", "asked"} for turn in case["turns"])
    assert all(blank(FIELDS, turn["asked"]) is not None for turn in case["turns"] if "asked" in turn)
    assert list(misfits(case["form"])) == []
    assert list(misfits(case.get("may", {}))) == []
    assert case["form"] or case.get("must_not")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_line_does_not_contradict_itself(case):
    empty = case.get("must_not", [])
    assert [path for path in [*empty, *case.get("ask", [])] if not is_named(path)] == []
    assert [path for path in empty if given(case["form"], path) or given(case.get("may", {}), path)] == []
    assert set(case.get("ask", [])) <= set(empty)
    years = [row["year"] for row in case["form"].get("years", ())]
    assert len(set(years)) == len(years)
