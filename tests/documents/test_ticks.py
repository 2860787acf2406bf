from __future__ import annotations

import pytest

from gaoxing.documents.ticks import ticks

CHOICES = (("elected", "选举"), ("appointed", "委派"), ("engaged", "聘任"))


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (None, [False, False, False]),
        ("", [False, False, False]),
        ("elected", [True, False, False]),
        (("elected", "engaged"), [True, False, True]),
        ({"appointed"}, [False, True, False]),
        ("选举", [False, False, False]),
        ("elect", [False, False, False]),
    ],
)
def test_a_box_is_ticked_only_where_its_own_value_was_chosen(chosen: object, expected: list[bool]):
    assert [box["ticked"] for box in ticks(CHOICES, chosen)] == expected


def test_every_choice_stands_in_its_printed_order():
    assert [box["label"] for box in ticks(CHOICES, "engaged")] == ["选举", "委派", "聘任"]
