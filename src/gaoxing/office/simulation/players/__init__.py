"""Who plays what in the year (角色): each module plans its opening and handles the kinds of step that are its own. `ALL` is the only list of them.

A player is a module with `OPENING(world) -> Iterable[Planned]`, called once when a run begins, and `HANDLERS: Mapping[kind, Handler]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from gaoxing.office.simulation.planned import Handler, Planned
from gaoxing.office.simulation.world import World

MODULES: tuple[str, ...] = (
    *("populating", "ticking", "registrations", "examining", "joint"),
    *("clients", "visiting", "staffing", "filings", "building", "promoting", "cultivation"),
)
"""The players, in the order in which they plan."""

Opening = Callable[[World], Iterable[Planned]]


def players() -> tuple[tuple[Opening, ...], dict[str, Handler]]:
    """Every opening, and every handler by the kind of step that it plays."""
    modules = [import_module(f"{__name__}.{name}") for name in MODULES]
    return tuple(each.OPENING for each in modules), {kind: handler for each in modules for kind, handler in each.HANDLERS.items()}
