"""Deletes the recordings whose time is over (删除到期录音) and names each; `--dry-run` only names them. The minute's tick does the same."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.db.models import Min
from django.utils import timezone
from django.utils.timezone import localtime

from gaoxing.office.cases import recordings
from gaoxing.office.cases.models import Recording


class Command(BaseCommand):
    """`gaoxing recordings`."""

    help = "删除到期的录音，逐段说明；可以反复运行。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether anything is deleted."""
        parser.add_argument("--dry-run", action="store_true", help="只说要删哪些，不删")

    def handle(self, *, dry_run: bool = False, **options: Any) -> None:
        """One line a recording, then how many are left."""
        now = timezone.now()
        try:
            over = [recordings.named(each) for each in recordings.due(now=now)] if dry_run else recordings.delete_due(now=now)
            for each in over:
                self.stdout.write(f"{'到期，还没有删' if dry_run else '删了'}：{each}")
            self.stdout.write(_left(len(over)))
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，或还没有准备好，没有删录音。请先运行一次 gaoxing serve；详情请运行 gaoxing doctor。") from trouble


def _left(over: int) -> str:
    whole, first = Recording.objects.count(), Recording.objects.aggregate(first=Min("until"))["first"]
    told = "没有到期的录音。" if not over else f"一共 {over} 段。"
    return f"{told}现在存着 {whole} 段" + (f"，最早的 {localtime(first):%Y-%m-%d %H:%M} 到期。" if first else "。")
