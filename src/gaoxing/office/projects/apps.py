"""The app of filed projects (备案项目)."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Enters what the acts lead to, and what is held of a person."""

    name = "gaoxing.office.projects"
    verbose_name = "备案项目"

    def ready(self) -> None:
        """Enter it."""
        from gaoxing.office.importing import registry
        from gaoxing.office.people import holdings
        from gaoxing.office.projects import effects, promoting
        from gaoxing.office.projects.firing import enter
        from gaoxing.office.projects.holding import HOLDING
        from gaoxing.office.projects.importing import PROMOTIONS

        enter({**effects.EFFECTS, **promoting.EFFECTS})
        holdings.enter(HOLDING)
        registry.enter(PROMOTIONS)
