"""An office of its own in processes of their own, on SQLite or, where DATABASE_URL is set, on a PostgreSQL database made for it: backups need real files."""

import json
import os
import secrets
import subprocess
import sys
from contextlib import closing
from urllib.parse import urlsplit

import pytest

CLI = "import sys; from gaoxing.cli import main; sys.exit(main(sys.argv[1:]))"
URL = os.environ.get("DATABASE_URL", "")


class Office:
    """Commands of the terminal on one data folder and one database."""

    def __init__(self, data, url=""):
        self.data, self.url = data, url

    def environ(self, **given):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
        return {**kept, "GAOXING_DATA": str(self.data), **({"DATABASE_URL": self.url} if self.url else {}), **given}

    def run(self, *command, **environ):
        return subprocess.run(command, env=self.environ(**environ), capture_output=True, text=True, check=False)

    def gaoxing(self, *words, **environ):
        return self.run(sys.executable, "-c", CLI, *map(str, words), **environ)

    def told(self, *words, **environ):
        """What a command that goes well prints."""
        done = self.gaoxing(*words, **environ)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="session")
def database():
    """Makes empty databases: an address of a new one on PostgreSQL, nothing on SQLite."""
    made = []

    def new():
        if not URL:
            return ""
        made.append(f"backup_{secrets.token_hex(6)}")
        execute(f"CREATE DATABASE {made[-1]}")
        return urlsplit(URL)._replace(path=f"/{made[-1]}").geturl()

    yield new
    for name in made:
        execute(f"DROP DATABASE {name} WITH (FORCE)")


def execute(statement):
    import psycopg

    with closing(psycopg.connect(URL, autocommit=True)) as session:
        session.execute(statement)
