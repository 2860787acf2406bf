"""Counts of ratings: silence is counted as silence, and each count opens its records."""

import pytest

from gaoxing.office.ratings import actions, queries
from gaoxing.office.ratings.actions import Said
from gaoxing.office.ratings.holding import HOLDING
from gaoxing.office.ratings.models import Rating
from gaoxing.office.ratings.queries import Wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def four(asked, owner, now):
    """Two good, one bad, one that says nothing."""
    for number, level in enumerate(("very_satisfied", "acceptable", "dissatisfied"), 1):
        actions.rate(asked(number), Said(level, ["attitude"], "说了一句"), by=owner, now=now)
    asked(4)


def test_silence_is_never_counted_as_satisfied(four):
    line = queries.whole(Rating.objects.all())
    assert (line.asked, line.rated, line.silent, line.rate, line.good) == (4, 3, 1, 75, 66)


def test_nobody_asked_and_nobody_answered_have_no_share(asked):
    assert queries.whole(Rating.objects.none()).rate is None
    asked()
    assert queries.whole(Rating.objects.all()).good is None


@pytest.mark.parametrize("column", ["clerk", "unit"])
def test_counts_by_clerk_and_unit_open_their_records(four, clerk, unit, column):
    number = {"clerk": clerk.pk, "unit": unit.pk}[column]
    line = queries.by(Rating.objects.all(), column, {number: "某"})[0]
    assert (line.number, line.name, line.asked, dict(line.levels)) == (number, "某", 4, {"very_satisfied": 1, "acceptable": 1, "dissatisfied": 1})
    for level, count in {**line.levels, queries.UNRATED: line.silent, "": line.asked}.items():
        assert queries.chosen(Rating.objects.all(), Wanted(level, **{column: number})).count() == count


def test_what_nobody_handled_is_found_under_nobody(four):
    Rating.objects.filter(subject=4).update(clerk=None)
    assert [each.subject for each in queries.chosen(Rating.objects.all(), Wanted(clerk=0))] == [4]


def test_a_page_goes_on_where_the_last_one_ended(four, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 3)
    first, onward = queries.page(Rating.objects.all(), Wanted())
    second, end = queries.page(Rating.objects.all(), Wanted(before=onward))
    assert ([each.subject for each in (*first, *second)], end) == ([4, 3, 2, 1], 0)


def test_days_narrow_what_is_counted(four, now):
    assert queries.chosen(Rating.objects.all(), Wanted(since=now.date(), until=now.date())).count() == 4
    assert queries.chosen(Rating.objects.all(), Wanted(until=now.date().replace(day=1))).count() == 0


def test_a_person_takes_their_ratings_along_and_leaves_the_counts_behind(four, owner, now):
    assert [each["words"] for each in HOLDING.rows(owner)] == ["说了一句"] * 3 + [""]
    assert HOLDING.delete(owner, now) == 4
    assert (HOLDING.rows(owner), queries.whole(Rating.objects.all()).rated, set(Rating.objects.values_list("words", flat=True))) == ([], 3, {b""})
