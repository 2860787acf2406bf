"""The blanks of a change of registration: a change's values are shaped by its item, and only what its item needs is asked for."""

from decimal import Decimal

import pytest

from gaoxing.forms.field import Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.registration_change.fields import COLUMNS, FIELDS, capital_step, changed


def cny(amount):
    return {"amount": amount, "currency": "CNY"}


def change(**answers):
    return Form("registration_change", "2026", {f"changes.0.{column}": Answer(value, Source.SAID) for column, value in answers.items()})


def asked(form):
    return [each.field.removeprefix("changes.0.") for each in missing(form, FIELDS) if each.field.startswith("changes")]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("name", Kind.TEXT),
        ("domicile", Kind.ADDRESS),
        ("legal_representative", Kind.TEXT),
        ("registered_capital", Kind.MONEY),
        ("company_type", Kind.CHOICE),
    ],
)
def test_a_value_is_shaped_by_its_item(item, kind):
    column = next(each for each in COLUMNS if each.id == "to")
    assert column.at("changes.0.to", change(item=item)).kind is kind


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"item": "domicile"}, ["to"]),
        ({"item": "business_scope"}, ["add"]),
        ({"item": "business_scope", "remove": ("软件开发",)}, []),
        ({"item": "shareholders"}, ["transferor", "transferee", "percent"]),
        ({"item": "shareholders", "amount": "500000"}, ["transferor", "transferee"]),
    ],
)
def test_only_what_the_item_needs_is_asked_for(row, wanted):
    assert asked(change(**row)) == wanted


def test_the_announcement_is_asked_for_where_the_capital_falls():
    falls = {"item": "registered_capital", "from": cny("2"), "to": cny("1")}
    assert "reduction_announced" in [each.field for each in missing(change(**falls), FIELDS)]
    assert "reduction_announced" not in [each.field for each in missing(change(**falls | {"to": cny("3")}), FIELDS)]


@pytest.mark.parametrize(
    ("row", "step"),
    [
        ({"from": cny("100"), "to": cny("150")}, 50),
        ({"from": cny("150"), "to": cny("100")}, -50),
        ({"to": cny("100")}, 0),
        ({"from": {"amount": "1", "currency": "USD"}, "to": cny("100")}, 0),
    ],
)
def test_the_step_of_the_capital_is_told_where_both_sums_are(row, step):
    assert capital_step(change(item="registered_capital", **row))[1] == Decimal(step)


def test_without_such_a_change_there_is_no_row():
    assert (changed(change(item="name"), "domicile"), capital_step(change(item="name"))) == ((), (None, Decimal(0)))
