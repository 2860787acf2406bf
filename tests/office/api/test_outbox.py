"""A delivery stands in the database iff its act does, is sent once, and waits, rests and ends as it should; its body holds nothing of a person."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from django.db import transaction

from gaoxing.engines.fault import Fault
from gaoxing.office.api import delivering, kept, outbox, ticking
from gaoxing.office.api.limits import waits, webhook
from gaoxing.office.api.models import Delivery, Subscription
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person, Unit

pytestmark = pytest.mark.django_db
URL = "https://hooks.example/in"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def subscription(owner, now):
    return outbox.subscribe(owner, URL, list(outbox.EVENTS), now=now, by=None)[0]


@pytest.fixture
def queued(subscription, sent_case):
    sent_case()
    return Delivery.objects.get()


@pytest.fixture
def sent(monkeypatch):
    """What was sent; `trouble` fails it, `meanwhile` is done while the receiver works."""

    class Receiver:
        posts, trouble, meanwhile = [], "", None

        def take(self, post, **how):
            self.posts.append(post)
            if self.meanwhile:
                self.meanwhile()
            if self.trouble:
                raise Fault(self.trouble, permanent=False)

    made = Receiver()
    made.posts = []
    monkeypatch.setattr(delivering, "deliver", made.take)
    return made


def test_an_act_that_does_not_commit_leaves_nothing_to_send(subscription, sent_case, owner, now):
    case = sent_case()
    with transaction.atomic():
        fire_case(case, Pressed("withdraw", revision=case.revision), owner, now=now)
        within = Delivery.objects.count()
        transaction.set_rollback(True)
    assert within == 2
    assert [each.event for each in Delivery.objects.all()] == ["case.submitted"]


def test_an_act_that_cannot_be_queued_does_not_happen(subscription, sent_case, owner, now, monkeypatch):
    case = sent_case()
    monkeypatch.setattr(outbox, "_body", lambda *given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        fire_case(case, Pressed("withdraw", revision=case.revision), owner, now=now)
    assert Case.objects.get(pk=case.pk).state == "submitted"


def test_an_act_of_which_nobody_wants_to_hear_queues_nothing(owner, sent_case, now):
    outbox.subscribe(owner, URL, ["case.archived"], now=now, by=None)
    sent_case()
    assert not Delivery.objects.exists()


def test_each_act_is_queued_once_for_each_that_wants_it_under_marks_of_their_own(subscription, owner, sent_case, now):
    outbox.subscribe(owner, f"{URL}/2", ["case.submitted"], now=now, by=None)
    sent_case()
    found = Delivery.objects.all()
    assert (len(found), len({each.token for each in found}), {each.subscription_id for each in found} > {subscription.pk}) == (2, 2, True)


def test_a_closed_account_is_told_nothing_more(subscription, sent_case, owner):
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    sent_case()
    assert not Delivery.objects.exists()


@pytest.mark.parametrize(("closed", "told"), [(False, 1), (True, 0)])
def test_the_unit_that_handles_a_case_is_told_until_it_is_closed(sent_case, owner, now, closed, told):
    case, unit = sent_case(), Unit.objects.create(code="u", name="测试科", closed=now.date() if closed else None)
    outbox.subscribe(unit, URL, ["case.withdrawn"], now=now, by=None)
    Case.objects.filter(pk=case.pk).update(unit=unit)
    case.refresh_from_db()
    fire_case(case, Pressed("withdraw", revision=case.revision), owner, now=now)
    assert Delivery.objects.count() == told


def test_a_body_holds_nothing_of_a_person(queued, sent, now):
    delivering.deliver_due(now=now)
    text = sent.posts[0].body.decode() + json.dumps(dict(sent.posts[0].headers))
    assert not [each for each in ("丁大宝", "320583199001011216", "1380000", "面馆", "王某") if each in text]
    assert text.isascii()


@pytest.mark.parametrize("body", [b"{}", b'{"a": 1}', "{“汉”}".encode(), b""])
@pytest.mark.parametrize("key", [b"\x00" * 32, b"k", bytes(range(32))])
def test_a_signature_is_the_one_that_standard_webhooks_has(key, body):
    secret = outbox.SECRET + base64.b64encode(key).decode()
    mac = hmac.new(key, b"msg_1.1614265330." + body, hashlib.sha256).digest()
    assert delivering.signature(secret, "msg_1", 1614265330, body) == "v1," + base64.b64encode(mac).decode()


def test_a_secret_holds_thirty_two_bytes_that_every_library_reads(owner, now):
    made = [outbox.subscribe(owner, URL, ["case.decided"], now=now, by=None)[1] for _ in range(2)]
    assert [len(base64.b64decode(each.removeprefix("whsec_"), validate=True)) for each in made] == [32, 32]
    assert made[0] != made[1]


def test_a_secret_lies_nowhere_in_clear(owner, now):
    made, secret = outbox.subscribe(owner, URL, ["case.decided"], now=now, by=None)
    assert secret.encode() not in bytes(made.secret)
    assert base64.b64decode(secret.removeprefix("whsec_")) not in bytes(made.secret)


def test_a_secret_moved_to_another_address_signs_nothing(queued, sent, now):
    Subscription.objects.update(mark="0" * 32)
    assert (delivering.deliver_due(now=now), sent.posts) == (0, [])
    queued.refresh_from_db()
    assert queued.state == "failed"


def test_a_second_tick_while_one_sends_sends_nothing(queued, sent, now):
    inner = []
    sent.meanwhile = lambda: inner.append(delivering.deliver_due(now=now)) if not inner else None
    assert (delivering.deliver_due(now=now), inner, len(sent.posts)) == (1, [0], 1)


def test_a_second_tick_that_read_the_list_before_does_not_try_again_at_once(queued, sent, now):
    stale, sent.trouble = Delivery.objects.get(), "答了 500"
    delivering.deliver_due(now=now)
    assert not delivering._claimed(stale, now=now)
    assert delivering._claimed(stale, now=now + waits()[0] * MINUTE)


@pytest.mark.parametrize("change", [{"paused": True}, {"ended": True}])
def test_what_rests_or_ended_since_the_list_was_read_is_not_sent(queued, now, change):
    Subscription.objects.update(**dict.fromkeys(change, now))
    assert not delivering._claimed(queued, now=now)


def test_a_delivery_whose_sender_died_is_sent_by_a_later_tick_and_not_before(queued, sent, now):
    delivering._claimed(queued, now=now)
    assert delivering.deliver_due(now=now + delivering.CLAIM) == 0
    assert delivering.deliver_due(now=now + delivering.CLAIM + MINUTE) == 1


def test_the_waits_grow_as_the_figures_say(queued, sent, now):
    sent.trouble, moment, found = "答了 500", now, []
    for _ in waits():
        delivering.deliver_due(now=moment)
        queued.refresh_from_db()
        found.append((queued.due - moment) // MINUTE)
        assert delivering.deliver_due(now=queued.due - MINUTE / 60) == 0
        moment = queued.due
    assert (tuple(found), sorted(found)) == (waits(), found)


def test_a_clock_set_back_sends_nothing_early_and_nothing_twice(queued, sent, now):
    delivering.deliver_due(now=now)
    assert delivering.deliver_due(now=now - timedelta(days=2)) == 0
    Delivery.objects.update(state="queued", due=now)
    assert (delivering.deliver_due(now=now - timedelta(hours=1)), len(sent.posts)) == (0, 1)


def test_one_success_lets_the_count_of_failures_begin_anew(queued, sent, now):
    Subscription.objects.update(failures=webhook("paused_after") - 1)
    delivering.deliver_due(now=now)
    assert Subscription.objects.get().failures == 0


def test_a_failing_receiver_does_not_hold_up_another(queued, owner, sent, now):
    other = outbox.subscribe(owner, f"{URL}/2", ["case.submitted"], now=now, by=None)[0]
    Delivery.objects.create(subscription=queued.subscription, token="b", event="x", body={}, due=now, made=now)
    Delivery.objects.create(subscription=other, token="c", event="x", body={}, due=now, made=now)
    sent.meanwhile = lambda: setattr(sent, "trouble", "" if sent.posts[-1].url.endswith("/2") else "答了 500")
    assert (delivering.deliver_due(now=now), [each.url.endswith("/2") for each in sent.posts]) == (1, [False, True])


def test_who_ends_while_it_is_sent_is_not_tried_again(queued, sent, now):
    sent.trouble, sent.meanwhile = "没有答复", lambda: outbox.end(queued.subscription, now=now, by=None)
    delivering.deliver_due(now=now)
    queued.refresh_from_db()
    assert queued.state == "given_up"


def test_what_ended_is_not_resumed(subscription, now):
    outbox.end(subscription, now=now, by=None)
    Subscription.objects.update(paused=now)
    outbox.resume(subscription, now=now, by=None)
    assert Subscription.objects.get().paused == now
    assert not Entry.objects.filter(act="webhook.resumed").exists()


def test_every_deed_of_the_administrator_stands_in_the_audit_once(subscription, queued, staff, now):
    admin = staff("system_administrator")
    outbox.resume(subscription, now=now, by=admin)
    outbox.again(queued, now=now, by=admin)
    for _ in range(2):
        outbox.end(subscription, now=now, by=admin)
    found = Entry.objects.filter(act__startswith="webhook.", actor=admin.pk).order_by("number")
    assert [each.act for each in found] == ["webhook.resumed", "webhook.sent_again", "webhook.ended"]


def test_the_tick_sends_and_ends_what_is_due(queued, sent, now):
    done = {name: act(now) for name, act in ticking.DUE}
    assert done == {"推送": 1, "到期的接口令牌": 0}


def test_what_became_of_a_delivery_is_kept_a_month_and_an_ended_webhook_a_year(queued, now):
    held = {each.kind: each for each in kept.KEPT}
    days = webhook("kept_days")
    assert [held["webhook"].delete(now + timedelta(days=each)) for each in (days - 1, days + 1)] == [0, 1]
    outbox.end(queued.subscription, now=now, by=None)
    assert [held["webhook_ended"].due(now + timedelta(days=each)) for each in (366, 367)] == [0, 1]
