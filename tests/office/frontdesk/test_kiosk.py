"""A device for everybody: its session ends with the browser and soon, no list, no trace, and a way to leave on every page."""

import html
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from gaoxing.office.cases.models import Case

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.fixture
def hall(db):
    """A browser on a device in a hall, its owner agreed."""
    browser = Client()
    browser.post("/kiosk", {"on": "yes"})
    browser.post("/consent")
    return browser


def test_a_device_becomes_a_kiosk_and_an_ordinary_one_again(stranger):
    assert "现在不是自助机" in text_of(stranger.get("/kiosk"))
    stranger.post("/kiosk", {"on": "yes"})
    assert "现在是自助机" in text_of(stranger.get("/kiosk"))
    stranger.post("/kiosk", {"on": "no"})
    assert "data-kiosk" not in stranger.get("/").content.decode()


def test_an_office_of_kiosks_cannot_be_switched_off_at_one(stranger, settings):
    settings.KIOSK = True
    assert "data-kiosk" in stranger.get("/").content.decode()
    response = stranger.post("/kiosk", {"on": "no"})
    assert (response.status_code, "请找管理员" in text_of(response)) == (409, True)


def test_the_session_ends_with_the_browser_and_within_ten_minutes(hall, statement):
    cookie = hall.post("/draft/words", {"words": statement}).cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert Session.objects.get().expire_date - timezone.now() <= timedelta(minutes=10)


def test_looking_counts_as_using_but_being_asked_does_not(hall):
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=2))
    hall.get("/kiosk/idle")
    assert Session.objects.get().expire_date < timezone.now() + timedelta(minutes=3)
    hall.get("/desk")
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=9)


def test_an_ordinary_browser_is_known_for_thirty_days(visitor):
    assert 29 * 24 * 3600 < int(visitor.cookies["sessionid"]["max-age"]) <= 30 * 24 * 3600
    assert "办完并清除" not in text_of(visitor.get("/desk"))


@pytest.mark.parametrize("path", ["/", "/desk", "/resume", "/code", "/privacy", "/kiosk", "/nowhere"])
def test_the_way_to_leave_stands_on_every_page(hall, path):
    page = hall.get(path).content.decode()
    assert 'action="/clear"' in page
    assert "kiosk.js" in page


def test_no_drafts_are_listed_at_a_kiosk(hall, statement):
    hall.post("/draft/words", {"words": statement})
    response = hall.get("/drafts")
    assert (response.status_code, "请用取回码" in text_of(response)) == (409, True)


def test_leaving_deletes_the_draft_and_keeps_the_device_a_kiosk(hall, statement):
    hall.post("/draft/words", {"words": statement})
    response = hall.post("/clear", {"idle": "1"})
    assert response["Location"] == "/cleared?kept=0&gone=1&idle=1"
    assert not Case.objects.exists()
    page = hall.get(response["Location"])
    assert "已经自动结束" in text_of(page)
    assert "data-kiosk" in page.content.decode()


def test_a_draft_with_a_code_stays_when_one_leaves(hall, statement):
    hall.post("/draft/words", {"words": statement})
    hall.post("/code", {"mark": ""})
    assert hall.post("/clear")["Location"] == "/cleared?kept=1&gone=0"
    assert Case.objects.count() == 1


def test_a_page_learns_that_its_session_has_ended(hall):
    assert hall.post("/kiosk/awake").status_code == 204
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    assert hall.post("/kiosk/awake").status_code == 205


@pytest.mark.parametrize("query", ["kept=x&gone=-1", "kept=99999", "kept=<script>", ""])
def test_what_is_told_after_leaving_is_numbers_only(stranger, query):
    page = stranger.get(f"/cleared?{query}")
    assert page.status_code == 200
    assert "系统里没有留下草稿" in text_of(page)


def test_without_javascript_the_page_asks_after_eight_minutes_and_ends_by_itself(hall):
    assert 'content="480; url=/kiosk/idle"' in hall.get("/desk").content.decode()
    page = hall.get("/kiosk/idle").content.decode()
    assert 'url=/cleared?idle=1"' in page
    assert "480" not in page
