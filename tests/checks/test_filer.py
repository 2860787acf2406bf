from datetime import date

import pytest

from gaoxing.checks import filer
from gaoxing.forms.form import Answer, Form, Source

DAY = date(2026, 11, 25)


def form(code):
    return Form("deregistration", "2026", {"uscc": Answer(code, Source.SAID)} if code else {})


@pytest.mark.parametrize("code", ["91320583MA000000", "9132058三MA0000007R", "91320583MO0000007R"])
def test_a_code_of_another_shape_is_rejected(code):
    assert filer.filer_code.apply(form(code), DAY, {}).field == "uscc"


def test_a_wrong_last_character_is_rejected():
    assert "校验对不上" in filer.filer_code_check_digit.apply(form("91320583MA0000007T"), DAY, {}).message


@pytest.mark.parametrize("rule", filer.RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("code", ["91320583MA0000007R", ""])
def test_a_right_code_and_none_are_let_pass(rule, code):
    assert rule.apply(form(code), DAY, {}) is None


@pytest.mark.parametrize(("code", "trader"), [("92320583MA0000007N", True), ("91320583MA0000007R", False), ("", False)])
def test_a_sole_trader_is_known_by_the_code(code, trader):
    assert filer.is_sole_trader(form(code)) == trader
