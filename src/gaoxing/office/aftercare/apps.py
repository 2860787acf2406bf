"""The app of the requests of enterprises (企业诉求)."""

from __future__ import annotations

from django.apps import AppConfig


class AftercareConfig(AppConfig):
    """Enters what the acts on requests lead to, what they hold of a person, and the lists of clients that can be imported."""

    name = "gaoxing.office.aftercare"
    verbose_name = "企业诉求"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.aftercare import effects
        from gaoxing.office.aftercare.clients.holding import HOLDING as CLIENTS
        from gaoxing.office.aftercare.clients.importing import LISTS
        from gaoxing.office.aftercare.firing import enter
        from gaoxing.office.aftercare.holding import HOLDING
        from gaoxing.office.importing import registry
        from gaoxing.office.people import holdings

        enter(effects.EFFECTS)
        holdings.enter(HOLDING)
        holdings.enter(CLIENTS)
        for each in LISTS:
            registry.enter(each)
