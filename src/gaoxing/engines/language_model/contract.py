r"""What a value of each blank looks like, by the contract's JSON Schema (契约): the part of `contract.json` at a blank's path, complete in itself.

>>> at("company_registration", "parties.*.contribution.percent")
{'type': 'string', 'pattern': '^\\d+(\\.\\d+)?$'}
>>> at("company_registration", "postcode") is None
True
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).with_name("contract.json")
_HIDDEN = frozenset({"telephone", "id_number"})
"""Values that are placeholders where the model sees them."""

_PLACEHOLDER = {"type": "string", "pattern": "^〔号码\\d+〕$"}


def at(matter: str, pattern: str) -> dict[str, Any] | None:
    """The schema of the value at a path with `*` for row numbers; None where the contract has no such blank."""
    part: Any = _definitions().get(matter)
    for step in pattern.split("."):
        part = _resolved(part)
        part = part.get("items") if step == "*" else part.get("properties", {}).get(step) if isinstance(part, Mapping) else None
        if part is None:
            return None
    found: dict[str, Any] = _whole(part)
    return found


def _whole(part: Any) -> Any:
    """The schema with every reference put in its place; identity numbers and telephones as placeholders."""
    if isinstance(part, list):
        return [_whole(each) for each in part]
    if not isinstance(part, Mapping):
        return part
    if "$ref" in part:
        name = str(part["$ref"]).rpartition("/")[2]
        return dict(_PLACEHOLDER) if name in _HIDDEN else _whole(_definitions()[name])
    return {key: _whole(each) for key, each in part.items()}


def _resolved(part: Any) -> Any:
    while isinstance(part, Mapping) and "$ref" in part:
        part = _definitions()[str(part["$ref"]).rpartition("/")[2]]
    return part if isinstance(part, Mapping) else {}


@cache
def _definitions() -> Mapping[str, Any]:
    return dict(json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"])
