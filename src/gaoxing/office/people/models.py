"""A person who signs in (用户). The model stands from the first migration, so that every later one can point to it."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models


class Person(AbstractBaseUser, PermissionsMixin):
    """Someone with an account (用户): the name they sign in with, and whether they still may."""

    account = models.CharField("账号", max_length=150, unique=True)
    is_active = models.BooleanField("可用", default=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "account"

    class Meta:
        """Official terms."""

        verbose_name = "用户"
        verbose_name_plural = "用户"

    def __str__(self) -> str:
        """The account."""
        return self.account
