"""What the joint window tells: one overview, all of it plain JSON."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.window import ALREADY, changeable, changed, changed_form, circumstances, effects, faults, overview, suggestions

DAY = date(2026, 11, 25)


def form(trade: str = "restaurant", **answers: object) -> Form:
    rows = {"trade": trade, **{path.replace("__", "."): value for path, value in answers.items()}}
    return Form("joint_licence", "1", {path: Answer(value, Source.SAID) for path, value in rows.items()})


SHOP = form(answers__area=400, answers__fitout=50, answers__has_sign=True, answers__sells_tobacco=False, answers__to_sewer=True)


def test_the_worked_restaurant_is_told_in_one_go():
    told = json.loads(json.dumps(overview(SHOP, DAY)))
    assert told["saving"] == {
        "forms": {"separately": 6, "together": 1},
        "materials": {"separately": 32, "together": 22},
        "fields": {"separately": 111, "together": 51},
        "days": {"separately": 45, "together": 20},
        "unique": 23,
        "uploads": 11,
    }
    assert told["plan"]["opening"] == "2026-12-23"
    assert told["questions"] == []
    assert len(told["rows"]) == 6


def test_who_has_the_licence_already_applies_for_the_rest_only():
    told = overview(form("travel", entity="existing"), DAY)
    assert [each["id"] for each in told["plan"]["steps"]] == ["travel_agency"]
    assert "investor_ids" not in {each["id"] for each in told["papers"]}


@pytest.mark.parametrize(("entity", "asked"), [("sole_trader", False), ("company", True), (None, True)])
def test_a_sole_trader_is_not_asked_for_directors_and_articles(entity: str | None, asked: bool):
    told = overview(form(entity=entity) if entity else form(), DAY)
    assert ({"director_ids", "investor_ids", "articles"} <= {each["id"] for each in told["papers"]}) is asked


def test_a_company_is_assumed_until_somebody_says_so():
    told = {each["id"]: each["assumed"] for each in overview(form(), DAY)["papers"]}
    assert told["director_ids"]
    assert "is_company" not in circumstances(form())
    assert circumstances(form(entity="company"))["is_company"] is True


def test_a_commitment_and_a_stop_change_the_plan():
    told = overview(SHOP, DAY, commitments=("fire_check",), stops={"drainage": 5})
    steps = {each["id"]: each for each in told["plan"]["steps"]}
    assert (steps["fire_check"]["end"], steps["drainage"]["end"]) == (1, 25)


@pytest.mark.parametrize("options", [{"commitments": ("moon",)}, {"stops": {"moon": 3}}])
def test_a_choice_about_no_licence_is_a_key_error(options: dict):
    with pytest.raises(KeyError, match="moon"):
        overview(SHOP, DAY, **options)


def test_a_zones_table_is_reckoned_with_in_its_region():
    own = 'region = "320583"\n[licence.drainage]\npromised = 7'
    assert overview(SHOP, DAY, own=(own,), region="320583")["plan"]["working_days"] == 10
    assert overview(SHOP, DAY, own=(own,), region="110000")["plan"]["working_days"] == 20


def test_whom_to_ask_and_what_it_costs_is_told_where_the_zone_said_it():
    own = '[licence.drainage]\nfee = "不收费"\ncontact = { window = "样例窗口", telephone = "12345" }\n'
    assert overview(SHOP, DAY)["asking"] == []
    assert overview(SHOP, DAY, own=(own,))["asking"] == [{"name": "城镇污水排入排水管网许可", "fee": "不收费", "window": "样例窗口", "telephone": "12345"}]


def test_a_licence_that_the_window_does_not_take_is_told_with_where_it_is_had():
    told = overview(SHOP, DAY, own=('[licence.drainage]\noff = "到样例市窗口办"\n',))
    assert "drainage" not in {each["id"] for each in told["needed"]}
    assert {each["id"]: each["reason"] for each in told["not_needed"]}["drainage"] == "不在本区的一窗里办：到样例市窗口办"


def test_a_trade_that_never_needs_it_hears_nothing_of_what_is_shut():
    told = overview(form("travel"), DAY, own=('[licence.drainage]\noff = "样例"\n',))
    assert "drainage" not in {each["id"] for each in told["not_needed"]}


def test_a_shop_whose_answers_do_not_call_for_it_hears_nothing_of_what_is_shut():
    dry = form(answers__area=80, answers__to_sewer=False)
    told = overview(dry, DAY, own=('[licence.drainage]\noff = "样例"\n',))
    assert "drainage" not in {each["id"] for each in told["not_needed"]}


def test_an_unknown_trade_goes_to_a_clerk_with_the_nearest_ones():
    assert overview(form("moon"), DAY)["trade"] is None
    told = suggestions("开个密室逃脱")
    assert told["nearest"][0] == {"id": "ktv", "name": "KTV/歌舞厅"}
    assert "工作人员" in told["message"]


def test_what_an_answer_changes_is_told():
    told = json.loads(json.dumps(changed(SHOP, {"answers.area": 280}, DAY)))
    assert [each["id"] for each in told["licences_fewer"]] == ["fire_check"]
    assert "营业面积280平方米，不超过300平方米" in told["licences_fewer"][0]["reason"]
    assert (told["licences"], told["fields"]) == ([6, 5], [51, 40])
    assert (len(told["fields_fewer"]), told["fields_more"]) == (11, [])


def test_the_plans_before_and_after_are_drawn_to_one_scale():
    told = changed(form(answers__area=80, answers__has_sign=True), {"answers.sells_tobacco": True}, DAY)
    marks = [re.findall(r">([0-9]+)天</text>", re.sub(r"<g .*?</g>", "", each)) for each in told["gantt"]]
    assert marks[0] == marks[1] == ["5", "10", "15", "20"]
    assert ['id="before-title"' in told["gantt"][0], 'id="after-title"' in told["gantt"][1]] == [True, True]
    assert [len(each) for each in told["rows"]] == told["licences"]


def test_a_licence_that_an_open_question_leaves_undecided_says_so():
    told = changed(SHOP, {"answers.to_sewer": None}, DAY)
    assert [each["reason"] for each in told["licences_fewer"]] == ["要不要办，看：会有含油或医疗等废水排入下水道吗？"]
    assert [each["id"] for each in told["questions"]] == ["to_sewer"]


def test_another_kind_of_owner_is_tried_like_an_answer():
    told = changed(SHOP, {"entity": "sole_trader"}, DAY)
    assert {"董事、监事、高级管理人员任职文件和身份证明"} <= {each["name"] for each in told["papers_fewer"]}
    assert told["licences"] == [6, 6]
    had = changed(SHOP, {"entity": "existing"}, DAY)
    assert [(each["id"], each["reason"]) for each in had["licences_fewer"]] == [("business_licence", ALREADY), ("seal_filing", ALREADY)]


def test_only_what_something_hangs_on_can_be_tried():
    assert changeable(SHOP, DAY) == [f"answers.{each}" for each in ("area", "fitout", "has_sign", "sells_tobacco", "to_sewer")] + ["entity"]
    assert changeable(form("travel"), DAY) == ["entity"]
    assert changeable(form("moon"), DAY) == []


def test_a_changed_form_has_the_new_answers_as_typed_and_not_the_old_ones():
    after = changed_form(SHOP, {"answers.area": 280, "answers.has_sign": None})
    assert (after.value("answers.area"), after.answers["answers.area"].source) == (280, Source.TYPED)
    assert "answers.has_sign" not in after.answers
    assert SHOP.value("answers.area") == 400


def test_faults_and_effects_of_a_table_are_told():
    assert faults(None) == []
    assert faults('[licence.drainage]\nbasis = ""')[0]["line"] == 2
    assert effects("[licence.drainage]\npromised = 7") == [{"subject": "城镇污水排入排水管网许可", "change": "承诺工作日：没有 → 7", "answers": ""}]


def test_a_table_that_is_no_toml_names_its_line():
    with pytest.raises(tomllib.TOMLDecodeError, match="line 1"):
        faults("a = = 1")


def test_what_can_be_had_on_a_commitment_is_told_with_the_earlier_opening():
    told = overview(form("hotel", answers__area=1200, answers__fitout=200), DAY)
    assert {each["id"] for each in told["commitments"]["licences"]} == {"fire_check", "hygiene_permit"}
    assert (told["plan"]["working_days"], told["commitments"]["days"]) == (30, 21)
    assert told["commitments"]["opening"] < told["plan"]["opening"]
    assert told["commitments"]["licences"][0]["verify"] == 20


def test_where_nothing_goes_by_commitment_none_is_offered():
    told = overview(form("travel"), DAY)
    assert told["commitments"] == {"licences": [], "opening": told["plan"]["opening"], "days": told["plan"]["working_days"]}
