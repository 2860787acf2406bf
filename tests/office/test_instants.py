"""PostgreSQL's times are read quickly, and to the same moment that the driver reads."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import BaseTzLoader

from gaoxing.office.instants import QuickLoader, quicken
from gaoxing.office.people.models import Person


class SlowLoader(BaseTzLoader):
    """The driver's, as Django takes it."""

    timezone = UTC


@pytest.mark.parametrize("rest", ["", ".5", ".05", ".000001", ".123456", ".12345", ".120000"])
def test_a_time_is_what_the_driver_reads(rest):
    told = f"2026-03-02 09:00:00{rest}+00".encode()
    assert QuickLoader(0).load(told) == SlowLoader(0).load(told)
    assert QuickLoader(0).load(told).tzinfo is UTC


@pytest.mark.parametrize("told", [b"0001-01-01 00:00:00+00", b"9999-12-31 23:59:59.999999+00", b"1970-01-01 00:00:00+00", b"2024-02-29 23:59:59+00"])
def test_the_ends_of_time_are_read(told):
    assert QuickLoader(0).load(memoryview(told)) == SlowLoader(0).load(told)


@pytest.mark.parametrize("told", [b"0044-03-15 00:00:00+00 BC", b"infinity"])
def test_what_python_does_not_know_goes_the_long_way(told):
    with pytest.raises(Exception, match=r".") as slow:
        SlowLoader(0).load(told)
    with pytest.raises(type(slow.value)):
        QuickLoader(0).load(told)


def opened(vendor, timezone=UTC):
    """A connection that was just opened, and what was registered on it."""
    kept = []
    adapters = SimpleNamespace(register_loader=lambda *given: kept.append(given))
    quicken(None, SimpleNamespace(vendor=vendor, timezone=timezone, connection=SimpleNamespace(adapters=adapters)))
    return kept


def test_only_a_connection_that_speaks_utc_reads_so():
    assert opened("postgresql") == [("timestamptz", QuickLoader)]
    assert opened("postgresql", None) == []
    assert opened("sqlite") == []


@pytest.mark.django_db
def test_what_was_stored_is_read_back():
    at = datetime(2026, 11, 26, 2, 4, 48, 120300, tzinfo=UTC)
    made = Person.objects.create(account="clerk.one", joined=at)
    assert Person.objects.get(pk=made.pk).joined == at
    if connection.vendor == "postgresql":
        assert isinstance(connection.connection.adapters.get_loader(1184, 0)(1184), QuickLoader)
