"""Who files decides the form's title: a sole trader by its code, else by the form of its name."""

import pytest

from gaoxing.documents.applying import TRADERS, title, trades_alone
from gaoxing.forms.form import Answer, Form, Source


def form(**answers):
    return Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()})


@pytest.mark.parametrize(
    ("answers", "alone"),
    [
        ({"uscc": "92320583MA0000007N"}, True),
        ({"uscc": "91320583MA0000007R", "enterprise": "玉山镇样例小吃店"}, False),
        ({"enterprise": "玉山镇样例小吃店"}, True),
        ({"enterprise": "昆山样例五金有限公司"}, False),
        ({}, False),
    ],
)
def test_a_sole_trader_is_known_by_code_then_by_name(answers, alone):
    assert trades_alone(form(**answers)) is alone


def test_a_sole_trader_has_its_own_form():
    assert title(form(uscc="92320583MA0000007N"), "公司注销登记申请书") == TRADERS
