"""Placeholders (代号) for people's numbers: identity numbers, credit codes and telephones are hidden before words leave the machine, and put back after.

What the readers know as a number is hidden, and whatever looks like part of one: better one figure too many than one too few. Amounts, shares, days
and house numbers stay.

>>> hidden = veil(["手机幺三八零零幺三八零零零"])
>>> hidden.texts, hidden.value("〔号码1〕"), hidden.restored("手机〔号码1〕")
(('手机〔号码1〕',), '13800138000', '手机幺三八零零幺三八零零零')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gaoxing.facts.number_code import find_codes
from gaoxing.facts.wording import Wording
from gaoxing.standards.expression import expression

_COVER = "■"
"""Stands over a number that a reader knows while the rest is looked through."""

_FIGURE = "0-9０-９零〇一二三四五六七八九幺两洞拐"
_ONE = rf"(?:[二两三四五六七八2-8]个[{_FIGURE}]|双[{_FIGURE}]|[{_FIGURE}])"
_BETWEEN = r"(?:[\s,，、.。…—–－:：-]|嗯|呃|额|啊|哦|那个|这个|然后|后面|后边|接着|跟着|就是|再|是|对){0,4}"
"""What people say or write between the groups of a number."""

_LAST = rf"(?:{_ONE}|[XxＸｘ叉])"
_LONG = expression(rf"[A-Za-zＡ-Ｚａ-ｚ]?(?:{_ONE}{_BETWEEN}){{6,}}{_LAST}")
"""Seven figures or more, said or written, with pauses between them."""

_MIXED = expression(r"(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{8,}")
"""Letters and figures in one: a credit code, a passport."""

_NUMBER_WORD = expression(
    rf"(?:身份证|证件|护照|手机|电话|座机|号码|微信|尾号|信用代码|代码|税号|[前后头末]\S?位|最后)[^0-9０-９。；{_COVER}]{{0,12}}?(?P<part>(?:{_ONE}{_BETWEEN}){{3,}}{_LAST})"
)
_FURTHER = expression(rf"(?:不是|是|改成|应该是)[^0-9。；]{{0,3}}?(?P<part>(?:{_ONE}{_BETWEEN}){{3,}}{_LAST})")
"""Four figures or more behind a word for a number, as when its end is said again."""

_BESIDE = (
    expression(rf"{_COVER}{_BETWEEN}(?P<part>(?:{_ONE}{_BETWEEN})++{_LAST}?)"),
    expression(rf"(?P<part>(?:{_ONE}{_BETWEEN})++){_COVER}"),
)
"""Figures right behind and right before a number that a reader knows."""

_IDENTITY_WORD = expression("身份证|证件号|出生|生日")
_BIRTHDAY = expression(rf"(?:[{_FIGURE}]{{2,4}})年(?:[{_FIGURE}十]{{1,3}})月(?:[{_FIGURE}十]{{1,3}})[日号]?")
_REACH = 40
"""Characters behind a word for an identity number in which a day is a part of it."""

_QUANTITY = expression(r"\s*(?:元|块|圆|人民币|万|亿|美|欧|港|平|亩|%|％|年)")
_COUNTED = expression(r"\s*(?:[年月成个名位份间号楼室层幢十百千万亿元块%％]|分之)")
_GROUP = expression(rf"(?:[二两三四五六七八2-8]个(?=[{_FIGURE}])|双|[{_FIGURE}XxＸｘ叉])+")
_SHORT_QUANTITY = 10
"""Below so many characters a run of figures before a unit is a quantity."""

_BRACKETS = str.maketrans("〔〕", "（）")
_MARK = expression("〔号码[0-9]{1,4}〕")


@dataclass(frozen=True)
class Hidden:
    """A number that is hidden: as it was said, and as it is written where a reader knows it."""

    said: str
    value: str | None


@dataclass(frozen=True)
class Veil:
    """The texts with placeholders in place of numbers, and what each placeholder stands for."""

    texts: tuple[str, ...]
    hidden: Mapping[str, Hidden]

    def restored(self, text: str) -> str:
        """The text with every placeholder put back as it was said; an unknown one stays."""
        return _MARK.sub(lambda mark: self.hidden[mark[0]].said if mark[0] in self.hidden else mark[0], text)

    def value(self, placeholder: str) -> str | None:
        """The number as it is written; None for what is no placeholder, or a number that no reader knows."""
        found = self.hidden.get(placeholder.strip())
        return found.value if found else None


def veil(texts: Sequence[str]) -> Veil:
    """The texts with every number of a person or an enterprise hidden; the same words have the same placeholder."""
    marks: dict[str, str] = {}
    hidden: dict[str, Hidden] = {}
    covered = []
    for text in texts:
        plain = text.translate(_BRACKETS)
        pieces, place = [], 0
        for start, end, value in _spans(plain):
            mark = marks.setdefault(text[start:end], f"〔号码{len(marks) + 1}〕")
            if mark not in hidden or hidden[mark].value is None:
                hidden[mark] = Hidden(text[start:end], value)
            pieces += [plain[place:start], mark]
            place = end
        covered.append("".join([*pieces, plain[place:]]))
    return Veil(tuple(covered), hidden)


def _spans(text: str) -> list[tuple[int, int, str | None]]:
    """Start, end and value of all that is to be hidden, in order, none overlapping; what overlaps becomes one, without a value."""
    known = list(_known(text))
    rest = text
    for start, end, _value in known:
        rest = rest[:start] + _COVER * (end - start) + rest[end:]
    merged: list[tuple[int, int, str | None]] = []
    for start, end, value in sorted([*known, *_looking_like(rest)], key=lambda each: (each[0], -each[1])):
        if merged and start < merged[-1][1]:
            first, last, former = merged[-1]
            merged[-1] = (first, max(last, end), former if end <= last else None)
        else:
            merged.append((start, end, value))
    return merged


def _known(text: str) -> Iterator[tuple[int, int, str | None]]:
    wording = Wording.of(text)
    for code in find_codes(wording.text):
        raw = wording.evidence(0, code.start, code.end)
        if code.kind != "digits" or not _is_quantity(text, raw.start, raw.end):
            yield raw.start, raw.end, code.value


def _looking_like(text: str) -> Iterator[tuple[int, int, str | None]]:
    for pattern in _BESIDE:
        for match in pattern.finditer(text):
            start, end = _part(text, *match.span("part"))
            if start < end:
                yield start, end, None
    for pattern in (_LONG, _MIXED):
        yield from ((match.start(), match.end(), None) for match in pattern.finditer(text) if not _is_quantity(text, *match.span()))
    for word in _IDENTITY_WORD.finditer(text):
        yield from ((match.start(), match.end(), None) for match in _BIRTHDAY.finditer(text, word.end(), word.end() + _REACH))
    for match in _NUMBER_WORD.finditer(text):
        yield *match.span("part"), None
        further = _FURTHER.search(text, match.end(), match.end() + 20)
        if further is not None:
            yield *further.span("part"), None


def _is_quantity(text: str, start: int, end: int) -> bool:
    return end - start < _SHORT_QUANTITY and _QUANTITY.match(text, end) is not None


def _part(text: str, start: int, end: int) -> tuple[int, int]:
    """What of the figures beside a number is some more of it: two or more, without a last group that counts something (两个人, 二零二九年)."""
    groups = [match.span() for match in _GROUP.finditer(text, start, end)]
    if groups and _COUNTED.match(text, groups[-1][1]):
        groups.pop()
    figures = sum(last - first for first, last in groups)
    return (groups[0][0], groups[-1][1]) if figures > 1 else (start, start)
