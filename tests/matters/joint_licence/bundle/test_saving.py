"""What one window saves: the worked examples come out number by number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gaoxing.matters.joint_licence.bundle.papers import Way, papers
from gaoxing.matters.joint_licence.bundle.saving import saving
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.order import in_order
from gaoxing.matters.joint_licence.trades import licences

EXAMPLES = [json.loads(line) for line in (Path(__file__).parents[1] / "worked_examples.jsonl").read_text(encoding="utf-8").splitlines()]
SHARED = Path(__file__).parents[5] / "shared" / "domain" / "licences.json"


def test_the_vectors_are_those_of_the_domain_notes():
    if not SHARED.exists():
        pytest.skip("the catalogue of the domain notes is not at hand")
    assert json.loads(SHARED.read_text(encoding="utf-8"))["worked_examples"] == EXAMPLES
    assert len(EXAMPLES) == 15


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["trade"])
def test_a_worked_example_comes_out_in_every_number(example: dict):
    answers = example["answers"]
    wanted = licences(example["trade"], answers)
    told = saving(wanted, answers)
    assert (told.materials.separately, told.unique, told.materials.together, told.uploads) == (
        example["materials_if_separate"],
        example["materials_unique"],
        example["materials_after_internal_reuse"],
        example["materials_user_must_upload"],
    )
    assert tuple(told.fields) == (example["fields_if_separate"], example["fields_unique"])
    assert tuple(told.days) == (example["statutory_days_serial"], example["statutory_days_parallel"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["trade"])
def test_a_worked_example_comes_out_in_papers_and_order(example: dict):
    wanted = licences(example["trade"], example["answers"])
    assert [each.material.id for each in papers(wanted, example["answers"]) if each.way is Way.UPLOAD] == example["user_upload_ids"]
    assert list(in_order(wanted, shipped())) == example["order"]


def test_six_forms_become_one():
    example = EXAMPLES[0]
    assert tuple(saving(licences(example["trade"], example["answers"]), example["answers"]).forms) == (6, 1)


def test_registers_spare_the_applicant_more():
    example = EXAMPLES[0]
    wanted = licences(example["trade"], example["answers"])
    assert saving(wanted, example["answers"], registers=True).uploads == 8


def test_without_licences_there_is_nothing_to_save():
    told = saving((), {})
    assert (tuple(told.forms), tuple(told.materials), tuple(told.days)) == ((0, 0), (0, 0), (0, 0))


def test_it_is_told_as_json():
    assert saving(("business_licence",), {}).to_json()["days"] == {"separately": 0, "together": 0}
