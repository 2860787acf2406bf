"""A run from its beginning to its report (主持): begun on an empty database, or gone on with where it stood; refused where anything real is."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation import invariants
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import players
from gaoxing.office.simulation.playing import begin, play
from gaoxing.office.simulation.report import report

SELDOM = (50_000, 20, 100)
"""How often rubbish is looked for: a run makes little that holds itself."""

LARGEST, MOST_MONTHS = Decimal(20), 12


@dataclass(frozen=True)
class Wanted:
    """What is asked for."""

    seed: int
    scale: Decimal
    begins: date
    months: int


def conduct(wanted: Wanted | None, told: Callable[[Run, Planned], object]) -> dict[str, Any]:
    """Play to the end and give the report; `wanted` None goes on with the run that is there. Raises NotAllowed with a sentence."""
    run = begun(wanted)
    openings, handlers = players()
    begin(run, openings)
    if not run.ended:
        gc.freeze()
        gc.set_threshold(*SELDOM)
        play(run, handlers, told)
        run.ended = True
        run.save(update_fields=["ended"])
    return report(run, invariants.prove(run))


def begun(wanted: Wanted | None) -> Run:
    """The run that is there, or a new one on an empty database."""
    known = Run.objects.order_by("pk").first()
    if known is not None:
        _require_same(known, wanted)
        return known
    if wanted is None:
        raise NotAllowed("这里没有停下的模拟。要新演一年，请运行 gaoxing simulate year --seed 1。")
    _require_empty()
    _require_sound(wanted)
    return Run.objects.create(seed=wanted.seed, scale=wanted.scale, begins=wanted.begins, months=wanted.months)


def _require_same(known: Run, wanted: Wanted | None) -> None:
    if wanted is None or (known.seed, known.scale, known.begins, known.months) == (wanted.seed, wanted.scale, wanted.begins, wanted.months):
        return
    held = f"种子 {known.seed}、规模 {known.scale.normalize():f}、{known.begins} 起 {known.months} 个月"
    raise NotAllowed(
        f"这个数据目录里已经有一次模拟（{held}），和现在要的不一样，没有动它。接着演请运行 gaoxing simulate year --resume；"
        "要另演一次，请换一个空的数据目录，例如 GAOXING_DATA=./another-year gaoxing simulate year --seed 2。"
    )


def _require_empty() -> None:
    if Person.objects.exists() or Case.objects.exists():
        real = Person.objects.filter(demo=False, kind=Person.Kind.STAFF).exists()
        told = "这个数据库里有真实的账号或者办件" if real else "这个数据库里已经有账号或者办件"
        raise NotAllowed(f"{told}，模拟不能演在这里，什么也没有动。请另给一个空的数据目录，例如 GAOXING_DATA=./a-year gaoxing simulate year --seed 1。")


def _require_sound(wanted: Wanted) -> None:
    if not 0 < wanted.scale <= LARGEST:
        raise NotAllowed(f"--scale 要大于 0，最大 {LARGEST}，例如 0.1。")
    if not 1 <= wanted.months <= MOST_MONTHS:
        raise NotAllowed(f"--months 要写 1 到 {MOST_MONTHS} 的整数。")
    if wanted.begins.day != 1:
        raise NotAllowed("--begins 要写某个月的第一天，例如 2024-01-01。")
