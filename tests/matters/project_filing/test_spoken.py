"""Generated statements: no value is silently wrong, and hardly one is missed. Names and numbers are made up."""

from datetime import date
from functools import cache

from gaoxing.matters.project_filing.reading import read
from gaoxing.speech.transcript import Transcript
from tests.matters.project_filing.spoken import statements

TODAY = date(2026, 11, 25)
GENERATED = list(statements(20261125, 120))


@cache
def came_to(said: str):
    return {fact.field: fact.value for fact in read(Transcript.of(said), TODAY)}


def test_no_value_of_a_generated_statement_is_wrong():
    wrong = [(said, path, value) for said, form in GENERATED for path, value in came_to(said).items() if form.get(path) != value]
    assert wrong == []


def test_hardly_a_value_of_a_generated_statement_is_missed():
    missed = [(said, path) for said, form in GENERATED for path in form if path not in came_to(said)]
    assert len(missed) * 200 <= sum(len(form) for _, form in GENERATED), missed
