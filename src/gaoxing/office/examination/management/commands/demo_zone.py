"""Makes the demonstration's zone (演示园区): `gaoxing demo`, after `demo_people`, which refuses where real people are."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.examination.demo import build
from gaoxing.office.refusal import NotAllowed


class Command(BaseCommand):
    """The zone of `gaoxing demo`."""

    help = "准备演示用的园区：自动审查开着，有一段编的号段和几个编的名称。"
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Make it and say what it does."""
        if not settings.DEMO:
            raise CommandError("只有演示里才能这样准备：请运行 gaoxing demo。")
        try:
            build(now=timezone.now())
        except NotAllowed as refusal:
            raise CommandError(refusal.reason) from refusal
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，演示没有准备好。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write("演示：自动审查开着，内容都合规、都用电子签名的，提交后当场登记。")
