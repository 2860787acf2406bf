"""Circles among things that wait for one another (循环): each told once, from its first member on.

>>> circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
[('a', 'b', 'c')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def circles(waits: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Every circle that a walk from one thing to what it waits for comes upon; what is not in the table waits for nothing."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    settled: set[str] = set()
    for start in waits:
        _walk(start, (), waits, settled, found)
    return list(found.values())


def _walk(step: str, trail: tuple[str, ...], waits: Mapping[str, Sequence[str]], settled: set[str], found: dict[frozenset[str], tuple[str, ...]]) -> None:
    if step in trail:
        circle = trail[trail.index(step) :]
        found.setdefault(frozenset(circle), circle)
        return
    if step in settled:
        return
    for each in waits.get(step, ()):
        _walk(each, (*trail, step), waits, settled, found)
    settled.add(step)
