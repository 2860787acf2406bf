"""Versions hold from their day on, old ones come back, and every act stands in the audit."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone import actions, queries
from gaoxing.office.zone.models import ZoneVersion
from gaoxing.office.zone.profile import shipped
from tests.office.zone.conftest import ADMINISTRATOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(profile, now):
    def published(*, days=0, logo=b"", at=now, **changed):
        return actions.publish(profile(**changed), logo, since=(at + timedelta(days=days)).date(), actor=ADMINISTRATOR, now=at)

    return published


def test_before_anybody_published_the_shipped_one_holds():
    assert queries.profile() == shipped()
    assert queries.logo() == b""


def test_a_version_of_today_holds_at_once(publish):
    publish(authority="某市行政审批局")
    assert queries.profile().authority == "某市行政审批局"


def test_a_version_of_another_day_holds_when_its_day_comes(publish, now):
    publish(days=3, authority="某市行政审批局")
    assert actions.apply_due(now=now + timedelta(days=2)) == 0
    assert queries.profile().authority == shipped().authority
    assert actions.apply_due(now=now + timedelta(days=3)) == 1
    assert actions.apply_due(now=now + timedelta(days=3)) == 0
    assert queries.profile().authority == "某市行政审批局"


def test_of_two_due_at_once_the_later_day_wins(publish, now):
    publish(days=2, name="后来的园区")
    publish(days=1, name="先来的园区")
    assert actions.apply_due(now=now + timedelta(days=9)) == 2
    assert queries.profile().name == "后来的园区"


def test_a_day_that_is_over_is_refused(publish):
    with pytest.raises(NotAllowed, match="今天或以后"):
        publish(days=-1)
    assert not ZoneVersion.objects.exists()


def test_an_old_version_comes_back_as_a_new_one(publish, now):
    first = publish(name="第一个园区", logo=b"png")
    publish(name="第二个园区", at=now + timedelta(minutes=1))
    made = actions.restore(first, actor=ADMINISTRATOR, now=now + timedelta(minutes=2))
    assert (queries.profile().name, made.restores, queries.logo()) == ("第一个园区", first.pk, b"png")
    assert ZoneVersion.objects.count() == 3


def test_a_version_whose_day_has_not_come_can_be_taken_back_once(publish, now):
    pending = publish(days=3, name="别的园区")
    actions.withdraw(pending, actor=ADMINISTRATOR, now=now)
    assert actions.apply_due(now=now + timedelta(days=9)) == 0
    with pytest.raises(NotAllowed, match="不能再撤"):
        actions.withdraw(pending, actor=ADMINISTRATOR, now=now)


def test_every_act_stands_in_the_audit_with_who_did_it(publish, now):
    first = publish()
    actions.withdraw(publish(days=1), actor=ADMINISTRATOR, now=now)
    actions.restore(first, actor=ADMINISTRATOR, now=now)
    acts = [f"zone.{act}" for act in ("published", "published", "withdrawn", "restored")]
    assert list(Entry.objects.order_by("number").values_list("act", "actor")) == [(act, 5) for act in acts]


def test_where_the_audit_cannot_be_written_nothing_is_published(publish, monkeypatch):
    def broken(*arguments, **how):
        raise DatabaseError

    monkeypatch.setattr(actions.audit, "write", broken)
    with pytest.raises(DatabaseError):
        publish()
    assert not ZoneVersion.objects.exists()


def test_what_an_earlier_edition_wrote_otherwise_falls_back_to_what_is_shipped(now):
    values = {"name": "老园区", "region": "x", "unknown": 1}
    ZoneVersion.objects.create(values=values, since=now.date(), made=now, made_by=5, applied=now)
    queries.forget()
    assert (queries.profile().name, queries.profile().region) == ("老园区", "320583")


def test_where_the_database_does_not_answer_the_shipped_one_is_shown(monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(queries, "in_force", broken)
    assert (queries.profile(), queries.logo_number()) == (shipped(), 0)


def test_a_page_asks_the_database_once(publish, django_assert_num_queries):
    publish(name="某某园区")
    queries.profile()
    with django_assert_num_queries(0):
        assert queries.profile().name == "某某园区"
