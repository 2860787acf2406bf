"""Joint visits: as few appointments as the licences' times allow."""

from __future__ import annotations

from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.schedule import schedule
from gaoxing.matters.joint_licence.planning.visits import visits


def seen(*licences: str, **options) -> list[tuple]:
    choices = Choices(**options)
    return [(each.licences, each.first, each.last) for each in visits(schedule(licences, shipped(), choices), choices)]


def test_all_who_look_at_the_same_time_come_together():
    assert seen("business_licence", "food_operation", "fire_check", "drainage") == [(("food_operation", "fire_check", "drainage"), 1, 10)]


def test_who_begins_later_comes_by_himself():
    assert seen("fire_check", "hotel_special", "hygiene_permit") == [(("fire_check", "hygiene_permit"), 1, 10), (("hotel_special",), 11, 30)]


def test_the_second_stage_is_looked_at_not_the_first():
    assert seen("ibar", "fire_check") == [(("fire_check",), 21, 30), (("ibar",), 31, 45)]


def test_what_goes_by_commitment_is_looked_at_afterwards():
    assert seen("food_operation", "fire_check", commitments=frozenset({"fire_check"})) == [(("food_operation",), 1, 10)]


def test_who_does_not_look_has_no_appointment():
    assert seen("business_licence", "signboard", "publication") == []
