"""Tables are read by the labels of their columns, wherever the heading stands; what would have to be guessed is refused with its place."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from gaoxing.engines.workbook import Code, Unreadable, grids, read
from tests.engines.workbook.books import CODE, COLUMNS, DAY, MOMENT, NAME, REVENUE, STAFF, book, saved, wall

HEAD = ["企业名称", "营业收入（万元）"]


def values(content, columns=COLUMNS, **told):
    return [dict(row.values) for row in read(content, columns, **told).rows]


def refused(content, columns=COLUMNS, **told):
    with pytest.raises(Unreadable) as trouble:
        read(content, columns, **told)
    return trouble.value


def test_a_title_above_the_heading_is_passed_over_though_it_is_merged():
    content = book([["某区重点企业名单", None], ["填报日期：2026-11-25", None], HEAD, ["甲厂", 12.5]], merged=["A1:B1", "A2:B2"])
    table = read(content, (NAME, REVENUE))
    assert (table.sheet, table.header, [row.number for row in table.rows]) == ("名单", 3, [4])
    assert table.rows[0].values == {"name": "甲厂", "revenue": Decimal(125_000)}


def test_columns_are_known_in_any_order_by_any_of_their_names_and_with_stars():
    assert values("年营业收入 （万元）,*单位名称：\n3,甲厂\n".encode()) == [{"name": "甲厂", "revenue": Decimal(30_000)}]


def test_every_column_that_is_missing_or_not_known_is_named_at_once():
    wanted = (NAME, REVENUE, STAFF.__class__("town", "所在镇", required=True), STAFF.__class__("tel", "联系电话", required=True))
    trouble = refused("企业名称,营业收入(元),传真\n甲,1,2\n".encode(), wanted)
    assert [(each.code, each.about["columns"]) for each in trouble.troubles] == [(Code.MISSING, "“所在镇”、“联系电话”")]
    table = read("企业名称,营业收入(元),传真,网址\n甲,1,2,3\n".encode(), (NAME, REVENUE))
    assert [(each.code, each.about["columns"]) for each in table.notices] == [(Code.UNKNOWN, "“传真”、“网址”")]


def test_two_headings_for_one_column_are_told_apart_by_nobody():
    assert refused("企业名称,单位名称\n甲,乙\n".encode(), (NAME, STAFF)).codes == (Code.NO_HEADER,)
    assert Code.TWICE in refused("企业名称,单位名称,职工人数\n甲,乙,3\n".encode(), (NAME, STAFF)).codes


def test_a_table_without_its_heading_says_which_columns_are_wanted():
    trouble = refused("甲厂,3\n乙厂,4\n".encode())
    assert trouble.codes == (Code.NO_HEADER,)
    assert trouble.troubles[0].about["columns"] == "“企业名称”"


def test_a_sum_without_a_unit_is_asked_and_one_in_another_kind_of_unit_too():
    assert refused("企业名称,营业收入\n甲,3\n".encode()).codes == (Code.NO_UNIT,)
    trouble = refused("企业名称,营业收入（亩）\n甲,3\n".encode())
    assert (trouble.codes, trouble.troubles[0].about["words"]) == ((Code.OTHER_UNIT,), "亩")


def test_a_unit_said_above_the_table_holds_and_is_told():
    table = read("表一,单位：亿元\n企业名称,营业收入\n甲,0.3\n".encode(), COLUMNS)
    assert table.rows[0].values["revenue"] == Decimal(30_000_000)
    assert [each.code for each in table.notices] == [Code.UNIT_ABOVE]


def test_sums_in_different_units_are_read_exactly_and_named():
    research = REVENUE.__class__("research", "研发费用", kind=REVENUE.kind, unit="元")
    table = read("企业名称,营业收入（万元）,研发费用（元）\n甲,8000.01,5200000\n".encode(), (NAME, REVENUE, research))
    assert dict(table.rows[0].values) == {"name": "甲", "revenue": Decimal("80000100.00"), "research": Decimal(5_200_000)}
    assert table.notices[0].about["columns"] == "“营业收入”万元、“研发费用”元"


def test_merged_cells_among_the_data_are_refused_with_their_rows():
    content = book([HEAD, ["甲厂", 1], [None, 2], ["乙厂", 3]], merged=["A2:A3"])
    told = refused(content).troubles[0]
    assert (told.code, told.about["row"], told.about["last"], told.about["sideways"]) == (Code.MERGED, 2, 3, 0)


def test_cells_merged_downwards_are_filled_where_that_was_declared_and_nowhere_sideways():
    content = book([HEAD, ["甲厂", 1], [None, 2], ["乙厂", 3]], merged=["A2:A3"])
    assert [each["name"] for each in values(content, fill_merged=True)] == ["甲厂", "甲厂", "乙厂"]
    assert refused(book([HEAD, ["甲厂", 1], ["说明", None]], merged=["A3:B3"]), fill_merged=True).codes == (Code.MERGED,)


def test_a_heading_that_is_merged_sideways_or_has_two_rows_is_refused():
    assert refused(book([["企业名称", "营业收入（元）", None], ["甲", 1, 2]], merged=["B1:C1"])).codes == (Code.HEADER_MERGED,)
    two = book([HEAD, [None, "其中：出口"], ["甲", 1]], merged=["A1:A2"])
    assert refused(two).codes == (Code.HEADER_TWO,)
    assert values(book([HEAD, [None, None], ["甲", 1]], merged=["A1:A2", "B1:B2"]))[0]["name"] == "甲"


def test_more_rows_than_allowed_are_refused_and_none_is_read():
    content = "企业名称,职工人数\n".encode() + "甲,1\n".encode() * 50_000
    told = refused(content).troubles[0]
    assert (told.code, told.about["most"]) == (Code.ROWS, 5_000)
    assert refused("企业名称,职工人数\n甲,1\n甲,1\n".encode(), most=1).codes == (Code.ROWS,)


def test_a_heading_without_rows_below_is_told():
    assert refused("企业名称,职工人数\n".encode()).codes == (Code.NO_ROWS,)


def test_the_sheet_with_the_columns_is_taken_and_the_others_named():
    made = Workbook()
    made.active.title = "填表说明"
    made.active.append(["请按名单填"])
    sheet = made.create_sheet("数据")
    for row in (HEAD, ["甲", 1]):
        sheet.append(row)
    made.create_sheet("旧的").sheet_state = "hidden"
    table = read(saved(made), COLUMNS)
    assert (table.sheet, [each.about["columns"] for each in table.notices]) == ("数据", ["“填表说明”"])
    twin = made.create_sheet("数据二")
    for row in (HEAD, ["乙", 2]):
        twin.append(row)
    assert refused(saved(made)).codes == (Code.SHEETS,)


def test_hidden_rows_are_read_and_counted():
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    table = read(book([HEAD, ["甲", 1], ["乙", 2]], changed=hide), COLUMNS)
    assert (len(table.rows), table.notices[0].code, table.notices[0].about["count"]) == (2, Code.HIDDEN, 1)


def test_days_moments_and_codes_come_as_they_are_shown():
    content = book([["企业名称", "成立日期", "受理时间", "统一社会信用代码"], ["甲", date(2020, 2, 3), wall(2026, 11, 25, 9, 30), "0012"]])
    found = values(content, (NAME, DAY, MOMENT, CODE))[0]
    assert (found["day"], found["code"]) == (date(2020, 2, 3), "0012")
    assert found["moment"].astimezone(UTC) == datetime(2026, 11, 25, 1, 30, tzinfo=UTC)


def test_a_formula_without_a_stored_value_and_an_error_are_told_by_their_cells():
    content = book([["企业名称", "营业收入（元）", "职工人数"], ["甲", "=1+1", "#REF!"]])
    row = read(content, COLUMNS).rows[0]
    assert [(each.code, each.about["column"]) for each in row.troubles] == [(Code.FORMULA, "营业收入"), (Code.ERROR_VALUE, "职工人数")]


def test_shares_and_units_that_only_the_display_shows_are_no_plain_numbers():
    def shown(sheet):
        sheet["B2"].number_format, sheet["B3"].number_format = "0%", '0!.0,"万"'

    rows = read(book([HEAD, ["甲", 0.12], ["乙", 12345]], changed=shown), COLUMNS).rows
    assert [each.troubles[0].code for each in rows] == [Code.PERCENT, Code.SHOWN_UNIT]


def test_a_row_of_totals_is_not_taken_for_an_enterprise():
    rows = read("企业名称,营业收入(元)\n甲,1\n合 计,1\n".encode(), COLUMNS).rows
    assert [[each.code for each in row.troubles] for row in rows] == [[], [Code.TOTAL]]


def test_sheets_can_be_had_as_they_lie_there():
    assert [(line.number, line.cells) for line in grids(b"a,b\n\n1,2\n", most=9)[0].lines] == [(1, ("a", "b")), (3, ("1", "2"))]
