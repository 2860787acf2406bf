"""What each number of the zone's ladder counts, on rows made by hand and on enterprises judged by the rules themselves."""

from datetime import date
from decimal import Decimal

import pytest

from gaoxing import catalogue
from gaoxing.checks.assessment.holding import Held
from gaoxing.checks.assessment.ordering import one_step
from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.forms.cultivation import called
from gaoxing.office.cultivation.zone import counting, wording
from gaoxing.office.cultivation.zone.counting import CERTIFICATES, PLANS, STANDINGS, Which
from gaoxing.office.cultivation.zone.rows import Planned, Stood
from tests.matters.ladder.filled import DAY, SURE, filled

TODAY = date(2026, 11, 24)
STEP = "科技人员"


def stood(pk=1, rung="gazelle", verdict="unmet", unmet=1, wants=0, doubts=0, held=False, lacks=STEP):
    return Stood(pk, rung, Verdict(verdict), unmet, wants, doubts, held, lacks)


@pytest.mark.parametrize(
    ("row", "which"),
    [
        (stood(verdict="met", unmet=0, lacks=""), Which.READY),
        (stood(verdict="expert", unmet=0, lacks=""), Which.EXPERTS),
        (stood(verdict="missing", unmet=0, wants=2, lacks=""), Which.DATA),
        (stood(), Which.ONE_STEP),
        (stood(unmet=0), Which.ONE_STEP),
        (stood(unmet=0, lacks=""), Which.SCORE),
        (stood(wants=1), Which.FURTHER),
        (stood(doubts=1), Which.FURTHER),
        (stood(lacks=""), Which.FURTHER),
        (stood(unmet=2, lacks=""), Which.FURTHER),
        (stood(rung="technology_sme", unmet=0), Which.ONE_STEP),
        (stood(held=True), None),
    ],
)
def test_whoever_holds_no_certificate_stands_in_exactly_one_place(row, which):
    assert [each for each, judge in STANDINGS.items() if judge(row)] == ([which] if which else [])


CHANGES = (
    {},
    {"technical_staff__2025": 9},
    {"technical_staff__2025": 9, "resident": False},
    {"resident": False},
    {"resident": None},
    {"staff__2025": 501},
    {"revenue__2025": "210000000", "technical_staff__2025": 9},
    {"core_rights": False},
    {"research__2025": "100000"},
    {"high_tech_income__2025": "10000000"},
    {"technical_staff__2025": 24, "research__2025": "1200000", "rights_class_one": 0, "rights_class_two": 3, "cost__2025": "40000000"},
    {"rights_class_one": 0, "rights_class_two": 0, "research__2025": "100000"},
)


@pytest.mark.parametrize("changed", CHANGES)
def test_the_stored_columns_tell_one_step_as_the_rules_do(changed):
    """The columns are those that `keeping.judge` stores; a gap that no effort closes is no step."""
    for each in catalogue.standings(filled(**changed), DAY, confirmed=SURE):
        step = one_step(each)
        row = Stood(1, each.rung.id, each.verdict, len(each.unmet), len(each.wants), len(each.doubts), False, called(step.key) if step else "")
        assert STANDINGS[Which.ONE_STEP](row) is (step is not None), each.rung.id


def test_what_the_one_step_lacks_is_counted_by_its_label():
    rows = [stood(1), stood(2), stood(3, lacks="研发费用"), stood(4, rung="unicorn"), stood(5, unmet=2, lacks="")]
    assert counting.steps(rows, "gazelle") == (("科技人员", 2), ("研发费用", 1))
    assert counting.standing(rows[:3], Which.ONE_STEP, by="研发费用") == (3,)


def test_every_number_of_certificates_counts_what_it_says():
    rows = [Held(1, 1, "gazelle", date(2024, 1, 1), date(2026, 12, 31)), Held(2, 2, "gazelle", date(2020, 1, 1), date(2022, 12, 31))]
    rows += [Held(3, 3, "gazelle", date(2026, 2, 1), None)]
    told = {which: counting.certificates(rows, which, 2026, today=TODAY) for which in CERTIFICATES}
    assert told == {Which.VALID: (1,), Which.BEGUN: (3,), Which.FIRST: (3,), Which.UNDATED: (3,), Which.EXPIRING: (1,), Which.LAPSED: (2,)}
    assert counting.certificates(rows, Which.VALID, 2021, today=TODAY) == (2,)


def test_a_plan_is_reached_missed_or_not_reported_and_sums_hold_only_what_both_are_told_of():
    rows = [Planned(1, 2025, Decimal(100), Decimal(100)), Planned(2, 2025, Decimal(100), Decimal(99)), Planned(3, 2025, Decimal(100), None)]
    found = counting.growth([*rows, Planned(4, 2025, None, Decimal(7)), Planned(5, 2026, Decimal(5), None)])
    assert [each.year for each in found] == [2026, 2025]
    assert [found[1].of(which) for which in PLANS] == [(1, 2, 3), (1,), (2,), (3,)]
    assert (found[1].sums.planned, found[1].sums.actual, found[1].sums.share) == (200, 199, Decimal("99.5"))
    assert found[0].sums.share is None


def test_every_number_has_a_name_and_a_definition():
    assert set(wording.TITLES) == set(wording.DEFINITIONS) == set(Which) == {*CERTIFICATES, *STANDINGS, *PLANS}


def test_every_rung_of_the_ladder_has_a_name():
    assert {each.id: each.name for each in catalogue.rungs()}.keys() == wording.NAMES.keys()
    assert wording.rung_of("nothing") == "nothing"


@pytest.mark.parametrize(("amount", "told"), [(None, "–"), (Decimal("12345678.9"), "1,235"), (Decimal(0), "0")])
def test_a_sum_is_told_in_ten_thousands(amount, told):
    assert wording.in_ten_thousands(amount) == told
