"""Keeping computed figures: when a period is over they are kept; computed anew they are restated where they differ, both shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.audit.models import Entry as AuditEntry
from gaoxing.office.indicators import keeping, queries
from gaoxing.office.indicators.keeping import keep_due
from gaoxing.office.indicators.models import Recount, Value
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.indicators.publishing import load_published
from gaoxing.office.indicators.ticking import DUE
from gaoxing.office.projects.models import Promotion
from tests.office.indicators import zone

pytestmark = pytest.mark.django_db
FEBRUARY = datetime(2025, 2, 10, 3, 0, tzinfo=zone.HERE)
YEAR = Period.year(2024)


def day(now):
    """Everything that the ticks of a day do; how many ticks it took."""
    ticks = 1
    while keep_due(now):
        ticks += 1
    return ticks


def kept(id_="signed_projects", period="2024"):
    return list(Value.objects.filter(indicator=id_, period=period, origin="kept").order_by("pk"))


def figure(id_="signed_projects", period=YEAR, now=FEBRUARY):
    return queries.figure(id_, period, person=OPERATOR, now=now)


@pytest.fixture
def signed():
    return zone.promotion(("first", "2024-03-01", 120_000_000))


@pytest.fixture
def few(monkeypatch):
    """Two periods back are enough, and all of them in one tick."""
    monkeypatch.setattr(keeping, "BACK", {"month": 0, "quarter": 1, "year": 1})
    monkeypatch.setattr(keeping, "AT_ONCE", 1_000)


def test_a_figure_is_kept_when_its_period_is_over(signed, few):
    day(FEBRUARY)
    (row,) = kept()
    assert (row.value, row.source, row.scope, row.dated, row.at, row.by) == (1, "系统计算", "本系统登记的招商项目", YEAR.last, FEBRUARY, None)
    assert AuditEntry.objects.filter(act="indicator.kept", role="clock").count() == Value.objects.count()


def test_a_period_that_runs_is_not_kept(signed, few):
    day(FEBRUARY)
    assert kept(period="2025") == kept(period="2025Q1") == []
    assert len(kept(period="2024Q4")) == 1


def test_a_day_is_done_once(signed, few):
    day(FEBRUARY)
    count = Value.objects.count()
    assert keep_due(FEBRUARY) == 0
    assert Value.objects.count() == count


def test_the_ticks_of_a_day_go_on_where_the_last_ended(signed, few, monkeypatch):
    monkeypatch.setattr(keeping, "AT_ONCE", 20)
    assert day(FEBRUARY) > 3
    assert len(kept()) == 1
    assert Recount.objects.get().day == FEBRUARY.date()


def test_computed_anew_the_same_figure_stands(signed, few):
    day(FEBRUARY)
    day(FEBRUARY + timedelta(days=1))
    assert len(kept()) == 1
    assert Recount.objects.get().day == (FEBRUARY + timedelta(days=1)).date()


def test_computed_anew_a_different_figure_restates_and_both_stay(signed, few):
    day(FEBRUARY)
    zone.promotion(("first", "2024-05-01", 120_000_000))
    day(FEBRUARY + timedelta(days=1))
    former, row = kept()
    assert [(each.value, each.current) for each in (former, row)] == [(1, False), (2, True)]
    assert (row.restates, row.reason) == (former, keeping.REASON)
    assert AuditEntry.objects.filter(act="indicator.recounted").exists()


def test_a_figure_that_differs_from_what_was_kept_shows_both(signed, few):
    day(FEBRUARY)
    zone.promotion(("first", "2024-05-01", 120_000_000))
    found = figure()
    assert (found.value, [each.value for each in found.restated]) == (2, [1])


def test_a_restated_figure_shows_what_was_kept_before(signed, few):
    day(FEBRUARY)
    zone.promotion(("first", "2024-05-01", 120_000_000))
    day(FEBRUARY + timedelta(days=1))
    assert [each.value for each in figure().restated] == [1]


def test_a_figure_that_stands_shows_nothing_before(signed, few):
    day(FEBRUARY)
    assert figure().restated == ()


def test_once_the_records_begin_to_go_what_was_kept_is_the_figure(signed, few):
    day(FEBRUARY)
    Promotion.objects.all().delete()
    later = FEBRUARY + timedelta(days=queries.LIVE_DAYS + 40)
    assert (figure(now=later).value, figure(now=later).records) == (1, "")


def test_what_has_no_number_is_not_kept(few):
    day(FEBRUARY)
    assert not Value.objects.exists()


def test_what_was_published_is_never_kept_as_computed(signed, few, now):
    load_published(now=now)
    day(FEBRUARY)
    assert {row.value for row in kept("signed_large_projects")} == {Decimal(1)}
    assert [each.value for each in figure("signed_large_projects").published] == [Decimal(32)]


def test_a_whole_year_of_periods_is_kept_each_day():
    found = keeping._places(FEBRUARY.date())
    assert len({str(period) for _wanted, period in found}) == 13 + 5 + 2
    assert all(period.closed(on=FEBRUARY.date()) and period.kind in wanted.kinds for wanted, period in found)


def test_the_tick_keeps_them():
    assert [(name, deed) for name, deed in DUE] == [("指标留存和复算", keep_due)]
