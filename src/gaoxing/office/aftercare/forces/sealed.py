"""What a task force seals (专班的加密内容): the words of its tasks, and what was done; its minutes are the note of their event."""

from __future__ import annotations

from functools import partial

from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.vault import place
from gaoxing.office.sealed import Sealed, SealedColumn


def task_place(task: ForceTask, column: str) -> str:
    """For what a column of a task is sealed."""
    return place("part", task.part_id, f"task {task.number} {column}")


OF_FORCES: tuple[Sealed, ...] = tuple(SealedColumn("aftercare.ForceTask", each, partial(task_place, column=each)) for each in ("words", "note"))
"""What `gaoxing keys rotate` brings under a new key."""
