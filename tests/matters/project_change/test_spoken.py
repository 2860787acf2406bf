"""Generated changes: no row is silently wrong, and hardly one is missed. Places and codes are made up."""

from datetime import date
from functools import cache

from gaoxing.matters.project_change.reading import read
from gaoxing.speech.transcript import Transcript
from tests.matters.project_change.spoken import statements

TODAY = date(2026, 11, 25)
GENERATED = list(statements(20261125, 100))


@cache
def came_to(said: str):
    rows = {}
    for fact in read(Transcript.of(said), TODAY):
        if fact.field.startswith("changes."):
            _, number, column = fact.field.split(".", 2)
            rows.setdefault(number, {})[column] = fact.value
    return {row["item"]: (row.get("from"), row["to"]) for row in rows.values()}


def test_no_row_of_a_generated_change_is_wrong():
    wrong = [(said, item, sides) for said, rows in GENERATED for item, sides in came_to(said).items() if rows.get(item) != sides]
    assert wrong == []


def test_hardly_a_row_of_a_generated_change_is_missed():
    missed = [(said, item) for said, rows in GENERATED for item in rows if item not in came_to(said)]
    assert len(missed) * 200 <= sum(len(rows) for _, rows in GENERATED), missed
