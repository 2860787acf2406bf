"""A made-up enterprise, as the register has it."""

from datetime import date

import pytest

from gaoxing.forms.register import Holding, Registered


@pytest.fixture
def company():
    return Registered(
        "91320583MA0000007R",
        "昆山样例五金（昆山）有限公司",
        "limited_liability",
        domicile="昆山市玉山镇元丰路1号",
        legal_representative="丁大宝",
        capital={"amount": "1000000", "currency": "CNY"},
        scope=("五金产品零售",),
        shareholders=(Holding("丁大宝", "1000000", "100"),),
        established=date(2019, 5, 6),
    )
