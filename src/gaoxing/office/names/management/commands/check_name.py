"""Judges a name against the pool (名称审查): `gaoxing names check`; prints JSON. `searched` is false where no register of the prefecture is loaded."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.names.entry import Unreadable, prefecture_of
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.queries import loaded
from gaoxing.office.zone.queries import profile


class Command(BaseCommand):
    """`gaoxing names check`."""

    help = "审查一个名称：结论、相同相近的名称、名称本身的问题、建议。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name, the prefecture and the day."""
        parser.add_argument("--name", required=True, help="名称")
        parser.add_argument("--prefecture", help="设区市代码")
        parser.add_argument("--on", type=date.fromisoformat, help="按哪一天")
        parser.add_argument("--sole-trader", action="store_true", help="个体工商户")

    def handle(self, *, name: str, prefecture: str | None = None, on: date | None = None, sole_trader: bool = False, **options: Any) -> None:
        """Print the judgement."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            pool = prefecture_of(prefecture or profile().prefecture)
            judged = judgement(name, pool, on or timezone.localdate(), sole_trader=sole_trader).to_json() | {"searched": loaded(pool)}
        except Unreadable as trouble:
            raise CommandError(f"{trouble}。") from trouble
        except DatabaseError as trouble:
            raise CommandError("名称库打不开，没有查。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(json.dumps(judged, ensure_ascii=False).encode("utf-8", "replace").decode())
