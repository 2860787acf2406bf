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
