"""The plan by the calendar."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.plan import Plan, Step, plan
from gaoxing.matters.joint_licence.trades import licences

DAY = date(2026, 11, 25)
EXAMPLES = [json.loads(line) for line in (Path(__file__).parents[1] / "worked_examples.jsonl").read_text(encoding="utf-8").splitlines()]


def step(made: Plan, licence: str) -> Step:
    return next(each for each in made.steps if each.span.licence.id == licence)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["trade"])
def test_a_worked_example_takes_its_days(example: dict):
    assert plan(example["licences"], example["answers"], DAY).working_days == example["statutory_days_parallel"]


@pytest.mark.parametrize("trade", list(shipped().trades))
def test_every_trade_has_a_plan_that_ends_after_it_begins(trade: str):
    made = plan(shipped().trades[trade].licences, {}, DAY)
    assert DAY <= made.opening <= made.latest
    assert {each.span.licence.id for each in made.steps} == set(shipped().trades[trade].licences)


def test_days_off_are_not_counted():
    assert plan(("food_operation",), {}, date(2026, 9, 24)).opening == date(2026, 10, 15)


@pytest.mark.parametrize(("applied", "start"), [("2026-11-28", "2026-11-30"), ("2026-10-01", "2026-10-08"), ("2026-11-25", "2026-11-25")])
def test_who_applies_on_a_day_off_begins_on_the_next_working_day(applied: str, start: str):
    assert plan(("food_operation",), {}, date.fromisoformat(applied)).start == date.fromisoformat(start)


def test_a_year_whose_holidays_are_not_known_is_warned_of():
    assert "2027 年的放假安排还没有录入" in plan(("private_school", "business_licence"), {}, DAY).warnings[0]
    assert plan(("signboard",), {}, DAY).warnings == ()


def test_the_steps_that_hold_the_opening_up_are_marked_and_no_others():
    made = plan(licences("hotel", {"cooks_on_site": True, "has_sign": True}), {}, DAY)
    assert {each.span.licence.id for each in made.steps if each.critical} == {"fire_check", "hotel_special"}


def test_through_registration_the_first_permit_holds_the_last_one_up():
    made = plan(("private_school", "business_licence", "seal_filing", "food_operation"), {}, DAY)
    assert {each.span.licence.id for each in made.steps if each.critical} == {"private_school", "food_operation"}


def test_the_latest_day_counts_extension_and_delivery():
    assert plan(("food_operation",), {}, DAY).latest == date(2026, 12, 23)


@pytest.mark.parametrize(("licence", "trade", "due"), [("hygiene_filing", "bookshop", "2027-01-22"), ("ent_police_filing", "ktv", "2027-01-07")])
def test_a_duty_is_due_so_many_days_after_its_event(licence: str, trade: str, due: str):
    assert step(plan(licences(trade, {}), {}, DAY), licence).due == date.fromisoformat(due)


def test_a_commitment_is_verified_so_many_working_days_later():
    found = step(plan(("fire_check",), {}, DAY, Choices(commitments=frozenset({"fire_check"}))), "fire_check")
    assert (found.last, found.verified_by) == (date(2026, 11, 26), date(2026, 12, 24))


@pytest.mark.parametrize(("days", "beyond"), [(0, False), (30, False)])
def test_a_clock_that_stands_still_does_not_count_towards_the_cap(days: int, beyond: bool):
    made = plan(("entertainment",), {}, DAY, Choices(stops={"entertainment": days}))
    assert made.working_days == 20 + days
    assert made.beyond_cap is beyond


def test_what_takes_longer_than_joint_handling_may_is_told():
    told = plan(("private_school", "business_licence", "food_operation"), {}, DAY).to_json()["cap"]
    assert told == {"days": 45, "extension": 15, "beyond": True, "basis": "《行政许可法》第四十二条第二款"}


def test_a_paper_of_a_licence_that_is_not_in_the_set_is_told():
    gaps = plan(licences("cafe_tea", {"live_show": True, "area": 60}), {"area": 60}, DAY).gaps
    assert len(gaps) == 1
    assert "消防安全检查意见书" in gaps[0]


def test_who_has_the_licence_already_starts_with_the_permits():
    made = plan(licences("travel", {}), {}, DAY, Choices(existing=True))
    assert [each.span.licence.id for each in made.steps] == ["travel_agency"]
    assert made.gaps == ()


def test_without_licences_one_opens_the_same_day():
    made = plan((), {}, DAY)
    assert (made.opening, made.steps, made.visits) == (DAY, (), ())


def test_it_is_told_as_json():
    told = json.loads(json.dumps(plan(licences("ktv", {}), {}, DAY).to_json()))
    assert told["opening"] == "2026-12-23"
    assert told["visits"] == [{"licences": ["fire_check", "hygiene_permit", "entertainment"], "first": "2026-11-26", "last": "2026-12-09"}]
    assert "听证" in next(each["hearing"] for each in told["steps"] if each["id"] == "entertainment")
