import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Evidence
from gaoxing.forms import Answer, Form, Source
from gaoxing.office.frontdesk.marks import Span, marked, spans

COMPANY = matter("company_registration")


@given(st.text(alphabet="天地玄黄宇宙洪荒", max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 10)), max_size=6))
def test_the_pieces_are_the_words_in_order_and_complete(said, stretches):
    found = [Span(start, min(start + length, len(said)), "栏", f"f{n}") for n, (start, length) in enumerate(stretches) if start < len(said)]
    assert "".join(piece.text for piece in marked(said, found)) == said


def test_the_words_of_a_value_are_marked():
    pieces = marked("资本一百万元", [Span(2, 5, "注册资本", "registered_capital")])
    assert [(piece.text, piece.path) for piece in pieces] == [("资本", ""), ("一百万", "registered_capital"), ("元", "")]


def test_private_words_are_masked_and_so_is_a_number_nobody_read():
    said = "我13812345678她13987654321"
    text = "".join(piece.text for piece in marked(said, [Span(1, 12, "电话", "parties.0.mobile", private=True)]))
    assert text == "我138****5678她139****4321"


def test_of_overlapping_words_the_first_keeps_its_mark():
    pieces = marked("甲乙丙丁", [Span(0, 3, "一", "a"), Span(2, 4, "二", "b")])
    assert [(piece.text, piece.path) for piece in pieces] == [("甲乙丙", "a"), ("丁", "")]


def test_evidence_that_no_longer_fits_the_words_is_left_out():
    form = Form("company_registration", "2026", {"name": Answer("甲公司", Source.SAID, (Evidence(0, 0, 3, "甲公司"),))})
    assert spans(COMPANY, form, 0, "乙公司") == []
    assert spans(COMPANY, form, 1, "甲公司") == []
    assert [span.path for span in spans(COMPANY, form, 0, "甲公司")] == ["name"]


def test_words_that_filled_nothing_are_one_piece():
    assert [(piece.text, piece.label) for piece in marked("今天天气不错", [])] == [("今天天气不错", "")]


def test_nothing_said_is_no_piece():
    assert marked("", []) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_the_evidence_does_not_matter(order):
    both = (Span(0, 1, "一", "a"), Span(2, 3, "二", "b"))
    assert [piece.path for piece in marked("甲乙丙", [both[each] for each in order])] == ["a", "", "b"]


def test_two_blanks_side_by_side_have_nothing_between_them():
    assert [piece.text for piece in marked("甲乙", [Span(0, 1, "一", "a"), Span(1, 2, "二", "b")])] == ["甲", "乙"]


def test_of_two_blanks_on_the_same_words_one_is_marked():
    pieces = marked("一百万", [Span(0, 3, "注册资本", "a"), Span(0, 3, "出资额", "b")])
    assert [(piece.text, piece.path) for piece in pieces] == [("一百万", "a")]


def test_a_mark_bears_the_official_label():
    form = Form("company_registration", "2026", {"registered_capital": Answer("1", Source.SAID, (Evidence(0, 0, 3, "一百万"),))})
    assert [span.label for span in spans(COMPANY, form, 0, "一百万")] == ["注册资本"]


@pytest.mark.parametrize(("path", "private"), [("parties.0.id_number", True), ("parties.0.mobile", True), ("name", False), ("domicile", False)])
def test_private_blanks_are_marked_as_such(path, private):
    form = Form("company_registration", "2026", {path: Answer("值", Source.SAID, (Evidence(0, 0, 1, "值"),))})
    assert [span.private for span in spans(COMPANY, form, 0, "值")] == [private]


def test_evidence_of_no_words_marks_nothing():
    form = Form("company_registration", "2026", {"name": Answer("值", Source.SAID, (Evidence(0, 2, 2, ""),))})
    assert spans(COMPANY, form, 0, "甲乙丙") == []


def test_a_value_from_two_turns_is_marked_in_each():
    evidence = (Evidence(0, 0, 1, "甲"), Evidence(1, 1, 2, "乙"))
    form = Form("company_registration", "2026", {"name": Answer("甲乙", Source.SAID, evidence)})
    assert [(span.start, span.end) for turn, said in enumerate(["甲", "丙乙"]) for span in spans(COMPANY, form, turn, said)] == [(0, 1), (1, 2)]
