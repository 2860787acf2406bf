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
    return one == other or other in _table().get(one, "")


def lookalikes(character: str) -> str:
    """The characters that look like this one, the nearest first, three to a hundred or so; none for one that GB/T 2312 lacks."""
    return _table().get(character, "")


@cache
def _table() -> dict[str, str]:
    """Each character and those that look like it, the nearest first; who stands in another's line has it in its own."""
    return {line[0]: line[1:] for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines()}
