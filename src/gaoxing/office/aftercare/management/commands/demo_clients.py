"""Makes the demonstration's clients (演示的服务对象): `gaoxing demo`, after `demo_people`, which refuses where real people are."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.aftercare.clients.demo import build
from gaoxing.office.refusal import NotAllowed


class Command(BaseCommand):
    """The clients of `gaoxing demo`."""

    help = "准备演示用的服务对象：编的企业、项目、走访和诉求。"
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Make them and say how many there are."""
        if not settings.DEMO:
            raise CommandError("只有演示里才能这样准备：请运行 gaoxing demo。")
        try:
            made = build(now=timezone.now())
        except NotAllowed as refusal:
            raise CommandError(refusal.reason) from refusal
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，演示没有准备好。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(f"演示：{made} 家编出来的企业和项目，有专员、走访和诉求。" if made else "演示：服务对象已经在了，没有再编。")
