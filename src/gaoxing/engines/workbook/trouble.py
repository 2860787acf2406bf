"""What is wrong with a spreadsheet (表格里的问题), as a code and what it is about; whoever asked has the sentence for it.

>>> Trouble(Code.MERGED, {"row": 7})
Trouble(code=<Code.MERGED: 'merged'>, about={'row': 7})
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Every trouble, and what its `about` names."""

    EMPTY = "empty"
    LARGE = "large"
    CUT_OFF = "cut off"
    LEGACY = "legacy"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    BINARY = "binary"
    OPEN_DOCUMENT = "open document"
    WEB_PAGE = "web page"
    NOT_A_TABLE = "not a table"
    PACKED = "packed"
    BROKEN = "broken"
    ENCODING = "encoding"
    QUOTES = "quotes"

    NO_HEADER = "no header"
    SHEETS = "sheets"
    HEADER_MERGED = "header merged"
    HEADER_TWO = "header two"
    ROWS = "rows"
    WIDE = "wide"
    MERGED = "merged"
    MISSING = "missing"
    TWICE = "twice"
    NO_UNIT = "no unit"
    OTHER_UNIT = "other unit"

    UNKNOWN = "unknown columns"
    OTHER_SHEETS = "other sheets"
    HIDDEN = "hidden rows"
    UNITS = "mixed units"
    UNIT_ABOVE = "unit above"
    NO_ROWS = "no rows"

    BLANK = "blank"
    FORMULA = "formula"
    ERROR_VALUE = "error value"
    LONG_NUMBER = "long number"
    LONG_TEXT = "long text"
    NO_NUMBER = "no number"
    NOT_WHOLE = "not whole"
    NO_DAY = "no day"
    NO_MOMENT = "no moment"
    NO_CHOICE = "no choice"
    PERCENT = "percent"
    CELL_UNIT = "cell unit"
    SHOWN_UNIT = "shown unit"
    TOTAL = "total"


NOTICES = frozenset({Code.UNKNOWN, Code.OTHER_SHEETS, Code.HIDDEN, Code.UNITS, Code.UNIT_ABOVE})
"""What is told and hinders nothing."""


@dataclass(frozen=True)
class Trouble:
    """One trouble: its code, and what it names (`row`, `column`, `columns`, `unit`, `words`, `most` …)."""

    code: Code
    about: Mapping[str, str | int] = field(default_factory=dict)


class Unreadable(Exception):
    """The file cannot be taken as it is; all troubles that could be found at once."""

    def __init__(self, *troubles: Trouble) -> None:
        """Keep the troubles."""
        super().__init__(", ".join(str(each.code) for each in troubles))
        self.troubles = troubles

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes alone."""
        return tuple(each.code for each in self.troubles)


def refuse(code: Code, **about: str | int) -> Unreadable:
    """The exception of one trouble."""
    return Unreadable(Trouble(code, about))


def listed(words: Iterable[str]) -> str:
    """Words in quotation marks, as a sentence names them."""
    return "、".join(f"“{each}”" for each in words)
