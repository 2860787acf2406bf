r"""Rows of a file of enterprises (企业文件): JSON (a list, one object, or one a line) or CSV in UTF-8 or GB18030; a broken row is told with its number.

>>> [row.reason for row in rows(b'uscc,name\n91320583MA0000007R,\n', table=True)]
['name 要写文字']
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gaoxing.forms.derive_type import kind_of_name
from gaoxing.forms.parties import number
from gaoxing.forms.register import POSTS, Registered

HEADINGS = {
    "uscc": ("统一社会信用代码", "信用代码", "代码"),
    "name": ("名称", "企业名称", "主体名称"),
    "kind": ("主体类别", "类别"),
    "status": ("登记状态", "状态"),
    "domicile": ("住所", "经营场所", "地址"),
    "legal_representative": ("法定代表人", "经营者", "负责人"),
    "capital": ("注册资本", "注册资本（元）", "出资额"),
    "capital_ten_thousands": ("注册资本（万元）", "注册资本(万元)"),
    "company_type": ("公司类型", "类型", "企业类型"),
    "scope": ("经营范围",),
    "shareholders": ("股东", "股东及出资"),
    "officers": ("董监高", "主要人员"),
    "established": ("成立日期", "成立时间"),
}
"""Column → what its heading may be called besides its own word."""

_BLANKS = ("；", ";")
_SOLE_TRADER = "92"


class Unreadable(Exception):
    """A file that is nothing we read; the sentence says what to do."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the file (a CSV's heading is 1), and the enterprise, or why there is none."""

    number: int
    enterprise: Registered | None = None
    reason: str = ""


def rows(content: bytes, *, table: bool) -> Iterator[Row]:
    """Every row that is not blank. `table` where the file is CSV. Raises Unreadable where the whole file is nothing we read."""
    for place, row in _table(_text(content)) if table else _records(_text(content)):
        try:
            yield Row(place, Registered.from_json(_with_kind(row)))
        except ValueError as trouble:
            yield Row(place, reason=str(trouble))


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文件既不是 UTF-8 也不是 GB18030，读不出来。请另存为 UTF-8 再导。")


def _records(text: str) -> Iterator[tuple[int, Any]]:
    try:
        data = json.loads(text)
    except RecursionError as trouble:
        raise Unreadable("JSON 套得太深，读不出来。请重新导出。") from trouble
    except json.JSONDecodeError:
        yield from _lines(text)
        return
    yield from enumerate(data if isinstance(data, list) else [data], 1)


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    """One object a line."""
    filled = [(place, line) for place, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not filled or not filled[0][1].lstrip().startswith("{"):
        raise Unreadable("文件不是 JSON。请写成一列企业，或者每行一家；表格请存成 CSV。")
    for place, line in filled:
        try:
            yield place, json.loads(line)
        except json.JSONDecodeError:
            yield place, None


def _table(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=text.partition("\n")[0].count))
    heading = [_column(each) for each in next(reader, [])]
    if "uscc" not in heading or "name" not in heading:
        raise Unreadable("第一行里要有“统一社会信用代码”和“名称”两列。请加上表头再导。")
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, _read({key: cell.strip() for key, cell in zip(heading, cells, strict=False) if key and cell.strip()})


def _column(heading: str) -> str:
    word = heading.strip()
    return next((key for key, names in HEADINGS.items() if word == key or word in names), "")


def _read(cells: dict[str, str]) -> dict[str, Any]:
    """A table's row as a record: sums, lists of items, of shareholders (姓名:出资额:比例) and of officers (职务:姓名)."""
    row: dict[str, Any] = {key: cell for key, cell in cells.items() if key not in {"capital", "capital_ten_thousands", "scope", "shareholders", "officers"}}
    if amount := _amount(cells):
        row["capital"] = amount
    if "scope" in cells:
        row["scope"] = _split(cells["scope"])
    row["shareholders"] = [_holding(each) for each in _split(cells.get("shareholders", ""))]
    row["officers"] = [_officer(each) for each in _split(cells.get("officers", ""))]
    return row


def _amount(cells: Mapping[str, str]) -> dict[str, str] | None:
    written = cells.get("capital_ten_thousands") or cells.get("capital")
    if not written:
        return None
    plain = number(written.replace(",", ""))
    if plain is None:
        return {"amount": written}
    return {"amount": f"{plain * 10_000 if 'capital_ten_thousands' in cells else plain:f}"}


def _holding(written: str) -> dict[str, str]:
    name, amount, percent = (*written.replace("：", ":").split(":"), "", "")[:3]
    return {"name": name.strip(), "amount": amount.strip(), "percent": percent.strip().removesuffix("%")}


def _officer(written: str) -> dict[str, str]:
    post, _, name = written.replace("：", ":").partition(":")
    stored = next((key for key, label in POSTS.items() if label == post.strip()), post.strip())
    return {"post": stored, "name": name.strip()}


def _split(written: str) -> list[str]:
    for blank in _BLANKS[1:]:
        written = written.replace(blank, _BLANKS[0])
    return [each.strip() for each in written.split(_BLANKS[0]) if each.strip()]


def _with_kind(row: Any) -> Any:
    """The record with its kind, where that was left out but code and name show it."""
    if not isinstance(row, Mapping) or row.get("kind"):
        return row
    trader = str(row.get("uscc") or "").startswith(_SOLE_TRADER)
    return {**row, "kind": "sole_trader" if trader else kind_of_name(str(row.get("name") or "")) or "other"}
