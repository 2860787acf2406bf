"""The enterprises of the register (登记簿). Name, state and founding are public and stand in the clear; the code is a keyed digest, the record is sealed.

Times are handed in by whoever acts; the models ask no clock.
"""

from __future__ import annotations

from django.db import models

from gaoxing.forms.register import STATES
from gaoxing.office.vault import DIGEST


class Enterprise(models.Model):
    """An enterprise of the register (登记在册的企业): `code` is looked up, `record` holds the whole of forms.register.Registered."""

    code = models.CharField("统一社会信用代码摘要", max_length=DIGEST, unique=True)
    name = models.CharField("名称", max_length=200, db_index=True)
    status = models.CharField("登记状态", max_length=16, choices=list(STATES.items()))
    established = models.DateField("成立日期", null=True, blank=True)
    record = models.BinaryField("登记内容")
    changed = models.DateTimeField("更改时间", db_index=True)

    class Meta:
        """Official terms."""

        verbose_name = "企业"
        verbose_name_plural = "企业"

    def __str__(self) -> str:
        """The name and the state."""
        return f"{self.name} {self.status}"
