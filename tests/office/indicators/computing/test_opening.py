"""Every computed number opens exactly the records that it counts, through their room's own permission, as many as it says."""

from __future__ import annotations

from datetime import datetime

import pytest

from gaoxing.office.indicators import queries, records
from gaoxing.office.indicators.computing.opening import KINDS, opened, opens
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import indicator, indicators
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.people.remembering import remembering
from gaoxing.office.refusal import NotAllowed
from tests.office.indicators import zone
from tests.office.indicators.conftest import *  # noqa: F403

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=zone.HERE)
YEAR = Period.year(2024)
OF_EVERY_KIND = (
    "licences_granted",
    "registration_days",
    "joint_licences_issued",
    "requests_received",
    "requests_in_time",
    "enterprises_covered",
    "signed_projects",
    "project_filings",
    "gazelle_valid",
    "stuck_taken",
    "causes_removed",
)
"""An indicator for each kind of record."""

COMPUTED = [id_ for id_, each in indicators().items() if each.computed]


@pytest.fixture
def lively(steward):
    """A zone in which every computed indicator has a record."""
    for matter in ("company_registration", "sole_trader_registration"):
        zone.licence("2024-03-05", matter)
    zone.decided(("2024-03-04", "submit", "submitted", "start", 3), ("2024-03-06", "register", "registered", "stop", 0))
    zone.joint("2024-03-05", "2024-03-06", "2024-04-01")
    categories = ("policy", "construction", "finance", "labour", "utilities", "market", "amenities")
    for category in categories:
        zone.request("2024-03-05", category)
    zone.request("2024-06-05", *categories, rating=1, solved=False, late=True)
    zone.client(steward=steward, visited=("2024-02-05",))
    zone.client("project", steward=steward)
    zone.client(steward=None)
    zone.promotion(("first", "2024-03-01", 120_000_000), listed="county", months=(("2024-03-01", 20_000_000),))
    zone.filing("2024-03-05")
    for rung in ("technology_sme", "high_tech_enterprise", "gazelle", "potential_unicorn", "unicorn"):
        zone.certificate(rung, "2024-05-01", "2027-04-30")
    zone.stuck("2024-02-01", ("take_over", "2024-02-01"), outcome="done", concluded="2024-02-20")
    zone.cause("closed", "2024-03-01")


@pytest.fixture
def remembered():
    """What several indicators are counted from is asked once, as on a page."""
    with remembering():
        yield


def test_every_number_opens_as_many_records_as_it_counts(lively, leader, monkeypatch, remembered):
    monkeypatch.setattr(records, "PAGE", 2)
    for id_ in COMPUTED:
        wanted, result = indicator(id_), compute(indicator(id_), YEAR, now=NOW)
        assert result is not None, id_
        assert result.members, id_
        found, rows, after = records.found(wanted, YEAR, leader, whole=False, now=NOW), [], 0
        while True:
            more, after = records.listed(found, leader, after=after, on=NOW.date())
            rows += more
            if not after:
                break
        assert len(rows) == len(found.numbers) == len(result.members), id_
        assert len({(row.address, row.number, row.name) for row in rows}) == len(rows), id_
        if wanted.unit in ("家", "个", "件", "项", "证", "次"):
            assert len(rows) == result.value, id_


def test_a_share_opens_all_of_which_it_is_one(lively, leader, remembered):
    shares = [id_ for id_ in COMPUTED if indicator(id_).unit == "%"]
    for id_ in shares:
        some, whole = (records.found(indicator(id_), YEAR, leader, whole=each, now=NOW) for each in (False, True))
        assert set(some.numbers) <= set(whole.numbers), id_
        assert round(len(some.numbers) * 100 / len(whole.numbers), 1) == float(some.value.split()[0]), id_


def test_a_figure_leads_to_its_records_for_whoever_may_see_all_of_them(lively, leader, reader, remembered):
    for id_ in OF_EVERY_KIND:
        found = queries.figure(id_, YEAR, person=leader, now=NOW)
        assert found.records == f"/staff/indicators/{id_}/records?period=2024"
        assert queries.figure(id_, YEAR, person=OPERATOR, now=NOW).records == "", id_
        assert bool(queries.figure(id_, YEAR, person=reader, now=NOW).records) == (id_ == "signed_projects"), id_


def test_the_figure_itself_is_the_same_for_everybody(lively, leader, reader, remembered):
    for id_ in OF_EVERY_KIND:
        assert queries.figure(id_, YEAR, person=leader, now=NOW).value == queries.figure(id_, YEAR, person=reader, now=NOW).value


def test_whoever_does_not_see_the_room_opens_nothing(lively, reader, steward):
    with pytest.raises(NotAllowed, match="看得到数字，看不到明细"):
        records.found(indicator("requests_received"), YEAR, reader, whole=False, now=NOW)
    with pytest.raises(NotAllowed, match="没有系统里的记录"):
        records.found(indicator("requests_received"), YEAR, steward, whole=False, now=NOW)


def test_a_handler_opens_promotions_and_no_request(lively, handler):
    assert records.found(indicator("signed_projects"), YEAR, handler, whole=False, now=NOW).numbers
    assert not opens("aftercare.request", handler, on=NOW.date())


def test_the_rows_come_through_the_rooms_own_permission(lively, reader):
    for id_ in set(OF_EVERY_KIND) - {"signed_projects"}:
        result = compute(indicator(id_), YEAR, now=NOW)
        assert list(opened(result.kind, result.members, reader, on=NOW.date())) == [], id_


def test_what_is_entered_has_no_records(leader):
    with pytest.raises(NotAllowed, match="不是由系统计算的"):
        records.found(indicator("gdp"), YEAR, leader, whole=False, now=NOW)


def test_every_kind_of_record_has_a_name(lively):
    kinds = {compute(indicator(id_), YEAR, now=NOW).kind for id_ in OF_EVERY_KIND}
    assert kinds == set(KINDS)
    assert all(each.name() for each in KINDS.values())


def test_the_records_go_out_as_a_table(lively, leader):
    found = records.found(indicator("signed_projects"), YEAR, leader, whole=False, now=NOW)
    listing = records.listing(found, leader, on=NOW.date())
    (row,) = listing.rows
    assert len(row) == len(listing.headings) == 4
    assert listing.above[:2] == ("新签约项目", "2024 年")
