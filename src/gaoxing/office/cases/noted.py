"""What the staff's desk keeps beside a case (办件的备注、查找摘要): notes, sealed, the keyed digests by which a case is found, and what lacks them.

Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

KEY = 49
"""Characters of a search key: 32 hex digits of a keyed digest, a point, the 16 of its sealing key's id."""


class CaseNote(models.Model):
    """A note that one of the staff left for the others (备注), sealed; no applicant reads it. `token` is the page's: a post that comes twice is one note."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="notes", verbose_name="办件")
    token = models.CharField("提交标记", max_length=64)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="写的人")
    words = models.BinaryField("备注")
    at = models.DateTimeField("时间")

    class Meta:
        """Official terms; one note a post."""

        verbose_name = "备注"
        verbose_name_plural = "备注"
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("case", "token"), name="one_note_a_post"),)

    def __str__(self) -> str:
        """The case and the number; nothing of what was written."""
        return f"{self.case_id} {self.pk}"


class SearchKey(models.Model):
    """One of the digests by which a case is found (查找摘要): of its enterprise's name or trade name, of a credit code, of a telephone number."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="search_keys", verbose_name="办件")
    kind = models.CharField("类别", max_length=12)
    digest = models.CharField("摘要", max_length=KEY)

    class Meta:
        """Official terms; the index alone answers a search."""

        verbose_name = "查找摘要"
        verbose_name_plural = "查找摘要"
        indexes = (models.Index(fields=("digest", "case"), name="cases_search"),)

    def __str__(self) -> str:
        """The case and the kind."""
        return f"{self.case_id} {self.kind}"


class Unlisted(models.Model):
    """A case submitted under an edition whose lists were others (待补目录): its title, search keys and light are still to be made; gone once they are.

    `tried` is when its form last did not open.
    """

    case = models.OneToOneField("cases.Case", models.CASCADE, primary_key=True, related_name="unlisted", verbose_name="办件")
    tried = models.DateTimeField("上次没有打开", null=True, blank=True)

    class Meta:
        """Official terms."""

        verbose_name = "待补目录"
        verbose_name_plural = "待补目录"

    def __str__(self) -> str:
        """The case."""
        return f"{self.case_id}"
