"""Shows what the register says of an enterprise (登记簿查询): `gaoxing enterprises show`, as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.enterprises.actions import keep_look
from gaoxing.office.enterprises.queries import OfficeRegister, count
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid


class Command(BaseCommand):
    """`gaoxing enterprises show`."""

    help = "按统一社会信用代码或名称，看登记簿上是怎么登记的。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The code or the name."""
        parser.add_argument("--subject", required=True, help="统一社会信用代码或全称")

    def handle(self, *, subject: str, **options: Any) -> None:
        """Print the enterprises found as a JSON list."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            found = OfficeRegister().find(**_asked(subject))
            held = count()
            keep_look(subject, len(found), now=timezone.now())
        except Fault as trouble:
            raise CommandError(trouble.message) from trouble
        except DatabaseError as trouble:
            raise CommandError("数据库读不出来。请检查 DATABASE_URL 和数据目录的权限。") from trouble
        if not found:
            raise CommandError(f"登记簿里没有这一家（一共 {held:,} 家）。请核对代码或全称；要导入请用 gaoxing enterprises load。")
        self.stdout.write(json.dumps([each.to_json() for each in found], ensure_ascii=False))


def _asked(subject: str) -> dict[str, str]:
    """A code where it reads like one, else a name. Raises CommandError for a code that cannot be."""
    compact = credit_code.compact(subject)
    if not compact.isascii():
        return {"name": subject}
    try:
        return {"uscc": credit_code.validate(compact)}
    except Invalid as trouble:
        raise CommandError(f"{trouble}。") from trouble
