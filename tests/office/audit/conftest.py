"""A chain of a few entries, and hands that get round its triggers as a thief with the database would."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from gaoxing.office.audit import actions, triggers
from gaoxing.office.audit.entry import Actor, Subject

CLERK = Actor(7, "window_clerk")


@pytest.fixture
def chain(db, now):
    """Five entries: what a clerk did to a case."""
    with transaction.atomic():
        for act in ("case.opened", "case.read", "case.changed", "case.read", "case.closed"):
            actions.write(act, actor=CLERK, subject=Subject("cases.case", 3), now=now, details={"step": act})


@contextmanager
def without_triggers():
    """The entries as somebody finds them who may do anything to the database."""
    triggers.remove(connection)
    try:
        yield
    finally:
        triggers.install(connection)


@pytest.fixture
def thief(chain):
    """Runs SQL past the triggers."""

    def run(sql, *values):
        with without_triggers(), connection.cursor() as cursor:
            cursor.execute(sql, values)

    return run
