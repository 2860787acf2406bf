from __future__ import annotations

from datetime import date

import pytest

from gaoxing.catalogue import matters
from gaoxing.checks.parameters import SHARED, in_force, load, merged

TABLE = {
    "limit": [
        {"value": 50, "from": date(2006, 1, 1), "basis": "旧法"},
        {"value": 60, "from": date(2024, 7, 1), "basis": "新法"},
    ],
    "gone": [{"value": 1, "from": date(2020, 1, 1), "until": date(2025, 1, 1), "basis": "已废止"}],
}


@pytest.mark.parametrize(("on", "value"), [(date(2024, 6, 30), 50), (date(2024, 7, 1), 60), (date(2030, 1, 1), 60)])
def test_the_newest_version_in_force_counts(on, value):
    assert in_force(TABLE, on)["limit"] == value


def test_the_order_in_the_file_does_not_matter():
    assert in_force({"limit": TABLE["limit"][::-1]}, date(2026, 1, 1)) == {"limit": 60}


@pytest.mark.parametrize(("on", "there"), [(date(2024, 12, 31), True), (date(2025, 1, 1), False), (date(2019, 12, 31), False)])
def test_a_figure_ends_on_the_day_it_is_repealed(on, there):
    assert ("gone" in in_force(TABLE, on)) is there


def test_a_figure_of_false_or_nought_is_still_a_figure():
    assert in_force({"none": [{"value": 0, "from": date(2020, 1, 1), "basis": "某法"}]}, date(2026, 1, 1)) == {"none": 0}


@pytest.mark.parametrize("missing", ["value", "from", "basis"])
def test_a_figure_without_its_article_date_or_value_is_refused(missing):
    row = {"value": 1, "from": date(2020, 1, 1), "basis": "某法"}
    del row[missing]
    with pytest.raises(KeyError):
        in_force({"limit": [row]}, date(2026, 1, 1))


def test_a_later_table_overrides_an_earlier_one(tmp_path):
    own = tmp_path / "parameters.toml"
    own.write_text('[[pay_in_years]]\nvalue = 3\nfrom = 2020-01-01\nbasis = "测试"\n', encoding="utf-8")
    assert merged((SHARED, own), date(2026, 11, 24))["pay_in_years"] == 3


def test_every_figure_in_the_project_has_a_date_and_an_article():
    tables = [SHARED, *(path for each in matters() for path in each.folder.glob("parameters.toml"))]
    rows = [(path.name, name, row) for path in tables for name, versions in load(path).items() for row in versions]
    assert rows
    assert [(file, name) for file, name, row in rows if not isinstance(row["from"], date) or not row["basis"]] == []


def test_the_figures_of_the_law_are_those_of_the_law():
    figures = in_force(SHARED, date(2026, 11, 24))
    assert [figures[name] for name in ("limited_shareholders_most", "joint_stock_promoters_most", "pay_in_years", "board_least")] == [50, 200, 5, 3]
