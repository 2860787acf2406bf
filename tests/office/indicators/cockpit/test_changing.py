"""What changed from one month to the next: what moved most first, only what both months know, the same days of a month that still runs."""

from decimal import Decimal

import pytest

from gaoxing.office.indicators.cockpit.changing import changed, told
from gaoxing.office.indicators.periods import Period
from gaoxing.office.people.remembering import remembering
from tests.office.indicators.cockpit import invented
from tests.office.indicators.cockpit.conftest import MONTH

pytestmark = pytest.mark.django_db


@pytest.fixture
def compared(leader, now):
    def made(month=MONTH):
        with remembering():
            return changed(leader, month, now=now)

    return made


def test_what_moved_most_stands_first(full, compared):
    sizes = [each.size for each in compared().changes]
    assert sizes[0] is None, "from nothing is more than any share"
    known = [each for each in sizes if each is not None]
    assert known == sorted(known, key=abs, reverse=True)


def test_what_did_not_move_is_counted_and_not_listed(full, compared):
    found = compared()
    assert "joint_licences_issued" not in {each.now.id for each in found.changes}
    assert found.level > 10


def test_a_month_that_runs_is_compared_with_as_many_days_and_opens_no_other_records(full, compared, now):
    """A request of the 30th of October is none of the days up to the 24th."""
    invented.request(MONTH.before.last)
    found = next(each for each in compared().changes if each.now.id == "requests_received")
    assert (found.now.value, found.before.value) == (8, 7)
    assert "records" not in found.before.open


def test_a_whole_month_opens_the_records_of_both(full, compared):
    found = next(each for each in compared(Period.month(2025, 11)).unknown if each.id == "requests_received")
    assert found.value == 7


def test_what_one_month_does_not_know_is_told_apart(compared, now):
    invented.request(now.date())
    found = compared()
    assert found.changes == ()
    assert "requests_received" in {each.id for each in found.unknown}


@pytest.mark.parametrize(
    ("size", "unit", "words"), [("12.5", "件", "▲ 12.5%"), ("-12.5", "件", "▼ 12.5%"), ("-0.5", "%", "▼ 0.5 个百分点"), (None, "件", "从 0 变来")]
)
def test_a_change_is_said_in_words(size, unit, words):
    assert told(None if size is None else Decimal(size), unit) == words
