r"""An enterprise's own figures from a spreadsheet (自评数据表): one row an enterprise and year, the columns known by the labels of the form.

Amounts need their unit in the heading or above the table. Where one column says 万元 and the next 元, nothing is taken before somebody has looked: the
headings may be right, and are wrong as often. What a cell does not say exactly is a trouble of its row.

>>> [found] = read("年度,职工总数,销售收入（万元）\n2025年,110,8000\n".encode()).enterprises
>>> found.form.to_contract()
{'years': [{'year': 2025, 'staff': 110, 'revenue': '80000000'}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gaoxing.engines.workbook import MOST, Code, Column, Row, Trouble, Unreadable, Value
from gaoxing.engines.workbook import Kind as Cell
from gaoxing.engines.workbook import read as read_table
from gaoxing.facts.party import plain
from gaoxing.forms.cultivation import SINGLE, YEARS
from gaoxing.forms.cultivation_said import EDITION, MATTER
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.standards.expression import expression

CALLED: Mapping[str, tuple[str, ...]] = {
    "year": ("年份", "会计年度", "数据年度"),
    "enterprise": ("企业", "单位名称", "公司名称"),
    "uscc": ("信用代码", "统一信用代码"),
    "founded": ("注册日期", "成立时间", "注册时间"),
    "staff": ("职工人数", "员工总数", "员工人数", "从业人员"),
    "technical_staff": ("科技人员", "科技活动人员"),
    "research_staff": ("研发人员",),
    "revenue": ("营业收入", "营收", "销售额"),
    "total_income": ("收入总额",),
    "high_tech_income": ("高新技术产品收入", "高品收入"),
    "research": ("研发投入", "研究开发费用", "研发经费"),
    "cost": ("成本费用",),
    "total_assets": ("总资产", "资产总计"),
    "net_assets": ("所有者权益", "净资产合计"),
    "liabilities": ("总负债", "负债合计"),
    "market_share": ("市场占有率",),
}
"""What else a column may be called."""

HEADS = frozenset({"staff", "technical_staff", "research_staff"})
KINDS = {Kind.MONEY: Cell.NUMBER, Kind.INTEGER: Cell.WHOLE, Kind.PERCENT: Cell.NUMBER, Kind.BOOLEAN: Cell.YES_NO, Kind.DATE: Cell.DAY}
YEAR = expression(r"(?P<year>(?:19|20)[0-9]{2})(?:\.0)?(?:年度?|财年)?")


@dataclass(frozen=True)
class Told:
    """What a table tells of one enterprise: its name and code as they stand there, its form, and what is asked about it."""

    enterprise: str
    uscc: str
    form: Form
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table that was read: its enterprises in their order, the troubles of rows, and what was noticed of the whole."""

    enterprises: tuple[Told, ...]
    troubles: tuple[tuple[int, Trouble], ...]
    notices: tuple[Trouble, ...]


def columns() -> tuple[Column, ...]:
    """Every column that may stand in the table, the years' first; only the year must."""
    named = (Column("enterprise", "企业名称", CALLED["enterprise"]), Column("uscc", "统一社会信用代码", CALLED["uscc"]))
    year = Column("year", "年度", CALLED["year"], required=True)
    founded = Column("founded", "成立日期", CALLED["founded"], kind=Cell.DAY)
    single = [each for each in SINGLE if each.kind in (Kind.BOOLEAN, Kind.INTEGER, Kind.PERCENT)]
    return (*named, year, *map(_column, YEARS.columns[1:]), founded, *map(_column, single))


def read(content: bytes, *, units_checked: bool = False, most: int = MOST) -> Table:
    """The enterprises of a table (.xlsx or text). `units_checked`: somebody looked at amounts in different units, and they are so.

    Raises Unreadable where the table cannot be read, or its units differ and nobody looked.
    """
    table = read_table(content, columns(), most=most)
    mixed = [each for each in table.notices if each.code is Code.UNITS]
    if mixed and not units_checked:
        raise Unreadable(*mixed)
    troubles = tuple((row.number, each) for row in table.rows for each in row.troubles)
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        if row.values:
            groups.setdefault((str(row.values.get("uscc") or ""), str(row.values.get("enterprise") or "")), []).append(row)
    return Table(tuple(_told(name, code, rows) for (code, name), rows in groups.items()), troubles, table.notices)


def _column(field: Field) -> Column:
    unit = "元" if field.kind is Kind.MONEY else "人" if field.id in HEADS else "%" if field.kind is Kind.PERCENT else ""
    return Column(field.id, field.label.removesuffix("（%）"), CALLED.get(field.id, ()), kind=KINDS[field.kind], unit=unit)


def _told(name: str, code: str, rows: Sequence[Row]) -> Told:
    """One enterprise: a row a year; a year told twice, and a single blank told two ways, are asked about and not taken."""
    years = [_year(row) for row in rows]
    asked = [
        f"第{row.number}行的年度“{row.shown.get('year', '')}”看不懂，这一行没有读。请写成 2025 这样。"
        for row, year in zip(rows, years, strict=True)
        if year is None
    ]
    twice = sorted({year for year in years if year is not None and years.count(year) > 1})
    asked += [f"{year}年写了{years.count(year)}行，不知道以哪一行为准，都没有读。请只留一行。" for year in twice]
    good = [(year, row) for year, row in zip(years, rows, strict=True) if year is not None and year not in twice]
    answers = {path: Answer(value, Source.TYPED) for path, value in _answers(good)}
    single, differing = _single(rows)
    asked += [f"“{each}”各行写得不一样，没有读。请改成一样的。" for each in differing]
    whose = {key: Answer(text, Source.TYPED) for key, text in (("enterprise", name), ("uscc", code)) if text}
    return Told(name, code, Form(MATTER, EDITION, {**whose, **single, **answers}), tuple(asked))


def _year(row: Row) -> int | None:
    found = YEAR.fullmatch(str(row.values.get("year") or "").strip())
    return int(found["year"]) if found else None


def _answers(rows: Sequence[tuple[int, Row]]) -> Iterator[tuple[str, Any]]:
    for place, (year, row) in enumerate(rows):
        yield f"{YEARS.id}.{place}.year", year
        for column in YEARS.columns[1:]:
            if column.id in row.values:
                yield f"{YEARS.id}.{place}.{column.id}", _stored(row.values[column.id])


def _single(rows: Sequence[Row]) -> tuple[dict[str, Answer], list[str]]:
    """The blanks of no year, and the labels of those that two rows tell differently."""
    found: dict[str, Answer] = {}
    differing = []
    for label, key in (("成立日期", "founded"), *((each.label, each.id) for each in SINGLE)):
        told = list(dict.fromkeys(_stored(row.values[key]) for row in rows if key in row.values))
        if len(told) == 1:
            found[key] = Answer(told[0], Source.TYPED)
        elif told:
            differing.append(label)
    return found, differing


def _stored(value: Value) -> Any:
    """A cell as the form holds it: amounts and percentages as text, counts and answers as they are, days in ISO."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat()[:10] if isinstance(value, date) else value
