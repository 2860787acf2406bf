"""Begin and end of each licence: stages, supplements, commitments, clocks that stand still, duties after opening."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.permits.loading import catalogue, laid_over, parsed, shipped, shipped_tables
from gaoxing.matters.joint_licence.planning.choices import Choices, to_apply
from gaoxing.matters.joint_licence.planning.schedule import Span, opening, schedule

CAFE = ("business_licence", "seal_filing", "ibar", "ibar_net_security", "fire_check")
SONG = ("business_licence", "fire_check", "entertainment", "ent_police_filing")


def spans(licences: tuple[str, ...], known=None, **options) -> dict[str, Span]:
    return {each.licence.id: each for each in schedule(licences, known or shipped(), Choices(**options))}


def ends(licences: tuple[str, ...], **options) -> dict[str, tuple[int, int]]:
    return {key: (each.begin, each.end) for key, each in spans(licences, **options).items()}


def test_an_internet_cafe_is_built_before_fire_and_safety_and_approved_after_them():
    found = spans(CAFE)
    assert [(each.label, each.begin, each.end, each.counts) for each in found["ibar"].phases] == [
        ("筹建审批", 0, 20, True),
        ("筹建（办消防、安全承诺）", 20, 30, False),
        ("最终审核", 30, 45, True),
    ]
    assert (found["fire_check"].begin, found["ibar_net_security"].end) == (20, 20)


def test_a_second_stage_with_nothing_between_follows_at_once():
    assert [each.label for each in spans(("business_licence", "ibar"))["ibar"].phases] == ["筹建审批", "最终审核"]


def test_a_hard_prerequisite_is_waited_for():
    assert ends(("fire_check", "hotel_special"))["hotel_special"] == (10, 30)


def test_a_supplement_may_come_while_it_is_examined():
    assert ends(SONG)["entertainment"] == (0, 20)


def test_a_late_supplement_holds_the_decision_up():
    assert ends(SONG, stops={"fire_check": 15})["entertainment"] == (0, 25)


def test_a_hearing_stops_the_clock():
    found = spans(SONG, stops={"entertainment": 8})["entertainment"]
    assert found.end == 28
    assert [(each.label, each.end - each.begin, each.counts) for each in found.phases] == [("审查", 20, True), ("听证停算", 8, False)]


def test_a_correction_stops_the_clock_too():
    assert spans(("fire_check",), stops={"fire_check": 3})["fire_check"].phases[-1].label == "停算"


@pytest.mark.parametrize(("chosen", "end"), [({"fire_check"}, 1), (set(), 10), ({"signboard"}, 10)])
def test_a_commitment_shortens_only_what_it_is_open_for(chosen: set, end: int):
    assert ends(("fire_check", "signboard"), commitments=frozenset(chosen))["fire_check"] == (0, end)
    assert ends(("fire_check", "signboard"), commitments=frozenset(chosen))["signboard"] == (0, 5)


def test_a_commitment_of_unknown_days_keeps_the_laws_days():
    assert ends(("food_operation",), commitments=frozenset({"food_operation"}))["food_operation"] == (0, 10)


def test_a_zones_promise_is_reckoned_with_unless_the_law_is_wanted():
    own = catalogue(laid_over(shipped_tables(), parsed("[licence.food_operation]\npromised = 4")))
    assert spans(("food_operation",), own)["food_operation"].end == 4
    assert spans(("food_operation",), own, promised=False)["food_operation"].end == 10


def test_what_is_due_after_opening_holds_nothing_up():
    found = schedule(("business_licence", "hygiene_filing", "food_operation"), shipped(), Choices())
    assert opening(found) == 10
    assert [(each.licence.id, each.begin, each.after_opening) for each in found][1] == ("hygiene_filing", 10, True)


def test_what_is_filed_with_registration_waits_for_what_comes_before_it():
    assert ends(("hazchem", "business_licence", "prepackaged_filing"))["prepackaged_filing"] == (21, 21)


def test_days_on_top_come_on_the_last_stage_only():
    found = schedule(CAFE, shipped(), Choices(), further={"ibar": 5})
    assert next(each.end for each in found if each.licence.id == "ibar") == 50


def test_an_enterprise_that_is_there_applies_for_the_rest():
    assert to_apply(CAFE, existing=True) == ("ibar", "ibar_net_security", "fire_check")
    assert to_apply(CAFE, existing=False) == CAFE


def test_nothing_is_opened_at_once():
    assert opening(()) == 0
