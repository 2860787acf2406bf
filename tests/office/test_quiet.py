"""No number, name or word of a person comes through to a log or an error report, however it is written."""

import logging
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.quiet import QuietFormatter, veiled

FORMATTER = QuietFormatter("{levelname} {name} {message}", style="{")
LEFT = re.compile(r"\d{9}")
SEPARATORS = st.sampled_from(["", " ", "-", "—", "\u3000", "·"])
AROUND = st.text("abc 甲乙,/?=(【", max_size=8)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
SPOKEN = str.maketrans("0123456789", "零幺二三四五六七八九")

digits = lambda count: st.text("0123456789", min_size=count, max_size=count)  # noqa: E731
IDENTITIES = st.builds(lambda body, last: body + last, digits(17), st.sampled_from("0123456789Xx"))
MOBILES = st.builds(lambda second, rest: f"1{second}{rest}", st.sampled_from("3456789"), digits(9))
CODES = st.builds(lambda place, rest: f"92{place}{rest}", digits(6), st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=10, max_size=10))


def logged(message, *args, name="django.request", **told):
    record = logging.LogRecord(name, logging.ERROR, "somewhere.py", 1, message, args, told.get("exc_info"))
    return FORMATTER.format(record)


def bare(text):
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum())


@given(AROUND, IDENTITIES, SEPARATORS, AROUND)
def test_no_identity_number_passes(before, number, separator, after):
    grouped = separator.join((number[:6], number[6:14], number[14:]))
    for written in (number, grouped, number.translate(FULL_WIDTH), number.lower()):
        assert not LEFT.search(bare(veiled(f"{before}{written}{after}")))


@given(AROUND, MOBILES, SEPARATORS, AROUND)
def test_no_mobile_number_passes(before, number, separator, after):
    grouped = separator.join((number[:3], number[3:7], number[7:]))
    for written in (number, f"+86 {number}", grouped, number.translate(FULL_WIDTH), number.translate(SPOKEN)):
        shown = veiled(f"{before}{written}{after}")
        assert not LEFT.search(bare(shown))
        assert number.translate(SPOKEN) not in shown


@given(st.sampled_from(["", " ", "/", "：", "'", "（", "甲"]), CODES, st.sampled_from(["", " ", "/", "'", "）", "甲"]))
def test_no_credit_code_of_a_person_passes(before, code, after):
    for written in (code, code.lower(), code.translate(FULL_WIDTH)):
        assert written not in veiled(f"{before}{written}{after}")


@given(IDENTITIES, MOBILES, st.sampled_from(["%s and %s", "%r %r", "posted %s (%s)"]))
def test_no_number_passes_as_an_argument(identity, mobile, message):
    line = logged(message, identity, {"held": mobile})
    assert identity not in line
    assert mobile not in line


FIELDS = ["name", "operator.name", "id_number", "mobile", "phone", "address", "password", "code", "token", "words", "姓名", "住址"]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("written", ["{}=甲乙丙&x=1", '"{}": "甲乙丙"', "'{}': '甲乙丙'", "{}：甲乙丙，下一个", "{} = 甲乙丙"])
def test_the_value_of_a_field_is_told_by_the_fields_name(field, written):
    shown = veiled(written.format(field))
    assert "甲乙丙" not in shown
    assert f"〔{field.split('.')[-1]}〕" in shown


@pytest.mark.parametrize(
    "line", ["revision: 3", "step=12", "'name': ''", "key https://hall.example/x", "2026-11-24 10:30:05 port 8000", "192.168.100.200", "第 3 条"]
)
def test_what_is_no_ones_stays(line):
    assert veiled(line) == line


@pytest.mark.parametrize(
    "told", ["Not Found: /查询/王小明", r"b'\xe7\x8e\x8b\xe5\xb0\x8f'", r"'\u738b\u5c0f\u660e'", "/x/%E7%8E%8B%E5%B0%8F", "阿依古丽·买买提 said"]
)
def test_chinese_words_of_others_are_left_out_however_they_are_written(told):
    line = logged(told)
    assert "〔文字〕" in line
    for piece in ("王", "8e", "%E7", "u738b", "买"):
        assert piece not in line


def test_sentences_of_the_house_stay():
    assert logged("the register did not answer: %s", "登记簿没有回答。", name="gaoxing.office.names").endswith("登记簿没有回答。")
    assert "登记簿" not in logged("%s", "登记簿没有回答。", name="django.db")


def test_a_trace_keeps_places_and_the_kind_alone():
    try:
        int("320583199001011234 王小明")
    except ValueError:
        line = logged("broken", exc_info=sys.exc_info())
    assert "ValueError" in line
    assert "test_quiet.py" in line
    assert "王小明" not in line
    assert "3205" not in line


def test_a_message_that_does_not_fit_its_arguments_is_told_without_them():
    assert logged("%d of %d", "王小明") == "ERROR django.request %d of %d"


def test_the_record_stays_whole_for_other_handlers():
    record = logging.LogRecord("django", logging.ERROR, "x.py", 1, "%s", ("13812345678",), None)
    FORMATTER.format(record)
    assert record.getMessage() == "13812345678"


@pytest.mark.parametrize("text", ["Internal Server Error: /sign/1geTj1aB-hM_abc", "GET https://hall.example/sign/1geTj1aB-hM_abc?x=1 failed"])
def test_a_signing_link_is_not_written(text):
    assert "1geTj1aB" not in veiled(text)
    assert "/sign/〔link〕" in veiled(text, own=False)


def test_the_other_addresses_of_signing_stay_readable():
    assert veiled("/sign/identity /sign/papers/0/1.png", own=False) == "/sign/identity /sign/papers/0/1.png"
