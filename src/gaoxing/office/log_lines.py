"""The log as lines of JSON (日志格式): one a request and one a warning, for programs that gather logs. What is said of people is left out as in `quiet`."""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from datetime import datetime

from django.utils.timezone import get_default_timezone

from gaoxing.office.quiet import QuietFormatter, veiled

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The number of the request that is being answered; empty outside one."""

FIELDS = ("route", "method", "status", "ms", "person")
"""What a line of a request tells besides: words of the code and numbers."""


class JsonFormatter(QuietFormatter):
    """Formats a record as one line of JSON: `time`, `level`, `logger`, `message`, `request`, a request's own fields, and the places of a trace."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        lines = super().format(record).split("\n")
        told = {
            "time": datetime.fromtimestamp(record.created, get_default_timezone()).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": lines[0],
            "request": REQUEST.get(),
            **{name: _safe(getattr(record, name)) for name in FIELDS if getattr(record, name, None) is not None},
            "trace": [line.strip() for line in lines[1:] if line.strip()],
        }
        return json.dumps({name: value for name, value in told.items() if value not in ("", [])}, ensure_ascii=False)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 — the library's name
        """The message alone: time, level and logger have fields of their own."""
        return record.message


def _safe(value: object) -> object:
    return veiled(value) if isinstance(value, str) else value
