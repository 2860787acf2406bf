"""Whether a project was filed before: same unit, like name or place, within two years."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.projects.alike import Known, alike, likeness
from tests.checks.projects.filings import DAY, FIGURES, WHOLE

EARLIER = Known(7, WHOLE["uscc"], WHOLE["project_name"], WHOLE["location"], date(2025, 6, 1))


def numbers(
    name: str = WHOLE["project_name"], place: str = WHOLE["location"], *, uscc: str = WHOLE["uscc"], on: date = DAY, earlier: Known = EARLIER
) -> list[int]:
    return [each.percent for each in alike(uscc, name, place, (earlier,), on=on, figures=FIGURES)]


def test_the_same_project_again_is_found():
    assert numbers() == [100]


@pytest.mark.parametrize("name", ["精密零件生产线扩建工程", "精密零件生产线扩建项目（二期）"])
def test_a_like_name_is_found(name: str):
    assert len(numbers(name)) == 1


def test_a_project_split_in_two_at_one_place_is_found():
    assert len(numbers("精密零件仓库扩建项目")) == 1
    assert numbers("精密零件仓库扩建项目", "昆山市玉山镇样例大道200号") == []


def test_another_project_at_the_same_place_is_another_one():
    assert numbers("屋顶光伏发电") == []


def test_another_units_project_is_another_one():
    assert numbers(uscc="91320583MA0000015K") == []


@pytest.mark.parametrize(("on", "count"), [(date(2025, 6, 1), 1), (date(2027, 5, 31), 1), (date(2027, 6, 1), 0), (date(2025, 5, 31), 0)])
def test_only_two_years_count(on: date, count: int):
    assert len(numbers(on=on)) == count


def test_the_likest_comes_first():
    other = Known(8, WHOLE["uscc"], "精密零件生产线扩建工程", WHOLE["location"], date(2026, 1, 1))
    assert [each.earlier.number for each in alike(WHOLE["uscc"], WHOLE["project_name"], "", (other, EARLIER), on=DAY, figures=FIGURES)] == [7, 8]


@pytest.mark.parametrize(("one", "other", "value"), [("", "", 0.0), ("甲", "", 0.0), ("甲 乙", "甲乙", 1.0)])
def test_nothing_is_like_nothing(one: str, other: str, value: float):
    assert likeness(one, other) == value
