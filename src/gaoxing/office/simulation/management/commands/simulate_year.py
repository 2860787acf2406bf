"""Plays a year of the zone (一年的模拟): `gaoxing simulate year`. Prints the report as JSON, or as text where a person asked."""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from gaoxing.engines.fault import Fault
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.conducting import Wanted, conduct
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.report import lines

MINUTE = 60
UNPROVED = 2
LOCKED = "数据库打不开或者正被占用，模拟停在原处。请运行 gaoxing doctor 看哪里不对，再用 gaoxing simulate year --resume 接着演。"


class Command(BaseCommand):
    """`gaoxing simulate year`."""

    help = "演一年的园区：登记、联办、诉求、走访、项目、培育，都是编的人；最后给报告，并核对该成立的都成立。"
    requires_system_checks = ()
    stealth_options = ("seed", "scale", "begins", "months", "resume", "text", "told")

    def handle(self, **options: Any) -> None:
        """Play, and print the report; exit status 2 where something that must hold does not."""
        if not settings.DEMO:
            raise CommandError("模拟只能演在演示里：请用 gaoxing simulate year。")
        told = options.get("told") or (lambda _line: None)
        try:
            call_command("migrate", interactive=False, verbosity=0)
            found = conduct(None if options.get("resume") else _wanted(options), Progress(told))
        except (NotAllowed, Fault) as trouble:
            raise CommandError(str(getattr(trouble, "reason", "") or getattr(trouble, "message", ""))) from trouble
        except KeyboardInterrupt:
            raise CommandError(_stopped()) from None
        except DatabaseError as trouble:
            raise CommandError(
                "数据库打不开或者正被占用，模拟停在原处。请运行 gaoxing doctor 看哪里不对，再用 gaoxing simulate year --resume 接着演。"
            ) from trouble
        self.stdout.write("\n".join(lines(found)) if options.get("text") else json.dumps(found, ensure_ascii=False, indent=1))
        if any(each["broken"] for each in found["invariants"].values()):
            sys.exit(UNPROVED)


class Progress:
    """Says how far the run is: the share of its days, the day it is at, and how long the rest will take at the pace so far."""

    def __init__(self, told: Any) -> None:
        """Nothing is played yet."""
        self._told, self._began, self._first = told, monotonic(), 0.0

    def __call__(self, run: Run, step: Planned) -> None:
        """After every step."""
        whole = run.months * 30.5
        done = min(1.0, (step.at.date() - run.begins).days / whole)
        self._first = self._first or done or 1e-9
        spent = monotonic() - self._began
        rest = spent * (1 - done) / (done - self._first) if done > self._first else 0.0
        self._told(f"{step.at:%Y-%m-%d}  {done:4.0%}  已演 {run.played} 步{_left(rest)}")


def _left(seconds: float) -> str:
    if not seconds:
        return ""
    return f"，大约还要 {seconds / MINUTE:.0f} 分钟" if seconds > MINUTE else f"，大约还要 {seconds:.0f} 秒"


def _wanted(options: dict[str, Any]) -> Wanted:
    return Wanted(int(options["seed"]), Decimal(str(options["scale"])), date.fromisoformat(str(options["begins"])), int(options["months"]))


def _stopped() -> str:
    run = Run.objects.order_by("pk").first()
    at = f"停在 {run.at:%Y-%m-%d}，演了 {run.played} 步" if run and run.at else "还没有开始演"
    return f"模拟{at}，演过的都已经存好。接着演请运行 gaoxing simulate year --resume。"
