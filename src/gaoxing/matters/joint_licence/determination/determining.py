"""The licences of a trade by its answers (证照的推定): what is needed, what not, what hangs on an open question, each with its reason and article.

>>> told = determine("restaurant", {"area": 400, "fitout": 50, "has_sign": True, "sells_tobacco": False})
>>> [each.licence.id for each in told.needed]
['business_licence', 'seal_filing', 'food_operation', 'fire_check', 'signboard']
>>> [(each.licence.id, each.reason) for each in told.not_needed][-1]
('hygiene_permit', '饭店、咖啡馆、茶馆不用再办公共场所卫生许可证，卫生由食品经营许可一并管')
>>> [(each.licence.id, each.questions) for each in told.open]
[('drainage', ('to_sewer',))]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gaoxing.matters.joint_licence.determination.reasons import because
from gaoxing.matters.joint_licence.permits.conditions import asked, holds
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Exemption, Licence, Trade
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.trades import licences


@dataclass(frozen=True)
class Verdict:
    """A licence with the reason why it is needed or not, the article, and whether both were read (`verified`). `questions`: what it still hangs on."""

    licence: Licence
    reason: str
    basis: str
    verified: bool
    questions: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Id, name, what is handed out, who decides, reason, basis, whether verified, open questions, conditions, note."""
        return {
            "id": self.licence.id,
            "name": self.licence.name,
            "document": self.licence.result,
            "authority": self.licence.authority,
            "reason": self.reason,
            "basis": self.basis,
            "verified": self.verified,
            "questions": list(self.questions),
            "eligibility": list(self.licence.eligibility),
            "note": self.licence.note,
        }


@dataclass(frozen=True)
class Determination:
    """All that trade and answers come to (推定结果). An unanswered question counts as no in `needed`; what it may change stands in `open`."""

    trade: Trade
    answers: Answers
    needed: tuple[Verdict, ...]
    not_needed: tuple[Verdict, ...]
    open: tuple[Verdict, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the licences needed."""
        return tuple(each.licence.id for each in self.needed)

    def to_json(self) -> dict[str, Any]:
        """Trade, answers, and the three lists."""
        lists = {word: [each.to_json() for each in getattr(self, word)] for word in ("needed", "not_needed", "open")}
        return {"trade": {"id": self.trade.id, "name": self.trade.name}, "answers": dict(self.answers), **lists}


def determine(trade: str, answers: Answers, known: Catalogue | None = None) -> Determination:
    """What this trade needs by these answers. Raises KeyError for an unknown trade."""
    known = known or shipped()
    row, needed, told = known.trades[trade], licences(trade, answers, known), known.answered(answers)
    opened = {each for each in row.licences if holds(row.conditions.get(each, {}), told, known.conditions) is None}
    return Determination(
        row,
        answers,
        tuple(_needed(row, each, told, known) for each in needed),
        tuple(_not_needed(row, {*needed, *opened}, told, known)),
        tuple(_open(row, each, told, known) for each in row.licences if each in opened),
    )


def _needed(trade: Trade, licence: str, answers: Answers, known: Catalogue) -> Verdict:
    found, condition = known.licences[licence], trade.conditions.get(licence, {})
    reason = because(condition, answers, known) if condition else f"{trade.plain}都要办"
    return Verdict(found, reason or f"按现在说到的，{found.name}要办", found.basis, found.verified)


def _open(trade: Trade, licence: str, answers: Answers, known: Catalogue) -> Verdict:
    found = known.licences[licence]
    questions = tuple(dict.fromkeys(each for each in asked(trade.conditions[licence], known.conditions) if each not in answers))
    return Verdict(
        found, f"要不要办，看：{''.join(known.questions[each].text for each in questions if each in known.questions)}", found.basis, found.verified, questions
    )


def _not_needed(trade: Trade, others: set[str], answers: Answers, known: Catalogue) -> Iterator[Verdict]:
    """The trade's own licences that the answers rule out, then what people expect of such a trade and need not have."""
    expected = {each.licence: each for each in known.exemptions if trade.id in each.trades and holds(each.when, answers, known.conditions)}
    for licence in [each for each in trade.licences if each not in others]:
        yield _ruled_out(known.licences[licence], trade, answers, known, expected.get(licence))
    for licence, exemption in expected.items():
        if licence not in trade.licences and licence not in others:
            yield Verdict(known.licences[licence], exemption.words, exemption.basis, exemption.verified)


def _ruled_out(licence: Licence, trade: Trade, answers: Answers, known: Catalogue, exemption: Exemption | None) -> Verdict:
    said = because(trade.conditions[licence.id], answers, known)
    if exemption is None:
        return Verdict(licence, said, licence.basis, licence.verified)
    return Verdict(licence, f"{exemption.words}（{said}）", exemption.basis, exemption.verified)
