"""Answers typed at the terminal (补填): `path=value`, each value read by the kind of its blank.

Money is written in whole units (1000000, or 1000000 USD), a term as 长期 or in years, a list with 、 between.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from gaoxing.cli.reading import printable
from gaoxing.cli.shape import blank, fits, is_day
from gaoxing.cli.trouble import Trouble

if TYPE_CHECKING:
    from gaoxing.facts.fact import Value
    from gaoxing.forms.field import Field
    from gaoxing.forms.form import Answer

MONEY = re.compile(r"(\d{1,15}(?:\.\d{1,2})?)\s*(?:元|([A-Z]{3}))?")
DECIMAL = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
YEARS = re.compile(r"(\d{1,3})\s*年?")
PARTED = re.compile(r"\s*[、，,；;]\s*")
INDEFINITE = {"长期", "indefinite", "不约定期限"}


def answers(given: Iterable[str], matter: Any) -> dict[str, Answer | None]:
    """The answers by path; None where a blank is to be emptied. Raises Trouble for an unknown path or a value that does not fit."""
    from gaoxing.forms.form import Answer, Source

    read: dict[str, Answer | None] = {}
    for each in given:
        path, equals, text = each.partition("=")
        path, text = path.strip(), text.strip()
        if not equals:
            raise Trouble(f"--set 要写成 栏目=值，不能写成「{printable(each)}」。")
        field = _field(path, matter)
        read[path] = Answer(value(field, text, path), Source.TYPED) if text else None
    return read


def value(field: Field, text: str, path: str) -> Value:
    """The text as a value of the kind of the blank at this path. Raises Trouble with the way to write it."""
    kind = "amount" if str(field.kind) == "money" and path != field.id else str(field.kind)
    read = READERS.get(kind, _text)(field, text)
    if read is None or not fits(field, path, read):
        offered = f"能选的有：{'、'.join(label for _, label in field.choices)}。" if field.choices else ""
        raise Trouble(f"「{field.label}」不能填「{printable(text)}」。{HINTS.get(kind, '')}{offered}")
    return read


def _field(path: str, matter: Any) -> Field:
    if (field := blank(matter, path)) is not None:
        return field
    head = path.partition(".")[0]
    rows = next((each for each in matter.fields if each.columns and each.id == head), None)
    if rows is not None:
        columns = "、".join(each.id for each in rows.columns)
        told = f"{rows.label}是一份名单，要写到第几位的哪一栏（从 0 数起），例如 {rows.id}.0.name=…"
        raise Trouble(f"「{printable(path)}」写得不对：{told}。能写的栏有：{columns}。")
    raise Trouble(f"{matter.name}的表上没有「{printable(path)}」这一栏。能写的有：{'、'.join(each.id for each in matter.fields)}。")


def _text(field: Field, text: str) -> Value | None:
    return text if field.label else None


def _amount(field: Field, text: str) -> Value | None:
    """An amount in a row: a bare decimal, in the capital's currency whatever that is."""
    bare = text.replace(",", "").replace("，", "")
    return bare if MONEY.fullmatch(bare) and fits(field, "", bare) else None


def _money(field: Field, text: str) -> Value | None:
    if text.startswith("{"):
        return _money_json(text)
    if (match := MONEY.fullmatch(text.replace(",", "").replace("，", ""))) is None:
        return None
    return {"amount": match[1], "currency": match[2] or "CNY"}


def _money_json(text: str) -> Value | None:
    try:
        data = json.loads(text)
    except ValueError:
        return None
    shaped = isinstance(data, Mapping) and data.keys() == {"amount", "currency"} and all(isinstance(each, str) for each in data.values())
    return dict(data) if shaped and MONEY.fullmatch(f"{data['amount']} {data['currency']}") else None


def _percent(field: Field, text: str) -> Value | None:
    bare = text.removesuffix("%").removesuffix("％").strip()
    return bare if DECIMAL.fullmatch(bare) else None


def _integer(field: Field, text: str) -> Value | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _term(field: Field, text: str) -> Value | None:
    if text in INDEFINITE:
        return "indefinite"
    match = YEARS.fullmatch(text)
    return {"years": int(match[1])} if match and int(match[1]) else None


def _date(field: Field, text: str) -> Value | None:
    if (match := re.fullmatch(r"(\d{1,3})\s*年", text)) is not None:
        return {"years": int(match[1])}
    return text if is_day(text) else None


def _choice(field: Field, text: str) -> Value | None:
    return next((stored for stored, label in field.choices if text in {stored, label}), None)


def _choices(field: Field, text: str) -> Value | None:
    read = [_choice(field, each) for each in PARTED.split(text)]
    return None if None in read else tuple(str(each) for each in read)


def _texts(field: Field, text: str) -> Value | None:
    return tuple(each for each in PARTED.split(text) if each) or None


def _scope(field: Field, text: str) -> Value | None:
    """Items are parted only by 、 or ；: a comma may stand inside an item's bracket."""
    return tuple(each for each in re.split(r"\s*[；;]\s*|、(?![^（]*）)", text) if each) or None


READERS: Mapping[str, Callable[[Field, str], Value | None]] = {
    "money": _money,
    "amount": _amount,
    "percent": _percent,
    "integer": _integer,
    "term": _term,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "texts": _texts,
    "scope": _scope,
}
HINTS = {
    "money": "请写成 1000000（元）或 1000000 USD。",
    "amount": "请只写数字，例如 600000，币种跟注册资本一样。",
    "percent": "请写成 60 或 33.33。",
    "integer": "请写整数。",
    "term": "请写成 长期 或 20年。",
    "date": "请写成 2029-06-30、2029-06、2029 或 5年。",
    "choices": "几项之间用 、 隔开。",
}
