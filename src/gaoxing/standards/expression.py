"""A regular expression (正则表达式) that is compiled when it is first used: a reader holds hundreds, a statement needs a part of them.

Compiling them all would make up most of the time that a fresh process needs before its first answer (benchmarks/recognise.py tells both).

>>> amount = expression(r"(?P<figure>[0-9]+)万")
>>> amount.pattern
'(?P<figure>[0-9]+)万'
>>> amount.search("出资30万")["figure"]
'30'
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern: knows its words at once, and takes over everything else of the compiled one at the first question."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has under that name. Raises AttributeError where it has nothing, re.error where the words are no pattern."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__ |= {each: getattr(compiled, each) for each in dir(compiled) if not each.startswith("__")}
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"expression({self.pattern!r})"


def expression(words: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of these words as `re.compile` gives it (same words, same flags), but compiled at its first use.

    Raises re.error at the first use, where the words are no pattern: tests/standards/test_expression.py uses every one there is.
    """
    return cast("re.Pattern[str]", _Late(words, flags))
