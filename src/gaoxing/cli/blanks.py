"""A form's blanks as a person at the terminal reads them (栏目): official label, official word of a choice, source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gaoxing.cli.showing import spoken_value

if TYPE_CHECKING:
    from gaoxing.catalogue import Matter
    from gaoxing.forms.field import Field
    from gaoxing.forms.form import Answer, Form

SOURCES = {"said": "说的", "typed": "填的", "derived": "推算", "register": "登记簿", "model": "模型填"}


def rows(form: Form, matter: Matter) -> Iterator[tuple[str, str, str]]:
    """Label, where the answer came from, value: one row a filled blank, the rows of a list together."""
    for path in sorted(form.answers, key=lambda path: _place(path, matter)):
        yield _label(path, matter), _source(form.answers[path]), _value(path, form.answers[path], matter.field(path).at(path, form))


def _label(path: str, matter: Matter) -> str:
    numbers = [int(step) + 1 for step in path.split(".") if step.isdecimal()]
    return f"{numbers[0]}. {matter.field(path).label}" if numbers else matter.field(path).label


def _source(answer: Answer) -> str:
    words = "".join(f"“{each.words}”" for each in answer.evidence)
    return f"{SOURCES[str(answer.source)]}{words}{'（请核对）' if str(answer.certainty) == 'likely' else ''}"


def _value(path: str, answer: Answer, field: Field) -> str:
    if field.choices and isinstance(answer.value, tuple):
        return "、".join(field.label_of(each) for each in answer.value)
    return field.label_of(answer.value) if field.choices else spoken_value(answer.value)


def _place(path: str, matter: Matter) -> tuple[int, int]:
    """The order of the official form, and within a list the rows one after another."""
    field = next(number for number, each in enumerate(matter.fields) if path == each.id or path.startswith(f"{each.id}."))
    row = next((int(step) for step in path.split(".") if step.isdecimal()), 0)
    return field, row
