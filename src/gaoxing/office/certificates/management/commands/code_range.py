"""The ranges of codes at the machine (代码号段): `gaoxing codes`. What stands in the ranges afterwards is one line of JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.certificates import ranges
from gaoxing.office.certificates.models import CodeRange
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile

_BITS = 63
"""What a database can hold of a number."""


class Command(BaseCommand):
    """`gaoxing codes list`, `add`, `close`."""

    help = "列出、加上、停用统一社会信用代码的号段。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The two ends of a further range, or the number of one to be closed; neither lists them."""
        parser.add_argument("--first", default="", help="第一个主体标识码")
        parser.add_argument("--last", default="", help="最后一个主体标识码")
        parser.add_argument("--region", default="", help="行政区划代码")
        parser.add_argument("--close", type=int, default=0, help="停用的号段编号")

    def handle(self, *, first: str = "", last: str = "", region: str = "", close: int = 0, **options: Any) -> None:
        """Do what is asked, print what there is."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            if close:
                _known(close)
                ranges.close(close, actor=OPERATOR, now=timezone.now())
            elif first or last:
                ranges.add(first, last, region or profile().region, actor=OPERATOR, now=timezone.now())
            rows = [_row(each) for each in CodeRange.objects.all()]
        except NotAllowed as refusal:
            raise CommandError(refusal.reason) from refusal
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，号段没有动。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(json.dumps(rows, ensure_ascii=False))


def _known(number: int) -> None:
    """Raises CommandError where there is no range of that number."""
    if number.bit_length() >= _BITS or not CodeRange.objects.filter(pk=number).exists():
        raise CommandError(f"没有编号是 {number} 的号段，什么也没有停用。有哪些请看 gaoxing codes list。")


def _row(each: CodeRange) -> dict[str, Any]:
    told = {"number": each.pk, "region": each.region, "first": each.first, "last": each.last}
    return {**told, "left": each.left, "size": each.size, "closed": each.closed is not None}
