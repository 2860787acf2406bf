"""Telling other systems: queued with the act, signed, sent to looked-at addresses alone, tried again, and a receiver that keeps failing rests."""

import base64
import hashlib
import hmac
import json
import socket
import threading
from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.api import delivering, outbox, reaching
from gaoxing.office.api.limits import waits, webhook
from gaoxing.office.api.models import Delivery, Subscription
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.webhook_networks import webhook_networks

pytestmark = pytest.mark.django_db
URL = "https://hooks.example/in"
PUBLIC = [(2, 1, 6, "", ("93.184.216.34", 443))]


@pytest.fixture
def subscription(owner, now):
    return outbox.subscribe(owner, URL, ["case.submitted", "case.decided", "case.withdrawn"], now=now, by=None)[0]


@pytest.fixture
def queued(subscription, sent_case):
    sent_case()
    return Delivery.objects.get()


@pytest.fixture
def receiver(monkeypatch):
    """What was sent, and what the receiver answers: nothing, or a Fault."""

    class Receiver:
        posts, trouble = [], None

        def take(self, post, **how):
            self.posts.append(post)
            if self.trouble:
                raise Fault(self.trouble, permanent=False)

    made = Receiver()
    made.posts = []
    monkeypatch.setattr(delivering, "deliver", made.take)
    return made


def test_an_act_is_queued_for_who_wants_it_and_tells_numbers_and_states_alone(queued, owner):
    assert set(queued.body) == {"type", "timestamp", "data"}
    assert set(queued.body["data"]) == {"number", "matter", "state", "event", "revision"}
    assert (queued.event, queued.body["data"]["state"]) == ("case.submitted", "submitted")


def test_an_act_that_is_undone_queues_nothing(subscription, sent_case, owner, now):
    case = sent_case()
    with pytest.raises(NotAllowed):
        fire_case(case, Pressed("register"), owner, now=now)
    assert Delivery.objects.count() == 1


def test_nobody_is_told_of_anothers_case(sent_case, staff, now):
    outbox.subscribe(staff("leader"), URL, list(outbox.EVENTS), now=now, by=None)
    outbox.subscribe(Unit.objects.create(code="u", name="测试科"), URL, list(outbox.EVENTS), now=now, by=None)
    sent_case()
    assert not Delivery.objects.exists()


def test_what_is_sent_is_signed_as_a_receiver_works_it_out(owner, sent_case, receiver, now):
    _made, secret = outbox.subscribe(owner, URL, ["case.submitted"], now=now, by=None)
    sent_case()
    assert delivering.deliver_due(now=now) == 1
    post = receiver.posts[0]
    told = f"{post.headers['webhook-id']}.{post.headers['webhook-timestamp']}.".encode() + post.body
    mac = base64.b64encode(hmac.new(base64.b64decode(secret.removeprefix("whsec_")), told, hashlib.sha256).digest()).decode()
    assert post.headers["webhook-signature"] == f"v1,{mac}"
    assert json.loads(post.body)["type"] == "case.submitted"


def test_a_second_run_sends_nothing_again(queued, receiver, now):
    assert (delivering.deliver_due(now=now), delivering.deliver_due(now=now), len(receiver.posts)) == (1, 0, 1)


def test_what_fails_is_tried_again_after_growing_waits_and_then_given_up(queued, receiver, now):
    receiver.trouble, moment = "答了 500", now
    for wait in (*waits(), 0):
        assert delivering.deliver_due(now=moment) == 0
        moment += timedelta(minutes=wait)
    queued.refresh_from_db()
    assert (queued.state, queued.trouble, len(receiver.posts)) == ("given_up", "答了 500", len(waits()) + 1)
    assert len({post.headers["webhook-id"] for post in receiver.posts}) == 1


def test_a_receiver_that_keeps_failing_rests_and_the_administrators_are_told(queued, receiver, staff, now):
    staff("system_administrator")
    receiver.trouble = "没有答复"
    Subscription.objects.update(failures=webhook("paused_after") - 1)
    delivering.deliver_due(now=now)
    assert Subscription.objects.get().paused == now
    assert Notice.objects.filter(event="webhook_paused").count() == 1
    assert delivering.deliver_due(now=now + timedelta(days=1)) == 0


def test_a_paused_subscription_is_resumed_with_what_it_missed(queued, receiver, now):
    receiver.trouble = "没有答复"
    delivering.deliver_due(now=now)
    Subscription.objects.update(paused=now)
    receiver.trouble = None
    outbox.resume(Subscription.objects.get(), now=now, by=None)
    assert delivering.deliver_due(now=now) == 1


def test_a_delivery_is_sent_again_when_that_is_asked_for(queued, receiver, now):
    delivering.deliver_due(now=now)
    outbox.again(queued, now=now, by=None)
    assert delivering.deliver_due(now=now) == 1


def test_nothing_more_is_sent_to_a_subscription_that_ended(queued, receiver, now):
    outbox.end(queued.subscription, now=now, by=None)
    assert (delivering.deliver_due(now=now), receiver.posts) == (0, [])


@pytest.mark.parametrize(
    "url",
    ["http://hooks.example/", "https://", "https://a:b@hooks.example/", "ftp://x", "https://hooks.example/ x", "https://汉", "https://x:99999/", "x" * 400],
)
def test_an_address_that_will_not_do_is_refused(owner, now, url):
    with pytest.raises(NotAllowed, match="https"):
        outbox.subscribe(owner, url, ["case.submitted"], now=now, by=None)


def test_unknown_events_are_refused_with_those_there_are(owner, now):
    with pytest.raises(NotAllowed, match=r"case\.submitted"):
        outbox.subscribe(owner, URL, ["case.dreamt"], now=now, by=None)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "fe80::1", "::ffff:10.0.0.1", "0.0.0.0", "224.0.0.1", "100.64.0.1", "fc00::1"]
)
def test_an_inner_address_is_not_connected_to_whatever_its_name(monkeypatch, address):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: [*PUBLIC, (2, 1, 6, "", (address, 443))])
    monkeypatch.setattr(socket, "create_connection", lambda *given, **more: pytest.fail("connected"))
    with pytest.raises(Fault, match=reaching.FORBIDDEN):
        reaching.deliver(reaching.Post(URL, {}, b"{}"), seconds=2)


def test_an_inner_network_that_the_operator_listed_is_reached():
    listed = webhook_networks({"GAOXING_WEBHOOK_NETWORKS": "10.1.0.0/16, fd00::/8"})
    assert (reaching.public("10.1.2.3", listed), reaching.public("10.2.2.3", listed), reaching.public("nonsense", listed)) == (True, False, False)


class Plain:
    """In place of TLS: hands the socket on."""

    verify_mode, check_hostname, post_handshake_auth = 0, False, None

    def wrap_socket(self, plain, server_hostname):
        return plain


ANSWERS = {
    "taken": (b"HTTP/1.1 204 No Content\r\n\r\n", ""),
    "failing": (b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", "答了 500"),
    "redirecting": (b"HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n", reaching.REDIRECTED),
    "nonsense": (b"\x00\xff lorem ipsum\r\n\r\n", reaching.NO_ANSWER),
    "silent": (b"", reaching.NO_ANSWER),
    "hanging": (None, reaching.NO_ANSWER),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_whatever_a_receiver_does_it_is_told_in_a_few_words_in_time(kind):
    said, trouble = ANSWERS[kind]
    server, over = socket.create_server(("127.0.0.1", 0)), threading.Event()
    threading.Thread(target=_serve, args=(server, said, over), daemon=True).start()
    post = reaching.Post(f"https://localhost:{server.getsockname()[1]}/in?a=1", {}, b"{}")
    told = ""
    try:
        reaching.deliver(post, seconds=1 if said is None else 5, listed=webhook_networks({"GAOXING_WEBHOOK_NETWORKS": "127.0.0.0/8,::1/128"}), context=Plain())
    except Fault as fault:
        told = fault.message
    over.set()
    server.close()
    assert told == trouble


def _serve(server, said, over):
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        if said is None:
            over.wait(5)
        elif said:
            connection.sendall(said)
