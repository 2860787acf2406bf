"""What is due is deleted and counted, kind by kind."""

from datetime import timedelta

import pytest

from gaoxing.office.retention import actions, queries
from gaoxing.office.retention.actions import Kept, delete_due, note
from gaoxing.office.retention.models import Deletion

pytestmark = pytest.mark.django_db


def kind(name, *counts, order=None):
    left = list(counts)

    def delete(now):
        (order if order is not None else []).append(name)
        return left.pop(0) if left else 0

    return Kept(name, f"{name} 称", "30 天", lambda: 7, lambda now: 2, delete)


@pytest.fixture
def office(monkeypatch):
    """An office that keeps such kinds and no others."""

    def keeping(*kinds):
        monkeypatch.setattr(actions, "everything", lambda: kinds)
        monkeypatch.setattr(queries, "everything", lambda: kinds)

    return keeping


def counted():
    return list(Deletion.objects.order_by("day", "kind").values_list("kind", "day__day", "count"))


def test_what_was_deleted_is_counted_by_kind_and_day(office, now):
    office(kind("draft", 3, 2, 4), kind("recording", 1))
    assert delete_due(now=now) == {"draft 称": 3, "recording 称": 1}
    delete_due(now=now)
    delete_due(now=now + timedelta(days=1))
    assert counted() == [("draft", 24, 5), ("recording", 24, 1), ("draft", 25, 4)]


def test_where_nothing_is_due_nothing_is_counted(office, now):
    office(kind("draft"))
    assert delete_due(now=now) == {}
    assert counted() == []


def test_the_day_is_that_of_the_office(office, now):
    note("draft", 1, now=now.replace(hour=0, minute=5))
    assert counted() == [("draft", 24, 1)]


def test_what_fails_leaves_what_was_done_before_it_counted(office, now):
    def broken(_):
        raise OSError

    office(kind("draft", 3), Kept("broken", "坏的", "", lambda: 0, lambda _: 0, broken))
    with pytest.raises(OSError):
        delete_due(now=now)
    assert counted() == [("draft", 24, 3)]


def test_the_report_tells_what_is_kept_and_what_was_deleted(office, now):
    office(kind("draft", 3))
    delete_due(now=now)
    (line,) = queries.standing(now=now)
    assert (line.called, line.rule, line.held, line.due) == ("draft 称", "30 天", 7, 2)
    assert [(each.kind, each.count) for each in queries.deleted()] == [("draft", 3)]
    assert queries.deleted(since=now.date() + timedelta(days=1)) == ()
