"""The blanks of changing a filed project: a change's values are shaped by its item."""

import pytest

from gaoxing.forms.field import Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.project_change.fields import CHANGES, FIELDS


def change(item: str, **answers):
    rows = {"changes.0.item": item, **{f"changes.0.{path.replace('__', '.')}": value for path, value in answers.items()}}
    return Form("project_change", "2017", {path: Answer(value, Source.SAID) for path, value in rows.items()})


def asked(form: Form):
    return [each.field for each in missing(form, FIELDS) if each.field.startswith("changes")]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("total_investment", Kind.MONEY),
        ("floor_area", Kind.AREA),
        ("start", Kind.DATE),
        ("nature", Kind.CHOICE),
        ("location", Kind.ADDRESS),
        ("enterprise", Kind.TEXT),
    ],
)
def test_a_value_is_shaped_like_the_blank_that_changes(item: str, kind: Kind):
    assert CHANGES.column("to").at("changes.0.to", change(item)).kind is kind


def test_a_change_is_asked_for_its_new_value_only():
    assert asked(change("floor_area")) == ["changes.0.to"]


def test_a_new_contact_is_asked_for_name_and_number():
    assert asked(change("contact")) == ["changes.0.to.name", "changes.0.to.mobile"]
    assert asked(change("contact", to__name="魏大墨", to__mobile="19800001234")) == []
    assert asked(change("contact", to__mobile="19800001234")) == []


def test_without_a_change_the_change_is_asked_for():
    assert asked(Form("project_change", "2017")) == ["changes"]


def test_numbers_of_old_and_new_contacts_are_masked():
    assert [each.id for each in CHANGES.columns if each.private] == ["from.mobile", "to.mobile"]
