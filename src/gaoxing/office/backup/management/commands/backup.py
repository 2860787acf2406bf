"""The backup (备份): `gaoxing backup TARGET`. One line of JSON."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.backup.taking import take

_WORDS = {"files": "已拷文件", "database": "已拷数据库页"}


class Command(BaseCommand):
    """`gaoxing backup`."""

    help = "窗口开着也能做一份备份：数据库、附件、清单。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where it goes, and whether the key lies in it."""
        parser.add_argument("--target", required=True, help="写到哪里")
        parser.add_argument("--with-key", action="store_true", help="密钥一起放进去")

    def handle(self, *, target: str, with_key: bool = False, **options: Any) -> None:
        """Make it and say what is in it; in a folder it is named by the moment."""
        now, path = timezone.now(), Path(target)
        if path.is_dir():
            path = path / f"gaoxing-{timezone.localtime(now):%Y%m%d-%H%M%S}.tar"
        try:
            taken = take(path, now=now, with_key=with_key, told=_bar())
        except Fault as fault:
            raise CommandError(fault.message) from fault
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，或还没有准备好，没有做备份。请先运行一次 gaoxing serve；详情请运行 gaoxing doctor。") from trouble
        told = {"path": taken.path, "size": taken.size, **taken.manifest.to_json()}
        del told["migrations"]
        self.stdout.write(json.dumps(told, ensure_ascii=False))


def _bar() -> Any:
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(what: str, done: int, whole: int) -> None:
        sys.stderr.write(f"\r\x1b[K{_WORDS[what]} {done:,}" + (f" / {whole:,}" if whole else ""))
        sys.stderr.flush()

    return show
