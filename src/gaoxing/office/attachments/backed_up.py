"""The files that a database with attachments names (备份的附件): content and preview of each that has not lost them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gaoxing.office.attachments import store


def named(ask: Callable[[str], Iterable[tuple[Any, ...]]]) -> Iterator[str]:
    """Their paths below the data folder, of the database that `ask` asks in SQL."""
    for (token,) in ask("SELECT token FROM attachments_attachment WHERE state <> 'infected'"):
        yield from store.names_of(token)
