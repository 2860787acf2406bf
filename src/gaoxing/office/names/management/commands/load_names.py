"""Takes a file of names in (名称导入): `gaoxing names load`. What it came to is one line of JSON; how far it is stands on the terminal meanwhile."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.file_trouble import reason
from gaoxing.office.names.entry import Unreadable, prefecture_of
from gaoxing.office.names.loading import Progress, load
from gaoxing.office.zone.queries import profile

_WIDE = 30


class Command(BaseCommand):
    """`gaoxing names load`."""

    help = "把名称文件（CSV 或 Parquet）导入名称库；断了再运行一次，从断的地方接着导。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, the prefecture of rows that name none, and where the report goes."""
        parser.add_argument("--file", required=True, help="名称文件")
        parser.add_argument("--prefecture", help="没有写区划代码的行算哪个设区市")
        parser.add_argument("--report", help="读不出的行写到哪个文件")
        parser.add_argument("--again", action="store_true", help="导过的文件再导一遍")

    def handle(self, *, file: str, prefecture: str | None = None, report: str | None = None, again: bool = False, **options: Any) -> None:
        """Load the file; print what it came to."""
        path = Path(file)
        told = _bar if sys.stderr.isatty() else lambda _: None
        where = Path(report) if report else settings.DATA / f"{path.stem[:60]}-读不出的行.csv"
        try:
            call_command("migrate", interactive=False, verbosity=0)
            loaded = load(path, prefecture_of(prefecture or profile().prefecture), timezone.localtime(), report=where, told=told, again=again)
        except Unreadable as trouble:
            raise CommandError(str(trouble)) from trouble
        except (OSError, ValueError) as trouble:
            raise CommandError(f"文件打不开或者报告写不下（{reason(trouble)}）。请检查路径和权限。") from trouble
        except DatabaseError as trouble:
            raise CommandError("数据库写不进去。请检查 DATABASE_URL、数据目录的权限和磁盘；再运行一次会从断的地方接着导。") from trouble
        outcome = asdict(loaded) | {"report": str(where) if loaded.progress.broken else None}
        self.stdout.write(json.dumps(outcome, ensure_ascii=False))


def _bar(progress: Progress) -> None:
    done = round(progress.share * _WIDE)
    sys.stderr.write(f"\r{'█' * done}{'·' * (_WIDE - done)} {progress.share:4.0%}  已读 {progress.rows:,} 行，读不出 {progress.broken:,} 行")
    sys.stderr.write("\n" if progress.share >= 1 else "")
    sys.stderr.flush()
