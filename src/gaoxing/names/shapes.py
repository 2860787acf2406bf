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


def similar(one: str, other: str) -> bool:
    """Whether two characters are the same or look alike."""
    return one == other or other in lookalikes(one)


def lookalikes(character: str) -> str:
    """The characters that look like this one, about twenty to forty; none for one that GB/T 2312 lacks."""
    return _table().get(character, "")


@cache
def _table() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines():
        for other in line[1:]:
            found.setdefault(line[0], []).append(other)
            found.setdefault(other, []).append(line[0])
    return {character: "".join(others) for character, others in found.items()}
