r"""Both of two texts that grew out of one (两段都留): what they share stands once, and nothing of either is left out.

>>> both("我要开公司，做软件。资本一百万。", "我要开公司，做软件。法人是我。")
'我要开公司，做软件。资本一百万。\n法人是我。'
"""

from __future__ import annotations

import re
from itertools import takewhile

_ENDS = re.compile(r"[。；！？\n]")


def both(theirs: str, mine: str) -> str:
    """Their text, and on a new line mine from the first sentence in which the two differ; one text alone where it begins with the other."""
    if theirs.startswith(mine):
        return theirs
    if mine.startswith(theirs):
        return mine
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(theirs, mine, strict=False)))
    ends = [found.end() for found in _ENDS.finditer(mine, 0, shared)]
    return f"{theirs}\n{mine[ends[-1] if ends else 0 :]}"
