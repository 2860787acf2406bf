"""A company's form as a file holds it, written by hand. Imports nothing from the house."""

from __future__ import annotations

from typing import Any

DAY = "2026-11-24"


def form(answers: dict[str, Any] | None = None, **others: Any) -> dict[str, Any]:
    """The form with these typed answers."""
    typed = {path: {"value": value, "source": "typed"} for path, value in (answers or {}).items()}
    return {"matter": "company_registration", "edition": "2026", "answers": typed, **others}
