"""One set of papers (一套材料): the union of what the licences ask for; what one of them hands out for another, a register gives or the system writes is not
asked of the applicant.

>>> from gaoxing.matters.joint_licence.trades import licences
>>> answers = {"area": 400, "fitout": 50, "has_sign": True, "sells_tobacco": False, "to_sewer": True}
>>> found = papers(licences("restaurant", answers), answers)
>>> len(found), [each.material.id for each in found if each.way is Way.ISSUED], sum(each.way is Way.UPLOAD for each in found)
(23, ['biz_licence'], 11)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gaoxing.matters.joint_licence.determination.reasons import because
from gaoxing.matters.joint_licence.permits.conditions import asked, holds
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Condition, Licence, Material
from gaoxing.matters.joint_licence.permits.loading import shipped


class Way(StrEnum):
    """Where a paper comes from (来源): another licence of the set hands it out, a register gives it, the system writes it, the applicant brings it."""

    ISSUED = "issued"
    FETCHED = "fetched"
    GENERATED = "generated"
    UPLOAD = "upload"


WAYS = {Way.ISSUED: "这次一起办出来，不用交", Way.FETCHED: "系统调取，不用交", Way.GENERATED: "系统按填写的内容生成，核对签名", Way.UPLOAD: "请您提供"}
"""How each way is said."""


@dataclass(frozen=True)
class Paper:
    """A paper of the set: who asks for it and how it is had. `why`: the answers by which it is asked; `assumed`: one of them is only usual, nobody said it."""

    material: Material
    way: Way
    licences: tuple[Licence, ...]
    why: str = ""
    assumed: bool = False

    def to_json(self) -> dict[str, Any]:
        """Id, name, way in words, who asks with the articles, why, sample."""
        return {
            "id": self.material.id,
            "name": self.material.name,
            "way": str(self.way),
            "told": WAYS[self.way],
            "for": [{"licence": each.id, "name": each.name, "authority": each.authority, "basis": each.basis} for each in self.licences],
            "why": self.why,
            "assumed": self.assumed,
            "sample": self.material.sample,
            "note": self.material.note,
            "register": self.material.register,
        }


def papers(licences: Sequence[str], answers: Answers, known: Catalogue | None = None, *, registers: bool = False) -> tuple[Paper, ...]:
    """The papers of these licences, each once, in the order in which they are asked for. `registers`: what a register can give is fetched."""
    known = known or shipped()
    return tuple(_paper(each, licences, answers, known, registers=registers) for each in dict.fromkeys(asked_for(licences, answers, known)))


def asked_for(licences: Sequence[str], answers: Answers, known: Catalogue) -> Iterator[str]:
    """The papers that these licences ask for one by one, a paper as often as it is asked for; an unanswered question counts as no."""
    told = known.answered(answers)
    for licence in licences:
        row = known.licences[licence]
        yield from (each for each in row.materials if holds(row.conditions.get(each, {}), told, known.conditions, unknown=False))


def undecided(licences: Sequence[str], answers: Answers, known: Catalogue | None = None) -> tuple[tuple[Material, tuple[str, ...]], ...]:
    """The papers of which it is still open whether the applicant has to bring them, each with the questions that decide."""
    known = known or shipped()
    told, certain = known.answered(answers), set(asked_for(licences, answers, known))
    hanging: dict[str, list[str]] = {}
    for licence in licences:
        for each, condition in known.licences[licence].conditions.items():
            if each not in certain and not known.materials[each].generated and holds(condition, told, known.conditions) is None:
                hanging.setdefault(each, []).extend(question for question in asked(condition, known.conditions) if question not in told)
    return tuple((known.materials[each], tuple(dict.fromkeys(questions))) for each, questions in hanging.items())


def _paper(material: str, licences: Sequence[str], answers: Answers, known: Catalogue, *, registers: bool) -> Paper:
    row, told = known.materials[material], known.answered(answers)
    asking = [known.licences[each] for each in licences if material in known.licences[each].materials]
    asking = [each for each in asking if holds(each.conditions.get(material, {}), told, known.conditions, unknown=False)]
    conditions = [each.conditions[material] for each in asking if material in each.conditions]
    gated = conditions if len(conditions) == len(asking) else []
    why = "；".join(dict.fromkeys(because(each, told, known) for each in gated))
    return Paper(row, _way(row, licences, registers=registers), tuple(asking), why, any(_is_assumed(each, answers, known) for each in gated))


def _way(material: Material, licences: Sequence[str], *, registers: bool) -> Way:
    if material.output_of in licences:
        return Way.ISSUED
    if material.generated:
        return Way.GENERATED
    return Way.FETCHED if registers and material.register else Way.UPLOAD


def _is_assumed(condition: Condition, answers: Answers, known: Catalogue) -> bool:
    return any(each in known.circumstances and each not in answers for each in asked(condition, known.conditions))
