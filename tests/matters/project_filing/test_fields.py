"""The blanks of filing a project, and the order of the questions."""

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.project_filing.fields import FIELDS

CONTRACT = {
    "enterprise",
    "uscc",
    "project_name",
    "location",
    "nature",
    "total_investment",
    "equipment_investment",
    "floor_area",
    "land_area",
    "start",
    "finish",
    "contact.name",
    "contact.mobile",
}


def asked(**answers):
    form = Form("project_filing", "2017", {path: Answer(value, Source.SAID) for path, value in answers.items()})
    return [each.field for each in missing(form, FIELDS)]


def test_the_contracts_blanks_are_these_and_no_others():
    assert {each.id for each in FIELDS if each.contract} == CONTRACT


def test_the_enterprise_is_asked_for_first():
    assert asked()[:3] == ["enterprise", "uscc", "project_name"]


def test_equipment_and_areas_are_never_demanded():
    assert not {"equipment_investment", "floor_area", "land_area"} & set(asked())


def test_scale_and_declaration_are_asked_beyond_the_contract():
    assert {"content", "policy_conformity"} <= set(asked(enterprise="昆山示例有限公司"))


def test_what_was_said_is_not_asked_again():
    assert "nature" not in asked(nature="new")
