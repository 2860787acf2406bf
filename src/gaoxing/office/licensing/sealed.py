"""What the joint cases seal (加密内容): notes of events, defects, and the further blanks."""

from __future__ import annotations

from gaoxing.office.licensing.models import Defect, ItemEvent, JointCase
from gaoxing.office.licensing.vault import place
from gaoxing.office.sealed import Sealed, SealedColumn


def note_place(event: ItemEvent) -> str:
    """For what an event's note is sealed."""
    return place("item", event.item_id, f"event {event.number} note")


def blanks_place(joint: JointCase) -> str:
    """For what the further blanks are sealed."""
    return place("case", joint.case_id, "blanks")


def words_place(defect: Defect) -> str:
    """For what a defect's words are sealed: its item and the moment at which they were written."""
    return place("item", defect.item_id, f"defect {defect.at.timestamp():.6f}")


SEALED: tuple[Sealed, ...] = (
    SealedColumn("licensing.ItemEvent", "note", note_place),
    SealedColumn("licensing.JointCase", "blanks", blanks_place),
    SealedColumn("licensing.Defect", "words", words_place),
)
"""What `gaoxing keys rotate` brings under a new key."""
