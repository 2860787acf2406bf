"""A licence is changed by a form: only what differs is written, and what is written comes back as it was wanted."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.permits.validation import faults_of
from gaoxing.matters.joint_licence.zone_tables.editing import changed_licences, edited, known_with, licence_rows, papers_to_choose, row_of, standing

SAID = {"source": "样例通知〔2027〕1号", "as_of": date(2027, 1, 4)}


def changed(licence: str = "food_operation", text: str = "", **new: Any) -> str:
    return edited(text, licence, {**standing(text, licence), **SAID, **new})


def own(text: str, licence: str = "food_operation") -> dict:
    return tomllib.loads(text).get("licence", {}).get(licence, {})


@pytest.mark.parametrize("licence", list(shipped().licences))
def test_a_form_sent_back_as_it_stood_writes_nothing(licence: str):
    assert edited("", licence, standing("", licence)) == "\n"


def test_where_a_change_comes_from_alone_is_no_change():
    assert own(changed()) == {}


@pytest.mark.parametrize(
    ("word", "value", "written"),
    [
        ("authority", "样例审批局", {"authority": "样例审批局"}),
        ("promised", 5, {"promised": 5}),
        ("promised", 0, {"promised": 0}),
        ("fee", "不收费", {"fee": "不收费"}),
        ("window", "样例窗口", {"contact": {"window": "样例窗口"}}),
        ("telephone", "0512-55550000", {"contact": {"telephone": "0512-55550000"}}),
        ("off", "到样例市窗口办", {"off": "到样例市窗口办"}),
        ("verified", True, {"verified": True}),
        ("commitment", False, {"commitment": {"offered": False}}),
        ("materials", ["legal_id", "floor_plan"], {"materials": ["legal_id", "floor_plan"]}),
    ],
)
def test_only_what_differs_is_written_and_it_is_read_back(word: str, value: object, written: dict):
    text = changed(**{word: value})
    assert own(text) == {**written, **SAID}
    assert standing(text, "food_operation")[word] == value
    assert faults_of(text) == ()


@pytest.mark.parametrize(("word", "value"), [("promised", 5), ("fee", "不收费"), ("off", "样例"), ("verified", True), ("commitment", False), ("window", "一")])
def test_what_is_put_back_is_no_longer_written(word: str, value: object):
    text = changed(**{word: value})
    assert own(changed(text=text, **{word: standing("", "food_operation")[word]})) == {}


def test_a_form_leaves_what_it_does_not_show():
    text = '[licence.food_operation]\nnote = "样例"\ndays = 8\n'
    assert own(changed(text=text, promised=3)) == {"note": "样例", "days": 8, "promised": 3, **SAID}


def test_a_paper_that_stays_keeps_its_condition():
    kept = [each for each in standing("", "food_operation")["materials"] if each != "process_flow"]
    row = known_with(changed(materials=kept)).licences["food_operation"]
    assert row.conditions == shipped().licences["food_operation"].conditions


def test_a_paper_that_goes_takes_its_condition_with_it_and_has_it_again_when_it_comes_back():
    shut = changed(materials=["legal_id"])
    assert known_with(shut).licences["food_operation"].conditions == {}
    back = changed(text=shut, materials=standing("", "food_operation")["materials"])
    assert known_with(back).licences["food_operation"].conditions == shipped().licences["food_operation"].conditions


def test_a_zones_own_condition_of_a_paper_that_goes_is_taken_out_with_it():
    text = '[licence.signboard]\nmaterials = ["legal_id", "sign_render"]\nif.legal_id = { question = "large_ad", is = true }\n'
    written = changed("signboard", text, materials=["sign_render"])
    assert "if" not in own(written, "signboard")
    assert faults_of(written) == ()


def test_a_commitment_that_the_zone_opens_stands_on_its_own_paper_and_is_not_verified():
    text = changed("signboard", commitment=True)
    assert own(text, "signboard")["commitment"] == {"basis": SAID["source"], "verified": False}
    assert own(changed("signboard", text, commitment=False), "signboard") == {}


def test_a_commitment_shut_and_opened_again_is_the_shipped_one():
    shut = changed("fire_check", commitment=False)
    assert known_with(shut).licences["fire_check"].commitment is None
    assert known_with(changed("fire_check", shut, commitment=True)).licences["fire_check"].commitment == shipped().licences["fire_check"].commitment


def test_a_zones_own_licence_is_edited_without_losing_what_it_must_have():
    text = """[licence.moon]
name = "示例证"
document = "示例证"
authority = "示例局"
stage = "post"
days = 3
unit = "working_day"
basis = "示例办法"
verified = false
kind = "许可"
level = "county"
materials = ["legal_id"]
fields = []
"""
    written = changed("moon", text, promised=2)
    assert faults_of(written) == ()
    assert (own(written, "moon")["name"], own(written, "moon")["promised"]) == ("示例证", 2)


def test_the_rows_tell_every_licence_with_what_the_zone_says_of_it():
    text = changed(promised=5, window="样例窗口", telephone="0512-55550000", verified=True)
    found = {each["id"]: each for each in licence_rows(text)}
    assert len(found) == 37
    row = found["food_operation"]
    assert (row["time"], row["statutory"], row["promised"], row["changed"]) == ("10个工作日", 10, 5, True)
    assert (row["verified"], row["shipped"], row["window"], row["telephone"]) == (True, False, "样例窗口", "0512-55550000")
    assert sum(each["changed"] for each in found.values()) == 1


def test_a_row_tells_the_conditions_of_its_papers_in_words():
    row = row_of("", "fire_check")
    assert row is not None
    assert {each["name"]: each["when"] for each in row["papers"] if each["when"]} == {
        "建设工程消防验收（备案）法律文书": "营业面积超过300平方米，并且装修投入超过30万元"
    }


def test_there_is_no_row_of_no_licence():
    assert row_of("", "moon") is None
    with pytest.raises(KeyError):
        standing("", "moon")


def test_all_papers_can_be_chosen():
    assert len(papers_to_choose("")) == 88
    assert len(papers_to_choose('[material.moon]\nname = "样例"\nkind = "样例"\norigin = "样例"\n')) == 89


def test_two_tables_are_told_apart_by_their_licences():
    one, other = changed(promised=5), changed("signboard", changed(promised=5), promised=2)
    assert changed_licences("", one) == ["食品经营许可"]
    assert changed_licences(one, other) == ["户外招牌（店招标牌）设置备案/指导"]
    assert changed_licences(other, other) == []
