"""What changes when an answer or a choice changes."""

from __future__ import annotations

import json
from datetime import date

from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.what_if import WhatIf, what_if

DAY = date(2026, 11, 25)
SHOP = {"area": 400, "fitout": 50, "has_sign": True}


def changed(change: dict, **options) -> WhatIf:
    return what_if("restaurant", SHOP, change, DAY, **options)


def names(told: tuple) -> set[str]:
    return {each.id for each in told}


def test_a_smaller_shop_needs_no_fire_check_and_its_papers():
    told = changed({"area": 280})
    assert names(told.licences_fewer) == {"fire_check"}
    assert names(told.papers_fewer) == {"fire_drawing", "fire_accept"}
    assert (told.licences_more, told.papers_more) == ((), ())


def test_cigarettes_put_the_opening_off():
    told = changed({"sells_tobacco": True})
    assert names(told.licences_more) == {"tobacco_retail"}
    assert told.days == (10, 20)
    assert told.opening == (date(2026, 12, 9), date(2026, 12, 23))


def test_another_choice_changes_the_day_and_nothing_else():
    told = changed({}, after=Choices(stops={"food_operation": 5}))
    assert told.days == (10, 15)
    assert (told.licences_more, told.licences_fewer) == ((), ())


def test_who_has_the_licence_already_brings_less():
    told = changed({}, after=Choices(existing=True))
    assert names(told.licences_fewer) == {"business_licence", "seal_filing"}
    assert "investor_ids" in names(told.papers_fewer)
    assert names(told.papers_more) == {"biz_licence"}


def test_the_same_answer_changes_nothing():
    told = changed({"area": 450})
    assert (told.licences_more, told.licences_fewer, told.papers_more, told.papers_fewer) == ((), (), (), ())


def test_it_is_told_as_json():
    assert json.loads(json.dumps(changed({"area": 280}).to_json()))["licences_fewer"][0]["id"] == "fire_check"
