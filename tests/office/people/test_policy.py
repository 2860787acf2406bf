"""The policy table is data that every act is looked up in; what it does not name is nobody's."""

import re

import pytest
from django.utils import translation

from gaoxing.office.people import policy
from gaoxing.office.people.roles import ADMINISTRATORS, Role


def test_every_role_of_the_table_exists_and_every_act_has_a_term():
    assert all(act.term and set(act.conditions) <= set(Role.values) for act in policy.table().values())


def test_no_act_of_an_administration_can_be_passed_on():
    assert not [act.name for act in policy.delegable() if ADMINISTRATORS & set(act.conditions)]


def test_an_act_gives_the_conditions_of_the_roles_that_may():
    assert policy.conditions("see_case", ["applicant", "window_clerk", "leader"]) == {"own", "helping"}
    assert policy.conditions("see_case", ["system_administrator"]) == frozenset()


def test_an_unknown_act_is_a_mistake_of_the_code_and_not_a_permission():
    with pytest.raises(KeyError):
        policy.conditions("fly", ["leader"])


@pytest.mark.parametrize("row", [{"term": "飞", "pilot": "always"}, {"term": "飞", "delegable": True, "audit_administrator": "always"}])
def test_a_table_with_an_unknown_role_or_a_delegable_administration_is_refused(row):
    with pytest.raises(ValueError, match="fly"):
        policy._act("fly", row)


def test_every_act_is_called_in_english_where_the_page_is():
    assert [act.name for act in policy.table().values() if not re.fullmatch(r"[A-Z][A-Za-z, ]+", act.english)] == []
    with translation.override("en"):
        assert policy.table()["see_case"].spoken == "See a case"
    with translation.override("zh-hans"):
        assert policy.table()["see_case"].spoken == "查看办件"
