from __future__ import annotations

import pytest

from gaoxing.checks.person import age, enterprises, in_office, residents
from gaoxing.forms.parties import Party
from tests.checks.applications import ADULT, DAY, ENTERPRISE, YOUTH, application, holder, officer, trader


@pytest.mark.parametrize(("number", "years"), [(ADULT, 36), (YOUTH, 16), ("320583199001010011", None), ("", None)])
def test_an_age_comes_from_a_right_number_only(number, years):
    assert age(Party("parties.0", {"id_number": number}), DAY) == years


def test_an_enterprise_has_no_age():
    assert age(Party("parties.0", {"id_number": ADULT, "kind": "enterprise"}), DAY) is None


def test_residents_are_those_with_a_residents_number():
    form = application(holder("张三", id_number=ADULT), holder("李四"), holder("甲公司", kind="enterprise", id_number=ENTERPRISE))
    assert [each.name for each in residents(form)] == ["张三"]


def test_the_operator_is_a_resident_too():
    assert [each.path for each in residents(trader(name="张三", id_number=ADULT))] == ["operator"]


def test_enterprises_are_those_of_this_country():
    form = application(
        holder("甲公司", kind="enterprise", id_number=ENTERPRISE),
        holder("乙公司", kind="enterprise", id_number="X", nationality="德国"),
        holder("张三", id_number=ADULT),
    )
    assert [each.name for each in enterprises(form)] == ["甲公司"]


def test_shareholders_and_agents_hold_no_office():
    form = application(officer("张三", "shareholder", "agent"), officer("李四", "supervisor"))
    assert [each.name for each in in_office(form)] == ["李四"]
