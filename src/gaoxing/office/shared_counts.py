"""Counts of posts and of guesses that several processes share (限流计数): a table of the one database, so that a limit holds however many answer.

A count is raised under a lock on its row and keeps its own end. What it counts by, such as an address, stands there as a keyed digest alone.
"""

from __future__ import annotations

import base64
import pickle
from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction
from django.utils.crypto import salted_hmac


class SharedCounts(DatabaseCache):
    """Django's cache in the database, with counts that two processes cannot lose."""

    def __init__(self, table: str, parameters: dict[str, Any]) -> None:
        """`table` is made by `createcachetable`, which `serve` calls."""
        super().__init__(table, {**parameters, "KEY_FUNCTION": digest})
        self._rows = table

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """The count, raised by `delta`. Raises ValueError where there is none, or its time is over."""
        made = self.make_and_validate_key(key, version=version)
        alias = router.db_for_write(self.cache_model_class)
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            table = connections[alias].ops.quote_name(self._rows)
            # Touching the row first locks it, on either database, before its value is read.
            cursor.execute(f"UPDATE {table} SET cache_key = cache_key WHERE cache_key = %s", [made])  # noqa: S608 - our own table
            held = self.get(key, version=version)
            if held is None:
                raise ValueError("no such count")
            value = int(held) + delta
            packed = base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")
            cursor.execute(f"UPDATE {table} SET value = %s WHERE cache_key = %s", [packed, made])  # noqa: S608 - our own table
        return value


def digest(key: str, prefix: str, version: int) -> str:
    """What stands in the table for a key."""
    return salted_hmac("gaoxing.shared_counts", f"{prefix}:{version}:{key}", algorithm="sha256").hexdigest()
