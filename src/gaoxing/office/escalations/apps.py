"""The app of what does not get done (办不成事)."""

from __future__ import annotations

from django.apps import AppConfig


class EscalationsConfig(AppConfig):
    """Enters what the acts lead to, and what is held of a person."""

    name = "gaoxing.office.escalations"
    verbose_name = "办不成事"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.escalations import effects
        from gaoxing.office.escalations.firing import enter
        from gaoxing.office.escalations.holding import HOLDING
        from gaoxing.office.people import holdings

        enter(effects.EFFECTS)
        holdings.enter(HOLDING)
