"""Enterprises on the zone's ladder, made by hand; browsers of those who look at it. Names and numbers are invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gaoxing.forms import Answer, Source
from gaoxing.office.cultivation.content import Content, sealed
from gaoxing.office.cultivation.keeping import begin_for, judge
from gaoxing.office.cultivation.keyed import Keyed
from gaoxing.office.cultivation.models import GrowthYear, Qualification
from tests.matters.ladder.filled import SURE, filled
from tests.office.aftercare.clients.conftest import *  # noqa: F403
from tests.office.aftercare.desk.conftest import *  # noqa: F403


@pytest.fixture
def on(now):
    return now.date()


@pytest.fixture
def assessed(listed, now, on):
    """An enterprise of the list with a full set of figures, some of them changed; judged on the day."""

    def made(code, steward="", *, told=True, **changed):
        row = begin_for(listed(code, steward), None, now=now)
        if told:
            figures = {**filled(**changed).values, **{f"year@{year}": year for year in range(2020, 2026)}}
            answers = {key: Answer(list(value) if isinstance(value, tuple) else value, Source.TYPED) for key, value in figures.items()}
            content = replace(Content(), form=Keyed(answers).form(), confirmed=tuple(SURE))
            row.content = sealed(row, content)
            row.save()
            judge(row, on=on)
        return row

    return made


@pytest.fixture
def holds(now):
    """Gives an enterprise a certificate of a list."""

    def made(row, rung, since, until, number=""):
        days = [date.fromisoformat(each) if each else None for each in (since, until)]
        return Qualification.objects.create(assessed=row, rung=rung, number=number, since=days[0], until=days[1], origin=Qualification.Origin.LIST, at=now)

    return made


@pytest.fixture
def plans(now):
    """Gives an enterprise a year of its plan to double; sums in ten thousands of yuan."""

    def made(row, year, planned, actual):
        sums = {name: None if each is None else Decimal(each) * 10_000 for name, each in (("planned", planned), ("actual", actual))}
        return GrowthYear.objects.create(assessed=row, year=year, at=now, **sums)

    return made


@pytest.fixture
def several(assessed, holds, plans):
    """Five enterprises: two of the first steward, two of another, one of nobody; certificates of every age, plans of two years."""
    rows = [assessed("Z1", "steward", technical_staff__2025=9), assessed("Z2", "steward"), assessed("Z3", "colleague", resident=False)]
    rows += [assessed("Z4", "colleague", told=False), assessed("Z5", resident=None)]
    holds(rows[1], "high_tech_enterprise", "2023-12-01", "2026-11-30", "GR1")
    holds(rows[2], "high_tech_enterprise", "2022-10-01", "2025-09-30", "GR2")
    holds(rows[2], "gazelle", "2025-06-01", "2028-05-31")
    holds(rows[3], "high_tech_enterprise", "", "2027-01-31")
    holds(rows[4], "gazelle", "2026-03-01", "")
    for row, planned, actual in ((rows[0], 5000, 4000), (rows[1], 6000, 6000), (rows[2], 7000, None)):
        plans(row, 2025, planned, actual)
    plans(rows[0], 2026, 8000, None)
    return rows
