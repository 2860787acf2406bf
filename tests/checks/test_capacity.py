from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks import capacity
from tests.checks.applications import ADULT, CHILD, YOUTH, application, finding, holder, message, officer, trader


@pytest.mark.parametrize("post", ["legal_representative", "director", "chair", "supervisor", "manager", "finance_officer"])
def test_a_child_holds_no_office(post):
    assert finding(capacity.child_in_office, application(officer("张三", post, id_number=CHILD))).level == "reject"


@pytest.mark.parametrize("post", ["shareholder", "liaison", "agent"])
def test_these_are_no_offices_with_an_age(post):
    assert finding(capacity.child_in_office, application(officer("张三", post, id_number=CHILD))) is None


def test_sixteen_goes_to_a_clerk_and_is_not_rejected():
    form = application(officer("张三", "director", id_number=YOUTH))
    assert finding(capacity.youth_in_office, form).level == "manual"
    assert finding(capacity.child_in_office, form) is None


def test_eighteen_is_reached_on_the_day_after_the_birthday():
    form = application(officer("张三", "director", id_number=YOUTH))
    assert finding(capacity.youth_in_office, form, date(2027, 12, 1))
    assert finding(capacity.youth_in_office, form, date(2027, 12, 2)) is None


def test_the_finding_names_the_child():
    assert "李四" in message(capacity.child_in_office, application(holder("张三", id_number=ADULT), officer("李四", "director", id_number=CHILD)))


@pytest.mark.parametrize(("number", "rule"), [(CHILD, "IND-01"), (YOUTH, "IND-01B"), (ADULT, None), ("320583201305050030", None)])
def test_an_operator_is_of_age(number, rule):
    told = [each.id for each in capacity.TRADER_RULES if finding(each, trader(name="张三", id_number=number))]
    assert told == ([] if rule is None else [rule])


def test_an_operator_without_a_number_is_not_judged():
    assert [each.id for each in capacity.TRADER_RULES if finding(each, trader(name="张三"))] == []
