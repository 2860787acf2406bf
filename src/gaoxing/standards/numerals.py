"""Chinese numerals as they are said (中文数字): parse one, find all in a text, write one.

A numeral that names no exact value (两百来万) is `approximate` and has no value; one that can be meant two ways (一万五十) is `ambiguous`. A small figure
that counts nothing (三 in 三一重工) is `bare`: readers of amounts pass it over. Sources: registration.md F.1 [K]; GB/T 15835-2011 出版物上数字用法.

>>> parse("三百二十万零五千"), parse("一万二"), parse("1.1亿"), parse("二零二九")
(Decimal('3205000'), Decimal('12000'), Decimal('110000000'), Decimal('2029'))
>>> [(each.value, each.approximate) for each in find("注册资本两百来万，实缴五十万")]
[(None, True), (Decimal('500000'), False)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_grammar import exact
from gaoxing.standards.numeral_vague import vague_end
from gaoxing.standards.numeral_words import MEASURES, SPOKEN_DIGITS, half_width
from gaoxing.standards.numeral_writing import digits, write, write_formal

__all__ = ["Numeral", "digits", "find", "parse", "write", "write_formal"]

RUN = expression(r"[零〇一二三四五六七八九幺]{2,}(?![十百千万亿])|[零〇一二三四五六七八九幺]{3,}(?=[十百千万亿])")
TOO_LONG = expression("[0-9]{17,}")
NEARLY = expression(r"将近|接近|(?<![最附靠邻远新亲])近|小(?=[一二两三四五六七八九]?[百千]万)")
BEGIN = expression(r"[零〇一二两三四五六七八九十幺壹贰叁肆伍陆柒捌玖拾貳叄陸0-9几好大上近将接数小快成百千万]")
NUMBERISH = expression(r"[零〇一二两三四五六七八九十百千万亿幺0-9]")


@dataclass(frozen=True)
class Numeral:
    """A numeral in a text: `text[start:end]`. `value` is None where it is approximate; `digits` holds figures that were said one by one.

    `scaled`: 万 or 亿 was said. `bare`: neither that, nor a counted thing behind it. `ambiguous`: it may be meant otherwise.
    """

    start: int
    end: int
    value: Decimal | None
    approximate: bool = False
    digits: str | None = None
    scaled: bool = False
    bare: bool = False
    ambiguous: bool = False


def parse(text: str) -> Decimal:
    """The exact value of one numeral that fills the whole text. Raises ValueError with a sentence where it has none."""
    words = text.strip()
    found = find(words)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        raise ValueError(f"「{text}」不是一个数，请写成「一百二十万」或「1200000」这样的数")
    value = found[0].value
    if value is None or found[0].ambiguous:
        raise ValueError(f"「{text}」不是一个确切的数，请说出准数")
    return value


@lru_cache(maxsize=16)
def find(text: str) -> tuple[Numeral, ...]:
    """All numerals of a text, in order, none overlapping; offsets count characters of `text`."""
    folded, found, place = half_width(text), [], 0
    while begin := BEGIN.search(folded, place):
        numeral = _at(folded, begin.start())
        if numeral is None:
            place = begin.start() + 1
            continue
        found.append(numeral)
        place = numeral.end
    return tuple(found)


def _at(text: str, at: int) -> Numeral | None:
    if (end := vague_end(text, at)) is not None:
        scaled = re.search("[万亿]", text[at:end]) is not None
        return Numeral(at, end, None, approximate=True, scaled=scaled, bare=not scaled and _counts_nothing(text, end))
    if run := RUN.match(text, at):
        spelt = "".join(SPOKEN_DIGITS[character] for character in run[0])
        return Numeral(at, run.end(), Decimal(spelt), digits=spelt, bare=_counts_nothing(text, run.end()))
    if nearly := NEARLY.match(text, at):
        near = exact(text, nearly.end())
        return None if near is None or not near.unit else Numeral(at, near.end, None, approximate=True, scaled=near.scaled)
    if endless := TOO_LONG.match(text, at):
        return Numeral(at, endless.end(), None, digits=endless[0], bare=True, ambiguous=True)
    figure = exact(text, at)
    if figure is None:
        return None
    written = text[at : figure.end]
    said = written if written.isascii() and written.isdigit() else None
    bare = not figure.scaled and _counts_nothing(text, figure.end)
    return Numeral(at, figure.end, figure.value, digits=said, scaled=figure.scaled, bare=bare, ambiguous=figure.ambiguous)


def _counts_nothing(text: str, end: int) -> bool:
    return text[end : end + 1] not in MEASURES or text[end : end + 2] in ("分教", "家人")
