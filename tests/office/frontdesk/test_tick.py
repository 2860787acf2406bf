"""The minute's tick: what is over goes, what is not stays, and a second run changes nothing."""

import multiprocessing
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.cases import actions, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.management.commands import serve, tick
from gaoxing.office.indicators import keeping

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def young(monkeypatch):
    """The office opened today: it has no figures of earlier months to keep."""
    monkeypatch.setattr(keeping, "opened", timezone.localdate)


def ticked():
    out = StringIO()
    call_command("tick", stdout=out)
    return out.getvalue().strip()


def draft(*, days=0):
    return actions.open_draft(now=timezone.now() - timedelta(days=days))


def session(*, over, **data):
    store = SessionStore()
    store.update(data)
    store.save()
    Session.objects.filter(pk=store.session_key).update(expire_date=timezone.now() + timedelta(minutes=-1 if over else 9))


def test_nothing_due_is_nothing_done_and_nothing_said():
    draft()
    session(over=False)
    assert ticked() == ""
    assert (Case.objects.count(), Session.objects.count()) == (1, 1)


def test_old_drafts_and_sessions_go_and_a_second_run_finds_none():
    draft(days=31)
    fresh = draft(days=29)
    session(over=True)
    assert ticked() == "草稿 1，会话 1"
    assert ticked() == ""
    assert Case.objects.get() == fresh


def test_codes_long_over_are_forgotten():
    case = draft()
    resumption.make(case, now=timezone.now() - timedelta(days=61))
    assert ticked() == "取回码 1"


def test_what_was_begun_at_a_kiosk_goes_with_its_session_unless_a_code_opens_it():
    left, coded, fetched = draft(), draft(), draft()
    resumption.make(coded, now=timezone.now())
    every = [each.reference for each in (left, coded, fetched)]
    session(over=True, shared=True, drafts=every, fetched=[fetched.reference])
    ticked()
    assert set(Case.objects.all()) == {coded, fetched}


def test_an_ordinary_browsers_drafts_stay_when_its_session_ends():
    case = draft()
    session(over=True, drafts=[case.reference])
    ticked()
    assert Case.objects.get() == case
    assert visitor.left_at_kiosk({"drafts": [case.reference]}) == ()


def test_a_tick_that_fails_is_one_line_without_words_and_no_end(monkeypatch, caplog):
    def broken(now):
        raise DatabaseError("a name stands here")

    monkeypatch.setattr(tick, "DUE", (("草稿", broken),))
    monkeypatch.setattr(serve.connections, "close_all", lambda: None)
    serve._tick()
    assert caplog.messages == ["the minute's tick failed: DatabaseError"]


def test_the_office_ticks_at_once_and_each_minute_until_it_closes(monkeypatch):
    runs = []
    monkeypatch.setattr(serve, "MINUTE", 0.01)
    monkeypatch.setattr(serve, "_tick", lambda: runs.append(1))
    stopped = serve._tick_each_minute()
    while len(runs) < 3:
        stopped.wait(0.01)
    stopped.set()
    assert len(runs) >= 3


def test_a_worker_begins_as_a_process_of_its_own_and_not_as_a_fork_of_what_made_papers(monkeypatch):
    before, begun = multiprocessing.get_start_method(), []

    class Told:
        def __init__(self, *given, **told):
            begun.append(multiprocessing.get_start_method())

        def serve(self):
            """Serves nobody."""

    monkeypatch.setattr(serve, "Server", Told)
    try:
        serve._serve("127.0.0.1", 8000, 1)
    finally:
        multiprocessing.set_start_method(before, force=True)
    assert begun == ["spawn"]
