"""The app of the joint licence cases (联办办件)."""

from __future__ import annotations

from django.apps import AppConfig


class LicensingConfig(AppConfig):
    """Enters what a joint case's acts lead to, and what they must know."""

    name = "gaoxing.office.licensing"
    verbose_name = "证照联办"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.cases import effects, facts
        from gaoxing.office.licensing import firing, item_effects
        from gaoxing.office.licensing.case_effects import EFFECTS
        from gaoxing.office.licensing.case_facts import KNOWN

        effects.enter(EFFECTS)
        facts.enter(KNOWN)
        firing.enter(item_effects.EFFECTS)
