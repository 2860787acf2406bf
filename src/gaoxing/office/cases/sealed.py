"""What the cases seal (办件的加密内容): words, forms, history and recordings; and the digests by which a subject and a resume code are found."""

from __future__ import annotations

from gaoxing.office.cases.models import Case, Recording, Step
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.subject import subject_digest
from gaoxing.office.cases.vault import place
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn


def _of_step(step: Step) -> str:
    return place(step.case_id, f"step {step.number}")


def _of_recording(recording: Recording) -> str:
    return place(recording.case_id, f"recording {recording.token}")


def _subject(case: Case) -> str | None:
    return subject_digest(form_of(case)) or None


def _unknown(case: Case) -> None:
    """Nobody knows a code but who holds it: it stays under its key until it ends."""


SEALED: tuple[Sealed, ...] = (
    SealedColumn("cases.Case", "words", lambda case: place(case.pk, "words")),
    SealedColumn("cases.Case", "form", lambda case: place(case.pk, "form")),
    SealedColumn("cases.Step", "words", _of_step),
    SealedColumn("cases.Recording", "sound", _of_recording),
    KeyedDigest("cases.Case", "subject", _subject),
    KeyedDigest("cases.Case", "resume", _unknown, forgotten={"resume": None, "resume_until": None}),
)
"""What `gaoxing keys rotate` brings under a new key."""
