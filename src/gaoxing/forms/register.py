"""What the register of enterprises says of one (登记簿): the items that are registered and filed, as anybody may see them; no identity numbers.

An enterprise is found by its unified social credit code, else by exactly its name. Whether a bracket is wide or narrow makes no other name.

>>> shop = Registered.from_json({"uscc": "91320583MA0000007R", "name": "昆山样例五金（昆山）有限公司", "kind": "limited_liability"})
>>> [each.uscc for each in Sheaf((shop,)).find(name="昆山样例五金(昆山)有限公司")]
['91320583MA0000007R']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol

from gaoxing.forms.parties import number
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

KINDS = {"limited_liability": "有限责任公司", "joint_stock": "股份有限公司", "sole_trader": "个体工商户", "other": "其他"}
"""What an enterprise is (主体类别)."""

ACTIVE = "active"
STATES = {ACTIVE: "存续", "dormant": "歇业", "revoked": "吊销", "ordered_closed": "责令关闭", "moved": "迁出", "cancelled": "注销"}
"""How its registration stands (登记状态)."""

POSTS = {"chair": "董事长", "director": "董事", "manager": "经理", "supervisor": "监事", "finance_officer": "财务负责人"}
"""What is filed of its directors, supervisors and senior officers (备案职务)."""


@dataclass(frozen=True)
class Holding:
    """A shareholder (股东、发起人) and the contribution undertaken: `amount` in whole units of the capital's currency, empty where not known."""

    name: str
    amount: str = ""
    percent: str = ""
    method: str = ""
    due: str = ""


@dataclass(frozen=True)
class Officer:
    """Somebody who is filed with a post (董事、监事、高级管理人员)."""

    name: str
    post: str


@dataclass(frozen=True)
class Registered:
    """An enterprise as it is registered (登记在册的企业). `company_type` is the printed type, `scope` the items in order; what is not known is empty."""

    uscc: str
    name: str
    kind: str
    status: str = ACTIVE
    domicile: str = ""
    legal_representative: str = ""
    capital: Mapping[str, str] | None = None
    company_type: str = ""
    scope: tuple[str, ...] = ()
    shareholders: tuple[Holding, ...] = ()
    officers: tuple[Officer, ...] = ()
    established: date | None = None

    def to_json(self) -> dict[str, Any]:
        """Every attribute in plain JSON types."""
        plain = asdict(self)
        return plain | {"scope": list(self.scope), "established": str(self.established) if self.established else None}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Registered:
        """The inverse of `to_json`; `uscc`, `name` and `kind` must be there. Raises ValueError with a sentence that names what is wrong."""
        if not isinstance(data, Mapping):
            raise ValueError('不是一家企业的记录，应写成 {"uscc": …, "name": …, "kind": …}')  # noqa: TRY004 - whoever wrote the file is told, not a programmer
        if strange := sorted(set(data) - set(cls.__dataclass_fields__)):
            raise ValueError(f"有不认识的项：{'、'.join(map(str, strange))}")
        return cls(
            _code(data.get("uscc")),
            _text(data, "name", wanted=True),
            _one_of(data, "kind", KINDS, ""),
            _one_of(data, "status", STATES, ACTIVE),
            _text(data, "domicile"),
            _text(data, "legal_representative"),
            _capital(data.get("capital")),
            _text(data, "company_type"),
            _scope(data.get("scope")),
            tuple(_holding(each) for each in _rows(data, "shareholders")),
            tuple(Officer(_text(each, "name", wanted=True), _one_of(each, "post", POSTS, "")) for each in _rows(data, "officers")),
            _day(data.get("established")),
        )


class Register(Protocol):
    """The register, whoever keeps it (登记簿)."""

    def find(self, *, uscc: str = "", name: str = "") -> Sequence[Registered]:
        """Who has this code; without a code, who has exactly this name, of which there may be several. Raises a Fault where it does not answer."""
        ...


@dataclass(frozen=True)
class Sheaf:
    """A register in memory: the enterprises of a file."""

    enterprises: tuple[Registered, ...]

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """As the Protocol says; it always answers."""
        if uscc:
            return tuple(each for each in self.enterprises if each.uscc == credit_code.compact(uscc))
        return tuple(each for each in self.enterprises if name and same_name(each.name, name))


def sheaf(data: Any) -> Sheaf:
    """The register in JSON: one enterprise or a list of them. Raises ValueError with the number of the row that is wrong and why."""
    rows = data if isinstance(data, list) else [data]
    return Sheaf(tuple(_numbered(number, row) for number, row in enumerate(rows, 1)))


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: blanks and the width of brackets do not count.

    >>> same_name("样例（昆山）有限公司", "样例(昆山) 有限公司")
    True
    """
    return plain_name(one) == plain_name(other)


def plain_name(name: str) -> str:
    """A name without blanks, brackets wide, as it is compared."""
    return "".join(unicodedata.normalize("NFKC", name).split()).replace("(", "（").replace(")", "）")


def _numbered(place: int, row: Any) -> Registered:
    try:
        return Registered.from_json(row)
    except ValueError as trouble:
        raise ValueError(f"第{place}家：{trouble}") from trouble


def _code(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise ValueError("缺统一社会信用代码 uscc")
    try:
        return credit_code.validate(given)
    except Invalid as trouble:
        raise ValueError(f"统一社会信用代码“{given[:40]}”不对：{trouble}") from trouble


def _text(data: Mapping[str, Any], key: str, *, wanted: bool = False) -> str:
    given = data.get(key)
    if given is None and not wanted:
        return ""
    if not isinstance(given, str) or (wanted and not given.strip()):
        raise ValueError(f"{key} 要写文字")
    return given.strip()


def _one_of(data: Mapping[str, Any], key: str, known: Mapping[str, str], otherwise: str) -> str:
    """A choice by its stored word or its official one."""
    given = data.get(key) or otherwise
    found = given if given in known else next((stored for stored, label in known.items() if label == given), None)
    if found is None:
        raise ValueError(f"{key} 只能是 {'、'.join(known)}")
    return str(found)


def _capital(given: Any) -> Mapping[str, str] | None:
    if given is None:
        return None
    amount = number(given.get("amount")) if isinstance(given, Mapping) else None
    if amount is None or amount < 0:
        raise ValueError('capital 要写成 {"amount": "1000000", "currency": "CNY"}，单位是元')
    return {"amount": f"{amount:f}", "currency": str(given.get("currency") or "CNY")}


def _scope(given: Any) -> tuple[str, ...]:
    if given is None:
        return ()
    if not isinstance(given, list | tuple) or not all(isinstance(each, str) for each in given):
        raise ValueError("scope 要写成一项一项的列表")
    return tuple(each.strip() for each in given if each.strip())


def _rows(data: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    rows = data.get(key) or ()
    if not isinstance(rows, list | tuple) or not all(isinstance(each, Mapping) for each in rows):
        raise ValueError(f"{key} 要写成一行一行的列表")
    return rows


def _holding(row: Mapping[str, Any]) -> Holding:
    for key in ("amount", "percent"):
        if row.get(key) and number(row[key]) is None:
            raise ValueError(f"股东的 {key} 要写数字")
    plain = {key: str(row.get(key) or "") for key in ("amount", "percent", "method", "due")}
    return Holding(_text(row, "name", wanted=True), **plain)


def _day(given: Any) -> date | None:
    if not given:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise ValueError(f"established “{str(given)[:20]}”不是日期，请写成 2019-05-06 这样") from None
