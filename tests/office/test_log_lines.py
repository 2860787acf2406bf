"""A line of the JSON log can be read by a program and tells of no person but a number of the office's own."""

import io
import json
import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.log_lines import REQUEST, JsonFormatter

FORMATTER = JsonFormatter("{asctime} {levelname} {name} {message}", style="{")
IDENTITY, MOBILE = "320583199001011234", "13800001234"
NUMBERS = st.text("0123456789", min_size=11, max_size=18)


def line(message, *args, level=logging.WARNING, name="gaoxing.requests", exc_info=None, **fields):
    record = logging.LogRecord(name, level, "somewhere.py", 1, message, args, exc_info)
    for field, value in fields.items():
        setattr(record, field, value)
    return FORMATTER.format(record)


def test_a_request_is_one_line_with_its_fields():
    told = json.loads(line("request", level=logging.INFO, route="draft", method="GET", status=200, ms=12.5, person=7))
    assert (told["level"], told["route"], told["method"], told["status"], told["ms"], told["person"]) == ("info", "draft", "GET", 200, 12.5, 7)
    assert told["time"].endswith("+08:00")


def test_a_strangers_request_names_nobody():
    assert "person" not in json.loads(line("request", route="draft", method="GET", status=200, ms=1.0, person=None))


def test_a_warning_within_a_request_bears_its_number():
    kept = REQUEST.set("ab12")
    try:
        assert json.loads(line("slow"))["request"] == "ab12"
    finally:
        REQUEST.reset(kept)
    assert "request" not in json.loads(line("slow"))


@given(NUMBERS, st.sampled_from(["{}", "Not Found: /x/{}", "a\n{}", "{{'mobile': '{}'}}"]))
def test_no_long_number_passes_in_a_message(number, around):
    assert number not in line(around.format(number).replace("%", ""))


@pytest.mark.parametrize("number", [IDENTITY, IDENTITY[:-1] + "X", MOBILE, "138 0000 1234", "１３８００００１２３４"])
def test_no_number_of_a_person_passes_in_any_field(number):
    told = line("%s told", number, route=f"at {number}", method=number, status=200, ms=1.0, person=1)
    assert number not in told
    assert "〔号码〕" in told


def test_words_of_an_applicant_in_anothers_message_are_left_out():
    assert "王小明" not in line("rejected 王小明", name="django.request")


def test_a_trace_is_one_line_of_places_and_the_errors_kind():
    try:
        int(f"{MOBILE} 王小明")
    except ValueError:
        told = line("broke", exc_info=sys.exc_info())
    assert told.count("\n") == 0
    assert json.loads(told)["trace"][-1] == "ValueError"
    assert MOBILE not in told


def test_a_message_of_several_lines_stays_one_line():
    assert len(line("first\nsecond").splitlines()) == 1


def test_what_the_handler_writes_are_lines_of_json():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(FORMATTER)
    logger = logging.getLogger("gaoxing.trial")
    logger.addHandler(handler)
    logger.propagate = False
    logger.warning("one %s", 1)
    logger.warning("two")
    assert [json.loads(each)["message"] for each in stream.getvalue().splitlines()] == ["one 1", "two"]
