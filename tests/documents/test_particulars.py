from __future__ import annotations

import pytest

from gaoxing.documents.particulars import Particulars, Run

TOLD = Particulars({"name": Run("甲", "name")}, {}, {"board": True, "sole": False})


@pytest.mark.parametrize(
    ("when", "holds"), [("", True), ("board", True), ("sole", False), ("not sole", True), ("board, not sole", True), ("board, sole", False)]
)
def test_a_condition_holds_where_all_its_states_do(when: str, holds: bool) -> None:
    assert TOLD.holds(when) is holds


def test_an_unknown_state_is_a_mistake_and_never_false() -> None:
    with pytest.raises(KeyError):
        TOLD.holds("not bord")


def test_a_row_speaks_before_the_form() -> None:
    assert TOLD.run("name", {"name": Run("乙", "parties.0.name")}).text == "乙"
    assert TOLD.run("name", {}).text == "甲"


def test_further_states_are_laid_over_the_old_ones() -> None:
    assert TOLD.having(sole=True).holds("board, sole")
