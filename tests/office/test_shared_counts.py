"""Counts that several processes share hold: none is lost, none lives longer than it was given, and no address stands in the table."""

import threading
import time

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections
from django_ratelimit.core import is_ratelimited

from gaoxing.office.running import caches as configured
from gaoxing.office.shared_counts import SharedCounts, digest

TABLE = "shared_counts"


@pytest.fixture
def table(settings, request):
    settings.CACHES = configured({"GAOXING_CACHE": "database"})
    call_command("createcachetable", verbosity=0)
    yield caches["default"]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")


@pytest.fixture
def counts(db, table):
    return table


def rows():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key, value FROM {TABLE}")
        return cursor.fetchall()


def test_the_setting_counts_in_the_database(counts):
    assert isinstance(counts, SharedCounts)


def test_a_count_rises(counts):
    counts.set("posts", 0, 60)
    assert [counts.incr("posts"), counts.incr("posts", 2), counts.get("posts")] == [1, 3, 3]
    assert counts.decr("posts") == 2


def test_a_count_that_is_not_there_is_told(counts):
    with pytest.raises(ValueError, match="no such count"):
        counts.incr("nothing")


def test_raising_a_count_does_not_make_it_live_longer(counts, monkeypatch):
    counts.set("posts", 0, 60)
    counts.incr("posts")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT expires FROM {TABLE}")
        (ends,) = cursor.fetchone()
    assert str(ends)[:16] <= time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() + 61))


def test_no_address_stands_in_the_table(counts):
    counts.set("resume-tries-192.0.2.7", 1, 60)
    ((key, _),) = rows()
    assert "192.0.2.7" not in key
    assert len(key) == 64


def test_one_key_has_one_digest_and_others_have_others():
    assert digest("a", "", 1) == digest("a", "", 1)
    assert len({digest("a", "", 1), digest("b", "", 1), digest("a", "", 2)}) == 3


def test_a_limit_holds_through_the_shared_counts(counts, rf):
    def once_more():
        return is_ratelimited(rf.post("/"), group="trial", key="ip", rate="3/h", increment=True)

    assert [once_more() for _ in range(5)] == [False, False, False, True, True]


@pytest.mark.django_db(transaction=True)
def test_no_count_is_lost_between_those_who_count_at_once(table):
    table.set("posts", 0, 60)

    def count():
        for _ in range(5):
            caches["default"].incr("posts")
        connections.close_all()

    several = [threading.Thread(target=count) for _ in range(4)]
    for each in several:
        each.start()
        if connection.vendor == "sqlite":
            each.join()  # the tests' database lies in memory, where two cannot write at once
    for each in several:
        each.join()
    assert table.get("posts") == 20
