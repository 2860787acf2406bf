"""The cast of the office: a fixed moment, a visitor's browser, and what an applicant says."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client, TransactionTestCase

from gaoxing.intake import receive
from gaoxing.office.audit import triggers
from gaoxing.speech.transcript import Transcript

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
STATEMENT = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室。"


@pytest.fixture(scope="session", autouse=True)
def triggers_stand_aside_for_a_flush():
    """A test with transactions of its own ends in a flush, which the audit's triggers would refuse: they stand aside for it and come back."""
    flush = TransactionTestCase._fixture_teardown

    def around(case):
        triggers.remove(connection)
        try:
            flush(case)
        finally:
            triggers.install(connection)

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", around)
    yield
    patch.undo()


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def statement():
    return STATEMENT


@pytest.fixture
def taken():
    return receive(Transcript.of(STATEMENT), on=NOW.date())


@pytest.fixture(autouse=True)
def nobody_posted_before():
    for name in settings.CACHES:
        caches[name].clear()


@pytest.fixture
def stranger(db):
    """A browser that was never here."""
    return Client()


@pytest.fixture
def visitor(stranger):
    """A browser whose owner agreed to the privacy page."""
    stranger.post("/consent")
    return stranger


@pytest.fixture
def typing(visitor):
    """Posts as the page does while one types."""

    def post(path="/draft/words", **fields):
        return visitor.post(path, fields, headers={"hx-request": "true"})

    return post
