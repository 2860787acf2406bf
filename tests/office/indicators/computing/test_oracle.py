"""What is computed equals what a slow count of the same year says, whichever year and period it is."""

from __future__ import annotations

from datetime import datetime

import pytest

from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import indicators
from gaoxing.office.indicators.periods import read
from gaoxing.office.people.remembering import remembering
from tests.office.indicators import made_up, zone
from tests.office.indicators.conftest import *  # noqa: F403

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=zone.HERE)


def play(year, steward):
    """Write a made-up year into the tables."""
    for day, matter, capital in year.licences:
        zone.licence(day, matter, capital)
    for monday, taken, given in year.decided:
        decision = f"{monday[:8]}{int(monday[8:]) + taken:02}"
        zone.decided((monday, "submit", "submitted", "start", given), (decision, "register", "registered", "stop", 0))
    for days in year.joint:
        zone.joint(*days)
    for day, categories, state, rating, solved, late in year.requests:
        zone.request(day, *categories, state=state, rating=rating, solved=solved, late=late)
    for kind, since, until, served, visits in year.clients:
        zone.client(kind, since, until, steward if served else None, visits)
    for counts, listed, months in year.promotions:
        zone.promotion(*counts, listed=listed, months=months)
    for day, total, currency, state in year.filings:
        zone.filing(day, total, currency, state)
    holders = {}
    for holder, rung, since, until in year.certificates:
        holders[holder] = zone.certificate(rung, since, until, of=holders.get(holder)).assessed
    for brought, taken, outcome, ended in year.stuck:
        zone.stuck(brought, ("take_over", taken), outcome=outcome, concluded=ended if outcome else "")
    for state, day in year.causes:
        zone.cause(state, day)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_indicator_equals_the_slow_count(seed, steward):
    year = made_up.made(seed)
    play(year, steward)
    for written in ("2024", "2024Q2", "2024-05", "2024-11"):
        period = read(written)
        expected = made_up.counted(year, period.first.isoformat(), period.last.isoformat())
        with remembering():
            for id_, wanted in indicators().items():
                if wanted.computed and period.kind in wanted.kinds:
                    found = compute(wanted, period, now=NOW)
                    assert (found.value if found else None) == expected[id_], (id_, written)


def test_the_slow_count_knows_every_computed_indicator():
    expected = made_up.counted(made_up.made(1), "2024-01-01", "2024-12-31")
    assert set(expected) == {id_ for id_, each in indicators().items() if each.computed}
