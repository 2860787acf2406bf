"""What is due is sent once; what fails is tried again after growing waits, then given up; nothing is sent at night that may wait."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.sender import Outcome
from gaoxing.office.notices import carriers, delivery, queries
from gaoxing.office.notices.codes import CodeSender
from gaoxing.office.notices.kept import KEPT
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.sealed import SEALED
from gaoxing.office.sealed import everything
from tests.office.notices.conftest import MOBILE, MORNING, NIGHT, WHOLE

pytestmark = pytest.mark.django_db


def state(made):
    made.refresh_from_db()
    return made.state


def test_what_is_due_is_sent_once_by_each_channel(notify, now, sms):
    notify(to=WHOLE)
    assert (delivery.deliver_due(now=now), delivery.deliver_due(now=now)) == (3, 0)
    assert [each["to"] for each in sms()] == [MOBILE]
    assert [(each.to, each.subject, each.from_email) for each in mail.outbox] == [(["a@example.org"], "草稿快到期了", "hall@example.org")]


def test_two_ticks_at_once_send_one(notify, now, sms):
    (made,) = notify()
    twin = Notice.objects.get(pk=made.pk)
    assert (delivery.deliver(made, now=now), delivery.deliver(twin, now=now)) == (True, False)
    assert len(sms()) == 1


def test_after_a_kill_it_is_sent_again_under_the_same_token_which_the_gateway_knows(notify, now, sms, minutes):
    (made,) = notify()
    carriers.carrier("sms").send(delivery.Message(MOBILE, "…", made.token))
    Notice.objects.update(claimed=now)
    assert delivery.deliver_due(now=now + minutes(9)) == 0
    assert delivery.deliver_due(now=now + minutes(11)) == 1
    assert len(sms()) == 1


def test_an_outage_is_tried_again_after_growing_waits_and_given_up_at_last(notify, now, settings):
    settings.GATEWAYS, waits = {"GAOXING_SMS_URL": "failing"}, []
    (made,) = notify()
    settings_quiet_off = now
    for _ in range(5):
        assert delivery.deliver_due(now=settings_quiet_off) == 0
        assert state(made) == "failed"
        waits.append((made.due - settings_quiet_off) // timedelta(minutes=1))
        settings_quiet_off = made.due
    assert waits == [1, 5, 15, 60, 240]
    delivery.deliver_due(now=settings_quiet_off)
    assert (state(made), made.tries) == ("given_up", 6)
    assert "网关没有答复" in made.trouble
    assert queries.troubles(now=now) == {"sms": 1}


def test_what_failed_goes_through_when_the_gateway_is_back(notify, now, settings, sms, minutes):
    settings.GATEWAYS = {"GAOXING_SMS_URL": "failing"}
    (made,) = notify()
    delivery.deliver_due(now=now)
    settings.GATEWAYS = {"GAOXING_SMS_URL": "file"}
    assert delivery.deliver_due(now=now) == 0
    assert delivery.deliver_due(now=now + minutes(1)) == 1
    assert (state(made), made.trouble, len(sms())) == ("sent", "", 1)


@pytest.mark.parametrize(("gateways", "told"), [({}, "GAOXING_SMS_URL"), ({"GAOXING_SMS_URL": "http://sms.example/"}, "https://")])
def test_what_the_operator_did_not_set_or_set_wrongly_is_given_up_and_named(notify, now, settings, gateways, told):
    settings.GATEWAYS = gateways
    (made,) = notify()
    delivery.deliver_due(now=now)
    assert state(made) == "given_up"
    assert told in made.trouble


def test_nothing_that_may_wait_is_sent_at_night_not_even_a_retry(notify, now, sms):
    (made,) = notify()
    assert delivery.deliver_due(now=NIGHT) == 0
    assert (state(made), made.due, made.tries) == ("queued", MORNING, 0)
    assert delivery.deliver_due(now=MORNING) == 1
    assert len(sms()) == 1


def test_what_is_of_no_use_any_more_is_not_sent(notify, now, sms, minutes):
    (made,) = notify("sign_in_code", values={"code": "1", "minutes": "5"})
    assert delivery.deliver_due(now=now + minutes(6)) == 0
    assert (state(made), sms()) == ("given_up", [])


def test_urgent_ones_go_first(notify, now, monkeypatch):
    monkeypatch.setattr(delivery, "AT_ONCE", 1)
    late, code = notify()[0], notify("sign_in_code", values={"code": "1", "minutes": "5"})[0]
    delivery.deliver_due(now=now)
    assert (state(late), state(code)) == ("queued", "sent")


def test_receipts_tell_what_became_of_it(notify, now):
    (made,) = notify()
    delivery.deliver_due(now=now)
    assert (delivery.ask_receipts(now=now), delivery.ask_receipts(now=now)) == (1, 0)
    assert state(made) == "delivered"


@pytest.mark.parametrize(("outcome", "expected"), [(Outcome.READ, "read"), (Outcome.FAILED, "given_up"), (Outcome.UNKNOWN, "sent")])
def test_each_outcome_has_its_state(notify, now, monkeypatch, outcome, expected):
    (made,) = notify()
    delivery.deliver_due(now=now)
    monkeypatch.setattr("gaoxing.engines.sending.file_sender.FileSender.outcome", lambda self, receipt: outcome)
    delivery.ask_receipts(now=now)
    assert state(made) == expected


def test_a_gateway_that_is_out_while_receipts_are_asked_for_changes_nothing(notify, now, settings):
    (made,) = notify()
    delivery.deliver_due(now=now)
    settings.GATEWAYS = {"GAOXING_SMS_URL": "failing"}
    assert delivery.ask_receipts(now=now) == 0
    assert state(made) == "sent"


def test_old_receipts_are_asked_for_no_more(notify, now):
    notify()
    delivery.deliver_due(now=now)
    assert delivery.ask_receipts(now=now + timedelta(days=4)) == 0


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [(smtplib.SMTPRecipientsRefused({}), "given_up"), (smtplib.SMTPServerDisconnected(), "failed"), (OSError(), "failed")],
)
def test_what_the_mail_server_refuses_is_given_up_and_its_outage_is_not(notify, now, monkeypatch, trouble, expected):
    def refuse(self):
        raise trouble

    monkeypatch.setattr(carriers.EmailMessage, "send", refuse)
    (made,) = notify(to=delivery_to_mail())
    delivery.deliver_due(now=now)
    assert state(made) == expected


def delivery_to_mail():
    from gaoxing.office.notices.actions import Recipient

    return Recipient(addresses={"email": "a@example.org"})


def test_a_title_cannot_add_a_head_to_the_mail(now):
    carriers.Mail().send(delivery.Message("a@example.org", "text", "t", "Title\r\nBcc: everybody@example.org"))
    assert mail.outbox[0].subject == "Title Bcc: everybody@example.org"
    assert mail.outbox[0].recipients() == ["a@example.org"]


def test_without_a_mail_server_it_is_given_up_and_named(notify, now, settings):
    settings.MAIL_FROM = ""
    (made,) = notify(to=delivery_to_mail())
    delivery.deliver_due(now=now)
    assert state(made) == "given_up"
    assert "GAOXING_SMTP" in made.trouble


def test_a_code_is_sent_at_once_also_at_night(sms):
    CodeSender().send(MOBILE, "482913", now=NIGHT)
    assert "482913" in sms()[0]["text"]
    assert Notice.objects.get().state == "sent"


def test_a_code_that_cannot_be_sent_is_told_and_not_sent_later(settings, sms, now, minutes):
    settings.GATEWAYS = {"GAOXING_SMS_URL": "failing"}
    with pytest.raises(Fault, match="短信暂时不通"):
        CodeSender().send(MOBILE, "482913", now=now)
    settings.GATEWAYS = {"GAOXING_SMS_URL": "file"}
    assert delivery.deliver_due(now=now + minutes(2)) == 0
    assert sms() == []


def test_codes_go_after_a_day_and_others_after_half_a_year(notify, now):
    notify()
    CodeSender().send(MOBILE, "482913", now=now)
    (kept,) = KEPT
    assert kept.delete(now + timedelta(hours=23)) == 0
    assert (kept.due(now + timedelta(days=2)), kept.delete(now + timedelta(days=2))) == (1, 1)
    assert (kept.delete(now + timedelta(days=181)), kept.held()) == (1, 0)


def test_the_office_knows_what_notices_seal(notify):
    assert {each.name for each in SEALED} <= {each.name for each in everything()}
    notify()
    assert [sum(each.counts().values()) for each in SEALED] == [1, 1]
