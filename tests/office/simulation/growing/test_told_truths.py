"""What is invented of enterprises, filings, figures and promotion: sound, the same for the same seed, and read back as it is meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from gaoxing.engines.cultivation_table import read as read_table
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.cultivation_said import form_of
from gaoxing.intake import receive
from gaoxing.office.aftercare.models import Client
from gaoxing.office.people import demo
from gaoxing.office.simulation.growing import figures, filings, firms, notes, promotions
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.world import World
from gaoxing.speech.transcript import Transcript
from gaoxing.standards import credit_code, telephone

ON = date(2024, 4, 10)


@pytest.fixture
def world(db):
    """A run of a year at full scale, of which nothing is played."""
    return World(Run.objects.create(seed=3, scale=Decimal(1), begins=date(2024, 1, 1), months=12))


def test_an_enterprise_is_the_same_every_time(world):
    assert firms.enterprise(world, 17) == firms.enterprise(World(world.run), 17)


def test_no_two_enterprises_share_a_name_or_a_code(world):
    found = [firms.enterprise(world, number) for number in range(1, 300)]
    assert len({each.name for each in found}) == len(found)
    assert len({each.uscc for each in found}) == len(found)
    assert len({each.mobile for each in found}) == len(found)


def test_codes_and_numbers_are_sound(world):
    for number in range(1, 40):
        firm = firms.enterprise(world, number)
        assert credit_code.is_valid(firm.uscc)
        assert telephone.is_valid(firm.mobile)
        assert firm.revenue in Client.Revenue.values


def test_the_first_enterprise_is_the_demonstrations(world):
    assert firms.enterprise(world, 1).mobile == demo.MOBILES[0]


def test_a_listed_project_is_built_by_an_enterprise(world):
    found = [firms.project(world, number) for number in range(1, 30)]
    builders = {firms.enterprise(world, number).uscc for number in range(1, 2 * firms.ENTERPRISES)}
    assert {each.uscc for each in found} <= builders
    assert all(each.name.endswith("项目") for each in found)
    assert firms.one(world, "project", 3) == firms.project(world, 3)


def test_clients_are_counted_by_the_published_figures(world):
    assert firms.counts(world) == {Client.Kind.ENTERPRISE: 806, Client.Kind.PROJECT: 218}


@pytest.mark.parametrize("how", ["on_site", "telephone", "online"])
def test_a_visits_note_is_a_sentence_of_its_enterprise(world, how):
    firm = firms.enterprise(world, 5)
    said = {notes.said(firm, how, Random(seed)) for seed in range(60)}
    assert len(said) > 30
    assert all(each.endswith("。") and "{" not in each for each in said)


def test_what_was_seen_is_told_of_a_visit_on_site_alone():
    assert {notes.found("telephone", Random(seed)) for seed in range(20)} == {""}
    assert len({notes.found("on_site", Random(seed)) for seed in range(40)}) > 3


def spoken(world, key):
    """A filing as it is meant, and what was read of it once everything that is asked was answered."""
    told = filings.meant(world, key, ON)
    turns, left = [filings.statement(told, Random(key))], filings.answers(told, Random(key))
    while True:
        taken = receive(Transcript.of(*turns), on=ON)
        asked = [each.field for each in taken.questions if each.field in left]
        if not asked:
            return told, taken
        turns += [(path, left.pop(path)) for path in asked]


@pytest.mark.parametrize("key", [f"{number}" for number in range(16)])
def test_a_filing_is_read_as_it_is_meant(world, key):
    told, taken = spoken(world, key)
    assert taken.matter.id == "project_filing"
    assert filings.otherwise(told, taken.form) == {}
    assert not taken.form.asks


def test_what_was_read_otherwise_is_told_with_both(world):
    told, taken = spoken(world, "1")
    wrong = taken.form.with_answers({"project_name": Answer("别的项目", Source.TYPED), "start": Answer("2031-01", Source.TYPED)})
    assert filings.otherwise(told, wrong) == {"project_name": ("别的项目", told.name), "start": ("2031-01", f"{told.start:%Y-%m}")}


def test_an_area_of_which_nothing_was_meant_is_told(world):
    told = next(found for key in range(50) if not (found := filings.meant(world, f"{key}", ON)).land)
    form = Form("project_filing", "2017", {"land_area": Answer("2000", Source.SAID)})
    assert filings.otherwise(told, form) == {"land_area": ("2000", "")}


@pytest.mark.parametrize(
    ("read", "meant", "alike"),
    [
        pytest.param("12000.0", "12000", True, id="one number"),
        pytest.param("13333.4", "13333.40", True, id="one area"),
        pytest.param("12000", "21000", False, id="another number"),
        pytest.param("昆山市玉山镇砚湖路2号", "玉山镇砚湖路2号", True, id="with its city"),
        pytest.param("江苏省苏州市昆山市玉山镇砚湖路2号", "昆山市玉山镇砚湖路2号", True, id="with its province"),
        pytest.param("玉山镇砚湖路2号", "玉山镇砚湖路3号", False, id="another house"),
        pytest.param({"amount": "100", "currency": "CNY"}, {"amount": "100.00", "currency": "CNY"}, True, id="one sum"),
        pytest.param({"amount": "100", "currency": "USD"}, {"amount": "100", "currency": "CNY"}, False, id="other money"),
        pytest.param("2024-05", "2024-06", False, id="another month"),
    ],
)
def test_values_are_compared_by_what_they_say(read, meant, alike):
    assert filings.same(read, meant) is alike


@pytest.mark.parametrize(
    ("flaw", "path"),
    [
        pytest.param("outside", "location", id="outside the zone"),
        pytest.param("backwards", "finish", id="finished before it begins"),
        pytest.param("restricted", "content", id="on the list of what is restricted"),
        pytest.param("approval", "content", id="needs approval"),
        pytest.param("no_fixed_assets", "content project_name", id="nothing is built"),
    ],
)
def test_a_flaw_is_in_its_blanks_alone(world, flaw, path):
    sound, flawed = (filings.values(filings.meant(world, "9", ON, each)) for each in ("", flaw))
    assert {each for each in sound if sound[each] != flawed[each]} == set(path.split())


def test_figures_grow_from_founding_to_the_year_before(world):
    for number in range(1, 60):
        told = figures.figures(world, firms.enterprise(world, number))
        assert [each.year for each in told.years] == list(range(2024 - len(told.years), 2024))
        assert all(each.technical <= each.staff and each.net <= each.assets for each in told.years)
        assert told.founded.year <= told.years[0].year


def test_the_table_of_figures_is_read_wholly(world):
    firm = firms.enterprise(world, 8)
    told = figures.figures(world, firm)
    found = read_table(figures.table(told))
    assert found.troubles == ()
    [only] = found.enterprises
    rows = only.form.rows("years")
    assert [row["staff"] for row in rows] == [each.staff for each in told.years]
    assert [Decimal(row["revenue"]) for row in rows] == [each.revenue * 10_000 for each in told.years]
    assert only.form.value("founded") == told.founded.isoformat()


@pytest.mark.parametrize("number", range(1, 9))
def test_figures_that_are_said_are_read_as_they_are(world, number):
    told = figures.figures(world, firms.enterprise(world, number))
    for said in figures.statements(told, Random(number)):
        read = form_of(Transcript.of(said), ON)
        row = read.rows("years")[0]
        assert figures.wrong(told, {f"{name}@{row['year']}": value for name, value in row.items() if name != "year"}) == {}
        assert "revenue" in row


def test_a_letter_is_read_like_speech(world):
    told = figures.figures(world, firms.enterprise(world, 4))
    read = form_of(Transcript.of(figures.letter(told)), ON)
    assert read.value("founded") == told.founded.isoformat()
    assert read.rows("years")[0]["staff"] == told.years[-1].staff


def test_a_figure_read_otherwise_is_told(world):
    told = figures.figures(world, firms.enterprise(world, 4))
    last = told.years[-1]
    assert figures.wrong(told, {f"staff@{last.year}": last.staff + 1, "unknown": 3}) == {f"staff@{last.year}": (f"{last.staff + 1}", f"{last.staff}")}


def test_about_half_of_the_enterprises_hold_a_high_tech_certificate(world):
    held = [each for number in range(1, 807) for each in figures.certificates(world, firms.enterprise(world, number)) if each.rung == "high_tech_enterprise"]
    valid = {each.number[-6:] for each in held if each.since <= date(2024, 12, 31) <= each.until}
    assert 0.4 < len(valid) / 806 < 0.65


def test_a_renewed_certificate_follows_the_one_that_ends(world):
    for number in range(1, 200):
        own = [each for each in figures.certificates(world, firms.enterprise(world, number)) if each.rung == "high_tech_enterprise"]
        assert all(each.since < each.until for each in own)
        assert len(own) < 2 or own[0].until < own[1].until


@pytest.mark.parametrize("seed", range(6))
def test_a_sum_is_shared_out_to_the_last_yuan(seed):
    parts = promotions.shared(1_853_000, 32, 10_000, Random(seed))
    assert (len(parts), sum(parts)) == (32, 1_853_000)
    assert min(parts) >= 10_000
    assert max(parts) > 3 * sorted(parts)[16]


def test_a_year_over_its_months_is_the_year(world):
    assert sum(promotions.by_month(12_345, Random(1))) == 12_345
    assert len(promotions.by_month(12_345, Random(1))) == 12


def test_leads_come_to_what_their_numbers_say(world):
    ends = [promotions.prospect(world, number).end for number in range(promotions.LEADS)]
    assert [ends.count(each) for each in ("large", "small", "lost", "open")] == [32, 46, 132, 90]
    assert len({promotions.prospect(world, number).name for number in range(100)}) == 100


def test_large_ones_are_large_and_small_ones_small(world):
    assert all(promotions.prospect(world, number).planned >= 10_000 for number in range(32))
    assert all(promotions.prospect(world, number).planned < 10_000 for number in range(32, 78))


def test_eighteen_major_projects_stand_on_three_lists(world):
    found = promotions.levels(world)
    assert (len(found), len(set(found))) == (18, 3)
    assert sum(promotions.of_year(world, number) for number in range(18)) == promotions.INVESTED
