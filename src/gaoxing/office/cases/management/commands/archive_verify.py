"""Holds archived cases against their lists (核验归档): one line of JSON a case that is not as it was, one for the whole; exit status 1 where there is any."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from gaoxing.office.cases.archiving import look


class Command(BaseCommand):
    """`gaoxing archive verify`."""

    help = "把归档的办件和归档时的清单（SM3）对一遍，说出哪一份不一样。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One case, or all."""
        parser.add_argument("--number", default="", help="只核这一个编号")

    def handle(self, *, number: str = "", **options: Any) -> None:
        """Verify and print what it came to."""
        whole = wrong = 0
        try:
            for each in look(number=number):
                whole, wrong = whole + 1, wrong + (not each.whole)
                if not each.whole:
                    self.stdout.write(json.dumps({"number": each.number, "changed": each.changed, "trouble": each.trouble}, ensure_ascii=False))
        except DatabaseError as trouble:
            raise CommandError("办件读不出来，没有核验。请先运行一次 gaoxing serve；详情请运行 gaoxing doctor。") from trouble
        if number and not whole:
            raise CommandError(f"没有归档过编号是 {number} 的办件。请对照回执核对编号；还没有归档的，办结 30 天后才归档。")
        self.stdout.write(json.dumps({"archived": whole, "wrong": wrong}, ensure_ascii=False))
        if wrong:
            sys.exit(1)
