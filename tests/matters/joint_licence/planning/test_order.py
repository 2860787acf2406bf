"""The order of decisions: what waits for what, in the law's working days."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.order import finishes, in_order, waits_for

KNOWN = shipped()


def test_what_comes_before_registration_holds_registration_up():
    assert waits_for("business_licence", ("hazchem", "business_licence"), KNOWN) == ("hazchem",)
    assert finishes(("hazchem", "business_licence", "seal_filing"), KNOWN) == {"hazchem": 21, "business_licence": 21, "seal_filing": 21}


def test_a_hard_prerequisite_comes_first_and_a_parallel_one_does_not():
    found = finishes(("business_licence", "fire_check", "hotel_special", "hygiene_permit", "high_risk_sport"), KNOWN)
    assert (found["hotel_special"], found["high_risk_sport"]) == (30, 21)


def test_what_is_not_in_the_set_is_not_waited_for():
    assert waits_for("hotel_special", ("hotel_special",), KNOWN) == ()


def test_of_equal_days_the_trade_decides_who_stands_first():
    assert in_order(("food_operation", "fire_check", "signboard"), KNOWN) == ("signboard", "food_operation", "fire_check")
    assert in_order(("fire_check", "food_operation", "signboard"), KNOWN) == ("signboard", "fire_check", "food_operation")


@pytest.mark.parametrize("trade", list(KNOWN.trades))
def test_nobody_is_decided_before_what_it_waits_for(trade: str):
    every = KNOWN.trades[trade].licences
    days = finishes(every, KNOWN)
    assert all(days[each] >= days[other] for each in every for other in waits_for(each, every, KNOWN))


def test_without_licences_there_is_no_order():
    assert finishes((), KNOWN) == {}
    assert in_order((), KNOWN) == ()
