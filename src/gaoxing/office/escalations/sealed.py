"""What is sealed of what does not get done (加密内容): what was said, and the notes of events."""

from __future__ import annotations

from gaoxing.office.escalations.models import CauseEvent, Escalation, EscalationEvent
from gaoxing.office.escalations.vault import place
from gaoxing.office.sealed import Sealed, SealedColumn


def content_place(row: Escalation) -> str:
    """For what the words are sealed."""
    return place("escalation", row.pk, "content")


def note_place(event: EscalationEvent | CauseEvent) -> str:
    """For what an event's note is sealed."""
    return place("escalation" if isinstance(event, EscalationEvent) else "cause", event.subject_id, f"event {event.number} note")


SEALED: tuple[Sealed, ...] = (
    SealedColumn("escalations.Escalation", "content", content_place),
    SealedColumn("escalations.EscalationEvent", "note", note_place),
    SealedColumn("escalations.CauseEvent", "note", note_place),
)
"""What `gaoxing keys rotate` brings under a new key."""
