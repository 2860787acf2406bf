"""Tasks that nobody has to do any more (任务不用做了): a part that goes to another unit leaves behind what its task force gave out, with the reason."""

from __future__ import annotations

from datetime import datetime

from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.models import Part
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor


def close(part: Part, why: ForceTask.Why, actor: Actor, *, now: datetime) -> int:
    """Close the open tasks of a part; how many. The caller's transaction holds the request's row."""
    tasks = list(part.tasks.filter(state=ForceTask.State.OPEN))
    for each in tasks:
        ForceTask.objects.filter(pk=each.pk).update(state=ForceTask.State.CLOSED, done=now, why=why)
        audit.write("task.closed", actor=actor, subject=each, now=now, reason=f"task.{why}")
    return len(tasks)
