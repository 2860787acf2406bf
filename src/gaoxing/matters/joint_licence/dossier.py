"""What each licence's unit needs to know of a joint application (分派单): time, order, visit, hearing, commitment, papers and blanks, as plain JSON.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> form = Form("joint_licence", "1", {"trade": Answer("printshop", Source.SAID)})
>>> [(each["id"], each["waits"]) for each in dossier(form, shipped())["items"]]
[('business_licence', []), ('seal_filing', ['business_licence']), ('printing', ['business_licence'])]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gaoxing.forms.form import Form
from gaoxing.matters.joint_licence.bundle.brought import brought_as
from gaoxing.matters.joint_licence.bundle.papers import Way, papers
from gaoxing.matters.joint_licence.bundle.shared_fields import ON_THE_FORM
from gaoxing.matters.joint_licence.determination.determining import determine
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Licence
from gaoxing.matters.joint_licence.permits.loading import shipped as shipped
from gaoxing.matters.joint_licence.planning.choices import Choices, to_apply
from gaoxing.matters.joint_licence.planning.order import waits_for
from gaoxing.matters.joint_licence.planning.schedule import OPENING

GIVEN = {Way.ISSUED}
"""The papers that nobody has to send: another licence of the set gives them. What the system writes is a draft, to be completed and signed."""


def dossier(form: Form, known: Catalogue, told: Answers | None = None) -> dict[str, Any]:
    """Trade and items of a form, `told` its circumstances. An item: id, name, document, authority, basis, days (working, promised or of the law),
    extension, waits, decides (what must be had before its decision), visit, hearing, commitment, duty, reason, verified, materials, fields.

    `duties`: what is only due once the shop is open. Raises KeyError where the form has no known trade.
    """
    answers = told or {}
    found = determine(str(form.value("trade") or ""), answers, known)
    wanted = to_apply(found.ids, existing=form.value("entity") == "existing")
    reasons = {each.licence.id: each.reason for each in found.needed}
    later = [each for each in wanted if _after_opening(known.licences[each])]
    now = [each for each in wanted if each not in later]
    ways = {each.material.id: each for each in papers(wanted, answers, known)}
    items = [_item(known.licences[each], now, reasons[each], ways, known) for each in now]
    return {
        "trade": {"id": found.trade.id, "name": found.trade.name},
        "items": items,
        "duties": [_duty(known.licences[each]) for each in later],
    }


def _after_opening(licence: Licence) -> bool:
    return licence.duty is not None and licence.duty.event == OPENING


def _item(row: Licence, wanted: Sequence[str], reason: str, ways: Mapping[str, Any], known: Catalogue) -> dict[str, Any]:
    before, later = _prerequisites(row, wanted, known)
    commitment = row.commitment
    return {
        "id": row.id,
        "name": row.name,
        "document": row.result,
        "authority": row.authority,
        "basis": row.basis,
        "verified": row.verified,
        "days": Choices().days(row),
        "extension": row.extension,
        "waits": before,
        "decides": later,
        "visit": row.visit,
        "hearing": row.hearing.words if row.hearing else "",
        "commitment": {"days": commitment.days, "verify": commitment.verify, "verified": commitment.verified} if commitment else None,
        "duty": {"days": row.duty.days, "event": row.duty.event} if row.duty else None,
        "reason": reason,
        "materials": [_paper(each, ways) for each in row.materials if each in ways and row in ways[each].licences],
        "fields": [{"id": each, "label": known.fields[each].label, "path": ON_THE_FORM.get(each, "")} for each in row.fields],
    }


def _prerequisites(row: Licence, wanted: Sequence[str], known: Catalogue) -> tuple[list[str], list[str]]:
    """What must be had before it begins, and what before its decision: of two stages the second one's, papers that may be handed in later."""
    all_before = waits_for(row.id, wanted, known)
    second = set(row.stage2) if len(row.stages) > 1 else set()
    before = [each for each in all_before if each not in second]
    return before, [each for each in dict.fromkeys((*row.stage2, *row.supplement)) if each in wanted and each not in before]


def _paper(material: str, ways: Mapping[str, Any]) -> dict[str, Any]:
    found = ways[material]
    same = {"name": found.material.name, "sample": found.material.sample, "brought_as": list(brought_as(material))}
    return {"id": material, **same, "way": str(found.way), "given": found.way in GIVEN}


def _duty(row: Licence) -> dict[str, Any]:
    days = row.duty.days if row.duty else 0
    return {"id": row.id, "name": row.name, "authority": row.authority, "basis": row.basis, "days": days}
