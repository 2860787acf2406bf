"""Every act on a draft stands in the audit, by who did it; where the audit cannot be written the act does not happen."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from gaoxing.engines.fault import Fault
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import WINDOW, Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import actions, queries, recordings, resumption
from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.cases.recordings import Consent
from gaoxing.office.cases.words import Words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(now):
    return actions.open_draft(now=now)


@pytest.fixture
def recording(case, now):
    return recordings.keep(case, b"RIFF" + bytes(99), token="a" * 10, milliseconds=900, consent=Consent("1", 7), now=now)


def say(case, text, now, **told):
    case.refresh_from_db()
    return actions.rewrite(case, Words().state(text), None, matter="", now=now, **told)


def written(after=1):
    """What was written after the draft was opened: act, role, reason."""
    return list(Entry.objects.filter(number__gt=after).values_list("act", "role", "reason"))


def test_a_draft_is_opened_with_its_entry(case):
    entry = Entry.objects.get()
    assert (entry.act, entry.role, entry.subject_kind, entry.subject) == ("draft.made", "applicant", "cases.case", case.pk)


def test_each_step_is_an_entry_and_typing_on_is_not(case, now):
    say(case, "我要", now)
    say(case, "我要开公司", now + timedelta(seconds=2))
    say(case, "我要开店", now + timedelta(minutes=5))
    say(case, "五万元", now + timedelta(minutes=5), act="answer")
    assert written() == [("draft.changed", "applicant", "state")] * 2 + [("draft.changed", "applicant", "answer")]


def test_a_clerk_and_an_account_are_told_apart(case, now):
    say(case, "窗口代写", now, by_clerk=True)
    say(case, "本人改", now, actor=Actor(9, "applicant"))
    assert list(Entry.objects.values_list("role", "actor"))[1:] == [("window_clerk", 0), ("applicant", 9)]


def test_what_was_changed_elsewhere_meanwhile_is_no_act(case, now):
    former = Case.objects.get(pk=case.pk)
    say(case, "一", now)
    assert not actions.rewrite(former, Words().state("二"), None, matter="", now=now)
    assert not actions.go_to(former, 0, Words(), None, matter="", now=now)
    assert not actions.confirm(former, revision=7, now=now)
    assert len(written()) == 1


def test_going_back_and_saying_that_all_is_right_are_acts(case, now):
    say(case, "一", now)
    case.refresh_from_db()
    actions.go_to(case, 0, Words(), None, matter="", now=now)
    actions.confirm(case, revision=2, now=now)
    assert [act for act, *_ in written(2)] == ["draft.restored", "draft.confirmed"]


def test_papers_that_are_taken_away_are_told_with_their_kind(case, now):
    actions.take_papers(case, kind="pdf", now=now)
    assert written() == [("papers.taken", "applicant", "pdf")]


def test_a_draft_goes_with_the_reason_why(now):
    asked, left, old = (actions.open_draft(now=now - timedelta(days=40)) for _ in range(3))
    actions.discard(asked.reference, now=now)
    actions.abandon([left.reference], now=now)
    actions.forget_expired(now=now)
    assert written(3) == [("draft.deleted", "applicant", "asked"), ("draft.deleted", "clock", "abandoned"), ("draft.deleted", "clock", "expired")]
    assert list(Entry.objects.filter(act="draft.deleted").values_list("subject", flat=True)) == [asked.pk, left.pk, old.pk]


def test_many_drafts_are_deleted_each_with_its_entry(now, monkeypatch):
    monkeypatch.setattr(actions, "_AT_ONCE", 2)
    for _ in range(5):
        actions.open_draft(now=now - timedelta(days=40))
    assert actions.forget_expired(now=now) == 5
    assert len(written(5)) == 5
    assert not Case.objects.exists()


def test_a_code_is_made_and_used(case, now):
    resumption.make(case, now=now)
    resumption.use(case, now=now)
    assert [act for act, *_ in written()] == ["code.made", "code.used"]


def test_a_draft_is_handed_to_a_clerk_and_back(case, now):
    resumption.use(case, now=now, actor=WINDOW)
    actions.hand_back(case, now=now)
    assert [(act, role) for act, role, _ in written()] == [
        ("code.used", "window_clerk"),
        ("draft.handed_over", "window_clerk"),
        ("draft.handed_back", "window_clerk"),
    ]


def test_a_recording_is_kept_played_and_deleted(recording, now):
    recordings.played(recording, now=now)
    recordings.delete(recording, now=now)
    assert [(act, reason) for act, _, reason in written()] == [("recording.kept", ""), ("recording.played", ""), ("recording.deleted", "asked")]
    assert not Recording.objects.exists()


def test_recordings_go_with_the_reason_why(case, recording, now):
    recordings.delete_all([case.reference], now=now)
    recordings.keep(case, b"RIFF" + bytes(99), token="b" * 10, milliseconds=900, consent=Consent("1", 7), now=now)
    recordings.delete_due(now=now + timedelta(days=8))
    deleted = [(role, reason) for act, role, reason in written() if act == "recording.deleted"]
    assert deleted == [("applicant", "withdrawn"), ("clock", "expired")]


@pytest.fixture
def full(monkeypatch):
    def disk(*_):
        raise DatabaseError

    monkeypatch.setattr(audit, "_append", disk)


ACTS = {
    "change": lambda case, now: say(case, "一", now),
    "go back": lambda case, now: actions.go_to(case, 0, Words(), None, matter="", now=now),
    "confirm": lambda case, now: actions.confirm(case, revision=0, now=now),
    "discard": lambda case, now: actions.discard(case.reference, now=now),
    "expire": lambda case, now: actions.forget_expired(now=now + timedelta(days=40)),
    "code": lambda case, now: resumption.make(case, now=now),
    "keep": lambda case, now: recordings.keep(case, b"x", token="c" * 10, milliseconds=9, consent=Consent("1", 7), now=now),
    "withdraw": lambda case, now: recordings.delete_all([case.reference], now=now),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_without_its_entry_does_not_happen(case, recording, now, act, full):
    before = Case.objects.values().get(), Recording.objects.values().get()
    with pytest.raises(Fault, match="没有办"):
        act(Case.objects.get(), now)
    assert (Case.objects.values().get(), Recording.objects.values().get()) == before


@pytest.mark.django_db(transaction=True)
def test_no_draft_is_opened_without_its_entry(now, full):
    with pytest.raises(Fault):
        actions.open_draft(now=now)
    assert not queries.drafts([])
    assert not Case.objects.exists()
