"""The sign-in's Protocol is met, and the tick sends."""

import pytest
from django.core.management import call_command

from gaoxing.office.notices import delivery
from gaoxing.office.notices.codes import CodeSender
from gaoxing.office.people import sending
from tests.office.notices.conftest import MOBILE

pytestmark = pytest.mark.django_db


def test_the_sign_in_can_send_by_it(settings, sms, now):
    settings.CODE_SENDER = "gaoxing.office.notices.codes.CodeSender"
    assert isinstance(sending.sender(), CodeSender)
    sending.sender().send(MOBILE, "482913", now=now)
    assert sms()[0]["to"] == MOBILE


def test_the_tick_sends_what_is_due_and_twice_is_once(sms, notify, monkeypatch):
    monkeypatch.setattr(delivery, "decent", lambda moment, *hours: moment)
    notify()
    for _ in range(2):
        call_command("tick", verbosity=0)
    assert len(sms()) == 1
