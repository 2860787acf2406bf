"""What whole statements come to, in many voices: each matter's `statements.jsonl` holds words and form. Everybody and every number is made up."""

import json
from datetime import date
from pathlib import Path

import pytest

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)
NOT_YET = {"j-124": "operator", "s-24": "applicant"}
"""Blanks of a statement that are not read yet: they stay empty, and are asked about."""

FILES = sorted(Path(__file__).parent.glob("*/statements.jsonl"))
STATEMENTS = [(file.parent.name, json.loads(line)) for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
each_statement = pytest.mark.parametrize(("matter", "case"), STATEMENTS, ids=lambda part: part if isinstance(part, str) else part["id"])


@each_statement
def test_a_statement_comes_to_this_form(matter, case):
    answer = answer_json(receive(Transcript.from_json(case), on=TODAY))
    wanted = {field: value for field, value in case["form"].items() if field != NOT_YET.get(case["id"])}
    assert (answer["matter"], answer["form"]) == (case.get("matter", matter), wanted)


@each_statement
def test_every_value_leads_back_to_the_words_said(matter, case):
    transcript = Transcript.from_json(case)
    taken = receive(transcript, on=TODAY)
    quoted = [each for answer in taken.form.answers.values() for each in answer.evidence]
    assert taken.matter.id == case.get("matter", matter)
    assert all(transcript.turns[each.turn].said[each.start : each.end] == each.words != "" for each in quoted)
