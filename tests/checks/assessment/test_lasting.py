"""How long a verdict lasts: until its day nothing changes; what can be dated ends it on its day. Figures are invented."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from gaoxing.catalogue import rounds, standings
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.lasting import lasts_until
from gaoxing.checks.assessment.ordering import held_on

ON = date(2026, 3, 1)
NEW_YEAR = date(2027, 1, 1)


def held(until):
    return {"certificates": ({"kind": "high_tech_enterprise", "until": until},), "holds_certificates": True}


def raised(when):
    return {"financed": True, "financing": ({"date": when, "investor": "private", "amount": "30000000"},)}


def enterprise(number):
    """The inputs of an invented enterprise; the same number gives the same."""
    chance = Random(number)
    told = {"founded": f"{chance.randint(2016, 2026)}-{chance.randint(1, 12):02}-15", "resident": True, "core_rights": True}
    told |= held(f"{chance.randint(2024, 2027)}-{chance.randint(1, 12):02}-20") | raised(f"{chance.randint(2023, 2026)}-{chance.randint(1, 12):02}-18")
    for year in range(2021, 2026):
        told |= {f"staff@{year}": 40 + chance.randint(0, 90), f"technical_staff@{year}": chance.randint(1, 40)}
        told |= {f"revenue@{year}": str(chance.randint(1, 90) * 1_000_000), f"research@{year}": str(chance.randint(1, 60) * 100_000)}
    return Inputs(told)


def kept(inputs, on):
    """What the office keeps of the verdicts of a day."""
    found = standings(inputs, on)
    rows = [(each.rung.id, each.verdict, each.unmet, each.wants, each.worst, each.best, each.batch, len(each.doubts)) for each in found]
    return rows, [[gap.sentence for gap in each.gaps] for each in found], held_on(inputs, on)


@pytest.mark.parametrize(
    ("told", "until"),
    [
        pytest.param({}, NEW_YEAR, id="nothing is told: the year alone counts"),
        pytest.param({"founded": "2019-06-30"}, NEW_YEAR, id="old enough"),
        pytest.param({"founded": "2025-03-01"}, NEW_YEAR, id="a year old today"),
        pytest.param({"founded": "2025-03-02"}, date(2026, 3, 2), id="not a year old: the days are counted"),
        pytest.param({"founded": "2026-08-01"}, date(2026, 3, 2), id="founded later than today"),
        pytest.param(held("2026-05-31"), date(2026, 6, 1), id="a certificate ends"),
        pytest.param(held("2026-03-01"), date(2026, 3, 2), id="a certificate ends today"),
        pytest.param(held("2025-12-31"), NEW_YEAR, id="a certificate ended"),
        pytest.param(held("2026-05"), date(2026, 3, 2), id="a certificate without its day"),
        pytest.param(held("2026-13-77"), date(2026, 3, 2), id="a certificate with a day that is none"),
        pytest.param(raised("2026-04-09"), date(2026, 4, 9), id="a round still to come"),
        pytest.param(raised("2024-04-09"), date(2026, 4, 9), id="a round that becomes two years old"),
        pytest.param(raised("2024-03-01"), date(2026, 3, 2), id="a round that is two years old today"),
        pytest.param(raised("2020-04-09"), NEW_YEAR, id="a round long ago"),
    ],
)
def test_a_verdict_lasts_until_something_that_is_dated(told, until):
    assert lasts_until(Inputs(told), ON, ()) == until


def test_a_verdict_lasts_until_figures_of_law_begin():
    assert lasts_until(Inputs({}), ON, (date(2026, 3, 1), date(2026, 7, 1), date(2026, 5, 1))) == date(2026, 5, 1)


def test_the_rounds_are_all_days_on_which_a_rung_is_judged_by_other_figures():
    assert list(rounds()) == sorted(set(rounds()))
    assert all(isinstance(each, date) for each in rounds())


@pytest.mark.parametrize("number", range(12))
def test_until_its_day_nothing_that_is_kept_of_a_verdict_changes(number):
    inputs, on = enterprise(number), date(2024, 1, 1) + timedelta(days=67 * number)
    until = lasts_until(inputs, on, rounds())
    days = {on + (until - on) * part // 4 for part in range(4)} | {until - timedelta(days=1)}
    assert all(kept(inputs, day) == kept(inputs, on) for day in days)
