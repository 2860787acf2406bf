"""What stands in one turn before anybody is known (词句成分): codes, enterprises, addresses, days, terms, amounts, shares, posts, cues; found once.

The order in which pieces are found is the order of trust: codes and names of enterprises first, then addresses; what lies inside those is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from gaoxing.facts.address import find_addresses
from gaoxing.facts.amount import find_money
from gaoxing.facts.cue import Cue, find_cues
from gaoxing.facts.day import find_days, find_terms
from gaoxing.facts.enterprise import EnterpriseMention, find_enterprises
from gaoxing.facts.number_code import find_codes
from gaoxing.facts.payment import find_methods
from gaoxing.facts.percent import find_percents
from gaoxing.facts.person import Name, find_names
from gaoxing.facts.reference import find_references
from gaoxing.facts.role import find_roles
from gaoxing.facts.scope_words import is_trade_word
from gaoxing.facts.taken import Taken
from gaoxing.facts.wording import Wording

Span = tuple[int, int]
Slots = Callable[[str, Sequence[Span]], Iterable[Name]]
"""A matter's own grammar of names: the cleaned text and the spans that hold none → the names that can only stand there."""


@dataclass(frozen=True)
class Pieces:
    """One turn's mentions by kind: `firm` ones hold nothing else, `loose` ones stand only outside them."""

    wording: Wording
    cues: tuple[Cue, ...]
    firm: dict[str, Sequence[Any]]
    loose: dict[str, Sequence[Any]]
    slots: Slots | None = None

    @classmethod
    def of(cls, said: str, on: date | None, slots: Slots | None = None) -> Pieces:
        """Find the pieces of one turn as said; `on` is the day from which 明年 counts, `slots` a matter's own grammar of names."""
        wording = Wording.of(said)
        text = wording.text
        firm: dict[str, Sequence[Any]] = {"code": find_codes(text), "enterprise": [_as_written(wording, each) for each in find_enterprises(text)]}
        held = spans(*firm.values())
        firm["address"] = [each for each in find_addresses(text) if Taken.by(held).free(each.start, each.end)]
        loose: dict[str, Sequence[Any]] = {
            "day": find_days(text, on),
            "term": find_terms(text),
            "money": find_money(text),
            "percent": find_percents(text),
            "role": find_roles(text),
            "method": find_methods(text),
        }
        cues = tuple(each for each in find_cues(text) if not overlaps(each, spans(loose["percent"])))
        return cls(wording, cues, firm, loose, slots)

    @cached_property
    def barred(self) -> list[Span]:
        """What the firm pieces take up."""
        return spans(*self.firm.values())

    @cached_property
    def nameless(self) -> list[Span]:
        """Where no person's name stands: the firm pieces, days, terms, amounts and shares."""
        amounts = [each for each in self.loose["money"] if each.unit_said and (each.amount is not None or each.readings)]
        return [*self.barred, *spans(self.loose["term"], self.loose["day"], amounts, self.loose["percent"])]

    def names(self, known: Sequence[str] = ()) -> tuple[Name, ...]:
        """Persons' names; `known` ones wherever they stand."""
        text = self.wording.text
        sure = self.slots(text, [*self.nameless, *spans(self.cues)]) if self.slots else ()
        found = find_names(text, barred=self.nameless, pauses=self.wording.pauses, known=known, cues=self.cues, sure=sure)
        return tuple(each for each in found if not is_trade_word(text, each.start, each.end))

    def clear_names(self) -> tuple[str, ...]:
        """The names that stand clear in this turn alone."""
        text = self.wording.text
        return tuple(each.name for each in self.names() if each.name == text[each.start : each.end])

    def mentions(self, names: Sequence[Name]) -> list[tuple[str, Any]]:
        """All pieces as (kind, mention), references to persons included."""
        found: list[tuple[str, Any]] = [(kind, each) for kind, every in self.firm.items() for each in every]
        found += [("name", each) for each in names] + [("cue", each) for each in self.cues]
        taken = Taken.by(self.barred)
        found += [(kind, each) for kind, every in self.loose.items() for each in every if taken.free(each.start, each.end)]
        return found + [(each.kind, each) for each in find_references(self.wording.text)]


def _as_written(wording: Wording, each: EnterpriseMention) -> EnterpriseMention:
    """A name in Latin letters gets the blanks back that cleaning took."""
    if not each.name.isascii() and not re.fullmatch(r"[A-Za-z0-9À-ÿ.&'+，-]+", each.name):
        return each
    return replace(each, name=" ".join(wording.evidence(0, each.start, each.end).words.split()))


def spans(*groups: Sequence[Any]) -> list[Span]:
    """Start and end of every mention."""
    return [(each.start, each.end) for group in groups for each in group]


def overlaps(mention: Any, taken: Sequence[Span]) -> bool:
    """Whether a mention shares a character with one of the spans."""
    return any(start < mention.end and mention.start < end for start, end in taken)
