r"""How many things are numbered in one statement (一次提了几件): by the numbers people write before each; it says nothing of what they are.

>>> things("办食品许可"), things("1、办证 2、装电 3、修路 4、贷款"), things("一、用电\n二、用水")
(1, 4, 2)
"""

from __future__ import annotations

from gaoxing.standards.expression import expression

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBERED = expression(rf"(?:^|[\s。；;，,])(?:[（(]?\d{{1,2}}[)）]|\d{{1,2}}[、.．](?!\d)|{_HAN}、|第{_HAN}(?:件|是|，|、))")


def things(words: str) -> int:
    """How many things are numbered; 1 where none is."""
    return max(len(_NUMBERED.findall(words)), 1)
