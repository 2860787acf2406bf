"""Two who press at once on projects, each in a transaction of their own: one wins, the other is told; nothing counts, is numbered or reminded of twice."""

import pytest
from django.db import connection

from tests.office.projects import racing
from tests.office.racing_apart import apart

LEFT = {
    "one_draft": 1,
    "two_enterprises": True,
    "one_project": 1,
    "two_clerks": 1,
    "one_code": 1,
    "one_lead": 1,
    "ended": True,
    "signed_and_dropped": True,
    "reminded": [24],
    "explained_and_removed": True,
    "one_month": 1,
    "one_plan": 1,
    "two_changes": 2,
}
"""What each race leaves."""

BOTH_WIN = {"one_draft", "two_enterprises", "reminded", "one_plan"}
"""Where the second has nothing to be told: the same project again, one of their own, the newer figure."""


@pytest.fixture
def told(transactional_db, tmp_path):
    """What came of every race."""
    return racing.run() if connection.vendor == "postgresql" else apart("tests.office.projects.racing", tmp_path)


def test_of_two_who_press_at_once_one_wins_and_the_other_is_told(told):
    every, races = told["every"], told["races"]
    assert len(every) > 45
    assert {name: race for name, race in every.items() if race["events"] != 1 or race["told"][0] != "won"} == {}
    assert {name: race for name, race in every.items() if not race["told"][1].startswith("这一次没有办")} == {}
    assert {name: race["left"] for name, race in races.items()} == LEFT
    assert {name for name, race in races.items() if race["told"] == ["won", "won"]} == BOTH_WIN
    slower = {name: race["told"][1] for name, race in races.items() if name not in BOTH_WIN}
    assert all(race["told"][0] == "won" for race in races.values())
    assert "另一个项目" in slower.pop("one_code")
    assert "已经在册" in slower.pop("one_lead")
    assert all("备过很像的项目" in slower.pop(name) for name in ("one_project", "two_clerks"))
    assert {name: sentence for name, sentence in slower.items() if not sentence.startswith("这一次没有办")} == {}
