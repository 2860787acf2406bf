"""The limits of what does not get done: data that is checked as it is read."""

from __future__ import annotations

from importlib.resources import files

import pytest

from gaoxing.casework.escalations.limits import limits, load
from gaoxing.casework.tables import table

SHIPPED = files("gaoxing.casework.escalations").joinpath("limits.toml").read_text(encoding="utf-8")


def test_the_table_counts_what_the_limits_say():
    known = table("escalation").limits
    assert (known["whole"].days, known["again"].days) == (limits().days["whole"], limits().days["again"])


def test_every_figure_stands_beside_its_source():
    assert all("[K]" in line for line in SHIPPED.splitlines() if "=" in line and not line.startswith("#"))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("contact_hours = 1", "", "unknown or missing: contact_hours"),
        ("whole = 15", "whole = 0", "whole number from 1: whole"),
        ("watch_days = 90", "watch_days = true", "whole number from 1: watch_days"),
        ("again = 5", 'again = "5"', "whole number from 1: again"),
        ("mend = 20", "amend = 20", "unknown or missing: amend, mend"),
    ],
)
def test_a_limit_that_is_missing_or_no_number_is_named(was: str, now: str, said: str):
    with pytest.raises(ValueError, match=said):
        load(SHIPPED.replace(was, now, 1))
