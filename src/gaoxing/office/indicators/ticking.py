"""What the tick does for the indicators (到时自动办理): computed figures are kept when their period is over, and computed anew each day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from gaoxing.office.indicators.keeping import keep_due

DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (("指标留存和复算", keep_due),)
"""What the tick runs, with its official term."""
