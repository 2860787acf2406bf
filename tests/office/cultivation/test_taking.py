"""Figures said, sent in a table, answered and dated: nothing that stands is overwritten unasked."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.engines.workbook import Unreadable
from gaoxing.forms import Answer, Source
from gaoxing.office.cultivation import taking
from gaoxing.office.cultivation.content import SAID, SHEET, TYPED, Content, Datum
from gaoxing.office.cultivation.keyed import Keyed
from gaoxing.office.cultivation.typed import Typed
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 24)


@pytest.fixture
def by(owner):
    return owner


@pytest.fixture
def said(by):
    return lambda words, content=None: taking.by_words(content or Content(), words, by, on=ON)


@pytest.fixture
def sent(by):
    def read(text, content=None, *, uscc="", units_checked=False):
        return taking.by_sheet(content or Content(), text.encode(), uscc, by, units_checked=units_checked, on=ON)

    return read


def values(content):
    return {key: each.value for key, each in content.keyed.answers.items() if not key.startswith("year@")}


def standing(**told):
    return Content().with_keyed(Keyed().with_values({key: Answer(each, Source.TYPED) for key, each in told.items()}), {})


def test_words_fill_the_figures_of_their_year(said):
    assert values(said("2025年营收八千万元，职工一百一十人")) == {"revenue@2025": "80000000", "staff@2025": 110}


def test_last_year_is_the_year_before_the_day_of_speaking(said):
    assert "revenue@2025" in values(said("我们去年营收八千万元"))


def test_each_datum_keeps_who_said_it_and_the_words(said, by):
    datum = said("2025年营收八千万元").data["revenue@2025"]
    assert (datum.how, datum.by, datum.on) == (SAID, by.pk, "2026-11-24")
    assert "八千万元" in datum.words


def test_the_whole_statement_is_kept_for_the_page(said):
    assert said(" 2025年营收八千万元 ").said == "2025年营收八千万元"


@pytest.mark.parametrize("words", ["", "   ", "营收" * 2000])
def test_no_words_and_too_many_are_refused(said, words):
    with pytest.raises(NotAllowed, match="最多 2000 个字"):
        said(words)


@pytest.mark.parametrize("words", ["同行去年营收八千万元", "明年目标一个亿"])
def test_words_about_others_or_plans_give_no_figure(said, words):
    with pytest.raises(NotAllowed, match="没有听出"):
        said(words)


def test_words_do_not_change_whose_figures_they_are(said):
    content = said("我们公司叫昆山样例有限公司，2025年营收八千万元")
    assert "enterprise" not in values(content)


def test_words_that_differ_ask_and_keep_neither(said):
    content = said("2025年职工一百二十人", standing(**{"staff@2025": 110}))
    assert content.keyed.asks["staff@2025"].readings == (110, 120)
    assert "staff@2025" not in values(content)


def test_words_that_say_the_same_ask_nothing(said):
    assert not said("2025年职工一百一十人", standing(**{"staff@2025": 110})).keyed.asks


def test_the_source_of_what_stands_is_not_changed_by_words_that_agree(said, by):
    first = taking.by_hand(Content(), Typed({"staff@2025": Answer(110, Source.TYPED)}, {}, {}), by, on=ON)
    assert said("2025年职工一百一十人", first).data["staff@2025"].how == TYPED


@pytest.mark.parametrize(("chosen", "value"), [("0", 110), ("1", 120)])
def test_a_question_is_answered_by_one_of_its_readings(said, by, chosen, value):
    asked = said("2025年职工一百二十人", standing(**{"staff@2025": 110}))
    content = taking.settled(asked, "staff@2025", chosen, "", by, on=ON)
    assert (values(content)["staff@2025"], content.form.asks) == (value, ())


def test_a_question_is_answered_by_something_else(said, by):
    asked = said("2025年职工一百二十人", standing(**{"staff@2025": 110}))
    assert values(taking.settled(asked, "staff@2025", "0", "一百三十人", by, on=ON))["staff@2025"] == 130


@pytest.mark.parametrize(
    ("chosen", "text", "sentence"), [("", "", "请选一个"), ("7", "", "请选一个"), ("-1", "", "请选一个"), ("9" * 5_000, "", "请选一个"), ("", "很多", "看不懂")]
)
def test_an_answer_that_is_none_is_refused(said, by, chosen, text, sentence):
    asked = said("2025年职工一百二十人", standing(**{"staff@2025": 110}))
    with pytest.raises(NotAllowed, match=sentence):
        taking.settled(asked, "staff@2025", chosen, text, by, on=ON)


@pytest.mark.parametrize("key", ["staff@2025", "nothing", "staff@2024"])
def test_a_question_that_is_not_asked_is_not_answered(by, key):
    with pytest.raises(NotAllowed, match="已经答过"):
        taking.settled(standing(**{"staff@2025": 110}), key, "0", "", by, on=ON)


def test_a_row_that_waited_is_given_its_year_with_its_words(said, by):
    content = taking.of_year(said("职工一百一十人"), "?0", "2025", by, on=ON)
    assert (values(content), content.data["staff@2025"].how) == ({"staff@2025": 110}, SAID)


@pytest.mark.parametrize("year", ["", "25", "2027", "二〇二五", "２０２５"])
def test_a_row_is_given_no_year_that_is_none_or_to_come(said, by, year):
    with pytest.raises(NotAllowed, match="四位数字"):
        taking.of_year(said("职工一百一十人"), "?0", year, by, on=ON)


@pytest.mark.parametrize("row", ["?7", "2025", ""])
def test_a_row_that_does_not_wait_is_given_no_year(said, by, row):
    with pytest.raises(NotAllowed, match="已经归到"):
        taking.of_year(said("2025年职工一百一十人"), row, "2024", by, on=ON)


def test_a_row_that_waited_may_be_left_out(said):
    content = taking.dropped(said("职工一百一十人"), "?0")
    assert (content.keyed.answers, content.keyed.asks) == ({}, {})


def test_a_row_that_has_its_year_is_not_left_out():
    found = standing(**{"staff@2025": 110})
    assert taking.dropped(found, "2025") == found


def test_a_table_fills_every_year(sent):
    content = sent("年度,职工总数,销售收入（万元）\n2025,110,8000\n2024,90,5000\n")
    assert values(content) == {"staff@2025": 110, "revenue@2025": "80000000", "staff@2024": 90, "revenue@2024": "50000000"}
    assert content.data["staff@2024"].how == SHEET


def test_a_row_that_cannot_be_read_is_told_by_its_number(sent):
    content = sent("年度,职工总数\n2025,110\n去年,90\n")
    assert ["第3行" in each for each in content.told] == [True]


def test_a_year_that_stands_twice_is_not_taken(sent):
    content = sent("年度,职工总数\n2025,110\n2025,120\n2024,90\n")
    assert values(content) == {"staff@2024": 90}
    assert "2025年写了2行" in content.told[0]


def test_what_was_told_of_a_table_goes_with_the_next_words(sent, said):
    told = sent("年度,职工总数\n2025,110\n去年,90\n")
    assert said("2024年职工九十人", told).told == ()


def test_a_table_that_differs_from_what_stands_is_asked(sent):
    assert "staff@2025" in sent("年度,职工总数\n2025,120\n", standing(**{"staff@2025": 110})).keyed.asks


def test_amounts_in_two_units_are_not_read_before_somebody_looked(sent):
    table = "年度,研发费用（元）,销售收入（万元）\n2025,5200000,8000\n"
    with pytest.raises(Unreadable):
        sent(table)
    assert values(sent(table, units_checked=True))["research@2025"] == "5200000"


def test_an_amount_without_a_unit_is_not_read(sent):
    with pytest.raises(Unreadable):
        sent("年度,销售收入\n2025,8000\n")


def test_a_table_of_another_enterprise_is_refused(sent):
    with pytest.raises(NotAllowed, match="另一家企业"):
        sent("统一社会信用代码,年度,职工总数\n91320583MA0000007R,2025,110\n", uscc="91320583MA00000089")


def test_typed_figures_overwrite_and_say_by_whom(by):
    given = Typed({"staff@2025": Answer(120, Source.TYPED)}, {}, {})
    content = taking.by_hand(standing(**{"staff@2025": 110}), given, by, on=ON)
    assert (values(content), content.data["staff@2025"]) == ({"staff@2025": 120}, Datum(TYPED, by.pk, "2026-11-24"))


def test_what_is_emptied_has_no_source_any_more(by):
    given = Typed({"staff@2025": Answer(120, Source.TYPED)}, {}, {})
    kept = taking.by_hand(Content(), given, by, on=ON)
    emptied = taking.by_hand(kept, Typed({"staff@2025": None}, {}, {}), by, on=ON)
    assert "staff@2025" not in emptied.data


@pytest.mark.parametrize(("told", "whether"), [({}, True), ({"founded": "2019-03-01"}, True), ({"staff@2025": 1}, False)])
def test_only_whose_figures_they_are_is_nothing_told_yet(told, whether):
    assert taking.empty(standing(**told).form) is whether
