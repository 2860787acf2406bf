"""What the pages of clients offer to choose from: the boxes of the list, the stewards by name with how many clients each has, a day as it is typed."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from gaoxing.office.aftercare.clients import choosing
from gaoxing.office.aftercare.clients.listing import STANDINGS, Wanted
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def boxes(cast, now):
    """The boxes of one of the cast, by name."""
    return lambda who="leader", **asked: {each.name: each for each in choosing.boxes(Wanted(**asked), cast[who], now=now)}


@pytest.fixture
def named(cast, now):
    """The stewards of a day: account → how many clients."""
    return lambda **how: {each.person.account: each.clients for each in choosing.stewards(on=now.date(), **how)}


def test_a_leader_narrows_by_everything_and_a_steward_by_no_steward(boxes):
    assert list(boxes()) == ["kind", "standing", "steward", "town", "quarter"]
    assert list(boxes("steward")) == ["kind", "standing", "town", "quarter"]


def test_what_was_chosen_stands(boxes):
    found = boxes(kind="project", quarter="2026Q3")
    assert (found["kind"].chosen, found["quarter"].chosen, found["town"].chosen) == ("project", "2026Q3", "")


def test_every_box_begins_with_everything_and_knows_its_words(boxes):
    for box in boxes().values():
        assert box.choices[0][0] == ""
        assert all(word for _, word in box.choices)


def test_the_towns_offered_are_those_of_clients_that_one_sees(boxes, listed):
    listed("E1", "steward", town="样例一镇")
    listed("E2", "colleague", town="样例二镇")
    assert [value for value, _ in boxes()["town"].choices] == ["", "样例一镇", "样例二镇", "none"]
    assert [value for value, _ in boxes("steward")["town"].choices] == ["", "样例一镇", "none"]


def test_quarters_are_offered_back_for_two_years(boxes):
    values = [value for value, _ in boxes()["quarter"].choices]
    assert (values[0], values[1], values[-1]) == ("", "2026Q3", "2025Q1")


def test_every_standing_has_a_word_in_either_language():
    assert [value for value, _ in choosing.standings()] == list(STANDINGS)
    with translation.override("en"):
        assert dict(choosing.standings())["silent"] == "Not contacted this quarter (silent)"
        assert all(word.isascii() for _, word in choosing.standings())


def test_stewards_are_told_with_how_many_clients_they_have(named, listed):
    listed("E1", "steward")
    listed("E2", "steward")
    assert named() == {"steward": 2, "steward-2": 0}


def test_a_term_that_is_over_or_to_come_counts_for_nobody_today(named, listed, now):
    term = listed("E1", "steward").stewardships.get()
    term.until = now.date() - timedelta(days=1)
    term.save()
    assert named()["steward"] == 0


def test_who_is_no_steward_any_more_is_offered_only_where_something_is_to_be_taken_over(named, cast, listed, now):
    listed("E1", "steward")
    RoleAssignment.objects.filter(person=cast["steward"]).update(since=now.date() - timedelta(days=9), until=now.date() - timedelta(days=1))
    assert named() == {"steward-2": 0}
    assert named(former=True) == {"steward": 1, "steward-2": 0}


def test_a_closed_account_is_offered_to_nobody(named, cast):
    Person.objects.filter(pk=cast["colleague"].pk).update(is_active=False)
    assert list(named()) == ["steward"]


def test_who_has_the_role_from_tomorrow_is_not_offered_today(named, cast, now):
    RoleAssignment.objects.filter(person=cast["colleague"]).update(since=now.date() + timedelta(days=1))
    assert list(named()) == ["steward"]


def test_stewards_stand_in_the_order_of_their_names(cast, now):
    accounts.correct(cast["colleague"], now=now, name="丁某")
    assert [each.name for each in choosing.stewards(on=now.date())] == ["丁某", "王某"]


@pytest.mark.parametrize("typed", ["", "0", "x", "９"])
def test_no_steward_chosen_is_told(cast, now, typed):
    with pytest.raises(NotAllowed, match="请选是哪一位"):
        choosing.steward(typed, on=now.date())


def test_the_steward_of_a_number_is_found_and_nobody_else(cast, now):
    assert choosing.steward(str(cast["steward"].pk), on=now.date()) == cast["steward"]
    with pytest.raises(NotAllowed):
        choosing.steward(str(cast["leader"].pk), on=now.date())


@pytest.mark.parametrize(("typed", "found"), [("", None), ("2026-11-30", date(2026, 11, 30))])
def test_a_day_is_read(typed, found):
    assert choosing.day(typed) == found


@pytest.mark.parametrize("typed", ["明天", "2026-13-01", "2026-02-30", "30/11/2026"])
def test_what_is_no_day_is_told_with_how_to_write_it(typed):
    with pytest.raises(NotAllowed, match="2026-11-30 这样"):
        choosing.day(typed)
