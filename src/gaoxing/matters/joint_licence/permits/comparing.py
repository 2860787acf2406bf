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
    ("fee", "收费"),
    ("verified", "核实"),
)
"""What of a licence is compared, and how it is called."""

NAMED = {"materials": "materials", "fields": "fields", "waits_for": "licences"}
"""In which table of the catalogue the members of a licence's lists have their names."""

STAGES = {"pre": "登记以前", "registration": "登记", "post": "登记以后"}


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
    return (*trades, *(each for key in new.licences if key in old.licences for each in _of_licence(key, old, new)))


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
                    licence = new.licences.get(each) or old.licences[each]
                    yield Difference(name, f"{'一窗不收了' if licence.off else word}：{licence.name}", _in_words(answers, new))


def _combinations(trade: str, old: Catalogue, new: Catalogue) -> Iterator[Answers]:
    """Answers on both sides of every line of either catalogue, the fewest yeses first."""
    found: list[Condition] = [leaf for known in (old, new) for each in known.trades[trade].conditions.values() for leaf in leaves(each, known.conditions)]
    tried = {key: sorted(values) for key, values in samples(found).items()}
    yield from (dict(zip(tried, values, strict=True)) for values in islice(product(*tried.values()), MOST_COMBINATIONS))


def _in_words(answers: Answers, known: Catalogue) -> str:
    every = {**known.questions, **known.circumstances}
    return "，".join(every[key].told(value) for key, value in answers.items() if value is not False)


def _of_licence(key: str, old: Catalogue, new: Catalogue) -> Iterator[Difference]:
    before, after = old.licences[key], new.licences[key]
    for word, label in SHOWN:
        was, becomes = getattr(before, word), getattr(after, word)
        if was == becomes:
            continue
        if isinstance(was, tuple):
            more, fewer = _names(word, becomes, was, new), _names(word, was, becomes, old)
            words = "；".join(f"{sign}{'、'.join(each)}" for sign, each in (("多了 ", more), ("少了 ", fewer)) if each)
        else:
            words = f"{_told(word, was)} → {_told(word, becomes)}"
        yield Difference(after.name, f"{label}：{words or '次序变了'}")
    yield from (Difference(after.name, each) for each in _further(before, after, new))


def _further(before: Licence, after: Licence, new: Catalogue) -> Iterator[str]:
    """What of a licence has words of its own: conditions of papers, the path by commitment, whom to ask, whether the window takes it."""
    both = [each for each in after.materials if each in before.materials and before.conditions.get(each) != after.conditions.get(each)]
    if both:
        yield f"材料的条件改了：{'、'.join(new.materials[each].name for each in both)}"
    if (before.commitment is None) is not (after.commitment is None):
        yield "告知承诺：可以走了" if after.commitment else "告知承诺：不能走了"
    if before.contact != after.contact:
        yield f"联系：{_whom(before)} → {_whom(after)}"
    if before.off != after.off:
        yield f"停办：{after.off}" if after.off else "恢复办理"


def _whom(licence: Licence) -> str:
    return " ".join(each for each in (licence.contact.window, licence.contact.telephone) if each) or "没有"


def _names(word: str, members: tuple[str, ...], others: tuple[str, ...], known: Catalogue) -> list[str]:
    """The names of those members that the others do not have."""
    rows = getattr(known, NAMED[word])
    return [getattr(rows[each], "label", "") or rows[each].name for each in members if each not in others]


def _told(word: str, value: Any) -> str:
    if value in (None, ""):
        return "没有"
    if isinstance(value, bool):
        return "已核实" if value else "未核实"
    return STAGES.get(value, str(value)) if word == "stage" else str(value)
