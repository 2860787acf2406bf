"""Spreadsheets as offices send them, made by openpyxl or by hand. Names and numbers are invented."""

import io
import zipfile
from datetime import UTC, datetime

from openpyxl import Workbook

from gaoxing.engines.workbook import Column, Kind

NAME = Column("name", "企业名称", ("单位名称",), required=True)
REVENUE = Column("revenue", "营业收入", ("年营业收入",), kind=Kind.NUMBER, unit="元")
STAFF = Column("staff", "职工人数", kind=Kind.WHOLE, unit="人")
DAY = Column("day", "成立日期", kind=Kind.DAY)
MOMENT = Column("moment", "受理时间", kind=Kind.MOMENT)
CODE = Column("code", "统一社会信用代码", longest=18)
URGENT = Column("urgent", "是否紧急", kind=Kind.YES_NO)
LEVEL = Column("level", "级别", choices={"a": ("甲级", "甲"), "b": ("乙级",)})
COLUMNS = (NAME, REVENUE, STAFF, DAY, MOMENT, CODE, URGENT, LEVEL)


def book(rows, merged=(), name="名单", changed=lambda sheet: None):
    """The bytes of an .xlsx with one sheet."""
    made = Workbook()
    sheet = made.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for each in merged:
        sheet.merge_cells(each)
    changed(sheet)
    return saved(made)


def saved(made):
    """The bytes of a workbook."""
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def repacked(content, **parts):
    """The same package with parts added or replaced; `None` takes one away."""
    told = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()}
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each not in told:
                new.writestr(each, old.read(each))
        for name, text in told.items():
            if text is not None:
                new.writestr(name, text)
    return held.getvalue()


def wall(year, month, day, *clock):
    """A moment as a spreadsheet keeps it: by the clock on the wall."""
    return datetime(year, month, day, *clock, tzinfo=UTC).replace(tzinfo=None)
