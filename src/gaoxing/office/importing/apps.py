"""The app of importing lists (导入)."""

from __future__ import annotations

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """Knows no kind of list: the apps above enter theirs."""

    name = "gaoxing.office.importing"
    verbose_name = "导入"
