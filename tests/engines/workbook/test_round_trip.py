"""What is written is read again, whatever it is; nothing that is written is a formula."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gaoxing.engines.workbook import Unreadable, WrittenSheet, grids, read, write
from gaoxing.engines.workbook.grid import text_of
from gaoxing.engines.workbook.package_sheets import grids as package
from tests.engines.workbook.books import COLUMNS, wall

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30).map(str.strip)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(wall(1950, 1, 1, 0, 0, 1), wall(2100, 1, 1)).map(lambda at: at.replace(microsecond=0))
CELLS = st.one_of(TEXTS.filter(lambda text: "_x000D_" not in text), NUMBERS, st.integers(-(10**12), 10**12), st.booleans(), DAYS, MOMENTS, st.none())


def plain(cell):
    """What a written cell is read as."""
    if isinstance(cell, datetime):
        return cell.date() if (cell.hour, cell.minute, cell.second) == (0, 0, 0) else cell
    if isinstance(cell, bool) or cell is None or isinstance(cell, str | date):
        return cell or (None if cell == "" else cell)
    return Decimal(cell)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_cells_come_back_as_they_were_written(rows):
    found = package(write([WrittenSheet("表", ["甲", "乙", "丙"], rows)]), most=20)[0]
    lines = {line.number: [line.cell(at) for at in range(3)] for line in found.lines}
    wanted = {number: [plain(cell) for cell in row] for number, row in enumerate(rows, 2) if any(plain(cell) is not None for cell in row)}
    assert {number: cells for number, cells in lines.items() if number > 1} == wanted


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(TEXTS.filter(lambda text: not text.startswith('="')), min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(["utf-8-sig", "gb18030"]),
)
def test_text_tables_come_back_cell_by_cell(rows, encoding):
    held = io.StringIO(newline="")
    csv.writer(held).writerows([["甲甲", "乙乙", "丙丙", "丁丁"], *rows])
    found = grids(held.getvalue().encode(encoding), most=20)[0]
    assert [[text_of(cell) for cell in line.cells] for line in found.lines[1:]] == [_cut(row) for row in rows if any(row)]


def _cut(row):
    while row and not row[-1]:
        row = row[:-1]
    return row


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda rest: b"PK\x03\x04" + rest) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused_and_nothing_else(content):
    assert _outcome(content) > 0


def _outcome(content):
    """How many rows, or how many troubles."""
    try:
        return len(read(content, COLUMNS).rows)
    except Unreadable as trouble:
        return len(trouble.troubles)


@pytest.mark.parametrize("text", ["=1+1", "+8613900001234", "-5", "@sum", "=cmd|' /C calc'!A0"])
def test_a_text_that_begins_like_a_formula_stays_a_text(text):
    cell = load_workbook(io.BytesIO(write([WrittenSheet("表", ["甲"], [[text]])]))).active["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_the_heading_stays_in_sight_and_explanations_stand_above():
    sheet = load_workbook(io.BytesIO(write([WrittenSheet("名单", ["企业名称", "金额"], [["甲", 1]], above=("说明",))]))).active
    assert (sheet.title, sheet.freeze_panes, sheet["A1"].value, sheet["A2"].font.bold) == ("名单", "A3", "说明", True)
    assert sheet.column_dimensions["A"].width >= 10


def test_long_numbers_odd_letters_and_long_texts_lose_nothing_unseen():
    long = Decimal("12345678901234567.89")
    cells = package(write([WrittenSheet("表", ["甲", "乙", "丙"], [[long, "a\x00b", "字" * 40_000]])]), most=9)[0].lines[1].cells
    assert cells[:2] == ("12345678901234567.89", "ab")
    assert (len(cells[2]), cells[2][-1]) == (32_767, "…")


def test_sheets_have_names_that_the_format_allows_and_no_two_the_same():
    content = write([WrittenSheet(name, ["甲"], [["一"]]) for name in ("甲/乙:丙", "甲乙丙", "", "长" * 50)])
    assert load_workbook(io.BytesIO(content)).sheetnames == ["甲乙丙", "甲乙丙 2", "Sheet", "长" * 31]


def test_no_sheet_and_a_row_that_is_too_long_are_mistakes_of_the_code():
    with pytest.raises(ValueError, match="no sheet"):
        write([])
    with pytest.raises(ValueError, match="longer"):
        write([WrittenSheet("表", ["甲"], [["一", "二"]])])
