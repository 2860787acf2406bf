"""The monthly report at the machine (出月报); what was written is one line of JSON, progress goes to the side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import override

from gaoxing.engines.fault import Fault
from gaoxing.office.indicators.cockpit.report.content import report
from gaoxing.office.indicators.cockpit.report.drawing import drawn, kept
from gaoxing.office.indicators.periods import MONTH, Period, read
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.people.remembering import remembering

LANGUAGES = {False: "zh-hans", True: "en"}


class Command(BaseCommand):
    """The report of one month, written into the files that are named."""

    help = "出一个月的月报：PDF、Word 文档。"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The month, the files, the language."""
        parser.add_argument("--month", required=True)
        parser.add_argument("--pdf", default=None)
        parser.add_argument("--docx", default=None)
        parser.add_argument("--english", action="store_true")

    def handle(self, *, month: str, pdf: str | None, docx: str | None, english: bool, **options: Any) -> None:
        """Read the figures, draw what was asked for, say what was written."""
        found, files = _month(month), {form: Path(file) for form, file in (("pdf", pdf), ("docx", docx)) if file}
        if not files:
            raise CommandError("没有说写到哪里。请加上 --pdf 文件 或者 --docx 文件。")
        call_command("migrate", interactive=False, verbosity=0)
        with override(LANGUAGES[english]), remembering():
            self._write(found, files)

    def _write(self, month: Period, files: dict[str, Path]) -> None:
        now = timezone.now()
        made = report(month, person=OPERATOR, now=now, told=lambda done, whole: self.stderr.write(f"{done}/{whole} …"))
        for form, file in files.items():
            try:
                file.write_bytes(drawn(made, form, on=timezone.localdate(now)).content)
            except OSError as trouble:
                raise CommandError(f"写不了 {file}：{trouble.strerror}。请换个地方，或者看看有没有权限。") from trouble
            except Fault as trouble:
                raise CommandError(trouble.message) from trouble
            kept(month, form, OPERATOR, now=now)
            self.stderr.write(f"{file} …")
        told = {"title": made.title, "as_of": made.as_of, "files": {form: str(file) for form, file in files.items()}}
        self.stdout.write(json.dumps({**told, "missing": len(made.missing), "problems": len(made.problems)}, ensure_ascii=False))


def _month(written: str) -> Period:
    """The month that is asked for. Raises CommandError where it is none, or has not begun."""
    found = read(written)
    if found is None or found.kind != MONTH:
        raise CommandError(f"“{written}”不是一个月份。请写成 2026-10 这样。")
    if not found.begun(on=timezone.localdate()):
        raise CommandError(f"{written} 还没有到。")
    return found
