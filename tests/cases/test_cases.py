"""The worked cases and the set-aside ones, read through the window and scored by the contract's own scorer; and again through the command line."""

import json
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT.parent / "shared" / "contract"
SCORER = CONTRACT / "score.py"
CASES = {
    "worked": CONTRACT / "cases.jsonl",
    "set aside": Path(__file__).with_name("set_aside.jsonl"),
    "discourse": Path(__file__).with_name("discourse.jsonl"),
    "other matters": Path(__file__).with_name("set_aside_other_matters.jsonl"),
}
FILLED = {"company_registration", "sole_trader_registration"}
ON = date(2026, 11, 24)

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the contract (../shared/contract) does not lie beside this project")


@cache
def cases(name):
    lines = CASES[name].read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


@cache
def answers(name):
    return tuple({"id": case["id"], **answer_json(receive(Transcript.from_json(case), on=ON))} for case in cases(name))


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def score(folder, name, *, only=None):
    """The scorer's summary over the cases of some matters (of all where `only` is None)."""
    kept = [case["id"] for case in cases(name) if only is None or case["matter"] in only]
    gold = write(folder / "gold.jsonl", [case for case in cases(name) if case["id"] in kept])
    given = write(folder / "answers.jsonl", [answer for answer in answers(name) if answer["id"] in kept])
    ran = subprocess.run([sys.executable, str(SCORER), gold, given, "--json"], check=True, capture_output=True, text=True)
    return json.loads(ran.stdout)


def at_the_command_line(rows):
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    command = [str(Path(sys.executable).with_name("gaoxing")), "recognise", "--jsonl", "--on", ON.isoformat()]
    ran = subprocess.run(command, input=lines.encode(), check=True, capture_output=True)
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


def brief(answer):
    return {key: answer.get(key) for key in ("id", "matter", "form", "asks")}


def test_the_worked_forms_meet_the_issues_bars(tmp_path):
    summary = score(tmp_path, "worked", only=FILLED)
    assert summary["f1"] >= 0.90, summary
    assert summary["precision"] >= 0.95, summary


def test_the_worked_forms_stay_as_good_as_they_are_today(tmp_path):
    summary = score(tmp_path, "worked", only=FILLED)
    assert summary["f1"] >= 0.99, summary


def test_the_forms_set_aside_are_read_as_well(tmp_path):
    summary = score(tmp_path, "set aside")
    assert summary["f1"] >= 0.97, summary
    assert summary["precision"] >= 0.97, summary


def test_who_is_meant_in_hard_speech_is_read_as_well_as_today(tmp_path):
    summary = score(tmp_path, "discourse")
    assert summary["f1"] >= 0.98, summary
    assert summary["precision"] >= 0.99, summary


@pytest.mark.parametrize("name", ["worked", "set aside"])
def test_the_matter_is_told_in_all_but_two_of_a_hundred(tmp_path, name):
    assert score(tmp_path, name)["matter_accuracy"] >= 0.98


def test_matters_that_are_not_filled_in_yet_are_told_as_well_as_today(tmp_path):
    assert score(tmp_path, "other matters")["matter_accuracy"] >= 0.90


@pytest.mark.parametrize("name", CASES)
def test_every_case_has_its_own_words(name):
    assert len({case["id"] for case in cases(name)}) == len(cases(name)) > 0
    assert all(case["turns"] for case in cases(name))


@pytest.mark.parametrize("name", CASES)
def test_only_the_number_and_the_turns_are_read(name):
    stripped = [{"id": case["id"], "turns": case["turns"]} for case in cases(name)]
    assert [brief(each) for each in at_the_command_line(stripped)] == [brief(each) for each in answers(name)]


def test_a_false_label_changes_no_answer():
    mislabelled = [{**case, "matter": "deregistration", "form": {"name": "别的"}} for case in cases("worked")[:20]]
    assert [brief(each) for each in at_the_command_line(mislabelled)] == [brief(each) for each in answers("worked")[:20]]


@pytest.mark.parametrize("name", ["worked", "set aside"])
def test_the_words_quoted_are_the_words_said(name):
    said = {case["id"]: [turn["said"] for turn in case["turns"]] for case in cases(name)}
    quoted = [(answer["id"], each) for answer in answers(name) for every in answer.get("evidence", {}).values() for each in every]
    wrong = [(number, each) for number, each in quoted if said[number][each["turn"]][each["start"] : each["end"]] != each["words"]]
    assert quoted
    assert wrong == []
