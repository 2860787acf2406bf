"""A question that was put into SQL once gives what the queryset gives, for every value, and takes each value as a value."""

from datetime import date, timedelta

import pytest
from django.db import connections
from django.db.models import Exists, OuterRef

from gaoxing.office.compiled import Compiled, columns, record
from gaoxing.office.people.models import Person, RoleAssignment

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)
HOSTILE = "x' OR '1'='1"


@pytest.fixture
def people(db):
    return [Person.objects.create(account=f"clerk.{place}", kind="staff", name=b"\x01\x02") for place in range(3)]


@pytest.fixture
def named():
    return Compiled(lambda account: Person.objects.filter(account=account).values_list("pk", "account"), {"account": ""})


def held_on(person, on):
    return RoleAssignment.objects.filter(person=person, since__lte=on, until__gte=on).order_by("pk").values_list("role", "since")


def test_each_value_is_asked_for_itself(people, named):
    assert [named(account=each.account) for each in people] == [((each.pk, each.account),) for each in people]


@pytest.mark.parametrize("account", ["", HOSTILE, "\ue000mark0", "%s", "clerk.9"])
def test_a_text_is_only_ever_a_text(people, named, account):
    assert named(account=account) == ()


def test_numbers_and_days_find_what_the_queryset_finds(people):
    for place, each in enumerate(people):
        RoleAssignment.objects.create(person=each, role="examiner", since=DAY - timedelta(days=place), until=DAY + timedelta(days=place))
    asked = Compiled(held_on, {"person": 0, "on": date.min})
    for each in people:
        for days in range(-3, 4):
            on = DAY + timedelta(days=days)
            assert asked(person=each.pk, on=on) == tuple(held_on(each.pk, on))


def test_a_value_that_stands_twice_takes_both_places(people):
    both = Compiled(lambda person: Person.objects.filter(pk__gte=person, pk__lte=person).values_list("pk"), {"person": 0})
    assert both(person=people[1].pk) == ((people[1].pk,),)


def test_what_a_subquery_asks_is_asked_for_the_same_value(people):
    RoleAssignment.objects.create(person=people[0], role="examiner", since=DAY)
    asked = Compiled(
        lambda on: Person.objects.order_by("pk").values_list(Exists(RoleAssignment.objects.filter(person=OuterRef("pk"), since=on))), {"on": date.min}
    )
    assert [bool(each) for (each,) in asked(on=DAY)] == [True, False, False]
    assert not any(each for (each,) in asked(on=DAY + timedelta(days=1)))


def test_a_question_is_put_into_sql_once(people):
    built = []
    asked = Compiled(lambda person: built.append(1) or Person.objects.filter(pk=person).values_list("account"), {"person": 0})
    assert [asked(person=each.pk) for each in people] == [((each.account,),) for each in people]
    assert built == [1]


def test_a_change_is_seen_by_the_very_next_question(people, named):
    assert named(account="clerk.0")
    Person.objects.filter(pk=people[0].pk).update(account="another")
    assert named(account="clerk.0") == ()


def test_what_was_compiled_goes_with_its_connection(named):
    named(account="")
    assert named in vars(connections["default"])["gaoxing_compiled"]


def test_a_question_that_lacks_a_value_is_not_asked(named):
    with pytest.raises(KeyError, match="account"):
        named()


def test_a_record_is_the_one_that_the_queryset_gives(people):
    asked = Compiled(lambda person: Person.objects.filter(pk=person).values_list(*columns(Person)), {"person": 0})
    made, known = record(Person, asked(person=people[0].pk)[0]), Person.objects.get(pk=people[0].pk)
    assert (made, made._state.adding, made.get_deferred_fields()) == (known, False, set())
    for each in columns(Person):
        assert getattr(made, each) == getattr(known, each)


def test_the_columns_behind_a_relation_have_its_prefix():
    assert columns(RoleAssignment, "assignments__")[:2] == ("assignments__id", "assignments__person_id")
