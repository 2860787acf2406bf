"""A record of what was applied for (登记表): every blank of a matter with its label and value, for matters whose own form is filled elsewhere.

Nothing is laid out by hand: the blanks stand in the form's order, lists as one table each, and a blank that was not filled stays to be written in.

>>> from gaoxing.forms.field import Kind
>>> from gaoxing.forms.form import Answer, Source
>>> form = Form("deregistration", "1", {"enterprise": Answer("昆山某某有限公司", Source.SAID)})
>>> [layout] = papers("注销情况登记表", (Field("enterprise", "名称", Kind.TEXT),), form, date(2026, 11, 25))
>>> layout.values["parts"][0]["rows"]
[{'heading': '', 'blanks': [{'label': '名称', 'text': '昆山某某有限公司'}]}]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.documents.document import Layout
from gaoxing.documents.printable import printable
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.written import written

TEMPLATE = Path(__file__).with_name("record.typ")
GENERAL = "基本情况"


def papers(title: str, fields: Sequence[Field], form: Form, on: date) -> tuple[Layout, ...]:
    """The one paper of such a matter, as the form stands on the day `on`.

    Its values: `{"on", "title", "parts": [{"title", "rows": [{"heading", "blanks": [{"label", "text"}]}]}]}`.
    """
    single = [each for each in fields if each.kind is not Kind.ROWS and _stands(each, form)]
    lists = [each for each in fields if each.kind is Kind.ROWS and each.wanted(form)]
    general = {"title": GENERAL, "rows": [{"heading": "", "blanks": [_blank(each, each.id, form) for each in single]}]}
    parts = [*([general] if single else []), *({"title": each.label, "rows": list(_rows(each, form))} for each in lists)]
    return (Layout(title, title, TEMPLATE, {"on": on.isoformat(), "title": title, "parts": parts}),)


def _rows(field: Field, form: Form) -> Iterable[Mapping[str, Any]]:
    """One entry for each row of a list; one empty entry where there is none yet."""
    for number in range(max(len(form.rows(field.id)), 1)):
        prefix = f"{field.id}.{number}."
        row = Form(form.matter, form.edition, {path.removeprefix(prefix): answer for path, answer in form.answers.items() if path.startswith(prefix)})
        columns = [each for each in field.columns if each.id in row.answers or (each.required and each.wanted(row))]
        yield {"heading": str(number + 1), "blanks": [_blank(each, f"{field.id}.{number}.{each.id}", form) for each in columns]}


def _stands(field: Field, form: Form) -> bool:
    return field.id in form.answers or (field.required and field.wanted(form))


def _blank(field: Field, path: str, form: Form) -> dict[str, str]:
    value = form.value(path)
    return {"label": field.label, "text": "" if value is None else printable(written(field.at(path, form), value, form))}
