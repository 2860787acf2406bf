"""What was said, as the form and the questions that come of it: one line a statement; the day of speaking is 25 November 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

from gaoxing.forms.cultivation_said import form_of
from gaoxing.forms.form import Form
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 25)


def form(*turns: str | tuple[str, str]) -> Form:
    """The form that these turns fill."""
    return form_of(Transcript.of(*turns), DAY)


def years(*turns: str | tuple[str, str]) -> dict[int, dict[str, Any]]:
    """Year → its figures, amounts in whole yuan as integers."""
    rows = form(*turns).to_contract().get("years", [])
    return {row["year"]: {name: int(value) for name, value in row.items() if name != "year"} for row in rows}


def asked(*turns: str | tuple[str, str]) -> dict[str, str]:
    """The blanks that are asked about, with the last words of the question."""
    return {each.field.rpartition(".")[2]: each.question.partition("：")[2] for each in form(*turns).asks}


def value(path: str, *turns: str | tuple[str, str]) -> Any:
    """What stands in a blank; None where nothing does."""
    return form(*turns).value(path)
