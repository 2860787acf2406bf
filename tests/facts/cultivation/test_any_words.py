"""Whatever is said, the reader answers: no word of it crashes it, every value fits its blank, every piece of evidence stands in the words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.facts.cultivation.years import find_years
from gaoxing.forms.cultivation import FIELDS
from gaoxing.forms.cultivation_said import form_of
from gaoxing.forms.shape import blank, fits
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 25)
PIECES = (
    "去年", "前年", "今年", "2024年", "近三年", "23年到25年", "明年", "上半年", "营收", "研发", "研发人员", "科技人员",
    "员工", "总资产", "净资产", "发明专利", "软著", "八千万", "五百二十万", "八千五", "110", "十五个", "三项", "一百一十个人",
    "百分之六", "一千万美元", "大概", "左右", "不对", "是", "，", "。", "、", "的", "里有", "其中",
    "正好占", "分别是", "都是", "增长了", "同行", "我们", "计划", "没上市", "高企", "到2027年11月", "创投投了", "估值",
    "成立的", "2019年3月", "其余都是实用新型", " ", "？", "0", "零", "万", "一共",
)  # fmt: skip
SAID = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)


def told(words):
    return form_of(Transcript.of(*words), DAY)


@settings(max_examples=150, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=2))
def test_no_words_crash_the_reader_and_every_value_fits_its_blank(words):
    form = told(words)
    for path, answer in form.answers.items():
        field = blank(FIELDS, path)
        assert field is not None
        assert fits(field, path, answer.value)


@settings(max_examples=100, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=2))
def test_every_piece_of_evidence_stands_in_the_words(words):
    form = told(words)
    evidence = [each for answer in form.answers.values() for each in answer.evidence] + [each for ask in form.asks for each in ask.evidence]
    assert all(words[each.turn][each.start : each.end] == each.words for each in evidence)


@settings(max_examples=100, deadline=None)
@given(SAID)
def test_what_is_asked_is_not_filled(words):
    form = told([words])
    assert not {each.field for each in form.asks} & set(form.answers)


@settings(max_examples=100, deadline=None)
@given(SAID)
def test_no_row_is_of_a_year_to_come(words):
    assert all(year <= DAY.year for year in Inputs.of(told([words])).years)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_at_all_is_read_without_a_crash(words):
    assert told([words]).matter == "cultivation"


@settings(max_examples=100, deadline=None)
@given(SAID)
def test_years_stand_in_order_and_none_overlaps_another(words):
    found = find_years(words, DAY)
    assert all(one.end <= other.start for one, other in pairwise(found))
