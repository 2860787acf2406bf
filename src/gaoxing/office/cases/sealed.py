"""What the cases seal (办件的加密内容): words, forms, history and recordings; and the digests by which a subject and a resume code are found."""

from __future__ import annotations

from collections.abc import Callable

from gaoxing.office.cases.firing import note_place
from gaoxing.office.cases.models import Case, CaseEvent, CaseNote, Recording, Reveal, SearchKey, Step, Submission
from gaoxing.office.cases.noting import words_place as note_words_place
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.revealing import words_place
from gaoxing.office.cases.search_keys import anew
from gaoxing.office.cases.story import place as place_in
from gaoxing.office.cases.subject import subject_digest
from gaoxing.office.cases.vault import place
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn


def _of_step(step: Step) -> str:
    return place(step.case_id, f"step {step.number}")


def _of_recording(recording: Recording) -> str:
    return place(recording.case_id, f"recording {recording.token}")


def _of_event(event: CaseEvent) -> str:
    return place(event.case_id, note_place(event))


def _of_reveal(reveal: Reveal) -> str:
    return place(reveal.case_id, words_place(reveal))


def _of_note(note: CaseNote) -> str:
    return place(note.case_id, note_words_place(note))


def _of_key(key: SearchKey) -> str | None:
    return anew(key)


def _of_submission(column: str) -> Callable[[Submission], str]:
    return lambda submission: place(submission.case_id, place_in(submission, column))


def _subject(case: Case) -> str | None:
    return subject_digest(form_of(case)) or None


def _unknown(case: Case) -> None:
    """Nobody knows a code but who holds it: it stays under its key until it ends."""


SEALED: tuple[Sealed, ...] = (
    SealedColumn("cases.Case", "words", lambda case: place(case.pk, "words")),
    SealedColumn("cases.Case", "form", lambda case: place(case.pk, "form")),
    SealedColumn("cases.Case", "title", lambda case: place(case.pk, "title")),
    SealedColumn("cases.CaseNote", "words", _of_note),
    SealedColumn("cases.Step", "words", _of_step),
    SealedColumn("cases.Recording", "sound", _of_recording),
    SealedColumn("cases.CaseEvent", "note", _of_event),
    SealedColumn("cases.Reveal", "words", _of_reveal),
    *(SealedColumn("cases.Submission", column, _of_submission(column)) for column in ("words", "form", "findings", "papers")),
    KeyedDigest("cases.Case", "subject", _subject),
    KeyedDigest("cases.SearchKey", "digest", _of_key),
    KeyedDigest("cases.Case", "resume", _unknown, forgotten={"resume": None, "resume_until": None}),
)
"""What `gaoxing keys rotate` brings under a new key."""
