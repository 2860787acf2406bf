"""The reader of spoken figures on the 120 statements set aside for it, and the scorer itself. Floors, not aims: the first run stands in README.md."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.forms.cultivation_said import form_of
from gaoxing.forms.form import Form
from gaoxing.speech.transcript import Transcript
from tests.cases import ladder_score

CASE = {"id": "x", "form": {"listed": False, "years": [{"year": 2025, "staff": 9}]}, "must_not": ["years[*].revenue"], "ask": ["years[2025].revenue"]}


def read(case):
    form = form_of(Transcript.from_json(case), date.fromisoformat(case["on"]))
    return form.to_contract(), [keyed(form, each.field) for each in form.asks]


def keyed(form: Form, path: str) -> str:
    """A path by the key of its row, as the cases name it."""
    steps = path.split(".")
    if len(steps) < 3:
        return path
    key = form.value(f"{steps[0]}.{steps[1]}.{ladder_score.KEYS[steps[0]]}")
    return f"{steps[0]}[{key or '?'}].{steps[2]}"


def test_the_reader_keeps_to_its_floors():
    _, total = ladder_score.scored_all(read)
    assert total.precision >= 0.99
    assert total.f1 >= 0.98
    assert total.asked == 1
    assert total.forbidden == 0


def scored(form, asked=()):
    return ladder_score.score(CASE, form, asked)


def test_a_leaf_is_right_by_its_key_not_its_place():
    told = scored({"listed": False, "years": [{"year": 2024, "staff": 8}, {"year": 2025, "staff": 9}]})
    assert told.right == {"listed", "years[2025].staff"}
    assert told.wrong == {"years[2024].staff"}


def test_a_row_that_says_nothing_but_its_year_counts_neither_way():
    assert scored({"years": [{"year": 2024}]}).wrong == frozenset()


def test_what_may_be_read_counts_neither_way_if_it_has_that_value():
    case = {"id": "x", "form": {}, "may": {"financed": True}}
    assert ladder_score.score(case, {"financed": True}, ()).wrong == frozenset()
    assert ladder_score.score(case, {"financed": False}, ()).wrong == {"financed"}


def test_what_must_not_be_filled_is_found_in_any_row():
    assert scored({"years": [{"year": 2023, "revenue": "1"}]}).forbidden == {"years[2023].revenue"}


def test_a_question_that_was_wanted_is_missed():
    assert scored({}).unasked == {"years[2025].revenue"}
    assert scored({}, ["years[2025].revenue"]).unasked == frozenset()


@pytest.mark.parametrize(
    ("leaf", "path", "under"),
    [
        ("years[2025].revenue", "years[2025].revenue", True),
        ("years[2025].revenue", "years[2025]", True),
        ("years[2025].revenue", "years[*].revenue", True),
        ("years[2025].revenue", "years", True),
        ("years[2025].revenue", "years[2024]", False),
        ("financed", "financing", False),
        ("certificates[gazelle].kind", "certificates[gazelle]", True),
    ],
)
def test_a_path_names_what_lies_under_it(leaf, path, under):
    assert ladder_score.is_under(leaf, path) is under


def test_the_measures_are_of_all_cases_together():
    total = ladder_score.total([scored({"listed": False, "standards": 1}, ["years[2025].revenue"])], 1)
    assert (total.precision, total.recall, total.asked, total.whole) == (0.5, 0.5, 1, 0)
