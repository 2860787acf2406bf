"""The vault of importing (密存): a blob opens in its own batch and row alone. Exact numbers, days and moments come back as what they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gaoxing.engines.workbook import Value
from gaoxing.office.vault import office_sealer


def place(batch: int, row: int = 0) -> str:
    """For what a row's content is sealed; row 0 is the batch's own head."""
    return f"importing.batch:{batch}:{row}"


def seal(plain: Any, where: str) -> bytes:
    """JSON values as a blob that opens only in this place."""
    return office_sealer().seal(json.dumps(plain, ensure_ascii=False).encode(), place=where)


def unseal(blob: bytes | memoryview, where: str) -> dict[str, Any]:
    """What a blob holds. Raises a Fault where it does not open."""
    found: dict[str, Any] = json.loads(office_sealer().unseal(bytes(blob), place=where)) if blob else {}
    return found


def packed(values: Mapping[str, Value]) -> dict[str, Any]:
    """A row's values as JSON.

    >>> packed({"sum": Decimal("1.50"), "day": date(2026, 11, 25), "name": "甲"})
    {'sum': {'number': '1.50'}, 'day': {'day': '2026-11-25'}, 'name': '甲'}
    """
    return {name: _packed(value) for name, value in values.items()}


def unpacked(stored: Mapping[str, Any]) -> dict[str, Value]:
    """The values that were packed."""
    return {name: _READERS[next(iter(each))](next(iter(each.values()))) if isinstance(each, Mapping) else each for name, each in stored.items()}


def _packed(value: Value) -> Any:
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


_READERS: Mapping[str, Any] = {"number": Decimal, "day": date.fromisoformat, "moment": datetime.fromisoformat}
