"""Who handles the parts of a unit on a day, what a list of units and people offers, and what was chosen of it."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.units.people import chosen, force_leads, handlers, offered, open_units
from gaoxing.office.people.models import Person, RoleAssignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def of(units, now):
    """The accounts of a unit's handlers on a day so many days on."""

    def found(code, days=0):
        people = handlers([units[code].pk], on=now.date() + timedelta(days=days)).get(units[code].pk, [])
        return [each.account for each in people]

    return found


def test_a_unit_has_all_its_handlers_and_nobody_elses(cast, staff, units, of):
    staff("unit_handler", "second", units["power"])
    assert (of("power"), of("city")) == (["of-power", "second"], ["of-city"])


def test_a_handler_counts_from_their_first_day_to_their_last(cast, now, of):
    RoleAssignment.objects.filter(person=cast["power"]).update(since=now.date() + timedelta(days=1), until=now.date() + timedelta(days=3))
    assert [of("power", days) for days in (0, 1, 3, 4)] == [[], ["of-power"], ["of-power"], []]


def test_an_account_that_was_closed_handles_nothing(cast, of, units, now):
    Person.objects.filter(pk=cast["power"].pk).update(is_active=False)
    assert of("power") == []
    assert units["power"].pk not in handlers([each.pk for each in units.values()], on=now.date())


def test_somebody_assigned_to_a_unit_in_another_role_is_no_handler_of_it(cast, staff, units, of):
    staff("leader", "leads-power", units["power"])
    assert of("power") == ["of-power"]


def test_whoever_leads_task_forces_is_offered_once_while_they_do(cast, now):
    assert [number for number, _name in force_leads(on=now.date())] == [cast["task_force_lead"].pk]
    assert force_leads(on=now.date() - timedelta(days=1)) == []


def test_a_unit_acts_until_the_day_it_is_closed(cast, units, now):
    units["city"].closed = now.date() + timedelta(days=1)
    units["city"].save()
    assert [units["city"] in open_units(on=now.date() + timedelta(days=days)) for days in (0, 1)] == [True, False]


def test_each_unit_is_offered_with_its_handlers_behind_it(cast, units, now):
    power, city = units["power"], units["city"]
    Person.objects.filter(pk=cast["city"].pk).update(is_active=False)
    found = offered([power, city], on=now.date())
    assert [each.value for each in found] == [f"u{power.pk}", f"u{power.pk}p{cast['power'].pk}", f"u{city.pk}"]
    assert found[1].word.startswith(f"{power.name} · ")


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("u3", (3, 0)),
        ("u3p7", (3, 7)),
        ("", (0, 0)),
        ("3p7", (0, 7)),
        ("ux", (0, 0)),
        ("u3px", (3, 0)),
        ("u-3", (0, 0)),
        ("u３", (0, 0)),
        ("u" + "9" * 18, (0, 0)),
    ],
)
def test_what_was_chosen_is_read_as_unit_and_person_and_nothing_else(value, numbers):
    assert chosen(value) == numbers
