"""To whom a late part goes up (升级阶梯): yellow its handler, red its leader, double red the first leader and a supervision; dissatisfaction climbs too.

>>> from gaoxing.casework.aftercare.limits import limits
>>> rung(Light.RED, rejections=0, known=limits()) is Rung.LEADER
True
>>> rung(Light.GREEN, rejections=2, known=limits()).supervised
True
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from gaoxing.casework.aftercare.limits import Limits
from gaoxing.casework.clock import Light, Lights


class Rung(IntEnum):
    """A rung of the ladder, the lowest first: nobody is told, the handler, the leader in charge (分管领导), the first leader (主要领导)."""

    NOBODY = 0
    HANDLER = 1
    LEADER = 2
    FIRST_LEADER = 3

    @property
    def supervised(self) -> bool:
        """Whether a supervision (督办单) goes with it."""
        return self is Rung.FIRST_LEADER


_BY_LIGHT = {Light.YELLOW: Rung.HANDLER, Light.RED: Rung.LEADER, Light.DOUBLE_RED: Rung.FIRST_LEADER}
_ORDER = (Light.DONE, Light.PAUSED, Light.GREEN, Light.YELLOW, Light.RED, Light.DOUBLE_RED)


def lights(known: Limits) -> Lights:
    """When the lights of a part turn."""
    return Lights(double_red_days=known.steps["double_red"])


def rung(light: Light, *, rejections: int, known: Limits) -> Rung:
    """The highest rung that the light and the dissatisfactions so far ask for; the first dissatisfaction goes one level up, to the leader."""
    dissatisfied = Rung.FIRST_LEADER if rejections >= known.to_the_top else Rung.LEADER if rejections else Rung.NOBODY
    return max(_BY_LIGHT.get(light, Rung.NOBODY), dissatisfied)


def shown(light: Light, *, unsigned_late: bool) -> Light:
    """The light of a part as it is shown: a green one that nobody signed for in time is yellow."""
    return Light.YELLOW if unsigned_late and light is Light.GREEN else light


def worst(found: Iterable[Light]) -> Light:
    """The light of a request: the worst of its parts'; at an end where there is none."""
    return max(found, key=_ORDER.index, default=Light.DONE)
