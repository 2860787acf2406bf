"""How large a change of a filed project is, field by field and as a whole."""

from __future__ import annotations

import pytest

from gaoxing.checks.projects.alteration import TERMS, Weight, altered, classed, differences
from gaoxing.forms.form import Answer, Form, Source
from tests.checks.projects.filings import FIGURES, cny, filed


def between(**blanks):
    return differences(filed(), filed(**blanks), FIGURES)


def whole(**blanks) -> Weight | None:
    return classed(between(**blanks), FIGURES)


def change(*rows: dict[str, object]) -> Form:
    told = {f"changes.{number}.{path}": value for number, row in enumerate(rows) for path, value in row.items()}
    return Form("project_change", "2017", {path: Answer(value, Source.SAID) for path, value in told.items()})


def test_nothing_changed_is_no_change():
    assert between() == ()
    assert whole() is None


@pytest.mark.parametrize(
    ("total", "weight", "why"),
    [
        ("143999999", "minor", "变动19.9%"),
        ("144000000", "major", "变动20%"),
        ("96000000", "major", "变动20%"),
        ("130000000", "minor", "变动8.3%"),
        ("240000000", "major", "变动100%"),
    ],
)
def test_a_fifth_of_the_investment_makes_a_change_a_larger_one(total: str, weight: str, why: str):
    [each] = between(total_investment=cny(total))
    assert (each.weight.value, each.why) == (weight, why)


@pytest.mark.parametrize(
    "blanks",
    [
        {"project_name": "别的项目"},
        {"location": "昆山市玉山镇样例路9号"},
        {"enterprise": "昆山样例有限公司"},
        {"content": "购置设备三十台"},
        {"nature": "new"},
    ],
)
def test_name_place_unit_and_content_make_it_a_larger_one(blanks):
    assert whole(**blanks) is Weight.MAJOR


@pytest.mark.parametrize(
    "blanks", [{"start": "2027-05"}, {"finish": "2028-12"}, {"contact__mobile": "19800005678"}, {"floor_area": "12100"}, {"uscc": "91320583MA0000015K"}]
)
def test_dates_and_the_contact_are_a_small_change(blanks):
    assert whole(**blanks) is Weight.MINOR


@pytest.mark.parametrize("other", [{"content": "造别的"}, {"location": "昆山市玉山镇样例路9号"}, {"nature": "new"}])
def test_the_name_together_with_what_is_built_is_a_project_of_its_own(other):
    assert whole(project_name="别的项目", **other) is Weight.NEW_FILING


def test_the_name_with_a_date_is_still_a_change():
    assert whole(project_name="别的项目", start="2027-05") is Weight.MAJOR


def test_another_currency_cannot_be_compared_and_weighs():
    [each] = between(total_investment=cny("20000000", "USD"))
    assert (each.weight, each.why) == (Weight.MAJOR, "前后没法比较")


def test_a_blank_filled_for_the_first_time_weighs_only_where_it_counts():
    assert [each.weight for each in between(land_area="6666.7")] == [Weight.MINOR]
    assert [each.weight for each in differences(filed(content=None), filed(), FIGURES)] == [Weight.MAJOR]


def test_a_blank_that_is_emptied_is_a_small_change():
    assert [(each.item, each.new) for each in between(floor_area=None)] == [("floor_area", None)]


def test_a_change_as_it_was_told_alters_the_filed_form():
    told = change(
        {"item": "total_investment", "from": cny("120000000"), "to": cny("150000000")}, {"item": "contact", "to.name": "丁小白", "to.mobile": "19800005678"}
    )
    now = altered(filed(), told)
    assert now.value("total_investment") == cny("150000000")
    assert (now.value("contact.name"), now.value("contact.mobile")) == ("丁小白", "19800005678")
    assert now.value("project_name") == filed().value("project_name")


@pytest.mark.parametrize("row", [{"item": "total_investment"}, {"item": "colour", "to": "红"}, {"item": "content", "to": ""}])
def test_a_change_without_a_new_value_alters_nothing(row):
    assert altered(filed(), change(row)) == filed()


def test_the_blanks_stand_in_the_order_of_the_form():
    found = between(content="造别的", project_name="别的项目", start="2027-05")
    assert [each.item for each in found] == ["project_name", "start", "content"]


def test_every_weight_has_its_term():
    assert set(TERMS) == set(Weight)
