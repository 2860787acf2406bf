"""Several hearings of the same sound made one (多次听辨): beside each syllable those that other hearings had in its place, dearer the fewer had them.

The first hearing leads: a syllable's place is where it stands there. A syllable that others did not hear may be left out, one that only others heard
may be put in, each at its cost.

>>> from gaoxing.speech.syllable import parse
>>> first, other = ([Sound(parse(each), 0.5, at, at) for at, each in enumerate(line.split())] for line in ("kun1 san1 shi4", "kun1 shan1 shi4"))
>>> [[each.syllable.marked for each, _ in (place.others or [(place, 0.0)])] for place in together(first, [other, other])]
[['kūn'], ['shān', 'sān'], ['shì']]
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gaoxing.speech.confusion import distance
from gaoxing.speech.decoding import Sound

LATER = 0.6
"""What another hearing counts beside the first. Set, like what follows, on one half of our own sentences (tests/cases)."""

POWER = 0.2
"""A recogniser is surer than it says: of what it gives 0.15, 0.7 are right; of 0.85, 0.97."""

SCALE = 2.5
"""Cost of one nat between two syllables."""

DEAREST = 8.0
"""Syllables dearer than this are none."""

GAP = 1.6
"""What a syllable without a partner costs in the alignment, as sounds are distant."""

LATE = 2.0
"""What a second between two partners costs there."""

ABSENT = 0.35
"""How probable a hearing that has no syllable makes its absence."""

Placed = dict[int, Sound]
"""One sound of another hearing for each place of the first: 2 n + 1 is the n-th syllable, 2 n what stands before it."""


def together(first: Sequence[Sound], others: Iterable[Sequence[Sound]]) -> list[Sound]:
    """The sounds of the first hearing with those of the others beside them."""
    placed = [_placed(first, each) for each in others if each]
    if not placed:
        return list(first)
    found = [_place(first, place, placed) for place in range(2 * len(first) + 1)]
    return [each for each in found if each]


def _place(first: Sequence[Sound], place: int, placed: Sequence[Placed]) -> Sound | None:
    """What was heard in one place, weighed; nothing where none heard anything or only one so unsure that it is too dear."""
    own = first[place // 2] if place % 2 else None
    if own is not None and own.syllable.is_letter:
        return own
    weights: dict[object, float] = defaultdict(float)
    sounds: dict[object, Sound] = {}
    for sound, counts in ((own, 1.0), *((each.get(place), LATER) for each in placed)):
        key = sound.syllable if sound else None
        weights[key] += counts * (sound.probability**POWER if sound else ABSENT)
        if sound and (key not in sounds or sounds[key].probability < sound.probability):
            sounds[key] = sound
    return _weighed(weights, sounds)


def _weighed(weights: dict[object, float], sounds: dict[object, Sound]) -> Sound | None:
    heaviest = max(weights.values())
    costs = {key: SCALE * math.log(heaviest / max(1e-6, weight)) for key, weight in weights.items()}
    near = [(sounds[key], costs[key]) for key in sounds if costs[key] <= DEAREST]
    if not near:
        return None
    skipped = costs.get(None, math.inf)
    near.sort(key=lambda each: each[1])
    return replace(near[0][0], others=tuple(near) if len(near) > 1 or near[0][1] else (), skipped=skipped if skipped <= DEAREST else math.inf)


def _placed(first: Sequence[Sound], other: Sequence[Sound]) -> Placed:
    """The cheapest alignment."""
    rows: list[list[float]] = [[GAP * column for column in range(len(other) + 1)]]
    for one in first:
        row = [rows[-1][0] + GAP]
        for column, two in enumerate(other):
            row.append(min(rows[-1][column] + _apart(one, two), rows[-1][column + 1] + GAP, row[-1] + GAP))
        rows.append(row)
    place, column, found = len(first), len(other), Placed()
    while column:
        if place and rows[place][column] == rows[place - 1][column - 1] + _apart(first[place - 1], other[column - 1]):
            place, column = place - 1, column - 1
            found[2 * place + 1] = other[column]
        elif place and rows[place][column] == rows[place - 1][column] + GAP:
            place -= 1
        else:
            column -= 1
            found[2 * place] = other[column]
    return found


def _apart(one: Sound, other: Sound) -> float:
    return min(2.0, 0.5 * distance(one.syllable, other.syllable)) + LATE * abs(one.start - other.start)
