"""The pages of the indicators: who may open them, what they show, what stays on them where something could not be done."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from gaoxing.office.audit.models import Entry as AuditEntry
from gaoxing.office.indicators import actions
from gaoxing.office.indicators.models import Settlement, Value
from gaoxing.office.indicators.publishing import load_published
from tests.office.indicators import zone
from tests.office.indicators.conftest import COMMUNIQUE

pytestmark = pytest.mark.django_db
GIVEN = {"period": "2024", "value": "1200.5", "unit": "亿元", "source": "样例公报", "dated": "2025-03-20", "qualifier": "", "growth": "6.3"}


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.fixture
def browser(signed_in):
    """A browser of a person, who agreed to the privacy page."""

    def made(person):
        found = signed_in(person)
        found.post("/consent")
        return found

    return made


@pytest.fixture
def leading(browser, leader):
    return browser(leader)


def text(answer):
    return answer.content.decode()


def rows_of(answer):
    sheet = load_workbook(io.BytesIO(answer.content)).active
    return [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]


OPEN = [("leader", 200), ("unit_handler", 200), ("system_administrator", 403), ("audit_administrator", 403), ("steward", 403), ("window_clerk", 403)]


@pytest.mark.parametrize(("role", "status"), OPEN)
def test_the_list_opens_for_whoever_may_see_the_indicators(role, status, staff, browser, economy):
    person = staff(role, "one-1", economy if role == "unit_handler" else None)
    found = browser(person)
    assert [found.get(each).status_code for each in ("/staff/indicators", "/staff/indicators/gdp", "/staff/indicators.xlsx")] == [status] * 3


def test_the_list_shows_every_indicator_with_its_newest_figure(leading, enter):
    enter(growth="6.3")
    page = text(leading.get("/staff/indicators"))
    assert "指标：88 项" in page
    assert all(each in page for each in ("地区生产总值", "1,200.5 亿元", "+6.3 %", COMMUNIQUE, "该更新了", "还没有录入", "定义没有核对过"))


def test_the_list_of_a_period_shows_that_period_alone(leading, enter):
    enter()
    assert "1,200.5 亿元" in text(leading.get("/staff/indicators?period=2024"))
    assert "1,200.5 亿元" not in text(leading.get("/staff/indicators?period=2023"))


def test_a_period_that_cannot_be_read_is_told(leading):
    assert "网址里的期间看不懂，现在显示最新的" in text(leading.get("/staff/indicators?period=lately"))


def test_what_was_published_stands_beside_what_is_computed(leading, now):
    load_published(now=now)
    page = text(leading.get("/staff/indicators?period=2024"))
    assert "公布 50 家" in page
    assert "公布 超过 1,500 件" in page


def test_a_conflict_is_marked_in_the_list(leading, enter):
    enter()
    enter(value="1210", source="另一家")
    assert "来源不一致，没有定" in text(leading.get("/staff/indicators"))


def test_the_page_of_an_indicator_says_all_that_defines_it(leading):
    page = text(leading.get("/staff/indicators/gdp"))
    assert all(each in page for each in ("区内常住单位", "统计部门核算", "亿元", "统计部门公布", "昆山高新区", "经济发展局", "期间过完后 430 天"))


def test_a_definition_that_was_not_checked_says_so(leading):
    assert "没有对照过原文" in text(leading.get("/staff/indicators/evaluation_2021_1"))


def test_a_series_is_a_table_and_a_picture(leading, enter):
    enter("gdp", "2023", "1000")
    enter()
    page = text(leading.get("/staff/indicators/gdp"))
    assert "<svg" in page
    assert all(each in page for each in ("1,000 亿元", "1,200.5 亿元", "+20.1 %", 'id="p2024"'))


def test_the_months_of_a_year_are_shown_when_they_are_asked_for(leading):
    zone.promotion(("first", "2024-03-01", 120_000_000))
    page = text(leading.get("/staff/indicators/signed_projects?by=month&year=2024"))
    assert all(f'id="p2024-{month:02}"' in page for month in range(1, 13))
    assert 'href="/staff/indicators/signed_projects/records?period=2024-03"' in page
    assert "‹ 2023" in page


ODD = ["?by=week", "?by=month&year=9999", "?by=month&year=0000", "?by=month&year=²024", "?year=abc", "?by=quarter&year=1999"]


@pytest.mark.parametrize("asked", ODD)
def test_an_odd_address_shows_the_page_all_the_same(asked, leading):
    assert leading.get(f"/staff/indicators/signed_projects{asked}").status_code == 200


@pytest.mark.parametrize("path", ["/staff/indicators/happiness", "/staff/indicators/gdp/records", "/staff/indicators/gdp/records?period=lately"])
def test_what_is_none_is_not_found(path, leading):
    assert leading.get(path).status_code == 404


def test_what_was_restated_is_shown_with_who_and_why(leading, enter):
    enter()
    enter(value="1210", reason="公报更正")
    page = text(leading.get("/staff/indicators/gdp"))
    assert all(each in page for each in ("更正过", "更正前的数：1 个", "1,200.5 亿元", "更正：公报更正", "王某"))


def test_values_of_another_scope_are_listed_apart(leading, enter):
    enter()
    enter(value="5000", scope="昆山市")
    page = text(leading.get("/staff/indicators/gdp"))
    assert "别的口径的数" in page
    assert "5,000 亿元" in page


def test_checks_stand_beside_the_figures(leading, now):
    load_published(now=now)
    page = text(leading.get("/staff/indicators/industrial_investment"))
    assert "工业投资占固定资产投资" in page
    assert "31.8" in page


def test_the_owner_decides_which_of_two_is_used(leading, enter, leader):
    enter()
    other = enter(value="1210", source="另一家")
    answer = leading.post("/staff/indicators/gdp/settle", {"value": other.pk, "reason": "核实过"})
    assert (answer.status_code, answer["Location"]) == (302, "/staff/indicators/gdp#p2024")
    assert (Settlement.objects.get().value, Settlement.objects.get().by) == (other, leader)
    assert "定下用第一个：核实过" in text(leading.get("/staff/indicators/gdp"))


def test_deciding_without_a_choice_or_a_reason_is_told_on_the_page(leading, enter):
    enter()
    other = enter(value="1210", source="另一家")
    without, silent = (leading.post("/staff/indicators/gdp/settle", each) for each in ({"reason": "核实过"}, {"value": other.pk, "reason": " "}))
    assert (without.status_code, silent.status_code) == (409, 409)
    assert "请先选用哪个数" in text(without)
    assert 'value="核实过"' in text(without)
    assert "请写为什么用这个数" in text(silent)
    assert not Settlement.objects.exists()


@pytest.mark.parametrize("number", ["999999999", "99999999999999999999", "-1", "x"])
def test_a_value_that_is_none_is_not_chosen(number, leading, enter):
    enter()
    assert leading.post("/staff/indicators/gdp/settle", {"value": number, "reason": "核实过"}).status_code == 404


def test_a_value_of_another_indicator_is_not_chosen(leading, enter):
    other = enter("patents_granted", "2024", "5000", "件")
    assert leading.post("/staff/indicators/gdp/settle", {"value": other.pk, "reason": "核实过"}).status_code == 404


def test_whoever_only_sees_has_no_form_to_decide(browser, reader, enter):
    enter()
    enter(value="1210", source="另一家")
    seen = browser(reader)
    assert "还没有定用哪个" in text(seen.get("/staff/indicators/gdp"))
    assert 'name="reason"' not in text(seen.get("/staff/indicators/gdp"))
    assert seen.post("/staff/indicators/gdp/settle", {"value": Value.objects.first().pk, "reason": "用它"}).status_code == 409
    assert not Settlement.objects.exists()


def test_a_value_is_entered_by_its_form(leading, leader):
    answer = leading.post("/staff/indicators/gdp/enter", GIVEN)
    assert (answer.status_code, answer["Location"]) == (302, "/staff/indicators/gdp?by=year&year=2024#p2024")
    assert (Value.objects.get().by, Value.objects.get().growth) == (leader, Decimal("6.3"))


WRONG = [
    ({"period": "去年"}, "期间“去年”看不懂"),
    ({"value": "一千二"}, "数值“一千二”不是数字"),
    ({"value": "1e9"}, "数值“1e9”不是数字"),
    ({"value": "9" * 19}, "不是数字"),
    ({"dated": "2025-02-30"}, "来源日期“2025-02-30”看不懂"),
    ({"growth": "六"}, "同比“六”不是数字"),
    ({"qualifier": "perhaps"}, "限定只能从列出的里面选"),
    ({"unit": "人次"}, "这两个单位不能准确换算"),
    ({"unit": ""}, "没有写单位"),
    ({"source": ""}, "没有写来源"),
    ({"period": "2026"}, "还没有过完"),
]


@pytest.mark.parametrize(("changed", "sentence"), WRONG)
def test_what_cannot_be_entered_stays_typed_with_the_sentence(changed, sentence, leading):
    answer = leading.post("/staff/indicators/gdp/enter", {**GIVEN, **changed})
    assert answer.status_code == 409
    assert sentence in text(answer)
    kept = {**GIVEN, **changed}
    assert all(f'value="{kept[name]}"' in text(answer) for name in ("period", "value", "unit", "source", "dated"))
    assert not Value.objects.exists()


def test_several_wrong_blanks_are_told_at_once(leading):
    page = text(leading.post("/staff/indicators/gdp/enter", {**GIVEN, "period": "去年", "value": "很多", "dated": ""}))
    assert all(each in page for each in ("期间“去年”", "数值“很多”", "来源日期“”"))


def test_what_looks_odd_is_taken_once_it_is_ticked(leading):
    odd = {**GIVEN, "value": "0.5", "unit": "%", "growth": ""}
    path = "/staff/indicators/evaluation_manufacturing_rate/enter"
    first = leading.post(path, odd)
    assert (first.status_code, 'name="sure"' in text(first)) == (409, True)
    assert leading.post(path, {**odd, "sure": "1"}).status_code == 302


def test_the_very_same_value_is_told_and_not_entered_again(leading):
    leading.post("/staff/indicators/gdp/enter", GIVEN)
    again = leading.post("/staff/indicators/gdp/enter", GIVEN)
    assert again.status_code == 409
    assert "一模一样，没有再录" in text(again)
    assert Value.objects.count() == 1


def test_the_form_of_a_computed_indicator_says_where_the_value_will_stand(leading):
    assert "放在旁边对照，不替代算出来的数" in text(leading.get("/staff/indicators/gazelle_valid/enter"))


def test_a_handler_opens_the_form_of_their_own_indicators_alone(browser, handler):
    mine = browser(handler)
    assert mine.get("/staff/indicators/gdp/enter").status_code == 200
    refused = mine.get("/staff/indicators/patents_granted/enter")
    assert refused.status_code == 409
    assert "由科技创新局负责" in text(refused)
    assert mine.post("/staff/indicators/patents_granted/enter", GIVEN).status_code == 409


def test_whoever_only_sees_opens_no_form(browser, reader):
    assert browser(reader).get("/staff/indicators/gdp/enter").status_code == 409


def test_the_records_of_a_number_are_listed_with_links(leading):
    made = [zone.promotion(("first", "2024-03-01", 120_000_000)) for _ in range(3)]
    page = text(leading.get("/staff/indicators/signed_projects/records?period=2024"))
    assert "3 条（招商项目）" in page
    assert all(f'href="/staff/promotions/{each.number}"' in page for each in made)


def test_many_records_are_paged(leading, monkeypatch):
    monkeypatch.setattr("gaoxing.office.indicators.records.PAGE", 2)
    made = [zone.promotion(("first", "2024-03-01", 120_000_000)) for _ in range(3)]
    first = text(leading.get("/staff/indicators/signed_projects/records?period=2024"))
    last = text(leading.get("/staff/indicators/signed_projects/records?period=2024&after=2"))
    assert [each.name in first for each in made] == [True, True, False]
    assert [each.name in last for each in made] == [False, False, True]
    assert 'rel="next"' in first
    assert 'rel="next"' not in last


@pytest.mark.parametrize("after", ["99", "-1", "x", "9" * 30])
def test_a_page_that_is_none_begins_anew(after, leading):
    made = zone.promotion(("first", "2024-03-01", 120_000_000))
    assert made.name in text(leading.get(f"/staff/indicators/signed_projects/records?period=2024&after={after}"))


def test_whoever_may_not_see_the_records_reads_why(browser, reader):
    zone.request("2024-03-05", "policy")
    answer = browser(reader).get("/staff/indicators/requests_received/records?period=2024")
    assert answer.status_code == 409
    assert "看得到数字，看不到明细" in text(answer)


def test_the_whole_goes_out_as_a_table_and_that_is_audited(leading, enter):
    enter(growth="6.3")
    enter(value="1210", source="另一家")
    rows = rows_of(leading.get("/staff/indicators.xlsx?period=2024"))
    found = {(row[4], row[8]) for row in rows if "地区生产总值" in row}
    assert found == {(1200.5, COMMUNIQUE), (1210, "另一家")}
    assert sum("录入" in row or "系统计算" in row for row in rows) >= 88
    assert AuditEntry.objects.filter(act="list.exported").exists()


def test_the_records_go_out_as_a_table_under_the_same_permission(leading, browser, reader):
    made = zone.request("2024-03-05", "policy")
    path = "/staff/indicators/requests_received/records.xlsx?period=2024"
    assert any(made.number in row for row in rows_of(leading.get(path)))
    assert browser(reader).get(path).status_code == 409


def test_the_pages_are_english_where_that_is_chosen(leading, enter):
    enter()
    other = enter(value="1210", source="另一家", reason="")
    actions.settle(other, "核实过", other.by, now=timezone.now())
    leading.post("/comfort", {"language": "en"})
    pages = [text(leading.get(each)) for each in ("/staff/indicators", "/staff/indicators/gdp", "/staff/indicators/gdp/enter")]
    assert "Gross domestic product" in pages[0]
    assert "Definition" in pages[1]
    assert "Day of the source" in pages[2]
