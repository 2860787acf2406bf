"""What a page may show whole once (显示一次): for a few minutes the session keeps which value of which record, never the value, until it is shown."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase

SHOWN = "shown_once"
"""Where the session keeps what the next view of a page shows whole."""

AWHILE = timedelta(minutes=5)
"""Whoever has not looked by then gives the reason again."""


def grant(session: SessionBase, record: str, path: str, *, now: datetime) -> None:
    """Let the next view of the record's page show the value at a path; what was granted before and not looked at is let go."""
    session[SHOWN] = {"record": record, "path": path, "at": now.timestamp()}


def taken(session: SessionBase, record: str, *, now: datetime) -> str:
    """The path that this view of the record's page shows whole, once; empty where none was granted, or too long ago."""
    kept = session.get(SHOWN, {})
    if kept.get("record") != record:
        return ""
    del session[SHOWN]
    return str(kept["path"]) if 0 <= now.timestamp() - kept["at"] <= AWHILE.total_seconds() else ""
