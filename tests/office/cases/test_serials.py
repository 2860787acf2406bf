"""Case numbers: zone, year and serial; never twice, no gap where a submission was rolled back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from gaoxing.office.cases.models import Serial
from gaoxing.office.cases.serials import next_number
from gaoxing.office.zone.profile import shipped

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)


def test_numbers_follow_each_other():
    assert [next_number(now=NOW) for _ in range(3)] == [f"320583-2026-{number:06}" for number in (1, 2, 3)]


def test_a_year_begins_anew_at_midnight_of_the_zone():
    assert next_number(now=datetime(2026, 12, 31, 15, 59, tzinfo=UTC)) == "320583-2026-000001"
    assert next_number(now=datetime(2026, 12, 31, 16, 1, tzinfo=UTC)) == "320583-2027-000001"


def test_another_zone_counts_for_itself(monkeypatch):
    next_number(now=NOW)
    monkeypatch.setattr("gaoxing.office.cases.serials.profile", lambda: replace(shipped(), region="320505"))
    assert next_number(now=NOW) == "320505-2026-000001"


def test_what_is_rolled_back_leaves_no_gap():
    with transaction.atomic():
        assert next_number(now=NOW) == "320583-2026-000001"
        transaction.set_rollback(True)
    assert next_number(now=NOW) == "320583-2026-000001"


def test_a_million_and_more_still_fit():
    Serial.objects.create(region="320583", year=2026, last=1_234_567)
    assert next_number(now=NOW) == "320583-2026-1234568"


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_no_number_is_given():
    assert not connection.in_atomic_block
    with pytest.raises(RuntimeError, match="own transaction"):
        next_number(now=NOW)
