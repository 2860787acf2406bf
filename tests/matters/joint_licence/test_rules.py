"""The rules of a joint application. Nothing here is real."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.rule import Level, check
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.rules import OWN, RULES, figures

DAY = date(2026, 11, 24)


def found(**answers: object) -> dict[str, str]:
    form = Form("joint_licence", "1", {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in answers.items()})
    return {each.rule: each.message for each in check(form, RULES, DAY, figures(DAY))}


def test_a_licence_left_out_by_hand_is_named():
    assert "旅行社设立许可" in found(trade="travel", licences=("business_licence", "seal_filing"))["JL-01"]


def test_a_licence_too_many_is_named():
    message = found(trade="travel", licences=("business_licence", "seal_filing", "travel_agency", "tobacco_retail"))["JL-01"]
    assert "多出了烟草" in message
    assert "还要办" not in message


def test_a_permit_that_comes_before_registration_is_named_with_its_office():
    assert "教育局" in found(trade="kindergarten", licences=("private_school", "business_licence", "seal_filing"))["JL-02"]


def test_who_has_a_licence_already_is_not_told_what_comes_before_it():
    assert "JL-02" not in found(entity="existing", licences=("private_school",))


@pytest.mark.parametrize("against", ["answers__cooks_on_site", "answers__sells_bulk_food"])
def test_packed_food_only_and_more_do_not_go_together(against: str):
    assert "两样对不上" in found(**{"answers__sells_food_prepacked_only": True, against: True})["JL-03"]


def test_a_sole_trader_is_sent_to_the_clerk_for_labour_dispatch():
    assert "JL-04" in found(trade="dispatch_co", entity="sole_trader")
    assert {each.level for each in OWN if "[K]" in each.basis} == {Level.MANUAL}


def test_an_empty_form_has_no_findings():
    assert found() == {}
