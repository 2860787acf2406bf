"""A notice is queued by every channel by which somebody is reached, once for one reason, sealed, at a decent hour."""

import pytest

from gaoxing.office.notices import actions, queries, templates_in_force
from gaoxing.office.notices.actions import Recipient
from gaoxing.office.notices.events import event
from gaoxing.office.notices.models import Notice, Template
from gaoxing.office.notices.permissions import visible_to
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from tests.office.notices.conftest import ENDING, MOBILE, MORNING, NIGHT, WHOLE
from tests.office.zone.conftest import ADMINISTRATOR

pytestmark = pytest.mark.django_db


def test_somebody_is_told_by_every_channel_by_which_they_are_reached(notify):
    assert {each.channel for each in notify(to=WHOLE)} == {"page", "email", "sms", "wecom"}
    assert {each.channel for each in notify()} == {"sms"}
    assert notify(to=Recipient()) == ()


def test_neither_address_nor_words_lie_open(notify):
    (made,) = notify()
    assert MOBILE.encode() not in bytes(made.address)
    assert "公司设立".encode() not in bytes(made.content)
    assert (queries.address_of(made), queries.content_of(made)[0]) == (MOBILE, "草稿快到期了")
    assert MOBILE not in str(made)


def test_the_words_name_the_values_and_the_zone(notify):
    text = queries.content_of(notify()[0])[1]
    assert text.startswith("【昆山高新区】您的“公司设立登记”草稿 2026-12-24")


def test_english_is_spoken_to_those_who_chose_it_and_chinese_to_all_others(notify):
    assert "draft" in queries.content_of(notify(to=Recipient(language="en", addresses={"sms": MOBILE}))[0])[0]
    assert "草稿" in queries.content_of(notify(to=Recipient(language="fr", addresses={"sms": MOBILE}))[0])[0]


def test_the_same_reminder_is_queued_once_and_another_reason_again(notify):
    assert len(notify(to=WHOLE, once="case 3")) == 4
    assert notify(to=WHOLE, once="case 3") == ()
    assert len(notify(to=WHOLE, once="case 4")) == 4
    assert len(notify()) == len(notify()) == 1


def test_at_night_a_reminder_waits_for_the_morning_and_what_may_not_wait_does_not(notify):
    assert notify(at=NIGHT)[0].due == MORNING
    assert notify("sign_in_code", values={"code": "1", "minutes": "5"}, at=NIGHT)[0].due == NIGHT


def test_in_page_it_is_there_at_once_also_at_night(notify):
    (made,) = notify(to=Recipient(7), at=NIGHT)
    assert (made.state, made.due) == ("delivered", NIGHT)
    assert queries.unread(7) == 1


def test_reading_one_and_reading_all(notify, now):
    first, *_ = notify(to=Recipient(7)), notify(to=Recipient(7)), notify(to=Recipient(8))
    assert actions.mark_read(7, first[0].pk, now=now)
    assert not actions.mark_read(7, first[0].pk, now=now)
    assert (queries.unread(7), queries.unread(8)) == (1, 1)
    assert actions.mark_all_read(7, now=now) == 1
    assert [each.unread for each in queries.inbox(7)] == [False, False]


def test_nobody_reads_anothers(notify, now):
    (made,) = notify(to=Recipient(7))
    assert not actions.mark_read(8, made.pk, now=now)
    assert queries.inbox(8) == ()
    assert list(visible_to(Person(pk=7))) == [made]
    assert not visible_to(Person(pk=8)).exists()


def test_a_value_that_the_words_name_and_nobody_gave_queues_nothing(notify):
    with pytest.raises(KeyError):
        notify(values={})
    with pytest.raises(KeyError):
        notify("no such kind")
    assert not Notice.objects.exists()


def test_a_zones_own_words_are_used_and_put_back(notify, now):
    kind = event("draft_ending")
    templates_in_force.write(kind, "sms", "zh-hans", "快点", "{day} 就没了", actor=ADMINISTRATOR, now=now)
    assert queries.content_of(notify()[0]) == ("快点", "2026-12-24 就没了")
    assert queries.content_of(notify(to=Recipient(7))[0])[0] == "草稿快到期了"
    templates_in_force.put_back(kind, "sms", "zh-hans", actor=ADMINISTRATOR, now=now)
    templates_in_force.put_back(kind, "sms", "zh-hans", actor=ADMINISTRATOR, now=now)
    assert queries.content_of(notify()[0])[0] == "草稿快到期了"


def test_words_that_cannot_be_used_are_not_stored(now):
    with pytest.raises(NotAllowed, match="必须有"):
        templates_in_force.write(event("draft_ending"), "sms", "zh-hans", "快点", "没写哪天", actor=ADMINISTRATOR, now=now)
    assert not Template.objects.exists()


def test_what_was_queued_keeps_its_words_when_they_are_changed(notify, now):
    (made,) = notify()
    templates_in_force.write(event("draft_ending"), "sms", "zh-hans", "改了", "{day}", actor=ADMINISTRATOR, now=now)
    made.refresh_from_db()
    assert queries.content_of(made)[0] == "草稿快到期了"
    assert ENDING["day"] in queries.content_of(made)[1]
