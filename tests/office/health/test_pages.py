"""The pages for machines: open, cheap, and without a word that helps a stranger; the metrics are there for whoever shows the token alone."""

import json
import re

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from gaoxing.office.health import parts
from gaoxing.office.health.views import pages

TOKEN = "a-token-of-the-tests"


@pytest.fixture
def asked(settings, client):
    settings.METRICS_TOKEN = TOKEN
    return lambda shown=f"Bearer {TOKEN}": client.get("/metrics", headers={"authorization": shown})


def test_alive_without_a_database():
    answer = Client().get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]


def test_ready_tells_a_word_a_part(client, ticked):
    answer = client.get("/health/ready")
    told = answer.json()
    assert (answer.status_code, told["status"]) == (200, "ready")
    assert told["parts"] == {**dict.fromkeys(parts.NEEDED, "ok"), "backup": "never"}


def test_a_database_that_is_down_is_told_by_503_without_a_trace(client, db, monkeypatch):
    def down(*_):
        raise OperationalError('connection to server at "10.1.2.3" failed for user "secret"')

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", down)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["parts"]["database"]) == (503, "down")
    assert not any(word in answer.content.decode() for word in ("10.1.2.3", "secret", "Traceback", "Error"))


def test_what_is_told_to_strangers_are_words_alone(client, ticked, settings):
    told = client.get("/health/ready").content.decode()
    assert str(settings.DATA) not in told
    assert not any(each.isdigit() for each in told)


def test_however_many_ask_the_office_is_looked_over_once(client, ticked, monkeypatch):
    seen = []
    monkeypatch.setattr(parts, "looked", lambda *_, **__: seen.append(1) or dict.fromkeys(parts.NEEDED, "ok"))
    assert {client.get("/health/ready").status_code for _ in range(20)} == {200}
    assert len(seen) == 1


def test_after_some_seconds_it_is_looked_over_anew():
    remembered, made = type(pages.LOOKED)(seconds=5), iter("abc")
    assert [remembered.ask(lambda: next(made), at=at) for at in (10, 14.9, 15, 19, 21)] == ["a", "a", "b", "b", "c"]


@pytest.mark.parametrize("path", ["/health", "/health/ready", "/metrics"])
def test_nobody_posts_there(db, settings, path):
    settings.METRICS_TOKEN = TOKEN
    assert Client().post(path).status_code == 405


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN}x", "Bearer 号"])
def test_with_a_wrong_token_there_is_no_such_page(asked, db, shown):
    wrong, absent = asked(shown), Client().get("/nothing-here")
    assert wrong.status_code == absent.status_code == 404
    assert b"gaoxing_" not in wrong.content


def test_without_a_setting_there_is_no_such_page_with_any_token(client, db, settings):
    settings.METRICS_TOKEN = ""
    assert {client.get("/metrics", headers={"authorization": told}).status_code for told in ("", "Bearer ", "Bearer x")} == {404}


def test_a_wrong_token_is_answered_as_none_is(asked, db):
    wrong, none = (re.sub(rb"\w{64}", b"", asked(shown).content) for shown in ("Bearer wrong", ""))
    assert wrong == none


def test_the_figures_can_be_read_by_prometheus(asked, ticked):
    answer = asked()
    families = {each.name for each in text_string_to_metric_families(answer.content.decode())}
    assert answer["Content-Type"].startswith("text/plain")
    assert {"gaoxing_cases", "gaoxing_requests", "gaoxing_request_seconds", "gaoxing_database_up", "gaoxing_tick_age_seconds"} <= families


def test_a_request_is_counted_by_route_and_status(asked, client, ticked):
    client.get("/nothing-here/13800001234")
    text = asked().content.decode()
    assert 'gaoxing_requests_total{route="none",status="404"}' in text
    assert "13800001234" not in text


def test_without_the_database_the_metrics_tell_that_alone(asked, db, monkeypatch):
    def down(*_, **__):
        raise OperationalError("down")

    monkeypatch.setattr("gaoxing.office.health.figures._by_state", down)
    answer = asked()
    assert answer.status_code == 200
    assert b"gaoxing_database_up 0.0" in answer.content
    assert b"gaoxing_cases" not in answer.content


def test_every_answer_bears_its_number(client, db):
    numbers = {client.get("/health")["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3
    assert all(len(each) == 16 for each in numbers)


def test_a_health_page_reads_no_words_in_the_askers_language(client, ticked):
    assert json.loads(client.get("/health/ready", headers={"accept-language": "en"}).content)["status"] == "ready"
