"""The app of the notices (通知)."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Enters what the notices hold of a person."""

    name = "gaoxing.office.notices"
    verbose_name = "通知"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.notices.holding import HOLDING
        from gaoxing.office.people.holdings import enter

        enter(HOLDING)
