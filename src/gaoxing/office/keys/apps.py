"""The keys' app: around every migration the key is held against the database, so that no command goes on with a wrong one."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class KeysConfig(AppConfig):
    """Checks the key before the database gets its newest shape, and leaves its canary afterwards."""

    name = "gaoxing.office.keys"
    label = "keys"
    verbose_name = "密钥"

    def ready(self) -> None:
        """Connect the signals."""
        pre_migrate.connect(_before, sender=self, dispatch_uid="keys.before")
        post_migrate.connect(_after, sender=self, dispatch_uid="keys.after")


def _before(**_: Any) -> None:
    from gaoxing.office.keys.guard import require

    require()


def _after(**_: Any) -> None:
    from gaoxing.office.keys.guard import leave_canary

    leave_canary()
