"""Counts of posts and of guesses that several processes share (限流计数): a table of the one database, so that a limit holds however many answer.

A count is raised under a lock on its row and keeps its own end. What it counts by, such as an address, stands there as a keyed digest alone.
"""

from __future__ import annotations

import base64
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction
from django.utils.crypto import salted_hmac

_TURNS = "turns"
"""Stands for the version in the digests of `turn`, whose counts no other method reads."""

_RAISED = (
    "ON CONFLICT (cache_key) DO UPDATE SET "
    "value = CASE WHEN {table}.expires <= %s THEN excluded.value ELSE CAST(CAST({table}.value AS integer) + 1 AS text) END, "
    "expires = CASE WHEN {table}.expires <= %s THEN excluded.expires ELSE {table}.expires END RETURNING value"
)
_GIVEN = "INSERT INTO {table} (cache_key, value, expires) VALUES (%s, '1', %s) "
_GIVEN_SOON = "INSERT INTO {table} (cache_key, value, expires) SELECT %s, '1', %s FROM (SELECT set_config('synchronous_commit', 'off', true)) AS hurried "
"""On PostgreSQL a turn that stands alone does not wait for the disk: whatever a crash takes is the last half second of counting."""


class SharedCounts(DatabaseCache):
    """Django's cache in the database, with counts that two processes cannot lose."""

    def __init__(self, table: str, parameters: dict[str, Any]) -> None:
        """`table` is made by `createcachetable`, which `serve` calls."""
        super().__init__(table, {**parameters, "KEY_FUNCTION": digest})
        self._rows = table

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value where there is none; whether it was kept. Mostly there is one, and looking is cheaper than failing to insert."""
        return not self.has_key(key, version=version) and bool(super().add(key, value, timeout, version))

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

    def turn(self, key: str, seconds: int, *, now: datetime) -> int:
        """Which turn this is, from 1, of those that fall within `seconds` of the first: one statement, for what is counted with every request."""
        connection = connections[router.db_for_write(self.cache_model_class)]
        table, moment = connection.ops.quote_name(self._rows), now.astimezone(UTC).replace(microsecond=0)
        alone = connection.vendor == "postgresql" and not connection.in_atomic_block
        first, ends = (connection.ops.adapt_datetimefield_value(each) for each in (moment, moment + timedelta(seconds=seconds)))
        with connection.cursor() as cursor:
            cursor.execute(((_GIVEN_SOON if alone else _GIVEN) + _RAISED).format(table=table), [digest(key, self.key_prefix, _TURNS), ends, first, first])
            ((count,),) = cursor.fetchall()
            if count == "1":
                cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [first])  # noqa: S608 - our own table
        return int(count)


def turn(counts: BaseCache, key: str, seconds: int, *, now: datetime) -> int:
    """Which turn this is, from 1, of those that fall within `seconds` of the first, by whichever counts are in use."""
    if isinstance(counts, SharedCounts):
        return counts.turn(key, seconds, now=now)
    counts.add(key, 0, seconds)
    return int(counts.incr(key))


def digest(key: str, prefix: str, version: int | str) -> str:
    """What stands in the table for a key."""
    return salted_hmac("gaoxing.shared_counts", f"{prefix}:{version}:{key}", algorithm="sha256").hexdigest()
