"""Answers typed at the terminal (补填): `path=value`, each value read by the kind of its blank.

Money is written in whole units (1000000, or 1000000 USD), a term as 长期 or in years, a list with 、 between.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gaoxing.cli.reading import printable
from gaoxing.cli.trouble import Trouble
from gaoxing.forms.shape import blank, fits

if TYPE_CHECKING:
    from gaoxing.facts.fact import Value
    from gaoxing.forms.field import Field
    from gaoxing.forms.form import Answer, Form


def answers(given: Iterable[str], matter: Any, form: Form) -> dict[str, Answer | None]:
    """The answers by path, as they fit this form; None where a blank is to be emptied. Raises Trouble for an unknown path or a value that does not fit."""
    from gaoxing.forms.form import Answer, Source

    read: dict[str, Answer | None] = {}
    for each in given:
        path, equals, text = each.partition("=")
        path, text = path.strip(), text.strip()
        if not equals:
            raise Trouble(f"--set 要写成 栏目=值，不能写成「{printable(each)}」。")
        field = _field(path, matter).at(path, form)
        read[path] = Answer(value(field, text, path), Source.TYPED) if text else None
    return read


def value(field: Field, text: str, path: str) -> Value:
    """The text as a value of the kind of the blank at this path. Raises Trouble with the way to write it."""
    from gaoxing.forms.typing import exact, kind_at

    kind, read = kind_at(field, path), exact(field, text, path)
    if read is None or not fits(field, path, read):
        offered = f"能选的有：{'、'.join(label for _, label in field.choices)}。" if field.choices else ""
        raise Trouble(f"「{field.label}」不能填「{printable(text)}」。{HINTS.get(kind, '')}{offered}")
    return read


def _field(path: str, matter: Any) -> Field:
    if (field := blank(matter.fields, path)) is not None:
        return field
    head = path.partition(".")[0]
    rows = next((each for each in matter.fields if each.columns and each.id == head), None)
    if rows is not None:
        columns = "、".join(each.id for each in rows.columns)
        told = f"{rows.label}是一份名单，要写到第几位的哪一栏（从 0 数起），例如 {rows.id}.0.name=…"
        raise Trouble(f"「{printable(path)}」写得不对：{told}。能写的栏有：{columns}。")
    raise Trouble(f"{matter.name}的表上没有「{printable(path)}」这一栏。能写的有：{'、'.join(each.id for each in matter.fields)}。")


HINTS = {
    "money": "请写成 1000000（元）或 1000000 USD。",
    "amount": "请只写数字，例如 600000，币种跟注册资本一样。",
    "percent": "请写成 60 或 33.33。",
    "area": "请写成 8200（平方米）。",
    "integer": "请写整数。",
    "term": "请写成 长期 或 20年。",
    "date": "请写成 2029-06-30、2029-06、2029 或 5年。",
    "choices": "几项之间用 、 隔开。",
}
