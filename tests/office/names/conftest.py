"""A small pool of made-up names, and files of them."""

from datetime import date

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.storing import store

SUZHOU = 3205
SINCE = date(2024, 5, 6)


@pytest.fixture
def pool(db):
    """Puts names into the pool of Suzhou."""

    def put(*names, state=State.ACTIVE, since=SINCE, prefecture=SUZHOU, until=None):
        return store([Entry(prefecture, name, state, since, until) for name in names])

    return put


@pytest.fixture
def written(tmp_path):
    """Writes a file of names, a heading above it."""

    def write(*rows, heading="名称,状态,日期", encoding="utf-8", name="names.csv"):
        path = tmp_path / name
        path.write_bytes("\n".join((heading, *rows, "")).encode(encoding))
        return path

    return write
