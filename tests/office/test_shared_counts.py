"""Counts that several processes share hold: none is lost, none lives longer than it was given, and no address stands in the table."""

import threading
import time

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone
from django_ratelimit.core import is_ratelimited

from gaoxing.office.running import caches as configured
from gaoxing.office.shared_counts import SharedCounts, digest, turn

TABLE = "shared_counts"
NOW = timezone.now()


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


def test_what_is_there_is_not_kept_anew(counts, django_assert_num_queries):
    assert counts.add("posts", 4, 60)
    with django_assert_num_queries(1):
        assert not counts.add("posts", 0, 60)
    assert counts.get("posts") == 4


def test_turns_are_counted_by_one_statement_each(counts, django_assert_num_queries):
    assert counts.turn("token", 60, now=NOW) == 1
    with django_assert_num_queries(3):
        assert [counts.turn("token", 60, now=NOW) for _ in range(3)] == [2, 3, 4]
    assert counts.turn("another", 60, now=NOW) == 1


def test_a_turn_after_the_end_is_the_first_again(counts):
    assert [counts.turn("token", 0, now=NOW), counts.turn("token", 60, now=NOW), counts.turn("token", 60, now=NOW)] == [1, 1, 2]


def test_turns_are_no_other_counts(counts):
    counts.turn("posts", 60, now=NOW)
    assert counts.get("posts") is None
    counts.set("posts", 7, 60)
    assert (counts.turn("posts", 60, now=NOW), counts.get("posts")) == (2, 7)


def test_the_first_turn_drops_what_is_over(counts):
    counts.set("old", 1, -60)
    counts.set("young", 1, 60)
    counts.turn("token", 60, now=timezone.now())
    assert len(rows()) == 2
    assert counts.get("young") == 1


def test_no_token_stands_in_the_table(counts):
    counts.turn("api-12-345", 60, now=NOW)
    assert "api-12" not in str(rows())


@pytest.mark.django_db
def test_turns_without_a_shared_table_are_the_same():
    assert [turn(caches["default"], "turns-alone", 60, now=NOW) for _ in range(3)] == [1, 2, 3]


def test_turns_go_through_the_shared_table_where_there_is_one(counts):
    assert [turn(counts, "token", 60, now=NOW), counts.turn("token", 60, now=NOW)] == [1, 2]


def test_a_turn_within_a_transaction_leaves_the_transaction_waiting_for_the_disk(counts):
    counts.turn("token", 60, now=NOW)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone() == ("on",)


@pytest.mark.django_db(transaction=True)
def test_a_turn_alone_leaves_the_next_act_waiting_for_the_disk(table):
    assert [table.turn("token", 60, now=NOW) for _ in range(2)] == [1, 2]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone() == ("on",)


@pytest.mark.django_db(transaction=True)
def test_no_turn_is_taken_twice(table):
    taken = []

    def ask():
        taken.extend(table.turn("token", 60, now=NOW) for _ in range(5))
        connections.close_all()

    several = [threading.Thread(target=ask) for _ in range(4)]
    for each in several:
        each.start()
        if connection.vendor == "sqlite":
            each.join()  # the tests' database lies in memory, where two cannot write at once
    for each in several:
        each.join()
    assert sorted(taken) == list(range(1, 21))


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
