"""What is to be played (步): a moment, the kind that says who handles it, a key that stands once in a run, and what the handler is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from gaoxing.office.refusal import NotAllowed

if TYPE_CHECKING:
    from gaoxing.office.simulation.world import World


@dataclass(frozen=True, order=True)
class Planned:
    """A step. `told` holds only what JSON can; the order is that of the moments, then of the keys."""

    at: datetime
    key: str
    kind: str = field(compare=False)
    told: Mapping[str, Any] = field(default_factory=dict, compare=False)


class Refused(NotAllowed):
    """What the office said no to, by a player who goes on all the same: nothing of the step was done, `following` is what comes next."""

    def __init__(self, reason: str, following: Iterable[Planned]) -> None:
        """Keep both."""
        super().__init__(reason)
        self.following = tuple(following)


Handler = Callable[[Planned, "World"], Iterable[Planned]]
"""Plays a step through the actions of the office and tells what follows from it. NotAllowed is kept as what the office said; anything else ends the run."""
