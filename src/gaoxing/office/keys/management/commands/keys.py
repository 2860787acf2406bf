"""The keys (密钥): `gaoxing keys list`, `gaoxing keys rotate`, `gaoxing keys drop`. A line of JSON; the key itself is never shown."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.keys import rotating
from gaoxing.office.refusal import NotAllowed

_WIDE = 30


class Command(BaseCommand):
    """`gaoxing keys`."""

    help = "列出密钥（只列编号）、换密钥、删去用不着的旧密钥。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What is to be done, and to which key."""
        parser.add_argument("--act", required=True, choices=("list", "rotate", "drop"))
        parser.add_argument("--key", default="", help="密钥编号")
        parser.add_argument("--forget-codes", action="store_true", help="旧密钥下的取回码一并作废")
        parser.add_argument("--another", action="store_true", help="上次没有换完也再换一把新的")

    def handle(self, *, act: str, key: str = "", forget_codes: bool = False, another: bool = False, **options: Any) -> None:
        """Do it, and print what came of it; a kill loses nothing, another run goes on."""
        acts: dict[str, Callable[[], Any]] = {
            "list": lambda: [asdict(each) | {"whole": each.whole} for each in rotating.listed()],
            "rotate": lambda: asdict(rotating.rotate(now=timezone.now(), told=_bar(), forget=forget_codes, another=another)),
            "drop": lambda: rotating.drop(key, now=timezone.now()),
        }
        try:
            call_command("migrate", interactive=False, verbosity=0)
            self.stdout.write(json.dumps(acts[act](), ensure_ascii=False))
        except (Fault, NotAllowed) as trouble:
            raise CommandError(str(trouble)) from trouble
        except OSError as trouble:
            raise CommandError("密钥文件写不进去，没有换。请检查数据目录的权限和磁盘。") from trouble
        except DatabaseError as trouble:
            raise CommandError("数据库打不开或写不进去，换到一半。请检查 DATABASE_URL、权限和磁盘；再运行一次会接着换。") from trouble


def _bar() -> Callable[[int, int], object]:
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(done: int, whole: int) -> None:
        share = min(1.0, done / whole) if whole else 1.0
        filled = round(share * _WIDE)
        sys.stderr.write(f"\r{'█' * filled}{'·' * (_WIDE - filled)} {share:4.0%}  {done:,} / {max(done, whole):,}")
        sys.stderr.flush()

    return show
