"""Doing an act: the table's sentence in the reader's language, one event after another, what is sealed, what the audit is told, and who was quicker."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation

from gaoxing.casework import tables
from gaoxing.casework.acting import Outcome, Reason
from gaoxing.casework.table import ClockAct
from gaoxing.office.firing import doing
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed
from tests.casework.sound import SOUND

[LOAN] = tables.load(SOUND, "loan.toml")
FINE = {"card_expired": False, "books_over": 0}
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
AWAY = Reason("away", "这两天出门")


def outcome(**changed):
    told = {"source": "asked", "act": "look", "target": "looked_for", "role": "keeper", "effects": (), "clock": None, "limit": None, "pause": ""}
    return Outcome(**{**told, "reasons": (), **changed})


def event(number=1, act="look", at=NOON):
    return SimpleNamespace(number=number, act=act, at=at)


def test_an_act_that_the_table_does_not_know_is_refused_before_anything_is_asked():
    with pytest.raises(NotAllowed, match="没有这个操作"):
        doing.require_act(LOAN, "burn")
    assert doing.require_act(LOAN, "look") is None


def test_an_act_that_may_be_done_is_answered_with_its_outcome():
    assert doing.answered(LOAN, "asked", Pressed("look"), FINE, "keeper").target == "looked_for"


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "“去找”由管理员来办"), ("en", "“Look” is for the keeper")])
def test_a_refusal_speaks_the_language_of_the_page(language, words):
    with translation.override(language), pytest.raises(NotAllowed, match=words):
        doing.answered(LOAN, "asked", Pressed("look"), FINE, "reader")


def test_a_limit_that_the_step_does_not_have_is_refused_with_a_sentence():
    with pytest.raises(NotAllowed, match="缺了要填的内容"):
        doing.answered(LOAN, "asked", Pressed("look", limit="forever"), FINE, "keeper")


def test_what_nobody_handed_in_is_asked_for_and_never_taken_for_granted():
    with pytest.raises(NotAllowed, match="缺了要填的内容"):
        doing.answered(LOAN, "asked", Pressed("look"), {}, "keeper")


def test_the_first_event_is_number_one_at_the_moment_of_the_act():
    told = doing.happened(outcome(), [], None, now=NOON)
    assert (told["number"], told["at"], told["by"], told["act"], told["clock"], told["days"], told["reason"]) == (1, NOON, None, "look", "", 0, "")


def test_an_event_never_stands_before_the_one_before_it():
    told = doing.happened(outcome(), [event(at=NOON + timedelta(minutes=5))], None, now=NOON)
    assert (told["number"], told["at"]) == (2, NOON + timedelta(minutes=5))


def test_an_event_keeps_clock_limit_and_every_reason_once():
    limit = SimpleNamespace(days=3)
    told = doing.happened(outcome(clock=ClockAct.START, limit=limit, reasons=(AWAY, AWAY, Reason("rain", "下雨"))), [], None, now=NOON)
    assert (told["clock"], told["days"], told["reason"]) == ("start", 3, "away rain")


def test_nothing_is_sealed_where_nothing_was_written():
    assert doing.noted(outcome(), Pressed("look")) == {}


def test_reasons_note_and_details_are_sealed_together_and_a_long_note_is_cut():
    note = doing.noted(outcome(reasons=(AWAY,)), Pressed("look", note="字" * 3_000, details={"by_phone": True}))
    assert (len(note["note"]), note["reasons"][0]["id"], note["by_phone"]) == (doing.MOST_NOTES, "away", True)


def test_the_system_acts_as_nobody_and_a_person_as_themselves():
    person = SimpleNamespace(pk=7)
    assert (doing.actor_of(outcome(), None).number, doing.actor_of(outcome(), person).number) == (0, 7)


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "“去找”（03-02 12:00）"), ("en", "“Look” (03-02 12:00)")])
def test_whoever_was_overtaken_reads_who_did_what_and_when(language, words):
    with translation.override(language):
        assert words in doing.overtaken(LOAN, event()).reason


@pytest.mark.parametrize(("unseen", "words"), [("", "这一件刚才在别处办过"), ("草稿改过了。", "草稿改过了。")])
def test_whoever_was_overtaken_by_what_left_no_event_reads_that(unseen, words):
    assert doing.overtaken(LOAN, None, unseen).reason.startswith(words)
