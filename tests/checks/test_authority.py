"""Which authority registers: a company limited by shares goes to the prefecture, from the day of the regulation."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks import authority
from tests.checks.applications import DAY, application, finding, holder, joint_stock, limited, message


@pytest.mark.parametrize(("on", "told"), [(date(2022, 2, 28), False), (date(2022, 3, 1), True), (DAY, True)])
def test_the_prefecture_is_in_charge_from_the_day_of_the_regulation(on, told):
    assert bool(message(authority.higher_authority, joint_stock(), on)) == told


def test_a_clerk_looks_and_the_type_is_the_blank_to_see():
    found = finding(authority.higher_authority, joint_stock())
    assert found is not None
    assert (found.level, found.fields) == ("manual", ("company_type",))


@pytest.mark.parametrize("form", [application(), limited(), limited(holder("某厂", kind="enterprise", percent="100"))])
def test_nobody_else_is_sent_away(form):
    assert finding(authority.higher_authority, form) is None
