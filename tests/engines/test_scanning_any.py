"""Whatever a daemon answers, a file is clean only where it says exactly so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.engines.fault import Fault
from gaoxing.engines.scanning.clamd import _verdict
from gaoxing.engines.scanning.setting import chosen

LINES = st.text(alphabet="OKFOUND stream:abc.\n\t", max_size=30) | st.text(max_size=30)


@given(LINES)
def test_only_its_own_word_for_clean_is_clean(line):
    try:
        verdict = _verdict(line)
    except Fault:
        return
    assert verdict.clean is (line.removeprefix("stream:").strip() == "OK")


@given(st.text(max_size=20))
def test_what_is_found_keeps_its_name(name):
    line = f"stream: {name} FOUND"
    if not name.strip():
        with pytest.raises(Fault):
            _verdict(line)
        return
    assert _verdict(line).threat == line.removeprefix("stream:").strip().rpartition(" ")[0]


@given(st.text(max_size=30))
def test_any_setting_is_a_scanner_or_a_sentence_that_names_it(written):
    try:
        found = chosen(written)
    except Fault as fault:
        told = fault.message
    else:
        told = "" if found is not None or written.strip() == "none" else "nothing"
    assert told == "" or "GAOXING_SCANNER" in told
