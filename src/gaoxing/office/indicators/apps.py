"""The app of the indicators (指标)."""

from __future__ import annotations

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Reads the definitions when the office starts."""

    name = "gaoxing.office.indicators"
    verbose_name = "指标"
