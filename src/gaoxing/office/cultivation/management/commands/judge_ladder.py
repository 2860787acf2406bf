"""Judging every enterprise anew at the machine (全部重评); what was done is one line of JSON, progress goes to the side."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gaoxing.office.cultivation.zone.batch import judge_waiting


class Command(BaseCommand):
    """All enterprises that were not judged today."""

    help = "按今天的条件把今天还没评过的企业全部重评一遍。"
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Judge them, tell how far it is, print what was done."""
        done = judge_waiting(timezone.localdate(), most=None, told=lambda count: self.stderr.write(f"{count} …"))
        self.stdout.write(json.dumps(asdict(done), ensure_ascii=False))
