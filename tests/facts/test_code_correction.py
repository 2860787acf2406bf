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


@pytest.mark.parametrize("words", ["，哦不是，四五二七", "，不对，四五二七", "不对是四五二七", "，不是，尾号四五二七"])
def test_last_figures_said_once_more_replace_those_that_begin_alike(words):
    [fix] = tail_corrections(f"一八六零零零零四五二零{words}")
    assert corrected("18600004520", fix) == "18600004527"


@pytest.mark.parametrize("words", ["，不是，九五二七", "，不对，一三五零零零零零零零一", "，不是五个人"])
def test_other_figures_behind_a_denial_replace_nothing(words):
    assert all(corrected("18600004520", fix) is None for fix in tail_corrections(f"一八六零零零零四五二零{words}"))


def test_a_no_between_commas_makes_a_tail_sure():
    [each] = tail_corrections("，哦不，尾号是1974")
    assert (each.digits, each.sure) == ("1974", True)
