"""A clock in one sentence: the very words, at every stage of a case, to the applicant and to the office, in both languages."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.clock import Event, read
from gaoxing.casework.explanation import Explanation, explain
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from gaoxing.casework.tables import table

PAGE = (Path(__file__).parents[2] / "docs" / "cases.md").read_text(encoding="utf-8")
HERE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()
PAUSES = table("registration").pauses

WEDNESDAY = ("11-25T10:00", "start", 3)
CORRECTED = (WEDNESDAY, ("11-26T10:00", "pause"), ("11-26T15:00", "resume"))


def at(text):
    return datetime.fromisoformat(text if text.startswith("20") else f"2026-{text}").replace(tzinfo=HERE)


def said(now, *rows, to_staff=False) -> Explanation:
    events = [Event(at(moment), ClockAct(kind), *days, why="correction" if kind == "pause" else "") for moment, kind, *days in rows]
    reading = read(events, at(now), CALENDAR)
    assert reading is not None
    return explain(reading, CALENDAR, PAUSES, to_staff=to_staff)


def test_the_sentence_counts_the_day_the_pause_and_the_due_moment():
    words = said("11-30T10:00", *CORRECTED)
    assert words.chinese == "第2个工作日，共3个；暂停1天等您补正；周二17:00到期"
    assert words.english == "Working day 2 of 3; paused 1 day for your correction; due Tuesday 17:00"


def test_the_office_reads_of_the_applicant():
    words = said("11-30T10:00", *CORRECTED, to_staff=True)
    assert words.chinese == "第2个工作日，共3个；暂停1天等申请人补正；周二17:00到期"
    assert words.english == "Working day 2 of 3; paused 1 day for the applicant's correction; due Tuesday 17:00"


@pytest.mark.parametrize(
    ("now", "rows", "chinese", "english"),
    [
        ("11-25T11:00", [WEDNESDAY], "从下一个工作日起算，共3个；下周一17:00到期", "3 working days, counted from the next one; due Monday 17:00"),
        ("11-26T09:00", [WEDNESDAY], "第1个工作日，共3个；下周一17:00到期", "Working day 1 of 3; due Monday 17:00"),
        ("11-26T20:00", [WEDNESDAY], "已用1个工作日，共3个；下周一17:00到期", "1 of 3 working days used; due Monday 17:00"),
        ("11-28T09:00", [WEDNESDAY], "已用2个工作日，共3个；下周一17:00到期", "2 of 3 working days used; due Monday 17:00"),
        ("11-30T17:00", [WEDNESDAY], "第3个工作日，共3个；周一17:00到期", "Working day 3 of 3; due Monday 17:00"),
        ("11-30T17:01", [WEDNESDAY], "共3个工作日；周一17:00已经到期", "3 working days in all; was due Monday 17:00"),
        ("12-02T10:00", [WEDNESDAY], "共3个工作日；周一17:00已经到期，超过2个工作日", "3 working days in all; was due Monday 17:00, 2 working days ago"),
        (
            "12-09T10:00",
            [WEDNESDAY],
            "共3个工作日；11月30日（周一）17:00已经到期，超过7个工作日",
            "3 working days in all; was due Monday 30 November 17:00, 7 working days ago",
        ),
        (
            "11-25T11:00",
            [("11-25T10:00", "start", 15)],
            "从下一个工作日起算，共15个；12月16日（周三）17:00到期",
            "15 working days, counted from the next one; due Wednesday 16 December 17:00",
        ),
        (
            "12-30T11:00",
            [("12-30T10:00", "start", 15)],
            "从下一个工作日起算，共15个；2027年1月20日（周三）17:00到期",
            "15 working days, counted from the next one; due Wednesday 20 January 2027 17:00",
        ),
        ("11-26T11:00", [("11-26T10:00", "start", 0)], "当场办理；周四17:00到期", "On the spot; due Thursday 17:00"),
    ],
)
def test_each_stage_of_a_limit_has_its_words(now: str, rows: list, chinese: str, english: str):
    words = said(now, *rows)
    assert (words.chinese, words.english) == (chinese, english)


@pytest.mark.parametrize(
    ("now", "rows", "chinese", "english"),
    [
        (
            "11-25T12:00",
            [WEDNESDAY, ("11-25T11:00", "pause")],
            "共3个工作日；正在等您补正，之后还有3个工作日",
            "3 working days in all; waiting for your correction, then 3 working days left",
        ),
        (
            "12-01T12:00",
            [WEDNESDAY, ("11-27T11:00", "pause")],
            "已用1个工作日，共3个；正在等您补正，已暂停3天，之后还有2个工作日",
            "1 of 3 working days used; waiting for your correction, paused 3 days so far, then 2 working days left",
        ),
        (
            "11-26T12:00",
            [("11-26T10:00", "start", 0), ("11-26T11:00", "pause")],
            "当场办理；正在等您补正，之后当场办理",
            "On the spot; waiting for your correction, then on the spot",
        ),
        (
            "12-02T10:00",
            [WEDNESDAY, ("12-01T11:00", "pause")],
            "共3个工作日；正在等您补正；周一17:00已经到期，超过2个工作日",
            "3 working days in all; waiting for your correction; was due Monday 17:00, 2 working days ago",
        ),
    ],
)
def test_a_pause_says_whom_it_waits_for_and_what_is_left(now: str, rows: list, chinese: str, english: str):
    words = said(now, *rows)
    assert (words.chinese, words.english) == (chinese, english)


@pytest.mark.parametrize(
    ("stop", "chinese", "english"),
    [
        ("11-26T10:00", "用了0个工作日，共3个；按时办结", "0 of 3 working days used; closed in time"),
        ("11-30T17:00", "用了2个工作日，共3个；按时办结", "2 of 3 working days used; closed in time"),
        ("11-30T17:05", "共3个工作日；超期办结", "3 working days in all; closed late"),
        ("12-01T09:00", "共3个工作日；超期1个工作日办结", "3 working days in all; closed 1 working day late"),
    ],
)
def test_an_end_says_whether_it_was_in_time(stop: str, chinese: str, english: str):
    words = said("12-31T10:00", WEDNESDAY, (stop, "stop"))
    assert (words.chinese, words.english) == (chinese, english)


@pytest.mark.parametrize(
    ("row", "history"),
    [
        ("correction asked for and sent on Thursday", CORRECTED),
        ("no correction", (WEDNESDAY,)),
        ("asked for on Friday, not sent yet", (("11-26T10:00", "start", 3), ("11-27T10:00", "pause"))),
    ],
)
def test_the_examples_of_the_docs_are_true(row: str, history: tuple):
    [line] = [line for line in PAGE.splitlines() if line.startswith("| submitted") and row in line]
    assert line.endswith(f" | {said('11-30T10:00', *history).chinese} |")


def test_a_year_without_a_calendar_is_said():
    words = said("12-30T10:00", ("12-30T10:00", "start", 3))
    assert words.note == "2027年的放假安排还没有录入，先按周一到周五计算，放假通知公布后会重新计算"
    assert words.english_note == "The holidays of 2027 are not published yet; Monday to Friday is assumed and will be counted anew"
    assert said("11-25T10:00", WEDNESDAY).note == ""


def test_the_words_are_true_as_long_as_the_numbers_are():
    """Nothing like today or tomorrow, which a printed or forwarded sentence would turn into a lie."""
    for hour in range(24 * 12):
        words = said((at("11-25T10:00") + timedelta(hours=hour)).strftime("%m-%dT%H:%M"), *CORRECTED[: 1 + 2 * (hour > 29)])
        assert not {"今", "明", "昨"} & set(words.chinese)


def test_an_explanation_is_written_as_json():
    assert said("11-26T11:00", ("11-26T10:00", "start", 0)).to_json() == {
        "chinese": "当场办理；周四17:00到期",
        "english": "On the spot; due Thursday 17:00",
        "note": "",
        "english_note": "",
    }


def test_a_pause_that_the_table_does_not_know_is_a_fault():
    reading = read([Event(at("11-25T10:00"), ClockAct.START, 3), Event(at("11-26T10:00"), ClockAct.PAUSE, why="flood")], at("11-27T10:00"), CALENDAR)
    with pytest.raises(KeyError, match="flood"):
        explain(reading, CALENDAR, PAUSES)
