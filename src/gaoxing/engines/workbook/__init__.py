"""Spreadsheets (电子表格): .xlsx and text tables read by the columns that are wanted of them, and .xlsx written.

The path of a file: `container` tells what it is and opens it within limits, `package_sheets` or `delimited` read it as it lies there (`grid`), `heading` finds
the columns (`columns`), `values` reads each cell, `table` is the whole. Nothing is guessed: what cannot be read exactly is a `trouble` with its row.
"""

from gaoxing.engines.workbook.columns import Column, Kind
from gaoxing.engines.workbook.grid import Grid, Line
from gaoxing.engines.workbook.table import MOST, Row, Table, grids, read
from gaoxing.engines.workbook.trouble import Code, Trouble, Unreadable
from gaoxing.engines.workbook.values import Value
from gaoxing.engines.workbook.writing import MEDIA_TYPE, Written, WrittenSheet, write

__all__ = [
    "MEDIA_TYPE",
    "MOST",
    "Code",
    "Column",
    "Grid",
    "Kind",
    "Line",
    "Row",
    "Table",
    "Trouble",
    "Unreadable",
    "Value",
    "Written",
    "WrittenSheet",
    "grids",
    "read",
    "write",
]
