"""The app of the API (接口)."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Queues every act on a case for the systems that want to be told."""

    name = "gaoxing.office.api"
    verbose_name = "接口"

    def ready(self) -> None:
        """Enter the queue."""
        from gaoxing.office.api.outbox import queue
        from gaoxing.office.cases.firing import within

        within(queue)
