"""What is sealed of the projects (加密内容): what was filed, and the notes of events."""

from __future__ import annotations

from gaoxing.office.projects.models import ProjectEvent, ProjectVersion, PromotionEvent
from gaoxing.office.projects.vault import place
from gaoxing.office.sealed import Sealed, SealedColumn


def form_place(version: ProjectVersion) -> str:
    """For what a version's form is sealed."""
    return place(version.project_id, f"version {version.number} form")


def note_place(event: ProjectEvent | PromotionEvent) -> str:
    """For what an event's note is sealed."""
    kind = "project" if isinstance(event, ProjectEvent) else "promotion"
    return place(event.subject_id, f"event {event.number} note", kind=kind)


SEALED: tuple[Sealed, ...] = (
    SealedColumn("projects.ProjectVersion", "form", form_place),
    SealedColumn("projects.ProjectEvent", "note", note_place),
    SealedColumn("projects.PromotionEvent", "note", note_place),
)
"""What `gaoxing keys rotate` brings under a new key."""
