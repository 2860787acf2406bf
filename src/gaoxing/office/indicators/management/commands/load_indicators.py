"""Loads the published figures that are shipped (载入公布数): `gaoxing indicators load`, and `gaoxing demo`. What was added is one line of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.indicators.publishing import load_published
from gaoxing.office.refusal import NotAllowed


class Command(BaseCommand):
    """`gaoxing indicators load`."""

    help = "载入随系统提供的公布数；再载入一次不会重复，本地更正过的不会动。"
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Load them and print how many were added."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            done = load_published(now=timezone.now())
        except NotAllowed as refusal:
            raise CommandError(refusal.reason) from refusal
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，公布数没有载入。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(json.dumps(asdict(done), ensure_ascii=False))
