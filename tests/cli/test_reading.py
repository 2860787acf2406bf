from __future__ import annotations

import argparse
import errno
import json
from datetime import date, datetime

import pytest

from gaoxing.cli import reading
from gaoxing.cli.reading import chosen_day, day, decoded, known_matter, parsed, printable, read_form
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason
from tests.cli.written import form


def read(data: object):
    return read_form(data if isinstance(data, str) else json.dumps(data))


def test_a_day_is_read_as_it_is_written():
    assert day("2026-11-24") == date(2026, 11, 24)


@pytest.mark.parametrize("text", ["2026-02-30", "24.11.2026", "today", "\x1b"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(argparse.ArgumentTypeError, match="不是日期"):
        day(text)


def test_the_day_is_the_one_that_was_given():
    assert chosen_day(argparse.Namespace(on=date(2026, 5, 1))) == date(2026, 5, 1)


def test_without_a_day_it_is_today_in_china():
    assert chosen_day(argparse.Namespace(on=None)) == datetime.now(reading.CHINA).date()


def test_a_form_is_read_with_its_answers_and_asks():
    ask = {"field": "name", "readings": ["甲", "乙"], "question": "哪一个？", "evidence": [{"turn": 0, "start": 0, "end": 1, "words": "甲"}]}
    taken = read(form({"postcode": "215300", "business_scope": ["五金产品零售"]}, asks=[ask]))
    assert taken.value("business_scope") == ("五金产品零售",)
    assert taken.asks[0].readings == ("甲", "乙")


@pytest.mark.parametrize("text", ["", "{", "表单", "[" * 90_000, "NaN,"])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(Trouble, match="不是 JSON"):
        parsed(text)


@pytest.mark.parametrize("data", [[], {}, 3, "a form", None, {"matter": "company_registration", "form": {}}])
def test_json_that_is_no_form_is_told_to_be_none(data):
    with pytest.raises(Trouble, match="gaoxing fill"):
        read(json.dumps(data))


@pytest.mark.parametrize(
    "data",
    [
        form() | {"answers": []},
        form() | {"answers": {"name": "甲"}},
        form() | {"answers": {"name": {"value": "甲"}}},
        form() | {"answers": {"name": {"value": "甲", "source": "guessed"}}},
        form() | {"answers": {"name": {"value": "甲", "source": "said", "evidence": [{"turn": 0}]}}},
        form() | {"answers": {"name": {"value": "甲", "source": "said", "evidence": [{"turn": 0, "start": 0, "end": 1, "words": 3}]}}},
        form() | {"answers": {"name": {"value": "甲", "source": "said", "evidence": [{"turn": 0, "start": "0", "end": 1, "words": "甲"}]}}},
        form() | {"asks": 3},
        form() | {"asks": [{"field": "name"}]},
        form() | {"asks": [{"field": "name", "readings": [], "question": 3}]},
    ],
)
def test_a_form_that_is_ill_written_is_refused_without_a_trace(data):
    with pytest.raises(Trouble, match="缺项或写法不对"):
        read(data)


@pytest.mark.parametrize("edition", ["1999", "", "../x", 3, None, []])
def test_a_form_of_an_unknown_edition_is_refused_with_the_known_ones(edition):
    with pytest.raises(Trouble, match=r"文书版本，现有的是 .*2026"):
        read(form() | {"edition": edition})


@pytest.mark.parametrize("matter_id", ["weather", ["x"], None, {}])
def test_a_form_of_an_unknown_matter_is_refused(matter_id):
    with pytest.raises(Trouble, match=r"没有「.*」这个事项"):
        read(form() | {"matter": matter_id})


@pytest.mark.usefixtures("card_only")
def test_a_form_of_a_matter_that_cannot_be_filled_is_refused():
    with pytest.raises(Trouble, match="注销登记还不能在这里填表"):
        read(form() | {"matter": "deregistration"})


@pytest.mark.parametrize("path", ["weather", "parties", "parties.name", "parties.0.0.name", "name.0", "parties.x.name", "\x1b"])
def test_a_form_with_a_blank_that_its_matter_has_not_is_refused(path):
    with pytest.raises(Trouble, match="这一栏") as told:
        read(form({path: "甲"}))
    assert "\x1b" not in str(told.value)


@pytest.mark.parametrize(
    ("path", "value"),
    [("name", None), ("name", {"a": 1}), ("registered_capital", {"amount": 5, "currency": "CNY"}), ("employees", "三"), ("parties.0.roles", [1])],
)
def test_a_value_of_another_shape_is_refused_by_its_label(path, value):
    with pytest.raises(Trouble, match=rf"（{path}）的值写法不对.*--set"):
        read(form({path: value}))


def test_a_matter_is_found_by_its_id():
    assert known_matter("company_registration").name == "公司设立登记"


def test_bytes_are_text_without_their_mark():
    assert decoded(b"\xef\xbb\xbf\xe5\xa5\xbd", "标准输入") == "好"


def test_bytes_that_are_no_text_are_told_with_their_place():
    with pytest.raises(Trouble, match="文件「a」不是 UTF-8"):
        decoded(b"\xff", "文件「a」")


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (OSError(errno.ENOENT, "No such file"), "没有这个文件或文件夹"),
        (OSError(errno.EACCES, "Permission denied"), "没有权限"),
        (OSError(errno.EBADF, "Bad file"), "Bad file"),
        (OSError(), "系统没有说原因"),
        (ValueError("embedded null byte"), "路径不对"),
    ],
)
def test_why_a_file_cannot_be_read_is_said_in_plain_words(trouble, told):
    assert reason(trouble) == told


def test_text_for_a_terminal_holds_no_control_characters_and_is_cut():
    assert printable("a\x1b[31m\n") == "a�[31m�"
    assert printable("字" * 61) == "字" * 59 + "…"
    assert printable("字" * 60) == "字" * 60
