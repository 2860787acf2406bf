"""What every room's tests share: a fixed day, and Hypothesis without deadlines (the machine may be busy)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest
from hypothesis import settings

from gaoxing import catalogue

settings.register_profile("house", deadline=None, max_examples=60)
settings.load_profile("house")


@pytest.fixture
def card_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A matter that is a card alone, recognised but not yet filled in here: 注销登记, for the length of a test."""
    room = import_module("gaoxing.matters.deregistration")
    monkeypatch.setattr(room, "MATTER", replace(room.MATTER, fields=(), rules=(), read=None, settle=None, papers=None))
    catalogue.matters.cache_clear()
    yield "deregistration"
    monkeypatch.undo()
    catalogue.matters.cache_clear()


@pytest.fixture
def on() -> date:
    """The day of the tests."""
    return date(2026, 11, 24)
