"""Project codes: the shape of GB/T 40058-2021, older ones, and provisional ones. Every code is made up."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.standards.invalid import Invalid
from gaoxing.standards.project_code import compact, parse, provisional


def test_a_code_is_taken_apart():
    code = parse("2606-320583-89-01-123456")
    assert (code.year, code.month, code.region, code.kind, code.provisional) == (2026, 6, "320583", "01", False)


def test_an_old_code_has_no_month():
    assert (parse("2019-320583-39-03-123456").year, parse("2019-320583-39-03-123456").month) == (2019, 0)


@pytest.mark.parametrize("given", [" 2606-320583-89-01-12345x ", "2606－320583—89–01-12345x", "2606 -320583-89-01-12345X"])
def test_spaces_wide_dashes_and_small_letters_do_no_harm(given: str):
    assert compact(given) == "2606-320583-89-01-12345X"


@pytest.mark.parametrize("given", ["", "2606-320583-89-01-12345", "2606320583890112345", "2606-320583-89-01-1234５6", "x"])
def test_another_shape_is_refused_with_an_example(given: str):
    with pytest.raises(Invalid, match="2606-320583-89-01-123456"):
        parse(given)


@pytest.mark.parametrize("month", ["00", "13"])
def test_a_month_that_is_none_is_named(month: str):
    with pytest.raises(Invalid, match=month):
        parse(f"26{month}-320583-89-01-123456")


@pytest.mark.parametrize(("nature", "kind"), [("technical_renovation", "02"), ("new", "01"), ("expansion", "01"), ("", "01")])
def test_a_provisional_code_has_the_shape_and_no_check_character(nature: str, kind: str):
    made = provisional(date(2026, 11, 25), "320583", nature, "04217")
    assert made == f"2611-320583-89-{kind}-04217*"
    assert len(made) == 24
    assert parse(made).provisional


@pytest.mark.parametrize(("region", "number"), [("32058", "04217"), ("320583", "4217"), ("320583", "0421x"), ("３20583", "04217")])
def test_no_code_is_made_of_other_figures(region: str, number: str):
    with pytest.raises(ValueError, match="no region or number"):
        provisional(date(2026, 11, 25), region, "new", number)
