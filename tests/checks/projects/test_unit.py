"""The unit of a project beside the register."""

from __future__ import annotations

import pytest

from gaoxing.checks.projects.unit import beside_the_register
from gaoxing.forms.register import Registered
from tests.checks.projects.filings import WHOLE, filed


def unit(name: str = WHOLE["enterprise"], status: str = "active") -> Registered:
    return Registered(WHOLE["uscc"], name, "limited_liability", status)


def test_a_unit_that_is_registered_under_its_name_is_in_order():
    assert beside_the_register(filed(), (unit(),)) == ()


@pytest.mark.parametrize(
    ("name", "status", "rules"),
    [
        ("昆山样例有限公司", "active", ["PRJ-34"]),
        (WHOLE["enterprise"], "cancelled", ["PRJ-35"]),
        ("昆山样例有限公司", "revoked", ["PRJ-34", "PRJ-35"]),
    ],
)
def test_what_differs_goes_to_a_clerk(name: str, status: str, rules: list[str]):
    told = beside_the_register(filed(), (unit(name, status),))
    assert [each.rule for each in told] == rules
    assert {str(each.level) for each in told} == {"manual"}


def test_the_standing_is_said_in_words():
    assert "注销" in beside_the_register(filed(), (unit(status="cancelled"),))[0].message


def test_a_unit_the_register_does_not_know_is_not_judged():
    assert beside_the_register(filed(), ()) == ()


def test_an_unnamed_unit_is_asked_for_elsewhere():
    assert beside_the_register(filed(enterprise=None), (unit(),)) == ()
