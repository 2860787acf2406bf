"""An enterprise's own figures as they are handed over at the terminal (企业数据的输入): a TOML file, a spreadsheet, words. What cannot be read is told."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gaoxing.cli.reading import printable
from gaoxing.cli.table_trouble import sentence
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason
from gaoxing.standards.expression import expression

if TYPE_CHECKING:
    from gaoxing.forms.form import Form

_LINE = expression(r"at line (\d+)")

SHEETS = (".xlsx", ".csv", ".xls", ".ods", ".txt")
"""Endings of files that are read as tables, whatever they turn out to be by their content."""


def from_words(words: str, on: date) -> Form:
    """The form that spoken words fill."""
    from gaoxing.forms.cultivation_said import form_of
    from gaoxing.speech.transcript import Transcript

    return form_of(Transcript.of(words), on)


def from_file(path: Path, *, units_checked: bool) -> tuple[tuple[Form, ...], tuple[str, ...]]:
    """The forms of a file, one an enterprise, and what is to be asked about it. Raises Trouble where it cannot be read."""
    if path.suffix.lower() in SHEETS:
        return _from_sheet(path, units_checked=units_checked)
    return (_form(dict(_answers(_table(path)))),), ()


def _from_sheet(path: Path, *, units_checked: bool) -> tuple[tuple[Form, ...], tuple[str, ...]]:
    from gaoxing.engines.cultivation_table import read
    from gaoxing.engines.workbook import Unreadable

    try:
        table = read(path.read_bytes(), units_checked=units_checked)
    except OSError as error:
        raise Trouble(f"打不开“{printable(str(path))}”（{reason(error)}）。请核对文件名。") from None
    except Unreadable as refused:
        raise Trouble("".join(sentence(each) for each in refused.troubles)) from None
    asked = [each for told in table.enterprises for each in told.asked]
    asked += [f"第{row}行：{sentence(each)}" for row, each in table.troubles]
    return tuple(each.form for each in table.enterprises), tuple(asked)


def _table(path: Path) -> Mapping[str, Any]:
    """What the file holds. Raises Trouble where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Trouble(f"打不开“{printable(str(path))}”（{reason(error)}）。请核对文件名。") from None
    except UnicodeDecodeError:
        raise Trouble(f"“{printable(str(path))}”不是 UTF-8 文本。请另存为 UTF-8 再试。") from None
    except tomllib.TOMLDecodeError as error:
        raise Trouble(
            f"“{printable(str(path))}”不是写对的 TOML{_at(error)}。每行写成 栏目 = 内容，文字放在一对英文双引号里。请照 gaoxing ladder --help 的例子写。"
        ) from None


def _at(error: tomllib.TOMLDecodeError) -> str:
    """The line where it goes wrong, as far as the reader tells it."""
    found = _LINE.search(str(error))
    return f"：第 {found[1]} 行" if found else ""


def _answers(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every blank's path and value; a year's and a list's under their row. Raises Trouble for what is no blank, or does not fit one."""
    from gaoxing.forms.cultivation import FIELDS, YEARS

    for name, value in told.items():
        if name in (YEARS.id, YEARS.label):
            for row, (year, figures) in enumerate(_mapping(name, value).items()):
                columns = _mapping(name, figures)
                yield f"{YEARS.id}.{row}.year", _value(YEARS.column("year"), year, f"{YEARS.id}.{row}.year")
                yield from _row(YEARS.columns, f"{YEARS.id}.{row}", columns)
            continue
        field = _blank(FIELDS, name)
        if field.columns:
            for row, columns in enumerate(value if isinstance(value, list) else [value]):
                yield from _row(field.columns, f"{field.id}.{row}", _mapping(name, columns))
        else:
            yield field.id, _value(field, value, field.id)


def _row(columns: tuple[Any, ...], prefix: str, told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in told.items():
        field = _blank(columns, name)
        yield f"{prefix}.{field.id}", _value(field, value, f"{prefix}.{field.id}")


def _mapping(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Trouble(f"“{printable(str(name))}”要写成一张表，例如 [years.2025]。")
    return value


def _blank(fields: tuple[Any, ...], name: str) -> Any:
    found = next((each for each in fields if name in (each.id, each.label)), None)
    if found is None:
        raise Trouble(f"没有“{printable(name)}”这一栏。能写的有：{'、'.join(each.id for each in fields)}。")
    return found


def _value(field: Any, value: Any, path: str) -> Any:
    """The value as the form holds it. Raises Trouble with the sentence of the blank."""
    from gaoxing.forms.typing import Unfit, typed_value

    if isinstance(value, bool | int | float) and str(field.kind) == "money":
        raise Trouble(f'“{field.label}”一栏写的“{value}”没有单位，看不懂是元还是万元。请连单位一起写，例如 "{value}万元"。')
    text = ("是" if value else "否") if isinstance(value, bool) else "、".join(map(str, value)) if isinstance(value, list) else str(value)
    labels = {label: stored for stored, label in field.choices}
    try:
        return typed_value(field, labels.get(text, text), path)
    except Unfit as error:
        raise Trouble(error.sentence) from None


def value_of(key: str, text: str) -> Any:
    """A value typed for an input (`staff@2025`, `listed`) as an assessment holds it; None for an empty one. Raises Trouble where it does not fit."""
    from gaoxing.forms.cultivation import FIELDS, YEARS

    name, _, year = key.partition("@")
    field = _blank(YEARS.columns if year else FIELDS, name)
    return _value(field, text, f"{YEARS.id}.0.{field.id}" if year else field.id) if text else None


def _form(answers: Mapping[str, Any]) -> Any:
    from gaoxing.forms.cultivation_said import EDITION, MATTER
    from gaoxing.forms.form import Answer, Form, Source

    return Form(MATTER, EDITION, {path: Answer(value, Source.TYPED) for path, value in answers.items()})
