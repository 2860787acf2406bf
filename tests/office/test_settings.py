"""Settings are read by a process of their own, as the environment differs."""

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json
from gaoxing.office import settings as s
print(json.dumps([s.ALLOWED_HOSTS, s.SESSION_COOKIE_SECURE, s.DATABASES["default"]["ENGINE"], s.CSRF_TRUSTED_ORIGINS]))
"""


def asked(tmp_path, **environ):
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "GAOXING_ORIGIN", "GAOXING_HOSTS"}}
    done = subprocess.run([sys.executable, "-c", ASK], env={**kept, "GAOXING_DATA": str(tmp_path), **environ}, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_alone_it_answers_this_machine_only(tmp_path):
    hosts, secure, engine, trusted = asked(tmp_path)
    assert hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert (secure, trusted) == (False, [])
    assert engine == "django.db.backends.sqlite3"
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600


def test_an_address_over_https_makes_cookies_secure(tmp_path):
    hosts, secure, _, trusted = asked(tmp_path, GAOXING_ORIGIN="https://hall.example/", GAOXING_HOSTS="a.example, b.example")
    assert hosts[3:] == ["hall.example", "a.example", "b.example"]
    assert (secure, trusted) == (True, ["https://hall.example"])


def test_a_database_url_chooses_postgresql(tmp_path):
    assert asked(tmp_path, DATABASE_URL="postgres://a:b@localhost/c")[2] == "django.db.backends.postgresql"


@pytest.mark.django_db
def test_sqlite_runs_as_decided():
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("another database is under test")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.transaction_mode == "IMMEDIATE"
    assert connection.settings_dict["OPTIONS"]["timeout"] == 20
