"""One set of papers: each once, and only what nobody else gives."""

from __future__ import annotations

import json

import pytest

from gaoxing.matters.joint_licence.bundle.papers import Paper, Way, papers, undecided
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.trades import licences

SHOP = {"area": 400, "fitout": 50, "has_sign": True, "to_sewer": True}


def found(trade: str = "restaurant", answers: dict = SHOP, **options: bool) -> dict[str, Paper]:
    return {each.material.id: each for each in papers(licences(trade, answers), answers, **options)}


def test_the_licence_that_comes_of_the_same_application_is_not_asked_for():
    assert found()["biz_licence"].way is Way.ISSUED


def test_whoever_has_the_licence_already_has_it_fetched_where_a_register_answers():
    permits = ("food_operation", "signboard")
    ways = {each.material.id: each.way for each in papers(permits, {}, registers=True)}
    assert ways["biz_licence"] is Way.FETCHED
    assert {each.material.id: each.way for each in papers(permits, {})}["biz_licence"] is Way.UPLOAD


def test_the_fire_departments_opinion_is_not_asked_for_where_it_is_applied_for():
    assert found("hotel", {})["fire_opinion"].way is Way.ISSUED
    assert {each.material.id: each.way for each in papers(("hotel_special",), {})}["fire_opinion"] is Way.UPLOAD


def test_what_the_system_can_write_it_writes():
    assert [each for each in ("equipment_list", "food_systems", "articles") if found()[each].way is not Way.GENERATED] == []


def test_a_paper_tells_who_asks_for_it_and_by_which_article():
    told = found()["floor_plan"].to_json()
    assert [each["licence"] for each in told["for"]] == ["food_operation", "fire_check"]
    assert "消防法15条" in told["for"][1]["basis"]
    assert told["sample"].startswith("一张底图")
    assert told["told"] == "请您提供"


@pytest.mark.parametrize("answers", [{}, {"area": 400}, {"area": 200, "fitout": 50}])
def test_a_paper_that_hangs_on_an_answer_is_asked_for_only_then(answers: dict):
    assert "fire_accept" not in found("hotel", answers)
    assert found("hotel", SHOP)["fire_accept"].why == "营业面积400平方米，超过300平方米；装修投入50万元，超过30万元"


def test_a_usual_circumstance_is_said_to_be_assumed_until_somebody_tells():
    assert found()["site_consent"].assumed
    assert not found(answers={**SHOP, "not_owner": True})["site_consent"].assumed
    assert "site_consent" not in found(answers={**SHOP, "not_owner": False})


def test_a_paper_always_wanted_by_one_licence_needs_no_reason_of_another():
    both = {each.material.id: each for each in papers(("signboard", "outdoor_ad"), {})}
    assert (both["site_consent"].why, both["site_consent"].assumed) == ("", False)


def test_a_paper_whose_question_is_open_is_told_as_undecided():
    assert [(material.id, questions) for material, questions in undecided(("hygiene_permit",), {})] == [("ac_report", ("central_ac",))]
    assert undecided(("hygiene_permit",), {"central_ac": False}) == ()


def test_whoever_sends_somebody_is_asked_for_the_power_of_attorney():
    assert "agent_auth" not in found()
    assert found(answers={**SHOP, "agent_present": True})["agent_auth"].why == "由别人代办"


def test_no_paper_stands_twice_in_the_set_of_any_trade():
    for trade in shipped().trades.values():
        ids = [each.material.id for each in papers(trade.licences, SHOP)]
        assert len(set(ids)) == len(ids)


def test_it_is_told_as_json():
    assert json.loads(json.dumps(found()["legal_id"].to_json()))["way"] == "upload"


def test_without_licences_there_are_no_papers():
    assert papers((), {}) == ()


@pytest.mark.parametrize("licence", ["business_licence", "entertainment", "hr_service", "printing"])
def test_a_sole_trader_has_no_articles_for_any_licence(licence: str):
    assert "articles" in {each.material.id for each in papers((licence,), {})}
    assert "articles" not in {each.material.id for each in papers((licence,), {"is_company": False})}


def test_what_the_system_writes_is_never_called_undecided():
    assert "agent_auth" not in {material.id for material, _ in undecided(("business_licence", "food_operation"), {})}
