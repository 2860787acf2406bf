"""Gives a held or retained name free (名称释放): `gaoxing names release`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.names.actions import release
from gaoxing.office.names.entry import Unreadable, prefecture_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile


class Command(BaseCommand):
    """`gaoxing names release`."""

    help = "释放占用或者保留期内的名称。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name and the prefecture."""
        parser.add_argument("--name", required=True, help="名称")
        parser.add_argument("--prefecture", help="设区市代码")

    def handle(self, *, name: str, prefecture: str | None = None, **options: Any) -> None:
        """Release it and say so."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            release(name, prefecture_of(prefecture or profile().prefecture), now=timezone.now())
        except (Unreadable, NotAllowed) as trouble:
            raise CommandError(str(trouble)) from trouble
        except DatabaseError as trouble:
            raise CommandError("名称库打不开，没有释放。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(f"释放了：{name[:100]}。")
