"""What every room's tests share: a fixed day, and Hypothesis without deadlines (the machine may be busy)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, max_examples=60)
settings.load_profile("house")


@pytest.fixture
def on() -> date:
    """The day of the tests."""
    return date(2026, 11, 24)
