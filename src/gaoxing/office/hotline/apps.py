"""The app of the hotline's tickets (12345 热线工单)."""

from __future__ import annotations

from django.apps import AppConfig


class HotlineConfig(AppConfig):
    """Enters its list among those that can be imported."""

    name = "gaoxing.office.hotline"
    verbose_name = "12345 热线工单"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.hotline.importing import TICKETS
        from gaoxing.office.importing.registry import enter

        enter(TICKETS)
