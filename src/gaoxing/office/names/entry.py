"""One row of a register (名称库的一行): from the cells of a file to a name with its state, or why it cannot be read.

>>> from datetime import date
>>> reading = Reading(("名称", "状态", "日期"), prefecture=3205, on=date(2026, 11, 25))
>>> entry = reading.entry(["昆山星野科技有限公司", "注销", "2026年5月6日"])
>>> entry.name, str(entry.state), entry.since.isoformat()
('昆山星野科技有限公司', 'released', '2026-05-06')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gaoxing.names.composition import clean
from gaoxing.names.neighbour import State
from gaoxing.standards.expression import expression

LONGEST = 100
"""Characters of the longest name that is taken in."""
COLUMNS = {
    "name": ("名称", "企业名称", "主体名称", "市场主体名称", "name"),
    "state": ("状态", "登记状态", "经营状态", "state"),
    "since": ("日期", "成立日期", "核准日期", "状态日期", "since"),
    "until": ("保留期至", "保留至", "until"),
    "region": ("行政区划代码", "区划代码", "登记机关代码", "设区市代码", "prefecture", "region_code"),
    "sole_trader": ("个体工商户", "是否个体", "个体", "sole_trader"),
}
"""What is read of a file and the headings under which it may stand."""
_WORDS = {
    State.ACTIVE: ("", "active", "已登记", "存续", "在业", "开业", "在营", "正常", "在册", "登记", "迁入"),
    State.RETAINED: ("retained", "保留", "保留期内", "预留", "申报通过"),
    State.RELEASED: ("released", "已释放", "注销", "已注销", "变更", "已变更", "曾用名", "被撤销", "撤销", "吊销", "迁出"),
    State.HELD: ("held", "占用"),
}
_STATES = {word: state for state, words in _WORDS.items() for word in words}
_DAY = expression(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?")
_YES, _NO = {"是", "1", "true", "个体", "个体工商户"}, {"否", "0", "false", "企业"}


class Unreadable(ValueError):
    """The file or the row cannot be read; the text says why and what next."""


@dataclass(frozen=True)
class Entry:
    """A name as the register has it."""

    prefecture: int
    name: str
    state: State
    since: date
    until: date | None = None
    sole_trader: bool | None = None


class Reading:
    """How the rows of one file are read: where each column stands, and what holds where a column is absent."""

    def __init__(self, heading: Sequence[object], *, prefecture: int, on: date) -> None:
        """Raises Unreadable where no column holds the names."""
        told = [str(each).strip().lower() for each in heading]
        self._at = {column: told.index(word) for column, words in COLUMNS.items() for word in words if word in told}
        self._prefecture, self._on, self._width = prefecture, on, len(told)
        if "name" not in self._at:
            raise Unreadable("第一行要写列名，其中一列叫「名称」；还认得：状态、日期、保留期至、行政区划代码、个体工商户。请补上列名再导。")

    def entry(self, cells: Sequence[object]) -> Entry:
        """One row. Raises Unreadable with the reason."""
        if len(cells) != self._width:
            raise Unreadable(f"有 {len(cells)} 列，应该是 {self._width} 列")
        state = _state(self._cell(cells, "state").lower())
        since = _day(self._cell(cells, "since"))
        if since is None and state in {State.RETAINED, State.RELEASED}:
            raise Unreadable("没有日期，算不出保留或者释放到哪一天")
        return Entry(
            _prefecture(self._cell(cells, "region")) or self._prefecture,
            _name(self._cell(cells, "name")),
            state,
            since or self._on,
            _day(self._cell(cells, "until")),
            _yes(self._cell(cells, "sole_trader").lower()),
        )

    def _cell(self, cells: Sequence[object], column: str) -> str:
        place = self._at.get(column)
        value = "" if place is None else cells[place]
        return "" if value is None else str(value).strip()


def prefecture_of(code: str) -> int:
    """The four digits of a prefecture from a division's code (3205, 320500, 320583). Raises Unreadable for anything else."""
    if not (code.isascii() and code.isdigit() and len(code) in {4, 6, 9, 12} and 1100 <= int(code[:4]) <= 8299):
        raise Unreadable(f"区划代码「{_short(code)}」不对，要写 4 位或 6 位数字，例如 3205")
    return int(code[:4])


@lru_cache(maxsize=1024)
def _prefecture(code: str) -> int | None:
    return prefecture_of(code) if code else None


def _name(text: str) -> str:
    if len(text) > LONGEST:
        raise Unreadable(f"名称有 {len(text)} 个字，最多 {LONGEST} 个")
    name = clean(text)
    if not name:
        raise Unreadable("名称是空的")
    if not any("\u3400" <= each <= "\u9fff" or each >= "\U00020000" for each in name):
        raise Unreadable(f"名称「{_short(name)}」里没有汉字")
    if "\ufffd" in name or any("\ue000" <= each <= "\uf8ff" for each in name):
        raise Unreadable("名称里有显示不出的字，请改成标准编码的字再导")
    return name


@lru_cache(maxsize=256)
def _state(word: str) -> State:
    if word not in _STATES:
        raise Unreadable(f"状态「{_short(word)}」不认识，可以写：存续、保留、注销、变更、占用")
    return _STATES[word]


@lru_cache(maxsize=65536)
def _day(text: str) -> date | None:
    if not text:
        return None
    match = _DAY.fullmatch(text)
    try:
        parts = [int(each) for each in match.groups() if each] if match else []
        return date(*parts)
    except (TypeError, ValueError):
        raise Unreadable(f"日期「{_short(text)}」不对，请写成 2026-11-24 这样") from None


def _yes(word: str) -> bool | None:
    return True if word in _YES else False if word in _NO else None


def _short(text: str) -> str:
    cut = text if len(text) <= 20 else text[:19] + "…"
    return "".join(each if each.isprintable() else "�" for each in cut)
