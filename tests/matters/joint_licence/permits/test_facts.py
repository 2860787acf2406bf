"""The shipped facts beside the domain notes they were taken from, row by row; and what every row must say."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gaoxing.matters.joint_licence.permits.entries import Condition
from gaoxing.matters.joint_licence.permits.loading import shipped

NOTES = Path(__file__).parents[5] / "shared" / "domain" / "licences.json"
LICENCES = list(shipped().licences)
MATERIALS = list(shipped().materials)
TRADES = list(shipped().trades)

GATES: dict[str, Condition] = {
    "if agent_present": {"question": "agent_present", "is": True},
    "if central_ac": {"question": "central_ac", "is": True},
    "if fitout_over_threshold": {"condition": "fire_line"},
    "if vending_machine": {"question": "vending_machine", "is": True},
    "if not_owner": {"question": "not_owner", "is": True},
    "if local_rule": {"question": "house_certificate", "is": True},
    "if industrial_or_medical": {"question": "other_waste_water", "is": True},
}
COMPANY = {"question": "is_company", "is": True}
TYPES = {"after": "after", "hard": "hard", "hard_stage2": "stage2", "supplement": "supplement", "with": "together", "parallel": "parallel"}


@cache
def notes() -> dict[str, Any]:
    if not NOTES.exists():
        pytest.skip("the catalogue of the domain notes is not at hand")
    return json.loads(NOTES.read_text(encoding="utf-8"))


def noted(licence: str) -> dict[str, Any]:
    return next(each for each in notes()["licences"] if each["id"] == licence)


def bare(text: str) -> str:
    """The words without punctuation, of which the notes use the half-width kind."""
    return re.sub(r"[^\w]", "", text.replace("[K]", ""))


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licence_is_called_and_decided_as_noted(licence: str):
    known, told = shipped().licences[licence], noted(licence)
    assert (bare(known.name), bare(known.result), bare(known.authority)) == (bare(told["name"]), bare(told["result_doc"]), bare(told["authority"]))
    assert (known.kind, known.level, known.stage) == (told["kind"], told["level"], told["stage"])


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licence_takes_the_days_noted(licence: str):
    known, told = shipped().licences[licence], noted(licence)["statutory"]
    assert (known.days, known.unit, known.extension, known.issue_days) == (told["days"], told["unit"], told["extension"], told["issue_days"])
    assert (known.duty.days if known.duty else None) == told.get("applicant_deadline", {}).get("days")


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licence_asks_for_the_papers_noted_under_the_same_conditions(licence: str):
    known, told = shipped().licences[licence], noted(licence)["materials"]
    assert list(known.materials) == [each["id"] for each in told]
    gated = {each["id"]: GATES[each["required"]] for each in told if each["required"] != "always"}
    assert {key: each for key, each in known.conditions.items() if each != COMPANY} == gated


@pytest.mark.parametrize("licence", LICENCES)
def test_only_what_a_sole_trader_has_not_hangs_on_being_a_company(licence: str):
    known = shipped().licences[licence]
    hanging = {key for key, each in known.conditions.items() if each == COMPANY}
    assert hanging == {"articles", "director_ids", "investor_ids"} & set(known.materials)


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licences_form_asks_what_is_noted(licence: str):
    assert list(shipped().licences[licence].fields) == noted(licence)["fields"]


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licence_waits_for_what_is_noted(licence: str):
    known, told = shipped().licences[licence], noted(licence)["prerequisites"]
    found = {(each, kind) for kind in TYPES.values() for each in getattr(known, kind)}
    assert found == {(each["id"], TYPES[each["type"]]) for each in told}


@pytest.mark.parametrize("licence", LICENCES)
def test_visits_and_commitments_are_those_noted(licence: str):
    known, told = shipped().licences[licence], noted(licence)
    assert known.visit is told["onsite_inspection"]
    assert (known.commitment is not None) is told["notification_commitment"]


@pytest.mark.parametrize("licence", LICENCES)
def test_what_the_notes_only_know_is_not_called_verified(licence: str):
    told = noted(licence)
    if "[K]" in "".join(told["legal_basis"]) or (told["statutory"]["days"] and "[K]" in told["statutory"]["note"]):
        assert not shipped().licences[licence].verified


@pytest.mark.parametrize("licence", LICENCES)
def test_conditions_of_the_notes_that_are_only_known_say_so(licence: str):
    told = noted(licence)
    doubtful = [known for known, each in zip(shipped().licences[licence].eligibility, told["eligibility"], strict=True) if "[K]" in each]
    assert all(each.endswith("（未核实）") for each in doubtful)


@pytest.mark.parametrize("material", MATERIALS)
def test_a_paper_comes_from_where_the_notes_say(material: str):
    known, told = shipped().materials[material], notes()["materials"][material]
    assert bare(known.name) == bare(told["name"])
    assert (known.register, known.generated, known.origin) == (told["e_licence"], told["system_can_generate"], told["origin"])


@pytest.mark.parametrize("material", MATERIALS)
def test_a_certificate_knows_the_licence_that_hands_it_out(material: str):
    known = shipped().materials[material]
    if known.origin in {"licence_output", "registration_output"}:
        assert bare(shipped().licences[known.output_of].result) in bare(known.name)
    else:
        assert known.output_of == ""


@pytest.mark.parametrize("trade", TRADES)
def test_a_trade_has_the_licences_noted(trade: str):
    told = next(each for each in notes()["trades"] if each["id"] == trade)
    known = shipped().trades[trade]
    assert bare(known.name) == bare(told["name"])
    assert list(known.licences) == [each["id"] for each in told["licences"]]
    assert set(known.conditions) == {each["id"] for each in told["licences"] if each["when"] is not True}


def test_the_blanks_are_those_noted():
    told = notes()["fields"]
    assert {key: bare(each.label) for key, each in shipped().fields.items()} == {key: bare(each["label"]) for key, each in told.items()}


def test_the_questions_are_those_noted_and_each_answer_can_be_told_back():
    for key, each in notes()["questions"].items():
        known = shipped().questions[key]
        assert (bare(known.text), known.kind) == (bare(each["text"]), each["type"])
        assert known.told(5) if known.kind == "number" else known.told(True) != known.told(False)


def test_nothing_of_another_place_is_promised_here():
    assert [each.id for each in shipped().licences.values() if each.promised is not None] == []
