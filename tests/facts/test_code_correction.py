"""Corrections of last figures."""

from __future__ import annotations

import pytest

from gaoxing.facts.code_correction import corrected, tail_corrections


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("后四位错了是四三二一", "13800004321"),
        ("不对最后三位是九九九", "13800001999"),
        ("倒数第四位是五", "13800005234"),
        ("最后一位不是四是七", "13800001237"),
        ("尾号的四位改成5678", "13800005678"),
    ],
)
def test_a_correction_changes_the_last_figures(text: str, value: str):
    (each,) = tail_corrections(text)
    assert each.sure or text.startswith("倒数")
    assert corrected("13800001234", each) == value


def test_as_many_figures_must_be_said_as_are_told_wrong():
    assert tail_corrections("后四位错了是四三二") == ()
