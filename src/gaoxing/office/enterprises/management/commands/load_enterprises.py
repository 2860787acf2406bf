"""Takes a file of enterprises in (登记簿导入): `gaoxing enterprises load`. What it came to is one line of JSON; how far it is stands on the terminal."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.file_trouble import reason
from gaoxing.office.enterprises.actions import keep_load
from gaoxing.office.enterprises.loading import load
from gaoxing.office.enterprises.rows import Unreadable


class Command(BaseCommand):
    """`gaoxing enterprises load`."""

    help = "把企业文件（JSON 或 CSV）导入登记簿；再导一遍就更新。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("--file", required=True, help="企业文件")

    def handle(self, *, file: str, **options: Any) -> None:
        """Load the file; print what it came to."""
        told = _count if sys.stderr.isatty() else lambda _: None
        try:
            call_command("migrate", interactive=False, verbosity=0)
            loaded = load(Path(file), now=timezone.localtime(), told=told)
            keep_load(sha256(Path(file).read_bytes()).hexdigest(), loaded.recorded, now=timezone.now())
        except Unreadable as trouble:
            raise CommandError(str(trouble)) from trouble
        except (OSError, ValueError) as trouble:
            raise CommandError(f"文件打不开（{reason(trouble)}）。请检查路径和权限。") from trouble
        except DatabaseError as trouble:
            raise CommandError("数据库写不进去。请检查 DATABASE_URL、数据目录的权限和磁盘；再导一遍就行。") from trouble
        self.stdout.write(json.dumps(asdict(loaded), ensure_ascii=False))


def _count(read: int) -> None:
    sys.stderr.write(f"\r已读 {read:,} 家")
    sys.stderr.flush()
