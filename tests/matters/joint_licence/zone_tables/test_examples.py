"""What a zone's table does to the worked examples."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.window import authorities, effects, ripples
from gaoxing.matters.joint_licence.zone_tables.editing import known_with
from gaoxing.matters.joint_licence.zone_tables.examples import examples, reckoned, rippled

ON = date(2026, 11, 25)
VECTORS = [json.loads(line) for line in (Path(__file__).parents[1] / "worked_examples.jsonl").read_text(encoding="utf-8").splitlines()]
SHORTER = "[licence.tobacco_retail]\npromised = 7\n"


def test_the_examples_are_the_fifteen_vectors():
    assert [(each.trade, each.answers) for each in examples()] == [(each["trade"], each["answers"]) for each in VECTORS]


@pytest.mark.parametrize("number", range(15))
def test_each_example_asks_for_what_its_vector_says(number: int):
    found, vector = reckoned(examples()[number], shipped(), ON), VECTORS[number]
    assert (list(found.licences), list(found.papers)) == (vector["licences"], vector["user_upload_ids"])


def test_a_table_without_effect_ripples_nowhere():
    assert ripples("", "", ON) == []
    assert ripples('[licence.signboard]\nfee = "不收费"\n', "", ON) == []


def test_a_shorter_promise_is_told_of_every_plan_that_hangs_on_it():
    found = rippled(shipped(), known_with(SHORTER), ON)
    assert [(each.trade, each.days) for each in found] == [("餐饮店", (20, 10)), ("便利店", (20, 7)), ("便利店", (20, 10))]
    assert "卖烟" in found[0].told


def test_ripples_are_told_against_the_version_in_force_and_not_against_the_shipped_one():
    assert ripples(SHORTER, SHORTER, ON) == []
    assert [each["days"] for each in ripples("", SHORTER, ON)] == [[10, 20], [7, 20], [10, 20]]


def test_a_paper_more_and_one_less_are_told_by_name():
    text = '[licence.signboard]\nmaterials = ["form_signboard", "biz_licence", "sign_render", "house_safety"]\n'
    found = ripples(text, "", ON)
    assert {"房屋建筑质量安全证明（鉴定）"} == {name for each in found for name in each["papers_more"]}
    assert all(each["papers_fewer"] == ["设置载体产权人同意书"] for each in found if each["papers_more"])


def test_a_licence_that_the_window_does_not_take_goes_from_the_plan_and_is_told_as_such():
    text = '[licence.tobacco_retail]\noff = "到样例烟草窗口办"\n'
    assert {name for each in ripples(text, "", ON) for name in each["licences_fewer"]} == {"烟草专卖零售许可证核发"}
    assert "一窗不收了：烟草专卖零售许可证核发" in {each["change"] for each in effects(text)}
    assert "恢复办理" in {each["change"] for each in effects("", text)}


def test_a_trade_that_one_side_does_not_have_is_left_out():
    text = '[trade.escape]\nname = "密室逃脱"\nlicences = ["business_licence"]\n'
    assert ripples(text, "", ON) == []


def test_the_authorities_are_those_of_the_zone_too():
    assert "样例审批局" in authorities(ON, own=('[licence.signboard]\nauthority = "样例审批局"\n',))
    assert "样例审批局" not in authorities(ON)


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ('fee = "不收费"', "收费：没有 → 不收费"),
        ('contact = { window = "样例窗口", telephone = "12345" }', "联系：没有 → 样例窗口 12345"),
        ('verified = true\nsource = "样例"\nas_of = 2027-01-04', "核实：未核实 → 已核实"),
        ("commitment = { basis = '样例', verified = false }", "告知承诺：可以走了"),
        ('stage = "pre"\nafter = []', "先后：登记以后 → 登记以前"),
        ('if.site_consent = { question = "large_ad", is = true }', "材料的条件改了：设置载体产权人同意书"),
        ('off = "样例"', "停办：样例"),
    ],
)
def test_every_thing_that_a_form_changes_is_told_in_words(row: str, change: str):
    assert change in {each["change"] for each in effects(f"[licence.signboard]\n{row}\n")}
