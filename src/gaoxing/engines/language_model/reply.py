"""What the model answered (回答), read as proposals: JSON of the agreed shape, only for blanks that were asked about, numbers put back in place.

Whatever has another shape is dropped piece by piece; an answer that is no JSON at all is a Fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.facts.fact import Value
from gaoxing.facts.placeholder import Veil
from gaoxing.forms.field import Kind
from gaoxing.forms.proposal import Proposal, Wanted

MOST_VALUES = 100
LONGEST_WORDS = 200
UNREADABLE = "语言模型的回答读不懂，这次不用它。"

_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_NUMBERS = frozenset({Kind.MONEY, Kind.PERCENT})
"""Kinds whose figures are texts; a model often writes them as numbers."""


def content_of(answer: Any) -> str:
    """The text of the first choice of a chat completion. Raises a Fault where there is none."""
    try:
        content = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise Fault(UNREADABLE, permanent=False) from None
    if not isinstance(content, str) or not content.strip():
        raise Fault("语言模型没有答出内容，这次不用它。", permanent=False)
    return content


def proposals(content: str, wanted: Wanted, hidden: Veil) -> tuple[Proposal, ...]:
    """The proposals in an answer's text, each blank once. Raises a Fault where the text holds no JSON of the agreed shape."""
    data = _object(_THOUGHT.sub("", content))
    values = data.get("values")
    if not isinstance(values, list):
        raise Fault(UNREADABLE, permanent=False)
    found: dict[str, Proposal] = {}
    for each in _read(values[:MOST_VALUES], wanted, hidden):
        found.setdefault(each.path, each)
    return tuple(found.values())


def _object(text: str) -> Mapping[str, Any]:
    """The JSON object that the text holds, with or without talk or a fence around it."""
    start = text.find("{")
    try:
        data, _end = json.JSONDecoder(parse_constant=_refuse).raw_decode(text, start) if start >= 0 else (None, 0)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, Mapping):
        raise Fault(UNREADABLE, permanent=False)
    return data


def _refuse(word: str) -> None:
    raise ValueError(word)


def _read(values: list[Any], wanted: Wanted, hidden: Veil) -> Iterator[Proposal]:
    for each in values:
        if not isinstance(each, Mapping) or not isinstance(each.get("words"), str) or not isinstance(each.get("path"), str):
            continue
        field = wanted.blanks.get(each["path"])
        value = _value(each.get("value"), hidden, numeric=field is not None and field.kind in _NUMBERS)
        if field is not None and value is not None and len(each["words"]) <= LONGEST_WORDS:
            yield Proposal(each["path"], value, hidden.restored(each["words"]))


def _value(value: Any, hidden: Veil, *, numeric: bool) -> Value | None:
    """A value of a shape that a blank may hold; None for any other."""
    if isinstance(value, Mapping):
        inner = {str(key): _value(each, hidden, numeric=numeric and key == "amount") for key, each in value.items()}
        return None if not inner or len(inner) > 2 or any(not isinstance(each, str | int) for each in inner.values()) else inner
    if isinstance(value, list):
        return tuple(hidden.restored(each) for each in value) if value and all(isinstance(each, str) for each in value) else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return format(Decimal(str(value)).normalize(), "f") if numeric else value if isinstance(value, int) else None
    return _text(value, hidden) if isinstance(value, str) else None


def _text(value: str, hidden: Veil) -> str | None:
    if value.strip() in hidden.hidden:
        return hidden.value(value)
    return hidden.restored(value) or None
