"""Somebody to tell, a gateway that writes a file, and daylight."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.engines.sending.file_sender import FileSender
from gaoxing.office.notices import actions
from gaoxing.office.notices.actions import Recipient

MOBILE = "13900001234"
WHOLE = Recipient(7, addresses={"sms": MOBILE, "email": "a@example.org", "wecom": "wx1"})
NIGHT = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
ENDING = {"day": "2026-12-24", "matter": "公司设立登记"}


@pytest.fixture(autouse=True)
def gateways(settings, tmp_path):
    """Everything is set: both gateways write files, mail goes to a box in memory."""
    settings.DATA, settings.MAIL_FROM = tmp_path, "hall@example.org"
    settings.GATEWAYS = {"GAOXING_SMS_URL": "file", "GAOXING_WECOM_URL": "file"}
    return settings


@pytest.fixture
def sms(tmp_path):
    """What was sent by SMS."""
    return FileSender(tmp_path / "sent-sms.jsonl").lines


@pytest.fixture
def notify(db, now):
    """Queues the reminder of a draft that ends, by SMS alone unless told."""

    def queued(kind="draft_ending", to=None, values=ENDING, *, at=now, once=""):
        return actions.notify(kind, to or Recipient(addresses={"sms": MOBILE}), values, now=at, once=once)

    return queued


@pytest.fixture
def minutes():
    return lambda count: timedelta(minutes=count)
