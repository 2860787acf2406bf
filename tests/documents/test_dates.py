from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.documents.dates import day, pay_in, years


@pytest.mark.parametrize(("value", "shown"), [("2029-06-30", "2029年6月30日"), ("2029-06", "2029年6月"), ("2029", "2029年"), (None, ""), ("年底前", "年底前")])
def test_a_day_is_written_as_far_as_it_was_said(value: object, shown: str):
    assert day(value) == shown


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_reads_back_as_the_same_day(moment: date):
    year, month, number = day(moment.isoformat()).replace("年", " ").replace("月", " ").replace("日", "").split()
    assert date(int(year), int(month), int(number)) == moment


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        ({"years": 5}, "自公司成立之日起五年内"),
        ({"years": 10}, "自公司成立之日起十年内"),
        ({"years": 12}, "自公司成立之日起十二年内"),
        ({"years": 20}, "自公司成立之日起二十年内"),
        ("2029-06-30", "2029年6月30日"),
        (None, ""),
        ({}, ""),
    ],
)
def test_the_last_day_of_paying_in_is_a_day_or_counted_from_the_founding(due: object, shown: str):
    assert pay_in(due) == shown


@pytest.mark.parametrize(("term", "count"), [({"years": 20}, "20"), ("indefinite", ""), (None, ""), ({}, "")])
def test_only_a_limited_term_has_years(term: object, count: str):
    assert years(term) == count
