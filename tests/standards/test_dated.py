"""Figures of law with the days they hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gaoxing.standards.dated import in_force, load

TABLE = {
    "months": [
        {"value": 2, "from": date(2021, 3, 1), "basis": "第一条"},
        {"value": 3, "from": date(2027, 1, 1), "until": date(2028, 1, 1), "basis": "第二条"},
    ]
}


@pytest.mark.parametrize(
    ("on", "figures"), [(date(2021, 2, 28), {}), (date(2021, 3, 1), {"months": 2}), (date(2027, 6, 1), {"months": 3}), (date(2028, 1, 1), {"months": 2})]
)
def test_the_newest_version_in_force_holds(on: date, figures: dict[str, int]):
    assert in_force(TABLE, on) == figures


def test_a_figure_without_its_article_is_a_key_error():
    with pytest.raises(KeyError):
        in_force({"months": [{"value": 2, "from": date(2021, 3, 1)}]}, date(2026, 1, 1))


def test_a_file_is_read(tmp_path: Path):
    path = tmp_path / "figures.toml"
    path.write_text('[[months]]\nvalue = 2\nfrom = 2021-03-01\nbasis = "第一条"\n', encoding="utf-8")
    assert in_force(path, date(2026, 1, 1)) == {"months": 2}
    assert load(path) is load(path)
