"""What the notice of a filing says of it: valid, replaced by that of a change, void once the filing is withdrawn or removed, valid again once restored."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gaoxing.documents.projects.notice import Ending
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.queries import issued, newest
from tests.checks.projects.filings import cny
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
LATER = timedelta(days=3)


def ending(row, version=None):
    told = issued(row, version or newest(row))
    return told.ending, told.ended


def test_the_notice_of_a_standing_filing_is_valid(file):
    assert ending(file()) == (None, None)


def test_that_of_a_withdrawn_filing_is_void_since_the_withdrawal(file, owner, now):
    row = press(file(), "withdraw", owner, now + LATER, note="不做了")
    assert ending(row) == (Ending.WITHDRAWN, date(2026, 11, 27))


def test_that_of_a_removed_filing_is_void_until_it_is_restored(file, staff, now):
    leader = staff("leader", "l-1")
    row = press(file(), "refer", leader, now + LATER, note="不是固定资产投资", reason="no_fixed_assets")
    assert ending(row) == (Ending.REMOVED, date(2026, 11, 27))
    assert ending(press(row, "restore", leader, now + LATER, note="移除错了")) == (None, None)


def test_that_of_an_earlier_version_is_replaced_since_the_change(file, alter, now):
    row = alter(file(), at=now + LATER, total_investment=cny("150000000"))
    first, second = row.versions.order_by("number")
    assert ending(row, first) == (Ending.REPLACED, date(2026, 11, 27))
    assert (ending(row, second), issued(row, second).changed) == ((None, None), date(2026, 11, 27))


def test_of_a_withdrawn_filing_the_earlier_versions_are_void_by_the_withdrawal(file, alter, owner, now):
    row = press(alter(file(), total_investment=cny("150000000")), "withdraw", owner, now + LATER, note="不做了")
    assert [ending(row, each)[0] for each in row.versions.all()] == [Ending.WITHDRAWN] * 2


def test_what_was_never_filed_has_no_notice(file):
    row = file()
    with pytest.raises(ValueError, match="never filed"):
        issued(Project(filed=None), newest(row))
