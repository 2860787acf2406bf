"""Which blank is meant (所指栏目): the words by which people call a blank, with or without whose it is: 资本, 地址, 丁大宝的电话, 法人.

>>> from gaoxing.forms.field import Kind
>>> fields = (Field("registered_capital", "注册资本", Kind.MONEY), Field("domicile", "住所", Kind.ADDRESS))
>>> called("那个公司地址", Form("company_registration", "2026"), fields), called("天气", Form("company_registration", "2026"), fields)
(('domicile',), ())
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.parties import parties
from gaoxing.standards.expression import expression

TABLE = Path(__file__).with_name("callings.toml")
"""What blanks are called besides their official label, by the last step of their path."""

LEAD = expression(r"^(?:那个|这个|我的|我们的?|咱们?的?|(?:公司|企业|店里?|单位)的|一下|表上的?|上面的?|填的|写的|的)+")
_IN_A_ROW = {"name": "row.person"}
"""A person's name is not called as the enterprise's is."""

LONGEST = 40
"""Characters of the words for a blank; more is a sentence."""


@dataclass(frozen=True)
class _Place:
    """A blank as it can be called: its path, its names, and the name of its row."""

    path: str
    names: tuple[str, ...]
    owner: str = ""


def called(words: str, form: Form, fields: Sequence[Field]) -> tuple[str, ...]:
    """The paths of the blanks that these words may mean, in the order of the form; empty where they mean none.

    A person named with them leaves only that person's blanks; among several blanks the best name wins, and filled ones before empty ones.
    """
    if not words or len(words) > LONGEST:
        return ()
    places = tuple(_places(form, fields))
    owners = {place.owner for place in places if place.owner and place.owner in words}
    bare = words
    for owner in owners:
        bare = bare.replace(owner, "")
    bare = LEAD.sub("", bare.strip("的 ，。")) or bare.strip("的 ，。")
    rated = [(_rate(bare, place), place) for place in places if not owners or place.owner in owners]
    best = max((rate for rate, _ in rated), default=0)
    found = [place for rate, place in rated if rate == best > 0]
    filled = [place for place in found if place.path in form.answers]
    return tuple(dict.fromkeys(place.path for place in filled or found))


def _rate(bare: str, place: _Place) -> int:
    """How well the words name this blank: exactly, as a part of its name, or with its name in them; the longer the better."""
    exact = max((len(name) for name in place.names if name == bare), default=0)
    part = len(bare) if len(bare) > 1 and any(bare in name for name in place.names[:1]) else 0
    within = max((len(name) for name in place.names if len(name) > 1 and name in bare), default=0)
    return exact * 100 or part * 10 or within


def _places(form: Form, fields: Sequence[Field]) -> Iterator[_Place]:
    for field in fields:
        if field.kind is not Kind.ROWS:
            yield _Place(field.id, _names(field.id, field.label), _owner(form, field.id))
            continue
        yield _Place(field.id, _names(field.id, field.label))
        yield from (_Place(f"{field.id}.{lack.topic}", _names(f"{field.id}.{lack.topic}", _topic(field, lack.topic))) for lack in field.lacks if lack.topic)
        for row in parties(form, field.id):
            yield from (_Place(row.at(column.id), _names(_IN_A_ROW.get(column.id, column.id), column.label), row.name) for column in field.columns)


def _owner(form: Form, path: str) -> str:
    """The name that stands beside a blank such as `operator.mobile`."""
    head, dot, column = path.rpartition(".")
    return str(form.value(f"{head}.name") or "") if dot and column != "name" else ""


def _topic(field: Field, topic: str) -> str:
    roles = next((each for each in field.columns if each.id == "roles"), None)
    return roles.label_of(topic) if roles else topic


def _names(path: str, label: str) -> tuple[str, ...]:
    """The official label, its parts without brackets, and what people say instead."""
    parts = tuple(each for each in re.split(r"[（）()/]", label) if len(each) > 1)
    return (label, *parts, *_table().get(path, ()), *_table().get(path.rpartition(".")[2], ()))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {path: tuple(names) for path, names in tomllib.loads(TABLE.read_text(encoding="utf-8"))["called"].items()}
