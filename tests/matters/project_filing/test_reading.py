"""What whole statements come to, in many voices. Enterprises, persons, projects and numbers are made up; `statements.jsonl` holds words and form."""

import json
from datetime import date
from pathlib import Path

import pytest

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)
STATEMENTS = [json.loads(line) for line in Path(__file__).with_name("statements.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", STATEMENTS, ids=lambda case: case["id"])
def test_a_statement_comes_to_this_form(case):
    answer = answer_json(receive(Transcript.from_json(case), on=TODAY))
    assert (answer["matter"], answer["form"]) == ("project_filing", case["form"])


@pytest.mark.parametrize("case", STATEMENTS, ids=lambda case: case["id"])
def test_every_value_leads_back_to_the_words_said(case):
    transcript = Transcript.from_json(case)
    taken = receive(transcript, on=TODAY)
    quoted = [each for answer in taken.form.answers.values() for each in answer.evidence]
    assert all(transcript.turns[each.turn].said[each.start : each.end] == each.words != "" for each in quoted)
