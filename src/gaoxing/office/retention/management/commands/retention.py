"""The retention report (保存期限报告): `gaoxing retention report`. One line of JSON; nothing is deleted by it."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.retention import queries


class Command(BaseCommand):
    """`gaoxing retention report`."""

    help = "说出什么存多久、现在存着多少、到期多少、哪天删了多少。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """From which day on."""
        parser.add_argument("--since", type=date.fromisoformat, help="只列这天以来删的")

    def handle(self, *, since: date | None = None, **options: Any) -> None:
        """Print the report."""
        try:
            told = {"kept": [asdict(each) for each in queries.standing(now=timezone.now())], "deleted": [asdict(each) for each in queries.deleted(since=since)]}
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，或还没有准备好。请先运行一次 gaoxing serve；详情请运行 gaoxing doctor。") from trouble
        self.stdout.write(json.dumps(told, ensure_ascii=False, default=str))
