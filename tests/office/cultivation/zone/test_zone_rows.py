"""What the zone counts: each enterprise once, and nothing that any account typed about one that is no client."""

from datetime import timedelta

import pytest

from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.zone import counting, rows
from gaoxing.office.cultivation.zone.counting import Which
from gaoxing.office.cultivation.zone.page import page
from gaoxing.office.people import accounts

pytestmark = pytest.mark.django_db
CODE = "91320583MA00000A9A"
GAZELLE = ("gazelle", "2026-03-01", "2029-02-28")


@pytest.fixture
def twice(assessed, holds, plans):
    """Two records of one credit code, the same certificate and the same plan in both."""
    found = [assessed("Y1"), assessed("Y2", resident=False)]
    Assessed.objects.update(uscc=CODE)
    for each in found:
        holds(each, *GAZELLE)
        plans(each, 2026, 5000 + each.pk, None)
    return found


@pytest.fixture
def typed(assessed, holds, plans, now):
    """What an account typed about an enterprise that is no client."""
    row = assessed("Y3")
    owner = accounts.applicant_of("13900001234", language="zh-hans", now=now)
    Assessed.objects.filter(pk=row.pk).update(owner=owner, client=None)
    holds(row, *GAZELLE)
    plans(row, 2026, 5000, None)
    return row


def every():
    return Assessed.objects.all()


def test_what_an_account_typed_is_counted_nowhere(typed, cast, on):
    assert (rows.held(every()), rows.stood(every()), rows.planned(every())) == ((), (), ())
    assert (page(cast["leader"], today=on).enterprises, page(cast["leader"], today=on).judged) == (0, 0)


def test_what_the_account_of_a_client_tells_is_counted(assessed, holds, now):
    row = assessed("Y4")
    Assessed.objects.update(owner=accounts.applicant_of("13900001234", language="zh-hans", now=now))
    holds(row, *GAZELLE)
    assert (len(rows.held(every())), len(rows.stood(every()))) == (1, 8)


def test_a_certificate_in_two_records_of_one_code_is_one(twice, on):
    found = rows.held(every())
    assert [each.enterprise for each in found] == [twice[0].pk]
    assert [len(counting.certificates(found, which, 2026, today=on)) for which in (Which.VALID, Which.BEGUN, Which.FIRST)] == [1, 1, 1]


def test_the_record_that_tells_the_first_day_is_counted(twice):
    twice[0].qualifications.update(since=None)
    assert [str(each.since) for each in rows.held(every())] == ["2026-03-01"]


def test_of_two_records_the_one_judged_last_stands(twice, cast, on):
    Assessed.objects.filter(pk=twice[1].pk).update(judged=on - timedelta(days=1))
    assert {each.pk for each in rows.stood(every())} == set(twice[0].rungs.values_list("pk", flat=True))
    assert [each.planned for each in rows.planned(every())] == [twice[0].growth.get().planned]
    assert page(cast["leader"], today=on).enterprises == 1


def test_what_another_record_of_it_holds_is_held(twice):
    older = twice[0].rungs.filter(rung="gazelle")
    older.update(held=True)
    assert [each.held for each in rows.stood(every()) if each.rung == "gazelle"] == [True]


def test_a_plan_that_only_the_older_record_has_is_kept(twice):
    twice[1].growth.all().delete()
    assert [each.pk for each in rows.planned(every())] == [twice[0].growth.get().pk]


def test_records_without_a_code_are_enterprises_of_their_own(twice):
    every().update(uscc="")
    assert (len(rows.held(every())), len(rows.stood(every())), len(rows.planned(every()))) == (2, 16, 2)
