"""The app of the examination at once (自动审查)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from gaoxing.office.cases.models import Submission


class ExaminationConfig(AppConfig):
    """Examines what was submitted as soon as it is."""

    name = "gaoxing.office.examination"
    verbose_name = "自动审查"

    def ready(self) -> None:
        """Go on with every submission."""
        from gaoxing.office.cases.submitting import afterwards

        afterwards(_examine)


def _examine(submission: Submission, now: datetime) -> None:
    from gaoxing.office.examination.actions import examine

    examine(submission, now=now)
