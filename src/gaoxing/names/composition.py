"""A name split into its parts and put together again (名称的拆分与组成): 行政区划, 字号, 行业, 组织形式, in any of their orders.

《企业名称登记管理规定》 arts 6–14, in force from 2021-03-01. The division may stand first, behind the 字号 or before the form, there in brackets. Nothing
is refused here: what cannot be told apart stays with the 字号, and `rules` says what is amiss.

>>> name = split("沐禾(昆山)智能科技有限公司")
>>> name.region, name.trade_name, name.trade, name.form, str(name.order)
('昆山', '沐禾', '智能科技', '有限公司', 'behind_trade_name')
>>> joined(name)
'沐禾（昆山）智能科技有限公司'
>>> compose("昆山", "沐禾", "智能科技", "有限公司")
'昆山沐禾智能科技有限公司'
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from gaoxing.names.name import Kind, Name, Order, Part
from gaoxing.names.organisation import Holder, form_of, holder, parent_of
from gaoxing.names.places import division_at, division_of
from gaoxing.names.trade import beginning
from gaoxing.standards.expression import expression

LONGEST = 100
"""Characters of a name that are looked at; no name in a register comes near it."""
_BRACKETED = expression("（([^（）]{1,20})）")
_CLEAN = expression(r"[\u4e00-\u9fff（）]*")
_NAMED = (Kind.REGION, Kind.TRADE_NAME, Kind.TRADE, Kind.FORM, Kind.BRANCH)
_BRACKETS = str.maketrans("()〔〕﹙﹚", "（）（）（）")


def clean(text: str) -> str:
    """The name without blanks and invisible characters, letters and digits of half width, brackets of full width; cut behind LONGEST + 1."""
    if len(text) <= LONGEST and _CLEAN.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKC", text[: 8 * LONGEST]).translate(_BRACKETS)
    seen = [each for each in plain if not each.isspace() and unicodedata.category(each) not in {"Cf", "Cc", "Cs"}]
    return unicodedata.normalize("NFC", "".join(seen))[: LONGEST + 1]


def split(text: str) -> Name:
    """The name's parts. Takes any text whatever; what lacks a part has it empty. `Name.text` is the cleaned text that the places refer to."""
    return _split(clean(text))


def joined(name: Name) -> str:
    """The name written from its parts, as it was."""
    return "".join(each.text for each in name.parts)


def compose(region: str, trade_name: str, trade: str, form: str, order: Order = Order.FIRST) -> str:
    """A name put together in an order; without a region the order does not matter."""
    bracket = f"（{region}）" if region else ""
    if order is Order.BEHIND_TRADE_NAME:
        return f"{trade_name}{bracket}{trade}{form}"
    if order is Order.BEFORE_FORM:
        return f"{trade_name}{trade}{bracket}{form}"
    return f"{region if order is Order.FIRST else ''}{trade_name}{trade}{form}"


@lru_cache(maxsize=4096)
def _split(text: str) -> Name:
    parent = parent_of(text)
    body_end = len(parent or text)
    form = form_of(text[:body_end])
    body_end -= len(form)
    kinds = [Kind.FORM] * len(text)
    kinds[len(parent or text) :] = [Kind.BRANCH] * (len(text) - len(parent or text))
    region = _mark_region(text, body_end, kinds)
    rest = _mark_rest(text, body_end, kinds, region, shop=holder(form) not in (Holder.COMPANY, Holder.PARTNERSHIP))
    return _named(text, kinds, _order(region, rest, kinds))


def _mark_region(text: str, end: int, kinds: list[Kind]) -> tuple[int, int]:
    """Mark division and brackets; where the division stands, (0, 0) for none."""
    head = division_at(text[:end], 0)
    place = (0, len(head.words)) if head else (0, 0)
    for at in range(*place):
        kinds[at] = Kind.REGION
    for match in _BRACKETED.finditer(text, 0, end):
        inner = match.span(1)
        kinds[match.start()] = kinds[match.end() - 1] = Kind.MARK
        is_region = place == (0, 0) and (match[1] == "中国" or division_of(match[1]) is not None)
        kinds[inner[0] : inner[1]] = [Kind.REGION if is_region else Kind.MARK] * (inner[1] - inner[0])
        place = inner if is_region else place
    return place


def _mark_rest(text: str, end: int, kinds: list[Kind], region: tuple[int, int], *, shop: bool) -> list[int]:
    """Mark 字号 and trade in what is left between division and form; its places."""
    rest = [at for at in range(end) if kinds[at] is not Kind.REGION and kinds[at] is not Kind.MARK]
    words = "".join(text[at] for at in rest)
    before = sum(1 for at in rest if at < region[0])
    start = beginning(words, shop=shop)
    if before and before < len(rest) and (start is None or beginning(words[before:], shop=shop) == 0):
        start = before
    for place, at in enumerate(rest):
        kinds[at] = Kind.TRADE_NAME if start is None or place < start else Kind.TRADE
    return rest


def _order(region: tuple[int, int], rest: list[int], kinds: list[Kind]) -> Order:
    if region == (0, 0):
        return Order.NONE
    if not rest or region[0] < rest[0]:
        return Order.FIRST
    traded = any(kinds[at] is Kind.TRADE for at in rest)
    return Order.BEFORE_FORM if traded and region[0] > rest[-1] else Order.BEHIND_TRADE_NAME


def _named(text: str, kinds: list[Kind], order: Order) -> Name:
    parts: list[Part] = []
    start, size = 0, len(text)
    for end in range(1, size + 1):
        kind = kinds[start]
        if end == size or kinds[end] is not kind:
            parts.append(Part(kind, text[start:end], start, end))
            start = end
    region, trade_name, trade, form, branch = ["".join([each.text for each in parts if each.kind is kind]) for kind in _NAMED]
    return Name(text, tuple(parts), region, trade_name, trade, form, order, branch)
