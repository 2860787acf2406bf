"""Log lines without people in them: a trace keeps its places and the kind of error, never the error's words.

What an applicant said can stand in an exception's message; a log that holds only places can be read by whoever runs the machine.
"""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

Trouble = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFormatter(logging.Formatter):
    """Formats a trace as places and the error's kind."""

    def formatException(self, ei: Trouble) -> str:  # noqa: N802 — the library's name
        """One line a place, innermost last, then the kind of error."""
        kind, _, trace = ei
        places = [f"  {place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(trace)]
        return "\n".join([*places, kind.__name__ if kind else ""])
