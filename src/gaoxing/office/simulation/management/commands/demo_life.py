"""Brings the demonstration's zone to this moment (演示园区): `gaoxing demo`."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.demonstration import enliven
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned


class Command(BaseCommand):
    """The life of `gaoxing demo`."""

    help = "把演示的园区演到此刻：编的企业、诉求、登记和项目。"
    requires_system_checks = ()
    stealth_options = ("told",)

    def handle(self, **options: Any) -> None:
        """Play, and say up to when; what falls on the way is told, and the demonstration opens with what was played."""
        if not settings.DEMO:
            raise CommandError("只有演示里才能这样准备：请运行 gaoxing demo。")
        told, now = options.get("told") or (lambda _line: None), timezone.now()

        def heard(run: Run, step: Planned) -> None:
            began = datetime.combine(run.begins, time(), tzinfo=timezone.get_current_timezone())
            told(f"演示的园区演到 {step.at:%Y-%m-%d}  {min(1.0, (step.at - began) / (now - began)):4.0%}")

        try:
            call_command("migrate", interactive=False, verbosity=0)
            run = enliven(heard, now=now)
        except (NotAllowed, Fault) as trouble:
            raise CommandError(str(getattr(trouble, "reason", "") or getattr(trouble, "message", ""))) from trouble
        except ObjectDoesNotExist:
            self.stdout.write("演示：有一步要用的记录已经被删去，园区没有接着演，已经有的都在。")
            return
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，演示没有准备好。请运行 gaoxing doctor 看哪里不对。") from trouble
        if run is not None:
            self.stdout.write(f"演示：一个编出来的园区，{run.begins} 起，演了 {run.played} 步。")
