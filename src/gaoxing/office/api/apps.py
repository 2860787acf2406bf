"""The app of the API (接口)."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Queues every act on a case for the systems that want to be told, and enters what the API holds of a person."""

    name = "gaoxing.office.api"
    verbose_name = "接口"

    def ready(self) -> None:
        """Enter the queue, and what the API holds of a person."""
        from gaoxing.office.api.holding import SUBSCRIPTIONS, TOKENS
        from gaoxing.office.api.outbox import queue
        from gaoxing.office.cases.firing import within
        from gaoxing.office.people.holdings import enter

        within(queue)
        enter(TOKENS)
        enter(SUBSCRIPTIONS)
