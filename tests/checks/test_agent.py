"""Who applies for others: an agent is told what he is and may do, and nobody else is."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks import agent
from gaoxing.checks.rule import Level
from tests.checks.applications import DAY, finding, joint_stock, limited, message, officer

ROLES = ("shareholder", "director", "chair", "manager", "supervisor", "finance_officer", "liaison", "legal_representative")


@pytest.mark.parametrize("role", ROLES)
def test_who_has_another_part_is_no_agent(role):
    assert finding(agent.within_the_mandate, limited(officer("李四", role))) is None


def test_every_agent_is_named_and_marked():
    found = finding(agent.within_the_mandate, limited(officer("张三", "shareholder"), officer("李四", "agent"), officer("王五", "agent")))
    assert found is not None
    assert found.message.startswith("李四、王五代办")
    assert found.fields == ("parties.1.roles", "parties.2.roles")


def test_who_is_also_a_shareholder_is_an_agent_all_the_same():
    assert message(agent.within_the_mandate, joint_stock(officer("张三", "shareholder", "agent"))).startswith("张三代办")


def test_it_only_informs():
    found = finding(agent.within_the_mandate, limited(officer("李四", "agent")))
    assert found is not None
    assert found.level is Level.INFORM
    assert found.informs


@pytest.mark.parametrize(("on", "told"), [(date(2022, 2, 28), False), (date(2022, 3, 1), True), (DAY, True)])
def test_it_is_told_from_the_day_of_the_regulation(on, told):
    assert bool(message(agent.within_the_mandate, limited(officer("李四", "agent")), on)) == told


def test_without_anybody_there_is_no_agent():
    assert finding(agent.within_the_mandate, limited()) is None
