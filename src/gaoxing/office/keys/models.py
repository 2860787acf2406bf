"""The canary (验钥样本): a known text sealed under each key in use, by which a wrong key is told before anything is read or written."""

from __future__ import annotations

from django.db import models


class Canary(models.Model):
    """A key's canary (验钥样本): the key's id, which tells nothing of it, and the known text sealed."""

    key = models.CharField("密钥编号", max_length=16, unique=True)
    blob = models.BinaryField("样本")

    class Meta:
        """Official terms."""

        verbose_name = "验钥样本"
        verbose_name_plural = "验钥样本"

    def __str__(self) -> str:
        """The key's id."""
        return self.key
