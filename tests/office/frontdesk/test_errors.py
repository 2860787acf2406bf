import html
import logging
import re

import pytest
from django.db import OperationalError
from django.test import Client

from gaoxing.office.frontdesk import actions
from gaoxing.office.quiet import QuietFormatter

pytestmark = pytest.mark.django_db
SECRET = "张三320583199001011234"


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_an_unknown_page_says_where_to_go(visitor):
    response = visitor.get("/nowhere")
    assert response.status_code == 404
    assert "回首页" in text_of(response)


def test_a_host_that_is_not_ours_is_told_how_to_allow_it(visitor):
    response = visitor.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "GAOXING_ORIGIN" in text_of(response)


def test_a_post_without_its_token_is_refused_in_plain_words():
    response = Client(enforce_csrf_checks=True).post("/draft/words", {"words": "我要开公司"})
    assert response.status_code == 403
    assert "请刷新页面" in text_of(response)


@pytest.fixture
def crashing(monkeypatch):
    def crash(*args, **kwargs):
        raise ValueError(SECRET)

    monkeypatch.setattr(actions, "say", crash)
    client = Client(raise_request_exception=False)
    client.post("/consent")
    return client


def test_a_crash_shows_a_sentence_and_no_trace(crashing):
    response = crashing.post("/draft/words", {"words": "我要开公司"})
    assert response.status_code == 500
    assert "系统出了故障" in text_of(response)
    assert SECRET not in text_of(response)
    assert "Traceback" not in text_of(response)


def test_a_crash_of_a_part_of_the_page_is_a_notice_on_it(crashing):
    response = crashing.post("/draft/words", {"words": "我要开公司"}, headers={"hx-request": "true"})
    assert 'id="notice"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_the_log_of_a_crash_has_places_and_no_words(crashing, capsys):
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(QuietFormatter("%(message)s").format(record))
    logging.getLogger("django.request").addHandler(handler)
    try:
        crashing.post("/draft/words", {"words": SECRET})
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert "ValueError" in lines[0]
    assert "test_errors.py" in lines[0]
    assert SECRET not in "".join(lines)


def test_every_handler_of_the_office_formats_quietly():
    handlers = [handler for name in ("", "django", "django.request") for handler in logging.getLogger(name).handlers if type(handler) is logging.StreamHandler]
    assert handlers
    assert all(isinstance(handler.formatter, QuietFormatter) for handler in handlers)


def test_every_page_forbids_scripts_and_frames_of_others(visitor):
    for response in (visitor.get("/desk"), visitor.get("/nowhere")):
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response["X-Frame-Options"] == "DENY"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "same-origin"


def test_no_page_holds_a_script_or_style_of_its_own(visitor):
    page = visitor.get("/desk").content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|hx-on", page)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(visitor):
    response = visitor.post("/draft/words", {"words": "我要开公司"})
    cookie = response.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert visitor.get("/desk").cookies["csrftoken"]["httponly"]


@pytest.mark.parametrize("path", ["/draft/words", "/draft/turns/1", "/draft/turns/1/remove", "/draft/restart"])
def test_what_changes_something_is_never_a_get(visitor, path):
    assert visitor.get(path).status_code == 405


def test_a_database_that_cannot_write_is_told_in_a_sentence_and_nothing_was_done(monkeypatch):
    def full(*args, **kwargs):
        raise OperationalError("database or disk is full")

    client = Client(raise_request_exception=False)
    client.post("/consent")
    monkeypatch.setattr(actions, "say", full)
    response = client.post("/draft/words", {"words": "我要开公司"})
    assert response.status_code == 503
    assert "磁盘满了" in text_of(response)
    assert "disk is full" not in text_of(response)
