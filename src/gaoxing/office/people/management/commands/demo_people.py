"""Makes the demonstration's cast (演示人员): `gaoxing demo`."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.people.demo import build, cast
from gaoxing.office.refusal import NotAllowed


class Command(BaseCommand):
    """The cast of `gaoxing demo`."""

    help = "准备演示用的人：每个角色一个。"
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Make them and say how many there are."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            build(now=timezone.now())
            self.stdout.write(f"演示：{len(cast())} 个编出来的人，首页上可以以任何一个的身份进去。")
        except (NotAllowed, Fault) as trouble:
            raise CommandError(str(getattr(trouble, "reason", "") or getattr(trouble, "message", ""))) from trouble
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，演示没有准备好。请运行 gaoxing doctor 看哪里不对。") from trouble
