"""Codes out of the ranges: one after another, never twice, none where they are used up."""

import pytest
from django.db import transaction

from gaoxing.forms.register import Registered
from gaoxing.office.certificates import queries
from gaoxing.office.certificates.allotting import allot, is_low
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.notices.models import Notice
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import credit_code
from tests.office.certificates.conftest import CODE, EXAMINER, REGION

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(now):
    """The next code."""
    return lambda kind="limited_liability": allot(kind, REGION, case=1, actor=EXAMINER, now=now)


def test_the_next_code_of_the_range_is_given(add_range, given):
    add_range()
    assert [given()[8:16] for _ in range(3)] == ["MA000000", "MA000001", "MA000002"]


@pytest.mark.parametrize(("kind", "start"), [("limited_liability", "91320583"), ("joint_stock", "91320583"), ("sole_trader", "92320583")])
def test_the_category_follows_from_the_kind_of_enterprise(add_range, given, kind, start):
    add_range()
    code = given(kind)
    assert code.startswith(start)
    assert credit_code.is_valid(code)


@pytest.mark.parametrize("held", [CODE, "92320583MA0000007N"])
def test_a_code_whose_organisation_the_register_holds_is_skipped(add_range, given, now, held):
    enterprises.record(Registered(held, "昆山别家有限公司", "other"), now=now)
    add_range()
    assert given()[8:16] == "MA000001"


def test_a_stretch_that_the_register_holds_is_skipped_whole(add_range, given, now):
    from gaoxing.office.certificates.numbering import body, number, whole

    taken = [Registered(whole("91", REGION, body(number("MA000000") + each)), f"昆山第{each}家有限公司", "other") for each in range(45)]
    enterprises.record_all(taken, now=now)
    add_range(last="MA00001Y")
    assert given()[8:16] == body(number("MA000000") + 45)


def test_the_second_range_follows_the_first(add_range, given):
    add_range("MA000000", "MA000000")
    add_range("MB000005", "MB000006")
    assert [given()[8:16] for _ in range(3)] == ["MA000000", "MB000005", "MB000006"]


def test_a_range_whose_rest_the_register_holds_gives_way_to_the_next(add_range, given, now):
    enterprises.record(Registered(CODE, "昆山别家有限公司", "other"), now=now)
    add_range("MA000000", "MA000000")
    add_range("MB000005", "MB000006")
    assert given()[8:16] == "MB000005"


def test_a_used_up_range_stops_with_a_sentence(add_range, given):
    add_range("MA000000", "MA000000")
    given()
    with pytest.raises(NotAllowed, match="号段用完了，没有登记"):
        given()
    assert queries.allots(REGION)


def test_a_range_of_another_region_gives_nothing(add_range, now):
    add_range()
    with pytest.raises(NotAllowed, match="号段用完了"):
        allot("other", "320505", case=1, actor=EXAMINER, now=now)


def test_what_is_rolled_back_was_never_given(add_range, given):
    add_range()
    with transaction.atomic():
        given()
        transaction.set_rollback(True)
    assert given()[8:16] == "MA000000"


def test_the_operator_is_warned_once_when_few_are_left_and_once_when_none(add_range, given, now):
    person, _ = accounts.open_staff("zhang.wei", "张某", by=None, now=now)
    assign(person, "system_administrator", by=None, now=now, since=now.date())
    add_range("MA000000", "MA000002")
    for _ in range(3):
        given()
    assert Notice.objects.filter(person=person.pk, event="codes_running_out").count() == 2


def test_a_wide_range_is_low_at_a_twentieth(add_range, given):
    made = add_range("MA000000", "MA00YYYY")
    given()
    assert not is_low(REGION)
    type(made).objects.update(next=made.end - made.size // 20)
    assert not is_low(REGION)
    type(made).objects.update(next=made.end - made.size // 20 + 1)
    assert is_low(REGION)
