"""Characters that look alike (形近字), such as 己 and 已: to be found, and to be told as similar in shape.

The table similar_shapes.tsv.gz is built by tools/build_similar_shapes.py from pictures of the characters of GB/T 2312 (source and licence in NOTICE).

>>> similar("未", "末"), similar("末", "未"), similar("未", "未"), similar("未", "鑫")
(True, True, True, False)
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("similar_shapes.tsv.gz")


NEAR = 5
"""So many of a character's lookalikes are similar to it; the further ones are looked up, not told."""


def similar(one: str, other: str) -> bool:
    """Whether two characters are the same, or one is among those that look most like the other."""
    return one == other or other in _table().get(one, "")[:NEAR] or one in _table().get(other, "")[:NEAR]


def nearest(character: str) -> str:
    """The characters that are similar to this one, without itself."""
    return _both_ways(NEAR).get(character, "")


def lookalikes(character: str) -> str:
    """The characters that look like this one, about twenty to forty; none for one that GB/T 2312 lacks."""
    return _both_ways(None).get(character, "")


@cache
def _table() -> dict[str, str]:
    """Each character and those that look most like it, the nearest first."""
    return {line[0]: line[1:] for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines()}


@cache
def _both_ways(count: int | None) -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    for character, others in _table().items():
        for other in others[:count]:
            found.setdefault(character, {})[other] = None
            found.setdefault(other, {})[character] = None
    return {character: "".join(others) for character, others in found.items()}
