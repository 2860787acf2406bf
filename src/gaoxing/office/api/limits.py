"""The figures of the API (接口限额): `limits.toml`.

>>> limit("page")
100
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _figures() -> Mapping[str, Any]:
    return tomllib.loads((files("gaoxing.office.api") / "limits.toml").read_text(encoding="utf-8"))


def limit(name: str) -> int:
    """A figure. Raises KeyError for one that is not there."""
    return int(_figures()[name])


def webhook(name: str) -> int:
    """A figure of the webhooks. Raises KeyError for one that is not there."""
    return int(_figures()["webhooks"][name])


def waits() -> tuple[int, ...]:
    """Minutes between the tries of a delivery."""
    return tuple(_figures()["webhooks"]["waits"])
