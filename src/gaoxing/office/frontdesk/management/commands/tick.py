"""The minute's tick (每分钟例行): applies what is due. It may run as often as one likes; what is done is done.

It stands in the topmost app, for it reaches into all of them: what each keeps for a time stands in its own `kept.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.module_loading import module_has_submodule

from gaoxing.office.attachments import scanning
from gaoxing.office.cases import archiving
from gaoxing.office.examination import actions as examination
from gaoxing.office.formalities import actions as formalities
from gaoxing.office.frontdesk.reminders import remind
from gaoxing.office.licensing import duties as joint_duties
from gaoxing.office.notices import delivery
from gaoxing.office.retention.actions import delete_due
from gaoxing.office.zone import actions as zone


class Command(BaseCommand):
    """`tick`: one line that tells what was done, or nothing."""

    help = "删除到期的草稿、取回码、录音、附件和会话，查毒；可以反复运行。"
    requires_system_checks = ()
    stealth_options = ("now",)
    """`now` is for whoever calls it from within, such as the simulated year; there is no such word on the command line."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Apply what is due now."""
        now: datetime = options.get("now") or timezone.now()
        done = [f"{name} {count}" for name, count in delete_due(now=now).items()]
        done += [f"{name} {count}" for name, act in (*DUE, *_elsewhere()) if (count := act(now))]
        if done and options["verbosity"]:
            self.stdout.write("，".join(done))


def _elsewhere() -> tuple[tuple[str, Callable[[datetime], int]], ...]:
    """What apps beside this one say in the `DUE` of their own `ticking.py`."""
    return tuple(
        each
        for config in apps.get_app_configs()
        if config.name.startswith("gaoxing.") and module_has_submodule(config.module, "ticking")
        for each in import_module(f"{config.name}.ticking").DUE
    )


def _zone(now: datetime) -> int:
    return zone.apply_due(now=now)


def _archive(now: datetime) -> int:
    return archiving.archive_due(now=now)


def _reminders(now: datetime) -> int:
    return remind(now=now)


def _notices(now: datetime) -> int:
    return delivery.deliver_due(now=now)


def _joint_duties(now: datetime) -> int:
    return joint_duties.apply_due(now=now)


def _receipts(now: datetime) -> int:
    return delivery.ask_receipts(now=now)


def _examinations(now: datetime) -> int:
    return examination.examine_left_behind(now=now)


def _formalities(now: datetime) -> int:
    return formalities.advance_due(now=now)


def _scans(now: datetime) -> int:
    return scanning.scan_due(now=now)


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (
    ("园区资料", _zone),
    ("查毒", _scans),
    ("联办到期", _joint_duties),
    ("自动审查", _examinations),
    ("后续事项", _formalities),
    ("归档", _archive),
    ("提醒", _reminders),
    ("通知", _notices),
    ("回执", _receipts),
)
"""What is due each minute beside what is deleted."""
