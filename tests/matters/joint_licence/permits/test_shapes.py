"""The shape of a zone's rows: what may stand, what must, and of what kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gaoxing.matters.joint_licence.permits.loading import shipped_tables
from gaoxing.matters.joint_licence.permits.shapes import MOST_DAYS, ROWS, shape_faults

NEW = {
    "name": "示例证",
    "document": "示例证",
    "authority": "示例局",
    "stage": "post",
    "days": 3,
    "unit": "working_day",
    "basis": "示例办法",
    "verified": False,
    "kind": "许可",
    "level": "county",
    "materials": [],
    "fields": [],
}


def told(own: dict) -> list[tuple]:
    return list(shape_faults(own, shipped_tables()))


def test_every_shipped_row_has_the_shape():
    assert told(dict(shipped_tables())) == []


def test_a_whole_new_licence_has_the_shape():
    assert told({"licence": {"moon": NEW}}) == []


@pytest.mark.parametrize("word", list(NEW))
def test_a_new_licence_may_leave_nothing_out(word: str):
    found = told({"licence": {"moon": {key: value for key, value in NEW.items() if key != word}}})
    assert [message for _, message, _ in found] == [f"“moon”还缺：{word}"]


@pytest.mark.parametrize("word", list(NEW))
def test_a_shipped_licence_may_be_changed_in_one_word(word: str):
    assert told({"licence": {"signboard": {word: NEW[word]}}}) == []


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("days", MOST_DAYS + 1),
        ("days", "3"),
        ("days", 2.5),
        ("promised", -1),
        ("materials", ["a", 3]),
        ("stages", [1, "2"]),
        ("stages", [True]),
        ("if", []),
        ("hearing", {"words": "示例"}),
        ("commitment", {"basis": "示例", "verified": "yes"}),
        ("commitment", {"basis": "示例", "verified": True, "day": 1}),
        ("duty", {"days": -1, "event": "opening"}),
        ("name", 3),
    ],
)
def test_a_value_of_another_kind_is_told(word: str, value: object):
    assert len(told({"licence": {"signboard": {word: value}}})) == 1


@pytest.mark.parametrize(
    ("head", "sound"),
    [
        ({"from": date(2027, 1, 1)}, True),
        ({"until": date(2027, 1, 1)}, True),
        ({"region": "3205"}, True),
        ({"note": "示例"}, True),
        ({"from": datetime(2027, 1, 1, tzinfo=UTC)}, False),
        ({"from": "2027-01-01"}, False),
        ({"region": 3205}, False),
        ({"moon": 1}, False),
    ],
)
def test_the_head_says_where_and_when(head: dict, sound: bool):
    assert (told(head) == []) is sound


@pytest.mark.parametrize("table", [each for each in shipped_tables() if each != "exempt"])
def test_every_table_is_rows_by_their_ids(table: str):
    assert len(told({table: 3})) == 1
    assert len(told({table: {"moon": 3}})) == 1


def test_exemptions_are_a_list():
    assert len(told({"exempt": {"a": {}}})) == 1
    assert "还缺：trades" in told({"exempt": [{}]})[0][1]


def test_every_table_that_is_shipped_has_its_words():
    assert set(shipped_tables()) <= set(ROWS)
