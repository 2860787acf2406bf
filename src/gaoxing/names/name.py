"""A name and its parts (名称的组成): administrative division, 字号, trade, form of organisation, each with its place in the name.

Order and parts: 《企业名称登记管理规定》 arts 6–14, in force from 2021-03-01.

>>> part = Part(Kind.REGION, "昆山", 0, 2)
>>> part.text, str(part.kind)
('昆山', 'region')
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a part of a name is (组成部分)."""

    REGION = "region"
    TRADE_NAME = "trade_name"
    TRADE = "trade"
    FORM = "form"
    BRANCH = "branch"
    MARK = "mark"
    """A bracket that belongs to no other part."""


class Order(StrEnum):
    """Where the administrative division stands (行政区划的位置)."""

    FIRST = "first"
    """昆山沐禾…"""
    BEHIND_TRADE_NAME = "behind_trade_name"
    """沐禾（昆山）…"""
    BEFORE_FORM = "before_form"
    """沐禾智能科技（昆山）有限公司"""
    NONE = "none"
    """No division at all."""


@dataclass(frozen=True)
class Part:
    """One part: `text == name.text[start:end]`."""

    kind: Kind
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Name:
    """A name split (拆分后的名称).

    `text` is the name cleaned (full-width brackets, no blanks); the four parts are empty where the name lacks them. `region` is as written
    (昆山高新区); `form` holds brackets that belong to it (合伙企业（有限合伙）, （集团）有限公司). `branch` is 苏州分公司 of a branch's name; the other
    parts are then the parent's.
    """

    text: str
    parts: tuple[Part, ...]
    region: str
    trade_name: str
    trade: str
    form: str
    order: Order
    branch: str = ""

    def part(self, kind: Kind) -> Part | None:
        """The first part of a kind; None where the name has none."""
        return next((each for each in self.parts if each.kind is kind), None)
