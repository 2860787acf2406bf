"""The app of the guided tour (导览)."""

from __future__ import annotations

from django.apps import AppConfig


class WalkthroughConfig(AppConfig):
    """Nothing is stored: where somebody is stands in their session."""

    name = "gaoxing.office.walkthrough"
    verbose_name = "导览"
