"""The vault of cultivation (密存): a blob opens in its own record and column alone."""

from __future__ import annotations

import json
from typing import Any

from gaoxing.office.vault import office_sealer


def place(number: int, column: str) -> str:
    """What is sealed along with a blob: the record and the column it belongs to."""
    return f"cultivation.assessed:{number}:{column}"


def seal(plain: Any, where: str) -> bytes:
    """JSON values as a blob that opens only in this place."""
    return office_sealer().seal(json.dumps(plain, ensure_ascii=False).encode(), place=where)


def unseal(blob: bytes | memoryview, where: str) -> dict[str, Any]:
    """What a blob holds; nothing where it is empty. Raises a Fault where it does not open."""
    found: dict[str, Any] = json.loads(office_sealer().unseal(bytes(blob), place=where)) if blob else {}
    return found
