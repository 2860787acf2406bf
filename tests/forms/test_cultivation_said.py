"""The form of an enterprise's own figures from speech."""

from __future__ import annotations

from datetime import date

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.forms.cultivation import FIELDS
from gaoxing.forms.cultivation_said import MATTER, form_of
from gaoxing.forms.shape import blank, fits
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 25)
SAID = (
    "昆山栗木测试科技有限公司，2019年3月1日成立的，没上市。前年营收六千万，去年营收八千万。去年研发花了五百二十万，一百一十个人里有十五个研发。发明专利三项，市场占有率百分之十二。",
    "高企证书到2027年11月，2025年6月创投投了三千万，投后估值三亿",
)


def test_every_value_fits_its_blank():
    form = form_of(Transcript.of(*SAID), DAY)
    fields = {path: blank(FIELDS, path) for path in form.answers}
    assert None not in fields.values()
    assert all(field is not None and fits(field, path, form.answers[path].value) for path, field in fields.items())


def test_the_words_of_every_answer_stand_where_it_says():
    form = form_of(Transcript.of(*SAID), DAY)
    evidence = [each for answer in form.answers.values() for each in answer.evidence]
    assert evidence
    assert all(SAID[each.turn][each.start : each.end] == each.words for each in evidence)


def test_what_is_asked_never_reaches_an_assessment():
    form = form_of(Transcript.of("去年营收八千五，研发大概五百万。营收还有三千万的"), DAY)
    assert form.matter == MATTER
    assert form.asks
    assert Inputs.of(form).number("revenue", 2025) is None


def test_what_was_said_reaches_an_assessment():
    inputs = Inputs.of(form_of(Transcript.of(*SAID), DAY))
    assert (inputs.number("revenue", 2025), inputs.number("staff", 2025), inputs.yes("listed")) == (80_000_000, 110, False)


def test_a_command_fills_nothing():
    assert form_of(Transcript.of(("niche_years", "不知道")), DAY).answers == {}


def test_a_question_names_its_blank():
    assert form_of(Transcript.of("去年营收八千五"), DAY).asks[0].question == "销售收入：单位是元还是万元？"


def test_words_without_any_figure_fill_nothing():
    assert form_of(Transcript.of("你好，我想问问政策"), DAY).answers == {}
