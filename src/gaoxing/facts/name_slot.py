"""A person's name in a place where only a name can stand (姓名槽): right before 把, right after 转给; read by its surname where no name was found there.

>>> name_before("股东要变更一下乌兰把她手里的", 9), name_after("转给靳小乙，转让款", 2)
('乌兰', '靳小乙')
>>> name_before("我们把", 2)
''
"""

from __future__ import annotations

from gaoxing.facts.person import HAN, NEVER, NO_NAME, everyday_words, surnames

LENGTHS = (3, 2)
ENDS = "，。；、！？（）"


def name_before(text: str, end: int) -> str:
    """The name that ends at `end`; empty where the characters there are none."""
    return next((text[end - size : end] for size in (*_long(text, end - 4), *LENGTHS) if end >= size and _is_name(text[end - size : end])), "")


def name_after(text: str, start: int) -> str:
    """The name that begins at `start`: up to the next stop where that is near, else three characters or two."""
    stop = next((place for place in range(start, min(len(text), start + 5)) if text[place] in ENDS), len(text) if len(text) - start <= 4 else -1)
    if 2 <= stop - start <= 4 and _is_name(text[start:stop]):
        return text[start:stop]
    return next((text[start : start + size] for size in (*_long(text, start), *LENGTHS) if _is_name(text[start : start + size], size)), "")


def _long(text: str, start: int) -> tuple[int, ...]:
    """Four characters where the first two are a surname (欧阳)."""
    return (4,) if start >= 0 and text[start : start + 2] in surnames()[1] else ()


def _is_name(text: str, size: int = 0) -> bool:
    single, double = surnames()
    if len(text) < max(size, 2) or not all(HAN.match(each) for each in text) or any(each in NEVER for each in text):
        return False
    if text in everyday_words() or NO_NAME.search(text):
        return False
    return text[:2] in double if len(text) == 4 else text[0] in single
