"""What a task force (专班) keeps beside its part: the units that belong to it, and the tasks that its minutes became.

The lead of a task force stands in the part itself; the minutes are the note of their event. Words are sealed; times are handed in by whoever acts.
"""

from __future__ import annotations

from django.db import models

_SEALED = b""


class ForceMember(models.Model):
    """A unit that belongs to a part's task force (专班成员); `person` where it named somebody."""

    part = models.ForeignKey("aftercare.Part", models.CASCADE, related_name="force_members", verbose_name="事项")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="经办人")
    since = models.DateTimeField("加入时间")

    class Meta:
        """Official terms; a unit belongs to it once."""

        verbose_name = "专班成员"
        verbose_name_plural = "专班成员"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("part", "unit"), name="a_unit_joins_a_force_once"),)

    def __str__(self) -> str:
        """The part and the unit."""
        return f"{self.part_id} {self.unit_id}"


class ForceTask(models.Model):
    """One thing that a meeting of a task force gave somebody to do (专班任务): its unit, where named its person, and the day it is due.

    `meeting` is the number of the event with the minutes; `words` and `note`, what was done, are sealed.
    `done` is when it was done or closed, `why` it was closed.
    """

    class State(models.TextChoices):
        """Whether it is done (任务状态)."""

        OPEN = "open", "没有做完"
        DONE = "done", "做完了"
        CLOSED = "closed", "不用做了"

    class Why(models.TextChoices):
        """Why nobody has to do it any more (不用做的缘由)."""

        ELSEWHERE = "elsewhere", "这一件改由别的单位主办"

    part = models.ForeignKey("aftercare.Part", models.CASCADE, related_name="tasks", verbose_name="事项")
    number = models.PositiveSmallIntegerField("序号")
    meeting = models.PositiveSmallIntegerField("纪要序号")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="经办人")
    words = models.BinaryField("任务", default=_SEALED)
    due = models.DateField("到期日")
    state = models.CharField("状态", max_length=8, choices=State.choices, default=State.OPEN)
    why = models.CharField("不用做的缘由", max_length=16, choices=Why.choices, blank=True)
    made = models.DateTimeField("布置时间")
    done = models.DateTimeField("做完时间", null=True, blank=True)
    done_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="做完的人")
    note = models.BinaryField("怎么做的", default=_SEALED)

    class Meta:
        """Official terms; one task a number, and a unit's list is read along its index."""

        verbose_name = "专班任务"
        verbose_name_plural = "专班任务"
        ordering = ("number",)
        indexes = (models.Index(fields=("state", "unit", "due"), name="tasks_of_a_unit"),)
        constraints = (models.UniqueConstraint(fields=("part", "number"), name="one_task_a_number"),)

    def __str__(self) -> str:
        """The part, the number and the state."""
        return f"{self.part_id}.{self.number} {self.state}"
