"""The shipped catalogue, and a zone's own table laid over it by day and region."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from gaoxing.matters.joint_licence.permits.loading import in_force, known_on, laid_over, parsed, shipped, shipped_tables
from gaoxing.standards import licences as standard

DAY = date(2026, 11, 25)
OWN = parsed("""
region = "320583"
from = 2026-12-01
until = 2027-12-01

[licence.signboard]
promised = 2
authority = "示例城管局"

[condition.fire_line]
all = [{ question = "area", over = 500 }, { question = "fitout", over = 30 }]
""")


def test_all_that_the_domain_notes_tell_is_there():
    known = shipped()
    assert (len(known.licences), len(known.trades), len(known.materials), len(known.fields), len(known.questions)) == (37, 27, 88, 139, 25)


def test_what_a_licence_is_called_comes_from_the_standard_table():
    for each in standard.licences():
        known = shipped().licences[each.id]
        assert (known.name, known.result, known.authority, known.basis, known.before) == (each.name, each.document, each.authority, each.basis, each.before)


def test_no_fact_of_the_standard_table_stands_twice():
    rows = tomllib.loads((standard.TABLE.parents[1] / "matters/joint_licence/permits/licences.toml").read_text(encoding="utf-8"))
    assert {word for row in rows.values() for word in row} & {"name", "document", "authority", "stage", "days", "unit", "basis", "verified"} == set()


def test_every_paper_that_the_applicant_hands_in_has_a_sample():
    assert [each.id for each in shipped().materials.values() if not each.generated and len(each.sample) < 6] == []


@pytest.mark.parametrize(("on", "region", "holds"), [("2026-11-30", "", False), ("2026-12-01", "", True), ("2027-12-01", "", False)])
def test_a_zones_table_holds_from_its_day_until_its_day(on: str, region: str, holds: bool):
    assert in_force(OWN, date.fromisoformat(on), region) is holds


@pytest.mark.parametrize(("region", "holds"), [("320583", True), ("320583100", True), ("320500", False), ("110000", False), ("", True)])
def test_a_zones_table_holds_in_its_region(region: str, holds: bool):
    assert in_force(OWN, date(2026, 12, 2), region) is holds


def test_a_zones_words_take_the_place_of_the_shipped_ones():
    licence = known_on(date(2026, 12, 2), "320583", (OWN,)).licences["signboard"]
    assert (licence.promised, licence.authority, licence.days) == (2, "示例城管局", 5)


def test_a_zones_line_is_drawn_for_every_trade():
    from gaoxing.matters.joint_licence.trades import licences

    own = known_on(date(2026, 12, 2), "320583", (OWN,))
    answers = {"area": 400, "fitout": 50}
    assert "fire_check" in licences("restaurant", answers)
    assert all("fire_check" not in licences(trade, answers, own) for trade in ("restaurant", "gym", "bookshop", "canteen"))


def test_without_a_table_that_holds_it_is_the_shipped_catalogue():
    assert known_on(DAY, "320583", (OWN,)) is shipped()
    assert known_on(DAY) is shipped()


def test_a_list_is_replaced_and_exemptions_are_joined():
    own = parsed('[licence.signboard]\nafter = []\n[[exempt]]\ntrades = ["travel"]\nlicence = "signboard"\nwords = "示例"\nbasis = "示例"\nverified = false')
    tables = laid_over(shipped_tables(), own)
    assert tables["licence"]["signboard"]["after"] == []
    assert len(tables["exempt"]) == len(shipped_tables()["exempt"]) + 1


def test_laying_over_leaves_the_shipped_tables_as_they_are():
    laid_over(shipped_tables(), OWN)
    assert "promised" not in shipped_tables()["licence"]["signboard"]


def test_natural_days_and_months_are_told_in_working_days():
    known = shipped().licences
    assert [known[each].statutory for each in ("food_operation", "high_risk_sport", "printing", "private_school", "seal_filing")] == [10, 21, 42, 63, 0]


def test_an_answer_is_told_back_in_words():
    told = shipped().questions
    assert [told["area"].told(400), told["sells_tobacco"].told(True), told["sells_tobacco"].told(False)] == ["营业面积400平方米", "卖烟", "不卖烟"]


def test_a_circumstance_has_its_usual_answer_until_somebody_says_otherwise():
    assert shipped().answered({})["not_owner"] is True
    assert shipped().answered({"not_owner": False})["not_owner"] is False
