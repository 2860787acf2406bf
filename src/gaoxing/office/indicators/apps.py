"""The app of the indicators (指标)."""

from __future__ import annotations

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Reads the definitions when the office starts, so that a mistake in them is told then, and enters the import."""

    name = "gaoxing.office.indicators"
    verbose_name = "指标"

    def ready(self) -> None:
        """Read them and enter it. Raises ValueError for definitions that are wrong."""
        from gaoxing.office.importing import registry
        from gaoxing.office.indicators.computing.registry import unknown
        from gaoxing.office.indicators.definitions import indicators
        from gaoxing.office.indicators.importing import VALUES

        if missing := unknown(indicators().values()):
            raise ValueError(f"indicators: nothing computes {', '.join(missing)}")
        registry.enter(VALUES)
