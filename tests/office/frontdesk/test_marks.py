import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Evidence
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.form import Ask
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.marks import HUES, Span, hues, marked, origins, spans

COMPANY = matter("company_registration")


@given(st.text(alphabet="天地玄黄宇宙洪荒", max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 10)), max_size=6))
def test_the_pieces_are_the_words_in_order_and_complete(said, stretches):
    found = [Span(start, min(start + length, len(said)), "栏", f"f{n}") for n, (start, length) in enumerate(stretches) if start < len(said)]
    assert "".join(piece.text for piece in marked(said, found)) == said


def test_the_words_of_a_value_are_marked():
    pieces = marked("资本一百万元", [Span(2, 5, "注册资本", "registered_capital")])
    assert [(piece.text, piece.paths) for piece in pieces] == [("资本", ()), ("一百万", ("registered_capital",)), ("元", ())]


def test_private_words_are_masked_and_so_is_a_number_nobody_read():
    said = "我13812345678她13987654321"
    text = "".join(piece.text for piece in marked(said, [Span(1, 12, "电话", "parties.0.mobile", private=True)]))
    assert text == "我138****5678她139****4321"


def test_words_where_two_stretches_meet_serve_both_blanks():
    pieces = marked("甲乙丙丁", [Span(0, 3, "一", "a"), Span(2, 4, "二", "b")])
    assert [(piece.text, piece.paths) for piece in pieces] == [("甲乙", ("a",)), ("丙", ("a", "b")), ("丁", ("b",))]


def test_evidence_that_no_longer_fits_the_words_is_left_out():
    form = Form("company_registration", "2026", {"name": Answer("甲公司", Source.SAID, (Evidence(0, 0, 3, "甲公司"),))})
    assert spans(COMPANY, form, 0, "乙公司") == []
    assert spans(COMPANY, form, 1, "甲公司") == []
    assert [span.path for span in spans(COMPANY, form, 0, "甲公司")] == ["name"]


def test_words_that_filled_nothing_are_one_piece():
    assert [(piece.text, piece.labels) for piece in marked("今天天气不错", [])] == [("今天天气不错", ())]


def test_nothing_said_is_no_piece():
    assert marked("", []) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_the_evidence_does_not_matter(order):
    both = (Span(0, 1, "一", "a"), Span(2, 3, "二", "b"))
    assert [piece.paths for piece in marked("甲乙丙", [both[each] for each in order])] == [("a",), (), ("b",)]


def test_two_blanks_side_by_side_have_nothing_between_them():
    assert [piece.text for piece in marked("甲乙", [Span(0, 1, "一", "a"), Span(1, 2, "二", "b")])] == ["甲", "乙"]


def test_two_blanks_on_the_same_words_share_one_mark():
    pieces = marked("一百万", [Span(0, 3, "注册资本", "a"), Span(0, 3, "出资额", "b")])
    assert [(piece.text, piece.paths, piece.labels) for piece in pieces] == [("一百万", ("a", "b"), ("注册资本", "出资额"))]


def test_words_inside_other_words_have_the_tint_of_the_shorter():
    pieces = marked("甲乙丙", [Span(0, 3, "一", "a", hue=1), Span(1, 2, "二", "b", hue=2)])
    assert [(piece.text, piece.hue) for piece in pieces] == [("甲", 1), ("乙", 2), ("丙", 1)]


def test_words_may_be_shown_whole_to_who_said_them():
    said = "我13812345678"
    assert [piece.text for piece in marked(said, [Span(1, 12, "电话", "mobile", private=True)], masked=False)] == ["我", "13812345678"]


def test_a_private_stretch_cut_in_two_stays_masked():
    pieces = marked("13812345678", [Span(0, 11, "电话", "a", private=True), Span(4, 6, "二", "b")])
    assert "".join(piece.text for piece in pieces) == "138****5678"


def test_words_of_an_open_question_are_marked_unsure():
    form = Form("company_registration", "2026", {}, (Ask("registered_capital", ("1", "2"), "是哪一个？", (Evidence(0, 0, 3, "一百万"),)),))
    assert [(span.path, span.unsure) for span in spans(COMPANY, form, 0, "一百万")] == [("registered_capital", True)]


def form_of(**evidence):
    return Form("company_registration", "2026", {path: Answer("值", Source.SAID, found) for path, found in evidence.items()})


def test_tints_follow_the_order_of_the_words_and_the_same_words_share_one():
    form = form_of(domicile=(Evidence(0, 2, 3, "丙"),), name=(Evidence(0, 0, 1, "甲"),), registered_capital=(Evidence(0, 0, 1, "甲"),))
    assert hues(form, Words().state("甲乙丙")) == {"name": 0, "registered_capital": 0, "domicile": 1}


def test_after_the_last_tint_comes_the_first_again():
    form = form_of(**{f"f{place}": (Evidence(0, place, place + 1, "甲"),) for place in range(HUES + 1)})
    assert sorted(hues(form, Words().state("甲" * (HUES + 1))).values()) == [0, *range(HUES)]


def test_a_blank_whose_words_are_gone_has_no_tint():
    assert hues(form_of(name=(Evidence(0, 0, 1, "甲"),)), Words().state("乙")) == {}
    assert hues(form_of(name=(Evidence(3, 0, 1, "甲"),)), Words().state("甲")) == {}


def test_words_and_their_blank_have_the_same_tint():
    form = form_of(name=(Evidence(0, 0, 1, "甲"),), domicile=(Evidence(0, 1, 2, "乙"),))
    assert {span.path: span.hue for span in spans(COMPANY, form, 0, "甲乙")} == hues(form, Words().state("甲乙"))


def test_a_value_quotes_its_words_once_and_masks_private_ones():
    form = form_of(**{"name": (Evidence(0, 0, 1, "甲"), Evidence(0, 2, 3, "甲")), "parties.0.mobile": (Evidence(0, 3, 14, "13812345678"),)})
    assert origins(COMPANY, form, Words().state("甲乙甲13812345678")) == {"name": "“甲”", "parties.0.mobile": "“138****5678”"}


def test_a_value_that_rests_on_no_words_quotes_none():
    assert origins(COMPANY, form_of(name=()), Words().state("甲")) == {}


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
