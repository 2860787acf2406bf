"""Single steps of the player of cultivation: lists in their rounds, figures as tables, words and letters, plans."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.office.cultivation.content import content_of
from gaoxing.office.cultivation.models import Assessed, GrowthYear, Qualification
from gaoxing.office.simulation.growing import figures, firms
from gaoxing.office.simulation.models import Noted
from gaoxing.office.simulation.players import cultivation
from tests.office.simulation.growing.conftest import kinds

CERTIFICATE = figures.Certificate("high_tech_enterprise", "GR202232000002", date(2022, 11, 18), date(2025, 11, 17))


@pytest.fixture
def listed(do):
    """Three enterprises on the list."""
    [taken] = do("clients.list", "2024-01-02 09:40", key="list", kind="enterprise", numbers=[1, 2, 3])
    do("clients.taken", "2024-01-02 10:05", key="taken", **taken.told)


@pytest.fixture
def tell(do, listed, monkeypatch):
    """The figures of the second enterprise, told in a way; what follows."""

    def made(way, *, planned=0.0, again=0.0, at="2024-03-01 11:00", key="ladder/2"):
        monkeypatch.setattr(cultivation, "PLANNED", planned)
        monkeypatch.setattr(cultivation, "AGAIN", again)
        return do(cultivation._kind(way), at, key=key, number=2, way=way)

    return made


def told_of(zone):
    return figures.figures(zone, firms.enterprise(zone, 2))


@pytest.mark.parametrize(("way", "how"), [("sheet", "sheet"), ("said", "said"), ("letter", "said")])
def test_figures_are_kept_with_how_they_came(tell, zone, way, how):
    tell(way)
    row, last = Assessed.objects.get(), told_of(zone).years[-1]
    content = content_of(row)
    assert content.keyed.answers[f"revenue@{last.year}"].value == str(last.revenue * 10_000)
    assert content.data[f"revenue@{last.year}"].how == how
    assert (row.year, row.judged) == (2023, date(2024, 3, 1))


def test_what_is_said_is_counted_as_a_statement_and_a_table_is_not():
    assert [cultivation._kind(way) for way in ("sheet", "said", "letter")] == ["ladder.sheet", "ladder.says", "ladder.says"]


def test_a_table_lets_every_rung_be_judged(tell):
    tell("sheet")
    verdicts = set(Assessed.objects.get().rungs.values_list("verdict", flat=True))
    assert verdicts - {"missing"}


def test_a_plan_is_set_with_the_figures(tell, zone):
    tell("sheet", planned=1.0)
    years = {each.year: each for each in GrowthYear.objects.all()}
    assert sorted(years) == [2023, 2024, 2025]
    assert years[2023].actual == told_of(zone).years[-1].revenue * 10_000
    assert years[2024].actual is None


def test_a_table_follows_what_was_only_said(tell, zone):
    zone.run.months = 12
    [again] = tell("said", again=1.0)
    assert (again.kind, again.told) == ("ladder.sheet", {"number": 2, "way": "sheet", "again": True})


def test_a_table_after_words_settles_nothing_that_stands(tell, zone, do):
    zone.run.months = 12
    [again] = tell("said", again=1.0)
    assert do(again.kind, "2024-05-06 11:00", key=again.key, **again.told) == []
    assert Assessed.objects.count() == 1
    assert content_of(Assessed.objects.get()).form.value("founded") == told_of(zone).founded.isoformat()


def test_what_was_read_otherwise_is_noted(tell, monkeypatch):
    monkeypatch.setattr(figures, "wrong", lambda told, read: {"staff@2023": ("10", "100")})
    tell("said")
    assert Noted.objects.get(kind="misread").told["blank"] == "staff@2023"


def test_of_an_enterprise_that_is_not_listed_nothing_is_told(do):
    assert do("ladder.sheet", "2024-03-01 11:00", number=7, way="sheet") == []
    assert not Assessed.objects.exists()


def test_lists_come_on_days_on_which_the_office_works(zone):
    zone.run.months = 12
    planned = [each for each in cultivation.OPENING(zone) if each.kind == "ladder.listed"]
    assert all(zone.calendar.works(each.at.date()) for each in planned)
    assert len({each.key for each in planned}) == len(planned)


@pytest.fixture
def certified(monkeypatch):
    """The second enterprise holds one certificate, of two years before."""
    monkeypatch.setattr(figures, "certificates", lambda world, firm: (CERTIFICATE,) if firm.number == 2 else ())


def test_what_was_given_before_the_run_comes_early_in_it(zone, certified):
    [planned] = [each for each in cultivation.OPENING(zone) if each.kind == "ladder.listed"]
    assert planned.told == {"rung": "high_tech_enterprise", "numbers": [2], "day": "2024-01-21"}
    assert planned.at.date() == date(2024, 1, 22)


def test_a_list_of_certificates_is_looked_at_and_taken_in(zone, do, listed, certified):
    [planned] = [each for each in cultivation.OPENING(zone) if each.kind == "ladder.listed"]
    [taken] = do(planned.kind, "2024-01-22 12:00", key=planned.key, **planned.told)
    assert not Qualification.objects.exists()
    assert kinds(do(taken.kind, "2024-01-22 12:35", key=taken.key, **taken.told)) == []
    held = Qualification.objects.get()
    assert (held.number, held.until, held.assessed.client.code) == (CERTIFICATE.number, CERTIFICATE.until, "E0002")
    assert held.assessed.rungs.get(rung="high_tech_enterprise").held
