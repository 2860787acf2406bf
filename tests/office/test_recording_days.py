"""For how many days recordings are kept: a number of days, or a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from gaoxing.office.recording_days import recording_days


@pytest.mark.parametrize(("text", "days"), [("", 0), ("0", 0), (" 7 ", 7), ("365", 365)])
def test_days_are_read(text, days):
    assert recording_days({"GAOXING_KEEP_RECORDINGS": text}) == days


@pytest.mark.parametrize("text", ["366", "-1", "七", "1.5", "0x7", "9" * 5000])
def test_what_is_no_number_of_days_is_told_in_a_sentence(text):
    with pytest.raises(ImproperlyConfigured, match="0 到 365 的整数"):
        recording_days({"GAOXING_KEEP_RECORDINGS": text})
