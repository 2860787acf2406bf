"""Each function of the indicators counts by hand what a small zone holds, and only what its definition says."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from gaoxing.office.indicators.computing.counted import count, median, share
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import indicator
from gaoxing.office.indicators.periods import Period, read
from tests.office.indicators import zone
from tests.office.indicators.conftest import *  # noqa: F403

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=zone.HERE)


def value(id_, period="2024", now=NOW):
    """What is computed of an indicator for a period; None where there is nothing."""
    found = compute(indicator(id_), read(period), now=now)
    return None if found is None or found.value is None else found.value


def test_new_registrations_are_the_first_licences_of_what_was_set_up_here():
    zone.licence("2024-03-05")
    zone.licence("2024-03-06", "sole_trader_registration", capital="")
    zone.licence("2024-04-01", code="C-old")
    zone.licence("2024-05-01", version=2, code="C-old")
    zone.licence("2024-05-02", "registration_change")
    zone.licence("2024-05-03", kind="change_notice")
    zone.licence("2025-01-01")
    assert [value("licences_granted", each) for each in ("2024", "2024Q1", "2024-03", "2024-05", "2025")] == [3, 2, 2, 0, 1]
    assert (value("licences_granted_company"), value("licences_granted_sole_trader")) == (2, 1)


def test_a_licence_of_a_joint_case_is_a_new_enterprise_of_its_kind():
    zone.licence("2024-03-01", "joint_licence")
    zone.licence("2024-03-02", "joint_licence", form="sole_trader")
    assert [value(f"licences_granted{each}") for each in ("", "_company", "_sole_trader")] == [2, 1, 1]


def test_a_licence_of_new_years_eve_belongs_to_its_own_year():
    zone.licence("2024-12-31")
    assert (value("licences_granted", "2024-12"), value("licences_granted", "2025-01")) == (1, 0)


def test_there_is_no_number_for_a_time_before_the_first_record():
    zone.licence("2024-03-05")
    assert value("licences_granted", "2023") is None
    assert value("licences_granted", "2024-02") is None


def test_there_is_no_number_for_a_time_to_come():
    zone.licence("2024-03-05")
    assert value("licences_granted", "2027") is None


def test_the_capital_of_new_companies_is_added_up_in_ten_thousands():
    zone.licence("2024-03-05", capital="壹佰万元整")
    zone.licence("2024-03-06", capital="贰佰万伍仟元整")
    zone.licence("2024-03-07", capital="一百万美元")
    zone.licence("2024-03-08", "sole_trader_registration", capital="")
    found = compute(indicator("registered_capital"), Period.year(2024), now=NOW)
    assert found.value == Decimal("300.5")
    assert len(found.members) == 2


def test_the_time_of_registration_is_the_median_without_waiting_for_the_applicant():
    zone.decided(("2024-03-04", "submit", "submitted", "start", 3), ("2024-03-04", "decide_at_once", "registered", "stop", 0))
    zone.decided(("2024-03-04", "submit", "submitted", "start", 3), ("2024-03-06", "register", "registered", "stop", 0))
    zone.decided(
        ("2024-03-04", "submit", "submitted", "start", 3),
        ("2024-03-05", "ask_correction", "correction_asked", "pause", 0),
        ("2024-03-11", "correct", "submitted", "resume", 0),
        ("2024-03-12", "register", "registered", "stop", 0),
    )
    assert (value("registration_days"), value("registration_days_promised")) == (1, 3)


def test_only_a_registration_that_was_granted_has_a_time():
    zone.decided(("2024-03-04", "submit", "submitted", "start", 3), ("2024-03-05", "refuse", "refused", "stop", 0))
    assert value("registration_days") is None
    zone.decided(("2024-03-04", "submit", "submitted", "start", 1), ("2024-03-08", "register", "registered", "stop", 0), matter="registration_change")
    assert value("registration_days") is None


def test_joint_licences_and_what_they_saved():
    zone.joint("2024-03-05", "2024-03-05", "2024-04-01")
    zone.joint("2023-12-30", "2024-01-05")
    zone.joint("2024-06-01", "")
    assert (value("joint_licences_issued"), value("joint_cases_issued"), value("joint_applications_saved")) == (5, 2, 3)
    assert (value("joint_licences_issued", "2024-04"), value("joint_cases_issued", "2024-04"), value("joint_applications_saved", "2024-04")) == (1, 0, 1)


def test_requests_are_counted_by_the_day_on_which_they_were_made():
    zone.request("2024-03-05", "policy")
    zone.request("2024-03-06", "policy", "labour")
    zone.request("2024-06-05", "finance", state="in_hand")
    zone.request("2024-06-06", state="withdrawn")
    zone.request("2024-06-07", state="draft")
    assert [value("requests_received", each) for each in ("2024", "2024Q1", "2024-06", "2024-07")] == [4, 2, 2, 0]
    assert (value("requests_received_policy"), value("requests_received_labour"), value("requests_received_market")) == (2, 1, 0)
    assert (value("requests_closed"), value("requests_closed_policy"), value("requests_closed_finance")) == (2, 2, 0)


def test_shares_of_the_requests_are_those_of_their_own_page():
    zone.request("2024-03-05", "policy", rating=5)
    zone.request("2024-03-06", "policy", rating=1, solved=False)
    zone.request("2024-03-07", "policy", rating=4, late=True)
    assert (value("requests_satisfied"), value("requests_solved")) == (Decimal("66.7"), Decimal("66.7"))
    assert (value("requests_in_time"), value("requests_contacted")) == (Decimal("66.7"), Decimal("100.0"))


def test_a_share_of_nothing_is_no_number():
    zone.request("2024-03-05", "policy", state="in_hand")
    assert value("requests_satisfied") is None


def test_coverage_is_read_on_the_last_day_of_the_period(steward):
    zone.client(steward=steward)
    zone.client(steward=None)
    zone.client("project", since="2024-05-01", steward=steward)
    zone.client(since="2024-01-10", until="2024-06-30", steward=steward)
    assert [value("enterprises_covered", each) for each in ("2024Q1", "2024", "2024-02")] == [2, 1, 2]
    assert [value("projects_covered", each) for each in ("2024Q1", "2024")] == [0, 1]
    assert (value("clients_covered_share", "2024Q1"), value("clients_covered_share")) == (Decimal("66.7"), Decimal("66.7"))


def test_a_client_counts_as_contacted_in_any_quarter_of_the_year(steward):
    zone.client(steward=steward, visited=("2024-02-05",))
    zone.client(steward=steward, visited=("2024-08-05", "2024-11-05"))
    zone.client(steward=steward)
    assert [value("clients_contacted_share", each) for each in ("2024Q1", "2024Q3", "2024")] == [Decimal("33.3"), Decimal("33.3"), Decimal("66.7")]


def test_a_signing_counts_once_and_is_large_by_its_whole_sum():
    zone.promotion(("first", "2024-03-01", 120_000_000))
    zone.promotion(("first", "2024-03-02", 80_000_000), ("increase", "2024-09-01", 30_000_000))
    zone.promotion(("first", "2024-04-02", 50_000_000))
    zone.promotion(("first", "2023-04-02", 500_000_000), ("increase", "2024-09-01", 30_000_000))
    assert (value("signed_projects"), value("signed_large_projects"), value("signed_large_amount")) == (3, 2, Decimal("2.3"))
    assert (value("signed_projects", "2024Q1"), value("signed_large_projects", "2024Q1")) == (2, 1)


def test_the_investment_of_major_projects_is_that_which_was_reported():
    zone.promotion(("first", "2024-03-01", 1), listed="county", months=(("2024-03-01", 20_000_000), ("2024-04-01", 30_000_000), ("2025-01-01", 10_000_000)))
    zone.promotion(("first", "2024-03-01", 1), listed="", months=(("2024-03-01", 90_000_000),))
    zone.promotion(listed="province", state="dropped")
    assert (value("major_projects"), value("major_projects_investment"), value("major_projects_investment", "2024-03")) == (1, Decimal("0.5"), Decimal("0.2"))
    assert value("major_projects_investment", "2024-07") is None


def test_filings_that_stand_are_counted_with_their_renminbi():
    zone.filing("2024-03-05", total="50000000")
    zone.filing("2024-06-05", total="70000000", state="completed")
    zone.filing("2024-06-06", total="9000000", currency="USD")
    zone.filing("2024-06-07", state="withdrawn")
    assert (value("project_filings"), value("project_filings_total")) == (3, Decimal("1.2"))
    assert value("project_filings", "2024Q1") == 1


def test_a_rung_is_counted_by_enterprise_and_day():
    first = zone.certificate("gazelle", "2022-05-01", "2025-04-30")
    zone.certificate("gazelle", "2024-05-01", "2027-04-30", of=first.assessed)
    zone.certificate("gazelle", "2024-07-01", "2027-06-30")
    zone.certificate("gazelle", "2020-07-01", "2023-06-30")
    zone.certificate("unicorn", "2024-07-01", "2027-06-30")
    assert [value("gazelle_valid", each) for each in ("2022", "2024", "2024Q2", "2026")] == [2, 2, 1, 2]
    assert (value("gazelle_new"), value("gazelle_new", "2022"), value("unicorn_new")) == (1, 1, 1)


def test_the_ladder_has_no_number_where_no_certificate_is_known():
    assert value("gazelle_valid") is None


def test_what_did_not_get_done_is_counted_by_what_happened():
    zone.stuck("2024-02-01", ("take_over", "2024-02-01"), outcome="done", concluded="2024-02-20")
    zone.stuck("2024-02-01", ("take_over", "2024-02-01"), ("take_over", "2024-05-02"), outcome="impossible", concluded="2024-03-20")
    zone.stuck("2024-12-30", ("take_over", "2025-01-02"))
    assert (value("stuck_taken"), value("stuck_concluded"), value("stuck_done")) == (2, 2, 1)
    assert (value("stuck_taken", "2025"), value("stuck_taken", "2024-05")) == (1, 0)


def test_a_cause_is_removed_when_it_was_closed_last_and_still_is():
    zone.stuck("2024-01-04")
    zone.cause("closed", "2024-03-01")
    zone.cause("closed", "2024-03-01", "2025-02-01")
    zone.cause("recurred", "2024-03-01")
    assert (value("causes_removed"), value("causes_removed", "2025")) == (1, 1)


def test_an_indicator_that_is_entered_is_not_computed():
    assert compute(indicator("gdp"), Period.year(2024), now=NOW) is None


def test_a_period_that_is_too_short_for_an_indicator_has_no_number():
    zone.certificate("gazelle", "2024-05-01", "2027-04-30")
    assert value("gazelle_new", "2024-05") is None


MEDIANS = [((), None), ((3,), 3), ((3, 1), 2), ((5, 1, 2), 2), ((4, 1, 2, 3), Decimal("2.5"))]


@pytest.mark.parametrize(("values", "expected"), MEDIANS)
def test_the_median_is_the_middle(values, expected):
    assert median(values) == expected


def test_a_count_and_a_share_name_their_records():
    assert (count("x", (3, 1)).value, count("x", (3, 1)).members) == (2, (3, 1))
    assert (share("x", (1,), (1, 2, 3)).value, share("x", (), ()).value) == (Decimal("33.3"), None)
