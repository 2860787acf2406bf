"""Names that would pass (名称建议): three to five that change the 字号 only, each judged against its own neighbours.

>>> from gaoxing.names.composition import split
>>> name = split("昆山沐禾智能科技有限公司")
>>> found = suggest(name, lambda other: (), date(2026, 11, 24))
>>> len(found), all(each.startswith("昆山") and each.endswith("智能科技有限公司") for each in found)
(5, True)
>>> suggest(split("昆山国家级沐禾科技有限公司"), lambda other: (), date(2026, 11, 24))[0]
'昆山沐禾科技有限公司'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import blake2b

from gaoxing.names.composition import compose, joined, split
from gaoxing.names.judgement import Verdict
from gaoxing.names.name import Kind, Name, Order
from gaoxing.names.neighbour import Neighbour
from gaoxing.names.places import division_of
from gaoxing.names.script import simplified
from gaoxing.names.verdict import judge
from gaoxing.standards.expression import expression

MOST = 5
TRIES = 40
"""Candidates looked up before giving up; each is one question to the index."""
GOOD = (
    "安邦昌辰诚驰德鼎方丰冠翰昊恒弘鸿华佳嘉健锦景骏凯康朗乐力立联隆茂明铭宁鹏启千庆荣瑞润森"
    "盛舒硕泰腾天通万旺伟祥欣信兴旭轩雅彦阳耀怡益逸永优宇裕元远悦跃云泽展哲正志智中卓"
)
"""Characters that go well in a 字号; single everyday ones."""
_CHINESE = expression(r"[\u4e00-\u9fff]")


def suggest(name: Name, look_up: Callable[[Name], Iterable[Neighbour]], on: date, *, sole_trader: bool = False) -> tuple[str, ...]:
    """Up to five names that are 可用 on that day; `look_up` is the index's answer for a name, the very one that the check uses.

    The same name gets the same suggestions on the same index. Empty where the name lacks a form, is a branch's, or what is wrong with it does not
    lie in the 字号.
    """
    if name.branch or not name.form or not name.text:
        return ()
    found: list[str] = []
    for tried, text in enumerate(_candidates(name, _sound(name, on, sole_trader=sole_trader))):
        if tried >= TRIES or len(found) == MOST:
            break
        other = split(text)
        if (other.trade, other.form) == (simplified(name.trade), name.form) and _passes(other, look_up, on, sole_trader=sole_trader):
            found.append(text)
    return tuple(found)


def _passes(other: Name, look_up: Callable[[Name], Iterable[Neighbour]], on: date, *, sole_trader: bool) -> bool:
    """Whether it is 可用; what is wrong with it in itself saves the question to the index."""
    alone = judge(other, (), on, sole_trader=sole_trader)
    return alone.verdict is Verdict.FREE and judge(other, look_up(other), on, sole_trader=sole_trader).verdict is Verdict.FREE


def _sound(name: Name, on: date, *, sole_trader: bool) -> str:
    """The Chinese characters of the 字号 at which nothing offends."""
    plain, part = split(simplified(name.text)), name.part(Kind.TRADE_NAME)
    if part is None:
        return ""
    spans = [range(each.start, each.end) for each in judge(plain, (), on, sole_trader=sole_trader).findings if each.verdict is not Verdict.FREE]
    return "".join(_CHINESE.findall("".join(plain.text[place] for place in range(part.start, part.end) if not any(place in each for each in spans))))


def _candidates(name: Name, own: str) -> Iterator[str]:
    """The name with another 字号: what is sound of it alone, then its first character kept, then its last, then none of it."""
    place = division_of(name.region)
    region = name.region if place is None or place.code else f"昆山{name.region}"
    order = Order.FIRST if name.order is Order.NONE else name.order
    for said in _trade_names(name, own):
        yield compose(region or "昆山", said, simplified(name.trade), name.form, order)


def _trade_names(name: Name, own: str) -> Iterator[str]:
    pool = sorted(GOOD, key=lambda each: blake2b(f"{joined(name)}{each}".encode(errors="surrogatepass"), digest_size=4).digest())
    seen = {name.trade_name}
    for said in (*([own] if len(own) > 1 else []), *_mixed(own, pool), *(one + other for one, other in zip(pool, reversed(pool), strict=True))):
        if said not in seen and len(set(said)) == len(said):
            seen.add(said)
            yield said


def _mixed(own: str, pool: list[str]) -> Iterator[str]:
    """First and last character in turn, each with another beside it."""
    if len(own) < 2:
        return
    for number, each in enumerate(pool[:24]):
        yield own[0] + each if number % 2 == 0 else each + own[-1]
