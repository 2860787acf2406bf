"""An enterprise's own figures from a spreadsheet: exact or asked, never guessed."""

from __future__ import annotations

import pytest

from gaoxing.engines.cultivation_table import columns, read
from gaoxing.engines.workbook import Code, Unreadable, WrittenSheet, write
from gaoxing.forms.cultivation import YEARS

HEAD = "企业名称,年度,职工总数,科技人员数,销售收入（万元）,研发费用（万元）\n"


def table(text, **how):
    return read(text.encode(), **how)


def form(text, **how):
    [found] = table(text, **how).enterprises
    return found.form.to_contract()


def test_a_row_is_a_year():
    told = form(f"{HEAD}甲厂,2025,110,15,8000,520\n甲厂,2024,100,12,6000,400\n")
    assert told["years"] == [
        {"year": 2025, "staff": 110, "technical_staff": 15, "revenue": "80000000", "research": "5200000"},
        {"year": 2024, "staff": 100, "technical_staff": 12, "revenue": "60000000", "research": "4000000"},
    ]
    assert told["enterprise"] == "甲厂"


def test_an_empty_cell_is_not_told():
    assert form(f"{HEAD}甲厂,2025,110,,8000,\n")["years"] == [{"year": 2025, "staff": 110, "revenue": "80000000"}]


@pytest.mark.parametrize("year", ["2025", "2025年", "2025年度"])
def test_a_year_is_read_as_people_write_it(year):
    assert form(f"{HEAD}甲厂,{year},110,,,\n")["years"][0]["year"] == 2025


@pytest.mark.parametrize("year", ["去年", "25", "二零二五", "20255"])
def test_a_year_that_is_none_is_asked_and_its_row_not_taken(year):
    [found] = table(f"{HEAD}甲厂,{year},110,,,\n").enterprises
    assert found.form.to_contract() == {"enterprise": "甲厂"}
    assert "看不懂" in found.asked[0]


def test_a_year_told_twice_is_asked_and_neither_row_taken():
    [found] = table(f"{HEAD}甲厂,2025,110,,,\n甲厂,2025,120,,,\n").enterprises
    assert "years" not in found.form.to_contract()
    assert found.asked == ("2025年写了2行，不知道以哪一行为准，都没有读。请只留一行。",)


def test_ten_thousands_in_one_column_and_yuan_in_the_next_are_asked():
    with pytest.raises(Unreadable) as refused:
        table("年度,销售收入（万元）,研发费用（元）\n2025,8000,5200000\n")
    assert refused.value.codes == (Code.UNITS,)


def test_units_that_somebody_looked_at_are_taken_as_the_headings_say():
    told = form("年度,销售收入（万元）,研发费用（元）\n2025,8000,5200000\n", units_checked=True)
    assert told["years"] == [{"year": 2025, "revenue": "80000000", "research": "5200000"}]


def test_an_amount_without_a_unit_is_refused():
    with pytest.raises(Unreadable) as refused:
        table("年度,销售收入\n2025,8000\n")
    assert refused.value.codes == (Code.NO_UNIT,)


def test_a_unit_above_the_table_holds_for_all_amounts():
    assert form("单位：万元\n年度,销售收入,研发费用\n2025,8000,520\n")["years"][0]["research"] == "5200000"


def test_a_unit_in_a_cell_that_differs_from_its_heading_is_a_trouble_of_its_row():
    found = table("年度,职工总数,销售收入（万元）\n2025,110,8000元\n")
    assert [(row, each.code) for row, each in found.troubles] == [(2, Code.CELL_UNIT)]
    assert found.enterprises[0].form.to_contract()["years"] == [{"year": 2025, "staff": 110}]


def test_several_enterprises_stand_apart():
    found = table(f"{HEAD}甲厂,2025,110,,,\n乙厂,2025,20,,,\n甲厂,2024,90,,,\n").enterprises
    assert [(each.enterprise, len(each.form.rows("years"))) for each in found] == [("甲厂", 2), ("乙厂", 1)]


def test_a_code_tells_enterprises_of_one_name_apart():
    head = "企业名称,统一社会信用代码,年度,职工总数\n"
    found = table(f"{head}甲厂,91320583MA1X00003K,2025,9\n甲厂,91320583MA1X00004H,2025,8\n").enterprises
    assert [each.uscc for each in found] == ["91320583MA1X00003K", "91320583MA1X00004H"]


def test_single_blanks_are_read_once():
    told = form("年度,职工总数,成立日期,已经上市,Ⅰ类知识产权数,细分市场占有率（%）\n2025,9,2019-03-01,否,3,12.5\n2024,8,2019-03-01,否,3,12.5\n")
    assert (told["founded"], told["listed"], told["rights_class_one"], told["market_share"]) == ("2019-03-01", False, 3, "12.5")


def test_single_blanks_that_differ_are_asked_and_not_taken():
    [found] = table("年度,职工总数,已经上市\n2025,9,否\n2024,8,是\n").enterprises
    assert "listed" not in found.form.to_contract()
    assert found.asked == ("“已经上市”各行写得不一样，没有读。请改成一样的。",)


def test_a_negative_amount_is_kept_to_be_asked_about():
    assert form("年度,销售收入（万元）\n2025,-8000\n")["years"][0]["revenue"] == "-80000000"


def test_a_sum_row_is_no_year():
    assert [each.code for _, each in table(f"{HEAD}甲厂,2025,110,,,\n合计,,110,,,\n").troubles] == [Code.TOTAL]


def test_a_workbook_is_read_like_a_text_table():
    content = write([WrittenSheet("自评", ("年度", "职工总数", "销售收入（万元）"), ((2025, 110, 8000),))])
    assert read(content).enterprises[0].form.to_contract()["years"] == [{"year": 2025, "staff": 110, "revenue": "80000000"}]


def test_a_table_without_a_year_is_refused():
    with pytest.raises(Unreadable) as refused:
        table("职工总数,科技人员数\n110,15\n")
    assert Code.MISSING in refused.value.codes


def test_every_figure_of_the_form_has_a_column():
    assert {each.id for each in YEARS.columns} <= {each.id for each in columns()}


def test_no_two_columns_are_called_alike():
    names = [name for each in columns() for name in (each.label, *each.others)]
    assert len(names) == len(set(names))
