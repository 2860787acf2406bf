"""Several processes open only where they count together, and the office says on which database it stands."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.core.management.base import CommandError

from gaoxing.office import running
from gaoxing.office.frontdesk.management.commands import serve

SUM = """
from gaoxing.office.health import counted
counted.count("tour", 200, 0.01)
print(counted.page().decode())
"""


@pytest.fixture
def on(monkeypatch):
    """Puts the office on another database, as far as it is asked for its name."""
    return lambda database: monkeypatch.setattr(serve, "settings", SimpleNamespace(DATABASES={"default": database}))


@pytest.mark.parametrize("workers", [0, -1, 17])
def test_a_number_of_processes_that_cannot_be_is_told(workers):
    with pytest.raises(CommandError, match="1 到 16 的整数"):
        serve._require_shared(workers)


def test_several_processes_that_count_apart_are_refused_with_what_to_do():
    with pytest.raises(CommandError, match="GAOXING_CACHE=database"):
        serve._require_shared(2)


def test_several_processes_that_count_together_open(settings):
    settings.CACHES = running.caches({"GAOXING_CACHE": "database"})
    assert serve._require_shared(16) is None


def test_one_process_needs_nothing():
    assert serve._require_shared(1) is None


def test_the_database_is_named_without_its_password(on):
    on({"ENGINE": "django.db.backends.postgresql", "HOST": "db.example", "NAME": "office", "PASSWORD": "secret"})
    assert serve._database() == "PostgreSQL（db.example，office）"


def test_a_database_of_this_machine_is_named_so(on, tmp_path):
    on({"ENGINE": "django.db.backends.postgresql", "HOST": "", "NAME": "office"})
    assert "本机" in serve._database()
    on({"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "gaoxing.sqlite3"})
    assert serve._database() == "SQLite（gaoxing.sqlite3）"


def test_processes_that_share_a_folder_add_up_what_they_answered(tmp_path):
    environ = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    told = [subprocess.run([sys.executable, "-c", SUM], env=environ, capture_output=True, text=True, check=True).stdout for _ in range(3)]
    assert 'gaoxing_requests_total{route="tour",status="200"} 3.0' in told[-1]
