"""Coverage: each figure is counted from the records, by kind, steward and town, and opens a list of as many clients."""

import pytest

from gaoxing.office.aftercare.clients.coverage import covered
from gaoxing.office.aftercare.clients.listing import Wanted, matching, view_of
from gaoxing.office.people.accounts import name_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(listed, visited):
    """Three enterprises and a project in two towns, one of them visited, one of nobody."""
    visited(listed("E1", "steward", town="样例一镇"))
    listed("E2", "steward", town="样例一镇")
    listed("E3", town="样例二镇")
    listed("P1", "colleague", kind="project")


@pytest.fixture
def figures(places, cast, now):
    return covered(cast["leader"], view_of(Wanted(), now=now), now=now)


def test_every_client_is_counted_by_its_kind(figures):
    told = [(each.key, each.listed, each.served, each.contacted, each.silent, each.red) for each in figures.kinds]
    assert told == [("enterprise", 3, 2, 1, 2, 0), ("project", 1, 1, 0, 1, 0)]
    assert (figures.whole.listed, figures.whole.unserved) == (4, 1)


def test_stewards_and_towns_are_told_apart_and_those_of_nobody_come_last(figures, cast):
    assert [(each.key, each.listed) for each in figures.stewards] == [(str(cast["steward"].pk), 2), (str(cast["colleague"].pk), 1), ("", 1)]
    assert figures.stewards[0].name == name_of(cast["steward"])
    assert [(each.name, each.listed, each.contacted) for each in figures.towns] == [("样例一镇", 2, 1), ("样例二镇", 1, 0), ("", 1, 0)]


def test_the_silent_are_named_and_nobody_else(figures):
    assert [each.code for each in figures.longest] == ["E2", "E3", "P1"]


def test_each_figure_opens_a_list_of_as_many(figures, cast, now):
    for each in figures.kinds:
        for standing, count in (
            ("", each.listed),
            ("served", each.served),
            ("unserved", each.unserved),
            ("contacted", each.contacted),
            ("silent", each.silent),
        ):
            assert matching(cast["leader"], Wanted(kind=each.key, standing=standing), now=now).count() == count
    for each in figures.stewards:
        assert matching(cast["leader"], Wanted(steward=each.key or "none"), now=now).count() == each.listed
    for each in figures.towns:
        assert matching(cast["leader"], Wanted(town=each.key or "none"), now=now).count() == each.listed


def test_a_steward_reads_the_figures_of_their_own_alone(places, cast, now):
    assert covered(cast["steward"], view_of(Wanted(), now=now), now=now).whole.listed == 2


def test_an_empty_list_has_figures_too(cast, now):
    figures = covered(cast["leader"], view_of(Wanted(), now=now), now=now)
    assert (figures.whole.listed, figures.stewards, figures.towns, figures.longest) == (0, (), (), ())
