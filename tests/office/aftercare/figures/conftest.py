"""Rows of requests as the figures read them, made by hand; a few requests of every kind; browsers of those who read figures."""

from dataclasses import replace
from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.office_calendar import Calendar
from gaoxing.office.aftercare.figures.counting import Moment
from gaoxing.office.aftercare.figures.rows import Happened, PartRow, RequestRow
from tests.office.aftercare.conftest import CALL, part
from tests.office.aftercare.desk.conftest import *  # noqa: F403

HERE = ZoneInfo("Asia/Shanghai")
TARGETS = {"contact": "contacted", "withdraw": "withdrawn", "merge": "merged", "not_accept": "not_accepted", "accept": "accepted", "lapse": "accepted"}
CLOCKS = {"dispatch": "start", "redo": "start", "finish": "stop", "decline": "stop", "end": "stop", "ask_enterprise": "pause", "supply": "resume"}
CLOCKS |= {"grant_extension": "extend", "give_up": "stop"}
LIMIT = 3
NUMBERS = count(1)


def on(text):
    """A moment of November 2026, `24 16:59`, the 24th being a Tuesday."""
    return datetime.strptime(f"2026-11-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=HERE)


def did(told):
    """What happened, of `24 10:00 contact`, `24 10:00 object not_our_duty` or, with the unit that led it then, `24 10:00 object @2`."""
    day, clock, act, *rest = told.split()
    kind, unit = CLOCKS.get(act, ""), next((int(each[1:]) for each in rest if each.startswith("@")), 0)
    days, pause = LIMIT * (kind in ("start", "extend")), "enterprise" * (kind == "pause")
    return Happened(act, TARGETS.get(act, ""), on(f"{day} {clock}"), kind, days, pause, tuple(each for each in rest if not each.startswith("@")), unit)


def asked(*told, made="23 10:00", state="in_hand", **columns):
    """A request that was made on a Monday at ten, and what happened to it."""
    return RequestRow(next(NUMBERS), on(made), state, events=tuple(map(did, told)), **columns)


def piece(*told, state="in_hand", category="utilities", lead=1):
    """A part of it, sent with a limit of three working days."""
    return PartRow(next(NUMBERS), 1, category, lead, state, tuple(map(did, told)))


def at(text):
    """The figures are read at a moment."""
    return Moment(on(text), Calendar())


def having(row, *parts):
    return replace(row, parts=parts)


@pytest.fixture
def several(brought, accepted, answered, sent, in_hand, press, cast, now):
    """Six requests: accepted and solved, accepted and not, waiting, with the units, returned, not taken up."""
    found = [accepted(), accepted(2, words="第二处路灯不亮"), answered(words="第三处路灯不亮"), in_hand(words="第四处路灯不亮").request]
    press(part(sent(words="第五处路灯不亮"), 1), "object", "power", reason="not_our_duty")
    press(brought(words="第六处路灯不亮"), "not_accept", "steward", reason="elsewhere", note="请向所在地的单位提")
    return found


@pytest.fixture
def called():
    return CALL
