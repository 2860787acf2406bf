"""Pages of entries and all of them, by what is asked."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from gaoxing.office.audit import actions, queries
from gaoxing.office.audit.entry import Actor, Subject
from gaoxing.office.audit.queries import Wanted, page, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def mixed(chain, now):
    with transaction.atomic():
        actions.write("code.made", actor=Actor(8, "applicant"), subject=Subject("cases.case", 9), now=now + timedelta(days=1), reason="lost")


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [6, 5, 4, 3, 2, 1]),
        (Wanted(act="case.read"), [4, 2]),
        (Wanted(actor=8), [6]),
        (Wanted(actor=0), []),
        (Wanted(role="applicant"), [6]),
        (Wanted(subject_kind="cases.case", subject=9), [6]),
        (Wanted(reason="lost"), [6]),
        (Wanted(act="case.read", actor=8), []),
    ],
)
def test_the_entries_asked_for_are_found(mixed, wanted, numbers):
    assert [entry.number for entry in page(wanted).entries] == numbers
    assert [row[0] for row in rows(wanted)] == numbers[::-1]


def test_entries_are_found_by_their_time(mixed, now):
    assert [entry.number for entry in page(Wanted(since=now + timedelta(hours=1))).entries] == [6]
    assert [entry.number for entry in page(Wanted(until=now + timedelta(hours=1))).entries] == [5, 4, 3, 2, 1]


def test_pages_go_on_where_the_one_before_ended(mixed):
    first = page(Wanted(), size=4)
    second = page(Wanted(), before=first.older, size=4)
    assert ([entry.number for entry in first.entries], first.older) == ([6, 5, 4, 3], 3)
    assert ([entry.number for entry in second.entries], second.older) == ([2, 1], None)


def test_a_page_that_is_just_full_is_the_last(mixed):
    assert page(Wanted(), size=6).older is None


def test_a_page_asks_the_database_once_and_never_counts(mixed):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(Wanted(act="case.read"), before=100)
    assert len(asked) == 1
    assert "OFFSET" not in asked[0]["sql"]


def test_all_entries_come_piece_by_piece(mixed, monkeypatch):
    monkeypatch.setattr(queries, "_AT_ONCE", 2)
    assert [row[0] for row in rows(Wanted())] == [1, 2, 3, 4, 5, 6]
    assert [row[0] for row in rows(Wanted(), after=4)] == [5, 6]


def test_every_act_is_listed_once(mixed):
    assert queries.acts() == ("case.changed", "case.closed", "case.opened", "case.read", "code.made")


def test_what_was_asked_can_be_kept(now):
    assert Wanted(act="case.read", actor=0, since=now).to_json() == {"act": "case.read", "actor": "0", "since": str(now)}
