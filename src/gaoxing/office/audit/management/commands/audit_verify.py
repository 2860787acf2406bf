"""Checks the chain of the audit (核验审计链): `gaoxing audit verify`. One line of JSON; exit status 1 where a link is broken."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from gaoxing.office.audit import queries, triggers
from gaoxing.office.audit.verifying import Anchor, verify

_DIGITS = frozenset("0123456789abcdef")
_DIGEST = 64


class Command(BaseCommand):
    """`gaoxing audit verify`."""

    help = "从第一条核到最新一条，说出第一处断开的地方。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Entries that were noted elsewhere."""
        parser.add_argument("--anchor", action="append", default=[], help="另外记下的「序号:摘要」，可以写几个")

    def handle(self, *, anchor: list[str] | tuple[str, ...] = (), **options: Any) -> None:
        """Verify and print what it came to."""
        noted = [anchor_of(each) for each in anchor]
        try:
            head = queries.head()
            verdict = verify(queries.rows(queries.Wanted()), head, anchors=noted, told=_bar(head[0] if head else 0))
            guarded = triggers.standing(connection)
        except DatabaseError as trouble:
            raise CommandError("审计记录读不出来，没有核验。请先运行一次 gaoxing serve；详情请运行 gaoxing doctor。") from trouble
        self.stdout.write(json.dumps(verdict.to_json() | {"guarded": guarded}, ensure_ascii=False))
        if verdict.broken or not guarded:
            sys.exit(1)


def anchor_of(text: str) -> Anchor:
    """Number and digest of `123:abc…`. Raises CommandError with a sentence for anything else."""
    number, _, digest = text.strip().partition(":")
    if not (number.isascii() and number.isdecimal() and len(digest) == _DIGEST and _DIGITS.issuperset(digest)):
        raise CommandError("锚点要写成「序号:64 位摘要」，例如上次 gaoxing audit verify 最后说的那一行。")
    return int(number), digest


def _bar(whole: int) -> Any:
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda done: sys.stderr.write(f"\r已核 {done:,} / {whole:,} 条" + ("\n" if done == whole else ""))
