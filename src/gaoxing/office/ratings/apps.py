"""The app of the ratings (好差评)."""

from __future__ import annotations

from django.apps import AppConfig


class RatingsConfig(AppConfig):
    """Enters what the ratings hold of a person."""

    name = "gaoxing.office.ratings"
    verbose_name = "好差评"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.people.holdings import enter
        from gaoxing.office.ratings.holding import HOLDING

        enter(HOLDING)
