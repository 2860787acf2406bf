"""The app of the cases (办件)."""

from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Enters what the cases hold of a person."""

    name = "gaoxing.office.cases"
    verbose_name = "办件"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.cases.holding import HOLDING
        from gaoxing.office.people.holdings import enter

        enter(HOLDING)
