"""The figures by name: each is defined in both languages with the limits in force, is told apart from the others, and says what fell short of it."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from gaoxing.office.aftercare.figures import definitions
from gaoxing.office.aftercare.figures.counting import Counted
from gaoxing.office.aftercare.figures.definitions import BY_ID, FIGURES, Which, chosen
from gaoxing.office.aftercare.figures.page import Cell, value_of
from tests.office.aftercare.figures.conftest import asked, at, having, piece

REQUIRED = {"received", "contacted", "in_time", "closed", "solved", "satisfied", "rated", "reopened", "returned", "extended", "request_days", "part_days"}
"""What the zone publishes: solved apart from closed, satisfaction beside the rate of evaluation."""


def told(language, read):
    with override(language):
        return [read(each) for each in FIGURES]


def test_every_figure_that_is_published_is_there():
    assert set(BY_ID) == REQUIRED


@pytest.mark.parametrize("read", [lambda each: str(each.name), lambda each: each.definition], ids=["name", "definition"])
def test_names_and_definitions_differ_and_are_there_in_english(read):
    chinese, english = told("zh-hans", read), told("en", read)
    assert len(set(chinese)) == len(set(english)) == len(FIGURES)
    assert all(each.isascii() or "“" in each for each in english)
    assert "%(" not in "".join((*chinese, *english))


def test_a_definition_names_the_limits_that_are_in_force(monkeypatch):
    monkeypatch.setattr(definitions, "limits", lambda: SimpleNamespace(steps={"contact": 4}, hours={"contact_urgent": 2}))
    with override("zh-hans"):
        assert "受理后 4 个工作日（急的不晚于提交后 2 个工作小时）" in BY_ID["contacted"].definition


def test_only_what_can_fall_short_says_so():
    assert {each.id for each in FIGURES if each.missed} == {"contacted", "in_time", "closed", "solved", "rated", "satisfied"}


@pytest.mark.parametrize(("which", "found"), [(Which.MEMBERS, (1,)), (Which.MISSED, (2, 3)), (Which.COUNTED, (1, 2, 3))])
def test_which_records_are_asked_for(which, found):
    assert chosen(Counted((1,), (1, 2, 3)), which) == found


@pytest.mark.parametrize(
    ("figure", "found", "value"),
    [
        ("received", Counted((1, 2), (1, 2)), "2"),
        ("received", Counted((), ()), "0"),
        ("closed", Counted((1,), (1, 2, 3)), "33.3%"),
        ("closed", Counted((), (1,)), "0.0%"),
        ("closed", Counted((), ()), "—"),
        ("part_days", Counted((1, 2), (1, 2), {1: 2, 2: 5}), "3.5"),
        ("part_days", Counted((), (), {}), "—"),
    ],
)
def test_a_figure_is_read_as_a_number_a_per_cent_or_days_and_of_nothing_as_a_dash(figure, found, value):
    assert value_of(BY_ID[figure], found) == Cell(BY_ID[figure], found, {}).value == value


def test_figures_of_parts_count_parts_and_those_of_requests_requests():
    part = piece("23 10:00 dispatch", "24 10:00 finish", state="done")
    row = having(asked("24 10:00 answer", state="answered"), part)
    found = {each.id: each.count([row], at("30 09:00")).of for each in FIGURES}
    assert {name for name, of in found.items() if of == (part.pk,)} == {each.id for each in FIGURES if each.parts}
    assert {name for name, of in found.items() if of == (row.pk,)} == {"received", "contacted", "closed", "request_days"}


def test_an_average_is_of_the_days_of_each():
    rows = [having(asked(), piece("23 10:00 dispatch", f"{day} 10:00 finish", state="done")) for day in (24, 26)]
    assert BY_ID["part_days"].count(rows, at("30 09:00")).average == 2


def test_what_counts_does_not_hang_on_what_else_is_counted():
    rows = [having(asked(state="accepted"), piece(category="policy", lead=2)), having(asked(state="redoing"), piece("23 10:00 dispatch"))]
    for each in FIGURES:
        whole = each.count(rows, at("30 09:00"))
        for row in rows:
            alone = each.count([row], at("30 09:00"))
            assert whole.among({row.pk, *(part.pk for part in row.parts)}) == alone
