"""Restoring (恢复): `gaoxing restore ARCHIVE --into FOLDER`. One line of JSON; the data folder is the draft that the terminal made."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.engines.file_trouble import reason
from gaoxing.office.backup.restoring import restore


class Command(BaseCommand):
    """`gaoxing restore`."""

    help = "把一份备份恢复到新的数据目录（PostgreSQL：空的数据库）。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The archive, and the key file."""
        parser.add_argument("--archive", required=True, help="备份文件")
        parser.add_argument("--key", default="", help="另存的密钥文件")

    def handle(self, *, archive: str, key: str = "", **options: Any) -> None:
        """Restore, and say what was."""
        try:
            restored = restore(Path(archive), now=timezone.now(), key_file=Path(key) if key else None)
        except Fault as fault:
            raise CommandError(fault.message) from fault
        except OSError as trouble:
            raise CommandError(f"没有恢复，没有留下半份：{reason(trouble)}。请检查备份文件、密钥文件的路径和权限，以及磁盘。") from trouble
        except DatabaseError as trouble:
            raise CommandError("恢复出来的数据库打不开，没有恢复。请检查 DATABASE_URL 和磁盘，或换一份备份。") from trouble
        self.stdout.write(json.dumps(restored.to_json(), ensure_ascii=False))
