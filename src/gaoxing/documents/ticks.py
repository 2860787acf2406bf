"""Tick lists (勾选项): every choice a form prints, and which are ticked.

>>> ticks((("elected", "选举"), ("appointed", "委派")), "appointed")
[{'label': '选举', 'ticked': False}, {'label': '委派', 'ticked': True}]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Tick = dict[str, str | bool]
"""One box: `{"label", "ticked"}`."""


def ticks(choices: Sequence[tuple[str, str]], chosen: object) -> list[Tick]:
    """The choices (stored value, official label) in order; `chosen` is one stored value, several, or None for a list left open."""
    held = _values(chosen)
    return [{"label": label, "ticked": value in held} for value, label in choices]


def _values(chosen: object) -> frozenset[str]:
    if chosen is None:
        return frozenset()
    if isinstance(chosen, Iterable) and not isinstance(chosen, str):
        return frozenset(str(each) for each in chosen)
    return frozenset({str(chosen).lower() if isinstance(chosen, bool) else str(chosen)})
