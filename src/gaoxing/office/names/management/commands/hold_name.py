"""Keeps a name for a case (名称占用): `gaoxing names hold`."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.names.actions import hold
from gaoxing.office.names.entry import Unreadable, prefecture_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile


class Command(BaseCommand):
    """`gaoxing names hold`."""

    help = "占用一个名称，别人就不能再用。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name, the prefecture and the last day."""
        parser.add_argument("--name", required=True, help="名称")
        parser.add_argument("--prefecture", help="设区市代码")
        parser.add_argument("--until", type=date.fromisoformat, help="占用到哪一天")

    def handle(self, *, name: str, prefecture: str | None = None, until: date | None = None, **options: Any) -> None:
        """Hold it and say so."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            held = hold(name, prefecture_of(prefecture or profile().prefecture), timezone.localdate(), now=timezone.now(), until=until)
        except (Unreadable, NotAllowed) as trouble:
            raise CommandError(str(trouble)) from trouble
        except DatabaseError as trouble:
            raise CommandError("名称库打不开，没有占用。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(f"占用了：{held.name}，{f'到 {held.until} 止' if held.until else '到释放为止'}。")
