"""A list of values is judged row by row: units are converted or refused, the same file adds nothing, nothing that stands is ever lost."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.registry import Given, importer
from gaoxing.office.indicators.actions import enter
from gaoxing.office.indicators.importing import VALUES, apply, indicator_of, judge, period_of
from gaoxing.office.indicators.models import Value
from gaoxing.office.indicators.periods import Period
from gaoxing.office.refusal import NotAllowed
from tests.office.indicators.conftest import told as entry_of

pytestmark = pytest.mark.django_db
HEAD = "指标,期间,数值,单位,来源,来源日期,口径,限定,同比（%）,更正理由,说明\n"
GDP = "地区生产总值,2024,1200.5,亿元,样例公报,2025-03-20,,,6.3,,"
Verdict = ImportLine.Verdict


@pytest.fixture
def sent(leader, now):
    """A list, judged; its rows with what is told of each."""

    def made(*lines, by=None):
        batch = actions.upload(VALUES, actions.Sent("指标.csv", (HEAD + "\n".join(lines) + "\n").encode()), by or leader, now=now)
        return go_through(batch, now)

    return made


@pytest.fixture
def imported(sent, leader, now):
    """A list, judged and taken in."""
    return lambda *lines: go_through(actions.confirm(sent(*lines), leader, now=now), now)


def go_through(batch, now):
    while actions.go_on(batch, now=now):
        pass
    return ImportBatch.objects.get(pk=batch.pk)


def told(batch):
    return [(row.verdict, " ".join(row.told)) for row in queries.rows(batch)]


def test_the_list_is_entered_among_those_that_can_be_imported():
    assert importer("indicators") is VALUES


def test_a_row_is_taken_in_with_all_that_it_tells(imported, leader):
    imported(GDP)
    row = Value.objects.get()
    assert (row.indicator, row.period, row.value, row.growth, row.source) == ("gdp", "2024", Decimal("1200.5"), Decimal("6.3"), "样例公报")
    assert (row.dated, row.scope, row.origin, row.by) == (date(2025, 3, 20), "昆山高新区", "imported", leader)


def test_the_same_file_twice_adds_nothing(imported, sent):
    imported(GDP)
    again = sent(GDP)
    assert told(again) == [(Verdict.UNCHANGED, "已经有了，不会重复。")]
    assert Value.objects.count() == 1


def test_a_unit_that_converts_exactly_is_converted_and_the_preview_says_so(sent):
    (row,) = told(sent(GDP.replace("1200.5,亿元", "12005000,万元")))
    assert row == (Verdict.NEW, "单位换算：12005000 万元 = 1200.5 亿元，请核对。")


ASKED = [
    (GDP.replace("亿元", "人次"), "单位是“人次”，“地区生产总值”按“亿元”记"),
    (GDP.replace("亿元", "亿斤"), "单位“亿斤”看不懂"),
    ("头雁人才,2024,3,人次,样例公报,2025-03-20,,,,,", "单位是“人次”，“头雁人才”按“人”记"),
    ("制造业增加值率,2024,0.245,%,样例公报,2025-03-20,,,,,", "像是小数（百分之 24.5 要写 24.5）"),
    (GDP.replace("6.3", "0.063"), "同比写的 0.063 像是小数"),
    (GDP.replace("地区生产总值", "幸福指数"), "没有“幸福指数”这个指标"),
    (GDP.replace("2024,1200.5", "去年,1200.5"), "期间“去年”看不懂"),
    (GDP.replace("2024,1200.5", "2026,1200.5"), "还没有过完"),
    (GDP.replace("2025-03-20", "2023-03-20"), "来源日期早于"),
]


@pytest.mark.parametrize(("line", "sentence"), ASKED)
def test_what_cannot_be_taken_is_told_with_its_row(line, sentence, sent):
    ((verdict, words),) = told(sent(line))
    assert verdict == Verdict.ASKED
    assert sentence in words


WRONG = [(GDP.replace("1200.5", "一千二"), "不是数字"), (GDP.replace("1200.5", "12005%"), "百分数"), (GDP.replace("2025-03-20", "三月"), "认不准是哪一天")]


@pytest.mark.parametrize(("line", "sentence"), WRONG)
def test_a_cell_that_cannot_be_read_is_wrong_and_never_guessed(line, sentence, sent):
    ((verdict, words),) = told(sent(line))
    assert verdict == Verdict.WRONG
    assert sentence in words


def test_what_looks_odd_is_taken_where_the_note_says_it_was_looked_at(sent):
    line = "制造业增加值率,2024,0.5,%,样例公报,2025-03-20,,,,,核对无误"
    assert told(sent(line))[0][0] == Verdict.NEW


def test_another_value_of_the_same_source_is_asked_for_a_reason(imported, sent):
    imported(GDP)
    ((verdict, words),) = told(sent(GDP.replace("1200.5", "1210")))
    assert verdict == Verdict.ASKED
    assert "请写更正理由；原来的数会留着" in words


def test_with_a_reason_it_restates_and_the_former_stays(imported):
    imported(GDP)
    imported("地区生产总值,2024,1210,亿元,样例公报,2025-03-20,,,,公报更正,")
    assert list(Value.objects.order_by("pk").values_list("value", "current")) == [(Decimal("1200.5"), False), (Decimal(1210), True)]


def test_another_source_is_taken_beside_the_first(imported, sent):
    imported(GDP)
    ((verdict, words),) = told(sent(GDP.replace("样例公报", "另一家").replace("1200.5", "1210")))
    assert verdict == Verdict.NEW
    assert "两个都留着" in words


def test_a_qualifier_is_taken_as_it_is_written(imported):
    imported("数字经济营收,2024,40,亿元,样例公报,2025-03-20,,超过,,,")
    assert Value.objects.get().qualifier == "more_than"


def test_the_same_place_twice_in_one_file_is_asked_by_whatever_name(sent):
    found = told(sent(GDP, GDP.replace("地区生产总值", "gdp").replace("1200.5", "1210"), GDP.replace("2025-03-20,,", "2025-03-20,昆山市,")))
    assert [verdict for verdict, _words in found] == [Verdict.NEW, Verdict.ASKED, Verdict.NEW]
    assert "和第 2 行是同一个指标" in found[1][1]


def test_a_handler_imports_what_their_unit_answers_for_alone(sent, handler):
    found = told(sent(GDP, "专利授权,2024,5000,件,样例公报,2025-03-20,,,,,", by=handler))
    assert [verdict for verdict, _words in found] == [Verdict.NEW, Verdict.ASKED]
    assert "由科技创新局负责，您不能导入" in found[1][1]


def test_whoever_may_not_enter_imports_nothing(sent, steward):
    with pytest.raises(NotAllowed):
        sent(GDP, by=steward)


def test_what_became_wrong_before_it_was_taken_in_is_not_taken_in(sent, leader, now):
    batch = sent(GDP)
    enter(entry_of(source="样例公报", value="1300"), leader, now=now)
    go_through(actions.confirm(batch, leader, now=now), now)
    assert told(batch)[0][0] == Verdict.WRONG
    assert Value.objects.get().value == Decimal(1300)


PERIODS = [
    ("2024", Period.year(2024)),
    ("2024年", Period.year(2024)),
    ("2024年11月", Period.month(2024, 11)),
    ("2024年03月", Period.month(2024, 3)),
    ("2024-11", Period.month(2024, 11)),
    ("2024q4", Period.quarter(2024, 4)),
    ("2024年第四季度", Period.quarter(2024, 4)),
    ("2024年4季度", Period.quarter(2024, 4)),
    ("2024 年", Period.year(2024)),
    ("24年", None),
    ("2024上半年", None),
    ("2024年1-11月", None),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_period_is_read_as_people_write_it(text, period):
    assert period_of(text) == period


@pytest.mark.parametrize("text", ["gdp", "地区生产总值", " 地区生产总值 ", "Gross domestic product"])
def test_an_indicator_is_known_by_its_id_and_its_names(text):
    assert indicator_of(text).id == "gdp"


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2022", "2023", "2024"]),
        st.integers(900, 1500),
        st.sampled_from(["亿元", "万元", "人次"]),
        st.sampled_from(["甲公报", "乙公报"]),
        st.sampled_from(["", "更正"]),
    ),
    min_size=1,
    max_size=8,
)


def row_of(number, told):
    period, value, unit, source, reason = told
    amount = Decimal(value) * (10_000 if unit == "万元" else 1)
    words = {"indicator": "gdp", "period": period, "value": amount, "unit": unit, "source": source, "dated": date(2025, 3, 20), "reason": reason}
    return Given(number, words)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_whatever_is_imported_no_value_that_stood_is_lost_or_changed(rows, leader, now):
    Value.objects.update(restates=None)
    Value.objects.all().delete()
    for number, each in enumerate(rows):
        before = {row.pk: (row.value, row.source, row.period, row.at) for row in Value.objects.all()}
        given_row = row_of(number, each)
        (judged,) = judge([given_row], leader, now)
        if judged.verdict in (Verdict.NEW, Verdict.CHANGED):
            apply(given_row, leader, now)
        after = {row.pk: (row.value, row.source, row.period, row.at) for row in Value.objects.all()}
        assert before.items() <= after.items()
        assert len(after) - len(before) == (judged.verdict in (Verdict.NEW, Verdict.CHANGED))
    standing = Counter(Value.objects.filter(current=True).values_list("period", "source"))
    assert set(standing) == set(Value.objects.values_list("period", "source"))
    assert set(standing.values()) <= {1}


def test_the_form_and_the_list_refuse_the_same(leader, now):
    (judged,) = judge([row_of(1, ("2024", 1000, "人次", "甲公报", ""))], leader, now)
    with pytest.raises(NotAllowed) as refusal:
        enter(entry_of(value="1000", unit="人次", source="甲公报"), leader, now=now)
    assert judged.told == tuple(refusal.value.reason.splitlines())
