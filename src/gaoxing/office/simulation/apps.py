"""The app of the simulated year (一年的模拟)."""

from __future__ import annotations

from django.apps import AppConfig


class SimulationConfig(AppConfig):
    """Nothing is entered: no other room knows of it."""

    name = "gaoxing.office.simulation"
    verbose_name = "一年的模拟"
