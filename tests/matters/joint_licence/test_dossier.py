"""What each licence's unit is told of a joint application. Shops are made up."""

from datetime import date

import pytest

from gaoxing.catalogue import matter
from gaoxing.intake import receive
from gaoxing.matters.joint_licence import window
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 25)
CAFE = "用公司名义开个网吧，五百平方，装修五十万，只卖包装好的饮料"


def told(said):
    return window.dossier(receive(Transcript.of(said), on=DAY, matter_id="joint_licence").form, DAY)


def by_id(said):
    return {each["id"]: each for each in told(said)["items"]}


def test_a_restaurant_is_split_into_its_licences_each_with_its_unit_and_time():
    found = by_id("我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌")
    assert {"business_licence", "food_operation", "fire_check", "signboard"} <= set(found)
    fire = found["fire_check"]
    assert (fire["days"], fire["visit"], fire["waits"], fire["commitment"]["verify"]) == (10, True, ["business_licence"], 20)
    assert fire["authority"] != found["food_operation"]["authority"]


def test_a_paper_stands_only_with_the_licences_that_ask_for_it():
    found = by_id("我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌")
    assert "fs_manager_doc" in {each["id"] for each in found["food_operation"]["materials"]}
    assert "fs_manager_doc" not in {each["id"] for each in found["fire_check"]["materials"]}


def test_what_another_licence_of_the_set_hands_out_is_given():
    papers = {each["id"]: each for each in by_id("我想开个火锅店，四百平")["food_operation"]["materials"]}
    assert papers["biz_licence"]["given"]
    assert not papers["fs_manager_doc"]["given"]


def test_of_two_stages_the_second_ones_papers_are_only_needed_for_the_decision():
    cafe = by_id(CAFE)["ibar"]
    assert cafe["waits"] == ["business_licence"]
    assert set(cafe["decides"]) == {"ibar_net_security", "fire_check"}


def test_what_is_due_after_the_opening_is_a_duty_and_no_item():
    found = told("开家书店，两百平方，招牌要挂")
    assert [(each["id"], each["days"]) for each in found["duties"]] == [("hygiene_filing", 30)]
    assert "hygiene_filing" not in {each["id"] for each in found["items"]}


@pytest.mark.parametrize("trade", list(shipped().trades))
def test_no_item_of_any_trade_waits_for_what_is_not_among_them(trade):
    from gaoxing.forms.form import Answer, Form, Source

    found = window.dossier(Form("joint_licence", "1", {"trade": Answer(trade, Source.SAID)}), DAY)
    ids = {each["id"] for each in found["items"]}
    assert all(set(each["waits"]) | set(each["decides"]) <= ids for each in found["items"])


def test_a_form_without_a_known_trade_has_no_dossier():
    with pytest.raises(KeyError):
        told("我要开个密室逃脱，证照一起办")


def test_every_authority_is_named_once():
    found = matter("joint_licence").joint.authorities(DAY)
    assert len(found) == len(set(found)) > 10
