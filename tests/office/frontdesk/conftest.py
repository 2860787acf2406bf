"""A register of made-up names, whole and loaded, for the front desk to be checked against."""

from datetime import UTC, date, datetime

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.models import NameLoad
from gaoxing.office.names.storing import store

BEGAN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def register(db):
    """Puts names into the register of Suzhou, whose file was taken in to its end."""

    def put(*names, state=State.ACTIVE, since=date(2024, 5, 6), until=None):
        NameLoad.objects.get_or_create(digest="a" * 64, defaults={"began": BEGAN, "finished": BEGAN})
        store([Entry(3205, name, state, since, until) for name in names])

    return put


@pytest.fixture
def searches(monkeypatch):
    """Every question that the index is asked, as the number of keys."""
    from gaoxing.office.names import judging

    asked, real = [], judging.neighbours

    def counted(keys, prefecture):
        asked.append(len(keys))
        return real(keys, prefecture)

    monkeypatch.setattr(judging, "neighbours", counted)
    return asked
