"""What the tick does for cultivation (到时自动办理): every enterprise is judged anew once a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from gaoxing.office.cultivation.zone.batch import judge_due

DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (("企业梯队每天重评", judge_due),)
"""What the tick runs, with its official term."""
