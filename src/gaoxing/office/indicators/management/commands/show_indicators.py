"""The indicators at the machine (指标): `gaoxing indicators`. Every indicator with its figure is one line of JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.office.indicators import listing
from gaoxing.office.indicators.figures import Stated
from gaoxing.office.indicators.listing import Row
from gaoxing.office.indicators.periods import Period, read
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.people.remembering import remembering


class Command(BaseCommand):
    """`gaoxing indicators`."""

    help = "列出全部指标：某个期间的数，不写期间就是每个最新的。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which period."""
        parser.add_argument("--period", default="", help="2024、2024-11 或者 2024Q4")

    def handle(self, *, period: str = "", **options: Any) -> None:
        """Print them. Raises CommandError for what is no period, or where the database does not open."""
        asked = read(period) if period else None
        if period and asked is None:
            raise CommandError(f"期间“{period}”看不懂。请写成 2024、2024-11 或者 2024Q4。")
        try:
            call_command("migrate", interactive=False, verbosity=0)
            rows = _rows(asked, timezone.now())
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，指标没有读出来。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(json.dumps(rows, ensure_ascii=False))


def _rows(period: Period | None, now: datetime) -> list[dict[str, Any]]:
    with remembering():
        return [{"group": section.group.term, **_row(each)} for section in listing.sections(OPERATOR, period, now=now) for each in section.rows]


def _row(row: Row) -> dict[str, Any]:
    """An indicator with its figure; the value as text, so that no digit is lost."""
    wanted, found = row.indicator, row.figure
    defined = {"id": wanted.id, "term": wanted.term, "unit": wanted.unit, "how": wanted.how, "owner": wanted.owner, "scope": wanted.scope}
    beside = {"published": [_stated(each) for each in row.published]}
    if found is None:
        return {**defined, "period": None, "value": None, **beside}
    told = {"qualifier": found.qualifier, "source": found.source, "dated": found.dated.isoformat(), "stale": found.stale, "settled": found.settled}
    change = None if found.year_on_year is None else str(found.year_on_year)
    more = {"conflicts": [_stated(each) for each in found.conflicts], "restated": [_stated(each) for each in found.restated]}
    return {**defined, "period": str(found.period), "value": str(found.value), **told, "year_on_year": change, "marks": list(row.marks), **more, **beside}


def _stated(each: Stated) -> dict[str, str]:
    return {"value": str(each.value), "qualifier": each.qualifier, "source": each.source, "dated": each.dated.isoformat(), "scope": each.scope}
