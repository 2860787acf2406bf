"""Circles among things that wait for one another."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.permits.circles import circles


@pytest.mark.parametrize(
    ("waits", "found"),
    [
        ({}, []),
        ({"a": ["b"], "b": [], "c": ["a", "b"]}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["a"]}, [("a", "b")]),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, [("a", "b", "c")]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["elsewhere"]}, []),
    ],
)
def test_each_circle_is_told_once(waits: dict, found: list):
    assert circles(waits) == found
