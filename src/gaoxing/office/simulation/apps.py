"""The app of the simulated year (一年的模拟)."""

from __future__ import annotations

from django.apps import AppConfig


class SimulationConfig(AppConfig):
    """What must hold of the rooms that grow is entered; no other room knows of this one."""

    name = "gaoxing.office.simulation"
    verbose_name = "一年的模拟"

    def ready(self) -> None:
        """Enter the invariants and the part of the report of clients, projects, promotion and the ladder."""
        from gaoxing.office.simulation import invariants, report
        from gaoxing.office.simulation.growing.proofs import PROOFS
        from gaoxing.office.simulation.growing.telling import growth

        for each in PROOFS:
            if each not in invariants.INVARIANTS:
                invariants.enter(each)
        report.SECTIONS["growth"], report.TITLES["growth"] = growth, "服务、备案、招商、培育"
