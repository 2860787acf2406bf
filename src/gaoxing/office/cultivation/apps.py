"""The app of cultivation (企业培育)."""

from __future__ import annotations

from django.apps import AppConfig


class CultivationConfig(AppConfig):
    """Enters what is held of a person, the list that can be imported, and what the page of a client tells."""

    name = "gaoxing.office.cultivation"
    verbose_name = "企业培育"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.aftercare.clients import panels
        from gaoxing.office.cultivation.client_panel import of_client
        from gaoxing.office.cultivation.holding import HOLDING
        from gaoxing.office.cultivation.zone.importing import QUALIFICATIONS
        from gaoxing.office.importing import registry
        from gaoxing.office.people import holdings

        holdings.enter(HOLDING)
        registry.enter(QUALIFICATIONS)
        panels.enter(of_client)
