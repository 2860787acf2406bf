"""The picture of the plan and its table twin."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from gaoxing.matters.joint_licence.permits.loading import catalogue, laid_over, parsed, shipped, shipped_tables
from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.gantt import COLUMNS, LEFT, WIDTH, gantt, rows
from gaoxing.matters.joint_licence.planning.plan import Plan, plan

DAY = date(2026, 11, 25)
SVG = "{http://www.w3.org/2000/svg}"
SONG = ("business_licence", "fire_check", "entertainment", "ent_police_filing", "hygiene_filing")


def made(**options) -> Plan:
    return plan(SONG, {}, DAY, Choices(**options))


def bars(picture: str, kind: str) -> list[ElementTree.Element]:
    return [each for each in ElementTree.fromstring(picture).iter() if each.get("class") == kind]


@pytest.mark.parametrize("trade", list(shipped().trades))
def test_the_picture_of_every_trade_is_sound_and_stays_inside(trade: str):
    picture = gantt(plan(shipped().trades[trade].licences, {}, DAY), DAY)
    drawn = [each for each in ElementTree.fromstring(picture).iter() if each.get("x") and each.get("width")]
    assert all(float(each.get("x", 0)) + float(each.get("width", 0)) <= WIDTH for each in drawn)


def test_it_has_a_title_and_a_description_that_are_named():
    root = ElementTree.fromstring(gantt(made(), DAY, name="p1"))
    assert root.get("aria-labelledby") == "p1-title p1-desc"
    assert root.findtext(f"{SVG}title") == "办理计划：2026-11-25申请，最早2026-12-23开业"
    assert "公安备案" in (root.findtext(f"{SVG}desc") or "")


def test_it_needs_no_style_and_no_script():
    assert not re.search(r"style=|<script|<style|\son\w+=|href", gantt(made(stops={"entertainment": 5}), DAY))


def test_todays_line_stands_at_the_working_day():
    line = bars(gantt(made(), date(2026, 12, 9)), "gantt-today")[0]
    assert float(line.get("x1", 0)) == pytest.approx(LEFT + (WIDTH - LEFT - 24) / 2, abs=0.1)


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2027, 3, 1)])
def test_outside_the_plan_there_is_no_line(today: date):
    assert bars(gantt(made(), today), "gantt-today") == []


def test_a_clock_that_stands_still_is_drawn_otherwise():
    assert len(bars(gantt(made(stops={"entertainment": 5}), DAY), "gantt-stopped")) == 1


def test_what_holds_the_opening_up_is_drawn_otherwise():
    assert len(bars(gantt(made(), DAY), "gantt-critical")) == 1


def test_a_visit_says_between_which_days():
    assert "联合上门查看：2026-11-26到2026-12-09之间一次" in gantt(made(), DAY)


def test_a_name_that_could_be_markup_is_escaped():
    own = catalogue(laid_over(shipped_tables(), parsed('[licence.signboard]\nname = "<b>&店招"')))
    picture = gantt(plan(("signboard",), {}, DAY, known=own), DAY)
    assert "<b>" not in picture
    assert ElementTree.fromstring(picture) is not None


def test_an_empty_plan_is_an_empty_picture():
    assert bars(gantt(plan((), {}, DAY), DAY), "gantt-row") == []


def test_the_table_says_what_the_picture_shows():
    told = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in rows(made(stops={"entertainment": 5}, commitments=frozenset({"fire_check"})))}
    song = told["娱乐场所从事娱乐场所经营活动审批"]
    assert (song["开始"], song["办结"], song["工作日"]) == ("2026-11-25", "2026-12-30", "25")
    assert "听证停算5个工作日（不计入）" in song["说明"]
    assert "开业日期卡在这一项" in song["说明"]
    assert told["公众聚集场所投入使用、营业前消防安全检查"]["说明"] == "告知承诺，2026-12-24前核查"
    assert told["娱乐场所公安备案"]["说明"] == "当场；最晚2027-01-14前办"
    assert told["公共场所卫生备案"]["说明"] == "开业后最晚2027-01-29前办"


@pytest.mark.parametrize(("licence", "doubt"), [("hygiene_permit", "承诺的天数未核实"), ("publication", "承诺后几天办结没有查到"), ("fire_check", "")])
def test_what_is_not_known_of_a_commitment_is_said(licence: str, doubt: str):
    told = rows(plan((licence,), {}, DAY, Choices(commitments=frozenset({licence}))))[0][-1]
    assert doubt in told
    assert ("没有查到" in told or "未核实" in told) is bool(doubt)


def test_a_commitment_without_a_day_is_verified_later():
    table = rows(plan(("hr_service",), {}, DAY, Choices(commitments=frozenset({"hr_service"}))))
    assert "告知承诺，以后核查" in table[0][-1]
