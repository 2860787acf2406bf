from __future__ import annotations

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.intake import review

DAY = date(2026, 11, 25)


def found(number: str) -> list[str]:
    form = Form("enterprise_request", "2026", {"contact.mobile": Answer(number, Source.SAID)})
    return [finding.rule for finding in review(form, on=DAY).findings]


@pytest.mark.parametrize("number", ["13800138000", "0512-57300000"])
def test_a_telephone_of_the_right_shape_is_in_order(number):
    assert found(number) == []


@pytest.mark.parametrize("number", ["1380013800", "57300000"])
def test_a_telephone_of_another_shape_is_warned_of(number):
    assert found(number) == ["TEL-01"]
