"""What belongs to a client (服务对象的附属记录): whom to reach, and the visits paid to it. Names, numbers and notes are sealed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop

from gaoxing.office.vault import DIGEST

_SEALED = b""

SPOKEN = (
    gettext_noop("上门"),
    gettext_noop("电话"),
    gettext_noop("线上"),
    gettext_noop("2000 万元以下"),
    gettext_noop("2000 万元到 1 亿元"),
    gettext_noop("1 亿元到 10 亿元"),
    gettext_noop("10 亿元以上"),
)
"""Official words of choices, of visits and of clients, that pages say in their own language."""


class ClientContact(models.Model):
    """Somebody to reach at a client, beside the one whom the list names (联系人): `who` holds name, post and telephone, sealed.

    `reached` is the keyed digest of the telephone, by which somebody's own entries are found for them.
    """

    client = models.ForeignKey("aftercare.Client", models.CASCADE, related_name="contacts", verbose_name="服务对象")
    who = models.BinaryField("联系人", default=_SEALED)
    reached = models.CharField("联系电话摘要", max_length=DIGEST, blank=True, db_index=True)
    made = models.DateTimeField("登记时间")

    class Meta:
        """Official terms; in the order in which they were entered."""

        verbose_name = "联系人"
        verbose_name_plural = "联系人"
        ordering = ("pk",)

    def __str__(self) -> str:
        """The client and the number."""
        return f"{self.client_id} {self.pk}"


class ClientVisit(models.Model):
    """A visit to a client (走访): when, by whom, how; `note` holds what was said and what was found, sealed.

    `request`: what was made of it; `struck` when it was entered by mistake and taken out again: it stays, and counts for nothing.
    """

    class How(models.TextChoices):
        """How the client was visited (走访方式)."""

        ON_SITE = "on_site", "上门"
        TELEPHONE = "telephone", "电话"
        ONLINE = "online", "线上"

    client = models.ForeignKey("aftercare.Client", models.PROTECT, related_name="visits", verbose_name="服务对象")
    steward = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="走访人")
    at = models.DateTimeField("走访时间")
    how = models.CharField("走访方式", max_length=16, choices=How.choices)
    note = models.BinaryField("走访记录", default=_SEALED)
    made = models.DateTimeField("记录时间")
    request = models.OneToOneField("aftercare.Request", models.SET_NULL, null=True, blank=True, related_name="visit", verbose_name="转成的诉求")
    struck = models.DateTimeField("作废时间", null=True, blank=True)

    class Meta:
        """Official terms; the newest first, read along a client's index."""

        verbose_name = "走访"
        verbose_name_plural = "走访"
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("client", "at"), name="visits_of_a_client", condition=Q(struck=None)),)

    def __str__(self) -> str:
        """The client and the day."""
        return f"{self.client_id} {self.at:%Y-%m-%d}"
