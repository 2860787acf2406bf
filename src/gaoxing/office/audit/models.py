"""The entries of the audit (审计记录) and the head of their chain (链头). They hold record numbers, words of the code and digests: never a name or a text.

Triggers of the database refuse to change or delete an entry (`triggers.py`). Times are handed in; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

WORD, DIGEST, KEYED = 48, 64, 96
"""Letters of a word of the code, of an SM3 digest in hex, of a keyed digest with its key's id."""


class Entry(models.Model):
    """One act (审计记录): who did what to which record and when, with the digest of the entry before and its own."""

    number = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间", db_index=True)
    actor = models.BigIntegerField("操作人编号")
    role = models.CharField("身份", max_length=WORD)
    act = models.CharField("操作", max_length=WORD)
    subject_kind = models.CharField("对象种类", max_length=WORD, blank=True)
    subject = models.BigIntegerField("对象编号")
    details = models.CharField("细节摘要", max_length=KEYED, blank=True)
    reason = models.CharField("事由代码", max_length=WORD, blank=True)
    previous = models.CharField("上一条摘要", max_length=DIGEST)
    own = models.CharField("本条摘要", max_length=DIGEST)

    class Meta:
        """Official terms; what auditors look for lies together, newest last."""

        verbose_name = "审计记录"
        verbose_name_plural = "审计记录"
        ordering = ("number",)
        indexes = (
            models.Index(fields=("actor", "number"), name="audit_by_actor"),
            models.Index(fields=("act", "number"), name="audit_by_act"),
            models.Index(fields=("subject_kind", "subject", "number"), name="audit_by_subject"),
        )

    def __str__(self) -> str:
        """The number and the act."""
        return f"{self.number} {self.act}"


class Head(models.Model):
    """The head of the chain (链头): number and digest of the newest entry; one row, locked by whoever writes."""

    number = models.BigIntegerField("最新序号")
    digest = models.CharField("最新摘要", max_length=DIGEST)

    class Meta:
        """Official terms."""

        verbose_name = "链头"
        verbose_name_plural = "链头"

    def __str__(self) -> str:
        """How far the chain is."""
        return f"{self.number} {self.digest[:12]}"
