"""What the forms ask, each once, and what the application already says."""

from __future__ import annotations

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.bundle.shared_fields import ON_THE_FORM, shared_fields, still_to_fill
from gaoxing.matters.joint_licence.fields import FIELDS
from gaoxing.matters.joint_licence.permits.loading import shipped

SET = ("business_licence", "food_operation", "signboard")


def form(**answers: object) -> Form:
    return Form("joint_licence", "1", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def test_a_blank_that_several_ask_stands_once_with_all_who_ask():
    found = {each.blank.id: each.licences for each in shared_fields(SET)}
    assert found["entity_name"] == SET
    assert found["sign_text"] == ("signboard",)


def test_what_the_application_says_is_not_asked_again():
    left = {each.blank.id for each in still_to_fill(shared_fields(SET), form(name="昆山示例面馆", operator__mobile="13800000010", answers__area=80))}
    assert left & {"entity_name", "legal_rep_phone", "floor_area"} == set()
    assert {"legal_rep_name", "premises_address", "sign_text"} <= left


def test_what_the_licence_gives_is_not_asked():
    assert "uscc" not in {each.blank.id for each in still_to_fill(shared_fields(SET), form())}


def test_every_blank_named_is_on_the_form_and_in_the_catalogue():
    assert set(ON_THE_FORM) <= set(shipped().fields)
    assert set(ON_THE_FORM.values()) <= {each.id for each in FIELDS}


def test_a_blank_is_told_as_json():
    assert shared_fields(("seal_filing",))[0].to_json() == {"id": "entity_name", "label": "市场主体名称", "source": "registration", "licences": ["seal_filing"]}
