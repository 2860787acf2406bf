"""What is sealed of what does not get done (加密内容): what was said, and the notes of events."""

from __future__ import annotations

from gaoxing.office.aftercare.sealed import bare
from gaoxing.office.escalations.models import CauseEvent, Escalation, EscalationEvent, EscalationReveal
from gaoxing.office.escalations.vault import place, unseal
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn
from gaoxing.office.vault import digest
from gaoxing.standards import telephone

SAID, REACHED = "stuck words", "stuck telephone"
"""The purposes under which its words and the telephone become keyed digests."""


def content_place(row: Escalation) -> str:
    """For what the words are sealed."""
    return place("escalation", row.pk, "content")


def note_place(event: EscalationEvent | CauseEvent) -> str:
    """For what an event's note is sealed."""
    return place("escalation" if isinstance(event, EscalationEvent) else "cause", event.subject_id, f"event {event.number} note")


def reveal_place(reveal: EscalationReveal) -> str:
    """For what the words of whoever was shown whom to reach are sealed."""
    return place("reveal", reveal.pk, "words")


def said_digest(words: str) -> str:
    """The digest of words to be stored; empty where there are none."""
    plain = bare(words)
    return digest(plain, purpose=SAID) if plain else ""


def reached_digest(mobile: str) -> str:
    """The digest of a telephone to be stored; empty where there is none."""
    plain = telephone.compact(mobile)
    return digest(plain, purpose=REACHED) if plain else ""


def _said_anew(row: Escalation) -> str | None:
    """The digest under the key in use; None where the words were deleted."""
    content = unseal(row.content, content_place(row))
    return said_digest(f"{content.get('tried', '')}\n{content.get('blocked_by', '')}") or None


def _reached_anew(row: Escalation) -> str | None:
    """The digest under the key in use; None where the telephone was deleted."""
    return reached_digest(str(unseal(row.content, content_place(row)).get("mobile", ""))) or None


SEALED: tuple[Sealed, ...] = (
    SealedColumn("escalations.Escalation", "content", content_place),
    SealedColumn("escalations.EscalationEvent", "note", note_place),
    SealedColumn("escalations.CauseEvent", "note", note_place),
    SealedColumn("escalations.EscalationReveal", "words", reveal_place),
    KeyedDigest("escalations.Escalation", "said", _said_anew),
    KeyedDigest("escalations.Escalation", "reached", _reached_anew),
)
"""What `gaoxing keys rotate` brings under a new key."""
