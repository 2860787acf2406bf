"""Projects that the zone promotes (招商项目), invented: who might invest in what, how much is signed, and what major projects do in a year. Sums in 万元."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from gaoxing.office.projects.models import Promotion
from gaoxing.office.simulation.growing import firms
from gaoxing.office.simulation.growing.firms import TRADES
from gaoxing.office.simulation.units import UNITS
from gaoxing.office.simulation.world import World
from gaoxing.standards import region_code

LEADS, LARGE, SMALL, LOST = 300, 32, 46, 132
"""Leads of a year at scale 1; how many of them are signed above 亿元 and below, and how many come to nothing; the rest is still open."""

SIGNED, INVESTED = 1_853_000, 498_000
"""What the large ones are signed for and what the major ones invest in a year, in sum (185.3 and 49.8 亿元: the published figures of 2024)."""

LEVELS = (*(Promotion.Listed.PROVINCE,) * 3, *(Promotion.Listed.PREFECTURE,) * 6, *(Promotion.Listed.COUNTY,) * 9)
"""The major projects (三级重大项目), eighteen at scale 1, by their list."""

_LEAST = 10_000
_BUREAUS = ("investment", "investment", "park", "science")
_CITIES = ("上海", "苏州", "深圳", "杭州", "北京", "南京", "无锡", "武汉")
_KINDS = ("总部", "研发和生产基地", "生产基地", "智能制造", "产业化")
_SEASONS = (5, 4, 8, 9, 10, 10, 9, 9, 9, 9, 9, 9)
_OFFSET = 20_000
REASONS = (
    "投资方选了外地，当地给的土地更便宜。",
    "投资方内部调整，今年不投了。",
    "要的能耗指标协调不下来。",
    "融资没有到位，先停下来。",
    "谈了三轮，厂房价格谈不拢。",
    "产品属于限制类，不适合落在园区。",
)


@dataclass(frozen=True)
class Prospect:
    """A project that might come: its name, who would invest, where, how much, who promotes it (the word of a unit), and what comes of it in the end."""

    name: str
    investor: str
    town: str
    planned: int
    bureau: str
    end: str


def prospect(world: World, number: int) -> Prospect:
    """The n-th lead of a run: first come those that are signed for more, then for less, then the lost ones, then those still open at the end."""
    chance, trade = world.chance("prospect", number), TRADES[world.chance("prospect trade", number).randrange(len(TRADES) - 3)]
    large, small, lost = (world.count(each) for each in (LARGE, SMALL, LOST))
    end = "large" if number < large else "small" if number < large + small else "lost" if number < large + small + lost else "open"
    planned = shared(SIGNED * large // LARGE, large, _LEAST, world.chance("large"))[number] if end == "large" else chance.randrange(8, 95) * 100
    if end in ("lost", "open"):
        planned *= chance.choice((1, 1, 4, 10))
    mark = firms.mark_of(world, _OFFSET + number)
    return Prospect(
        f"{mark}{trade.product}{chance.choice(_KINDS)}项目",
        f"{chance.choice(_CITIES)}{mark}{trade.name}有限公司",
        region_code.towns()[0].name,
        planned,
        chance.choice(_BUREAUS),
        end,
    )


def major(world: World, number: int) -> Prospect:
    """The n-th major project, which was signed before the run."""
    chance, trade = world.chance("major", number), TRADES[number % 7]
    mark = firms.mark_of(world, 2 * _OFFSET + number)
    planned = chance.randrange(50, 480) * 1_000
    name, investor = f"{mark}{trade.product}基地项目", f"{chance.choice(_CITIES)}{mark}集团有限公司"
    return Prospect(name, investor, region_code.towns()[0].name, planned, "investment", "major")


def levels(world: World) -> Sequence[Promotion.Listed]:
    """On whose list each major project of a run stands."""
    count = world.size(len(LEVELS))
    return tuple(LEVELS[place * len(LEVELS) // count] for place in range(count)) if count < len(LEVELS) else LEVELS * (count // len(LEVELS))


def of_year(world: World, number: int) -> int:
    """What the n-th major project invests in a whole year."""
    count = len(levels(world))
    return shared(INVESTED * count // len(LEVELS), count, 3_000, world.chance("invested"))[number]


def by_month(amount: int, chance: Random) -> tuple[int, ...]:
    """A year's investment over its twelve months, more in the warmer ones; the sum is exact."""
    weights = [each * chance.uniform(0.7, 1.3) for each in _SEASONS]
    told = [int(amount * each / sum(weights)) for each in weights]
    return (*told[:-1], amount - sum(told[:-1]))


def shared(whole: int, count: int, least: int, chance: Random) -> tuple[int, ...]:
    """A sum shared out unevenly, as life does it: nobody gets less than `least`, a few get much; hundreds, and the sum is exact.

    >>> parts = shared(1_853_000, 32, 10_000, Random(1))
    >>> sum(parts), min(parts) >= 10_000, len(parts)
    (1853000, True, 32)
    """
    weights = [chance.lognormvariate(0, 0.9) for _each in range(count)]
    spare = whole - least * count
    told = [least + int(spare * each / sum(weights)) // 100 * 100 for each in weights]
    told[told.index(max(told))] += whole - sum(told)
    return tuple(told)


def unit_name(key: str) -> str:
    """What a unit is called."""
    return next(each.name for each in UNITS if each.key == key)
