"""A request under a key is done once and answered alike, also when two come at once; another request under it is refused; nothing lies there in clear."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from gaoxing.office.api.models import Replay
from gaoxing.office.cases.models import Case
from gaoxing.office.people import accounts
from tests.house.source import ROOT
from tests.office.api import racing

SAID = "我想办个体户，经营者叫丁大宝，手机13800001234，开一家面馆"
BODY = {"said": SAID, "consent": "2026-11"}


@pytest.mark.django_db
def test_the_same_request_under_the_same_key_is_done_once(system):
    first, second = (system.post("/drafts", BODY, key="one") for _ in range(2))
    assert (first.status_code, second.status_code, first.content) == (201, 201, second.content)
    assert second["Idempotency-Replayed"] == "true"
    assert Case.objects.count() == 1


@pytest.mark.django_db
def test_another_request_under_the_same_key_is_refused(system):
    system.post("/drafts", BODY, key="one")
    answer = system.post("/drafts", {**BODY, "said": "别的话"}, key="one")
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (422, "header.Idempotency-Key")
    assert Case.objects.count() == 1


@pytest.mark.django_db
def test_one_persons_key_is_not_anothers(system, system_of, now):
    other = system_of(accounts.applicant_of("13900007777", language="zh-hans", now=now))
    assert system.post("/drafts", BODY, key="one").json()["id"] != other.post("/drafts", BODY, key="one").json()["id"]


@pytest.mark.django_db
@pytest.mark.parametrize("key", [" ", "x" * 101, "\u00e9"])
def test_a_request_without_a_fit_key_is_not_done(system, key):
    answer = system.post("/drafts", BODY, key=key)
    assert (answer.status_code, Case.objects.count()) == (400, 0)


@pytest.mark.django_db
def test_a_refused_request_may_be_sent_again_under_its_key(system):
    draft = system.post("/drafts", BODY).json()
    path = f"/drafts/{draft['id']}/words"
    stale = system.post(path, {"revision": 99, "said": "开在昆山"}, key="one")
    assert stale.status_code == 409
    assert system.post(path, {"revision": draft["revision"], "said": "开在昆山"}, key="one").status_code == 200


@pytest.mark.django_db
def test_what_is_kept_of_a_request_shows_nothing_of_it(system):
    system.post("/drafts", BODY, key="secret-key")
    row = Replay.objects.get()
    stored = bytes(row.answer) + repr((row.key, row.body)).encode()
    assert not [each for each in (b"secret-key", "面馆".encode(), b"13800001234", b"138****1234") if each in stored]


@pytest.mark.django_db
def test_a_key_is_forgotten_after_a_day(system):
    system.post("/drafts", BODY, key="one")
    Replay.objects.update(made=timezone.now() - timedelta(hours=25))
    assert "Idempotency-Replayed" not in system.post("/drafts", BODY, key="one")
    assert Case.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_four_at_once_under_one_key_one_is_done(tmp_path):
    found = racing.races() if connection.vendor == "postgresql" else on_a_file(tmp_path, "tests.office.api.racing")
    assert found == {"statuses": [201], "answers": 1, "drafts": 1}


def on_a_file(tmp_path, module):
    """The same on a database file, as SQLite is used."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(tmp_path), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    done = subprocess.run([sys.executable, "-m", module], env={**environ, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
