"""Hands the audit out (导出审计记录): `gaoxing audit export`. Exporting is an act itself and is written first."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from django.utils import timezone

from gaoxing.office.audit import actions, queries
from gaoxing.office.audit.asking import AskingForm
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.audit.exporting import CSV, WRITERS

ASKED = ("act", "actor", "role", "subject_kind", "subject", "reason", "first", "last")


class Command(BaseCommand):
    """`gaoxing audit export`."""

    help = "导出审计记录（CSV 或 JSON 行），按序号从旧到新。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The kind, the file and the filters."""
        parser.add_argument("--kind", choices=tuple(WRITERS), default=CSV)
        parser.add_argument("--output", default="-", help="写到哪个文件；- 是标准输出")
        for name in ASKED:
            parser.add_argument(f"--{name.replace('_', '-')}", default="")

    def handle(self, *, kind: str = CSV, output: str = "-", **options: Any) -> None:
        """Write the entries asked for."""
        form = AskingForm({name: value.isoformat() if isinstance(value := options.get(name) or "", date) else value for name in ASKED})
        if not form.is_valid():
            raise CommandError("；".join(f"{form.fields[name].label}：{errors[0]}" for name, errors in form.errors.items()))
        wanted = form.wanted()
        try:
            with transaction.atomic():
                actions.write("audit.exported", actor=OPERATOR, now=timezone.now(), details=wanted.to_json())
            with _opened(output) as file:
                for piece in WRITERS[kind](queries.rows(wanted)):
                    file.write(piece)
        except DatabaseError as trouble:
            raise CommandError("审计记录读不出来，没有导出。请先运行一次 gaoxing serve；详情请运行 gaoxing doctor。") from trouble


@contextmanager
def _opened(output: str) -> Iterator[TextIO]:
    """The file, readable by its owner alone; standard output for `-`. Raises CommandError where it cannot be written."""
    if output == "-":
        yield sys.stdout
        return
    try:
        with Path(output).open("w", encoding="utf-8", newline="") as file:
            Path(output).chmod(0o600)
            yield file
    except OSError as trouble:
        raise CommandError(f"写不进“{output}”，没有导完。请检查它是不是文件夹、路径对不对、有没有权限、磁盘满不满。") from trouble
