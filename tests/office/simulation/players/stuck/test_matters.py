"""What is stuck, and why: invented, or a record of this office that was refused, cannot be done or is late."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from gaoxing.casework.tables import table
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.cases.models import Case
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.simulation.players.stuck import matters
from gaoxing.office.simulation.units import UNITS
from tests.office.simulation.players.stuck.conftest import BEGINS


@pytest.fixture
def late(owner):
    """A request of somebody with a part that is long overdue."""

    def made(state="in_hand", due=BEGINS - timedelta(days=9), **columns):
        row = Request.objects.create(number="R2024-000009", enterprise="昆山样例", owner=owner, state="in_hand", made=BEGINS, changed=BEGINS)
        Part.objects.create(request=row, number=1, category="policy", state=state, due=due, **{"changed": BEGINS, **columns})
        return row

    return made


def refused(owner, state="refused", **columns):
    told = {"words": b"", "form": b"", "created": BEGINS, "changed": BEGINS, "number": "C2024-000001", "matter": "company_registration", **columns}
    return Case.objects.create(reference="x" * 43, state=state, owner=owner, **told)


def test_every_cause_is_of_a_kind_and_a_unit():
    keys = {each.key for each in UNITS}
    assert all(each.kind in Cause.Kind.values and each.unit in keys and each.blocked for each in matters.reasons())


def test_no_cause_stands_twice():
    assert max(Counter(each.name for each in matters.reasons()).values()) == 1


def test_what_goes_elsewhere_names_a_reason():
    known = {each.id for each in table("escalation").reasons["refusal"].choices}
    assert all(each.reason in known and each.channel for each in matters.strays())


def test_something_is_wanted_somewhere():
    assert all(matters.wanted(Random(1)))


def test_units_say_how_they_mended_it():
    assert matters.mended(Random(1))
    assert matters.unfixed()


@pytest.mark.parametrize("state", ["fixed", "watched", "closed"])
def test_a_cause_that_was_mended_comes_back_seldom(db, state):
    first = matters.reasons()[0]
    for each in matters.reasons()[:6]:
        Cause.objects.create(kind=each.kind, name=each.name, state=state, made=BEGINS, changed=BEGINS)
    drawn = Counter(matters.likely(Random(seed)).name for seed in range(60))
    assert sum(drawn[each.name] for each in matters.reasons()[:6]) < sum(drawn[each.name] for each in matters.reasons()[6:])
    assert first.name


def test_a_request_that_is_long_overdue_is_stuck(late):
    found = matters.blocked(BEGINS, Random(1))
    assert found is None
    row = late()
    assert matters.blocked(BEGINS, Random(1)).number == row.number


def test_a_part_that_cannot_be_done_is_stuck(late):
    late("impossible", None)
    assert matters.blocked(BEGINS, Random(1)).about == "企业诉求"


def test_what_is_in_time_is_not_stuck(late):
    late(due=BEGINS + timedelta(days=1))
    assert matters.blocked(BEGINS, Random(1)) is None


def test_what_was_long_ago_is_not_told(late):
    late(changed=BEGINS - timedelta(days=90))
    assert matters.blocked(BEGINS, Random(1)) is None


@pytest.mark.parametrize("state", ["refused", "not_accepted", "correction_asked"])
def test_a_registration_that_was_refused_is_stuck(owner, state):
    refused(owner, state)
    found = matters.blocked(BEGINS, Random(1))
    assert (found.number, found.about, found.owner) == ("C2024-000001", "公司设立登记", owner)


def test_one_that_was_registered_is_not(owner):
    refused(owner, "registered")
    assert matters.blocked(BEGINS, Random(1)) is None


def test_nobody_brings_the_same_record_twice(owner):
    refused(owner)
    Escalation.objects.create(number="E1", blocked="C2024-000001", made=BEGINS, changed=BEGINS)
    assert matters.blocked(BEGINS, Random(1)) is None
