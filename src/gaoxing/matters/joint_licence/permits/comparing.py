"""What an edit of the catalogue changes (改动预览): for every trade, the licences that come or go and for which answers; each licence's time and papers.

>>> old = shipped()
>>> differences(old, old)
()
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from gaoxing.matters.joint_licence.permits.conditions import leaves, samples
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Condition, Licence
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.trades import licences

__all__ = ["Difference", "differences", "shipped"]

MOST_COMBINATIONS = 4096
"""Combinations of answers that are tried out for a trade."""

SHOWN = (
    ("authority", "办理部门"),
    ("statutory", "法定工作日"),
    ("promised", "承诺工作日"),
    ("stage", "先后"),
    ("basis", "依据"),
    ("materials", "材料"),
    ("fields", "填写项"),
    ("waits_for", "要等"),
)
"""What of a licence is compared, and how it is called."""


@dataclass(frozen=True)
class Difference:
    """One change: of which trade or licence, what is changed in words, with which answers (the first found)."""

    subject: str
    change: str
    answers: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{"subject", "change", "answers"}`."""
        return dict(vars(self))


def differences(old: Catalogue, new: Catalogue) -> tuple[Difference, ...]:
    """What is determined otherwise by the new catalogue, the trades first."""
    trades = [each for trade in new.trades for each in _of_trade(trade, old, new)]
    return (*trades, *(each for key, licence in new.licences.items() if key in old.licences for each in _of_licence(old.licences[key], licence)))


def _of_trade(trade: str, old: Catalogue, new: Catalogue) -> Iterator[Difference]:
    name = new.trades[trade].name
    if trade not in old.trades:
        yield Difference(name, "新增的行业")
        return
    told: set[tuple[str, str]] = set()
    for answers in _combinations(trade, old, new):
        before, after = licences(trade, answers, old), licences(trade, answers, new)
        for word, gone in (("要办", [each for each in after if each not in before]), ("不用办了", [each for each in before if each not in after])):
            for each in gone:
                if (word, each) not in told:
                    told.add((word, each))
                    yield Difference(name, f"{word}：{(new.licences.get(each) or old.licences[each]).name}", _in_words(answers, new))


def _combinations(trade: str, old: Catalogue, new: Catalogue) -> Iterator[Answers]:
    """Answers on both sides of every line of either catalogue, the fewest yeses first."""
    found: list[Condition] = [leaf for known in (old, new) for each in known.trades[trade].conditions.values() for leaf in leaves(each, known.conditions)]
    tried = {key: sorted(values) for key, values in samples(found).items()}
    yield from (dict(zip(tried, values, strict=True)) for values in islice(product(*tried.values()), MOST_COMBINATIONS))


def _in_words(answers: Answers, known: Catalogue) -> str:
    every = {**known.questions, **known.circumstances}
    return "，".join(every[key].told(value) for key, value in answers.items() if value is not False)


def _of_licence(old: Licence, new: Licence) -> Iterator[Difference]:
    for word, label in SHOWN:
        before, after = getattr(old, word), getattr(new, word)
        if before == after:
            continue
        if isinstance(before, tuple):
            more, fewer = [each for each in after if each not in before], [each for each in before if each not in after]
            words = "；".join(f"{sign}{'、'.join(each)}" for sign, each in (("多了 ", more), ("少了 ", fewer)) if each)
        else:
            words = f"{'没有' if before is None else before} → {'没有' if after is None else after}"
        yield Difference(new.name, f"{label}：{words or '次序变了'}")
