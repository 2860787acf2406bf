"""What a clerk's page posts becomes an act: rows, ticks and numbers are taken as they are, and nothing strange gets through."""

import pytest
from django.http import QueryDict

from gaoxing.casework.tables import table
from gaoxing.checks.rule import Finding, Level
from gaoxing.office.frontdesk.handling import Button
from gaoxing.office.frontdesk.pressing import LONGEST, MOST_REASONS, pressed
from gaoxing.office.frontdesk.templatetags.reasons import reason_rows
from gaoxing.office.refusal import NotAllowed

MANUAL = tuple(Finding(f"X-{number}", (), Level.MANUAL, "看一下", "") for number in range(3))
DEFECT = Button("ask_correction", "告知补正", table("registration").reasons["defect"])


def post(**told):
    found = QueryDict(mutable=True)
    for name, value in {"act": "accept", "revision": "4", **told}.items():
        found.setlist(name, value if isinstance(value, list) else [value])
    return found


def test_an_act_and_the_revision_shown_are_taken():
    found = pressed(post(), ())
    assert (found.act, found.revision, found.reasons, found.given, dict(found.details)) == ("accept", 4, (), {}, {})


@pytest.mark.parametrize("revision", ["", "-1", "1.0", "四", "٤", "9" * 40])
def test_a_revision_that_is_none_is_refused(revision):
    with pytest.raises(NotAllowed, match="这次操作不完整"):
        pressed(post(revision=revision), ())


def test_filled_rows_become_reasons_and_empty_ones_none():
    found = pressed(post(kind=["illegible", "missing_paper", "unsigned"], words=["看不清", " ", "没签名"], about=["", "", "申请书"]), ())
    assert [(each.id, each.words, each.about) for each in found.reasons] == [("illegible", "看不清", ""), ("unsigned", "没签名", "申请书")]


@pytest.mark.parametrize(("kind", "words", "about"), [("", "看不清", ""), ("illegible", "", "身份证")])
def test_a_half_filled_row_is_asked_about(kind, words, about):
    with pytest.raises(NotAllowed, match="每一条都要选类别"):
        pressed(post(kind=[kind], words=[words], about=[about]), ())


def test_no_more_rows_and_characters_than_there_may_be():
    found = pressed(post(kind=["illegible"] * 99, words=["长" * 999] * 99, about=["x"] * 99, note="n" * 999), ())
    assert (len(found.reasons), len(found.reasons[0].words), len(found.note)) == (MOST_REASONS, LONGEST, LONGEST)


def test_what_was_ticked_is_settled_and_what_was_not_is_open():
    found = pressed(post(act="register", settled=["1", "3", "x", "٢", "99999"]), MANUAL)
    assert found.given == {"open_findings": 1}
    assert found.details == {"settled": [1, 3]}


def test_the_code_belongs_to_a_registration_alone():
    assert pressed(post(act="register", uscc=" 92320583MA0000007N "), ()).details == {"uscc": "92320583MA0000007N"}
    assert dict(pressed(post(uscc="92320583MA0000007N"), ()).details) == {}


def test_a_list_of_corrections_begins_with_six_empty_rows():
    assert reason_rows({}, DEFECT) == [{"kind": "", "about": "", "words": ""}] * 6


def test_what_was_written_for_this_act_comes_back_before_the_empty_rows():
    written = post(act="ask_correction", kind=["illegible", "unsigned"], about=["", ""], words=["看不清", ""])
    rows = reason_rows(written, DEFECT)
    assert rows[0] == {"kind": "illegible", "about": "", "words": "看不清"}
    assert len(rows) == 6


def test_what_was_written_for_another_act_does_not_come_back():
    assert reason_rows(post(act="refuse", kind=["illegible"], about=[""], words=["看不清"]), DEFECT)[0]["words"] == ""
