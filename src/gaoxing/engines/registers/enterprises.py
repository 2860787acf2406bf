"""The authority's register of enterprises (市场监管部门登记簿), asked over HTTP; its rehearsal and the twins that fail.

GAOXING_ENTERPRISES_URL is its address, or `rehearsal`, `slow`, `failing`, `nonsense`; _BODY the JSON that is posted, with {uscc} and {name} (one is empty);
_KEY a secret; _LIST the path of the list of enterprises in the answer; _FIELDS JSON from our names of an enterprise's items to the paths of theirs, such as
{"uscc": "creditCode", "name": "entName", "kind": "type"}; _KINDS and _STATES JSON from their words to ours ("*" for whatever is not listed).
That an enterprise is not there is said by an empty list alone: no list, a row that cannot be read, or another enterprise than was asked for is a Fault.

>>> [each.name for each in Rehearsal().find(uscc="91320583MA0000007R")]
['昆山演练五金有限公司']
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.asking import SECONDS, asked, gateway, json_of, told
from gaoxing.engines.registers.setting import wrong
from gaoxing.engines.sending.http_sender import Gateway, value_at
from gaoxing.forms.register import Register, Registered, Sheaf, same_name
from gaoxing.standards import credit_code

PREFIX = "ENTERPRISES"
OUTAGE = "登记簿没有应答，原来登记的内容没有自动填，也没有当作查无此企业。请过一会儿再试。"
NONSENSE = "登记簿的回答看不懂，原来登记的内容没有自动填，也没有当作查无此企业。请过一会儿再试。"
REFUSED = "登记簿不收这次查询，原来登记的内容没有自动填。请管理员核对接口的设置。"
_NAMES = ("URL", "BODY", "KEY", "LIST", "FIELDS", "KINDS", "STATES")
_REST = "*"
_WANTED = ("uscc", "name", "kind")


@dataclass(frozen=True, repr=False)
class HttpRegister:
    """The register behind a gateway: where the list stands, and what its items and words are called."""

    gateway: Gateway
    rows: str
    fields: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """As forms.register.Register says."""
        code = credit_code.compact(uscc)
        if not code and not name:
            return ()
        rows = value_at(asked(self.gateway, {"{uscc}": code, "{name}": "" if code else name}, outage=OUTAGE, refused=REFUSED), self.rows)
        if not isinstance(rows, list):
            raise Fault(NONSENSE, permanent=False)
        found = tuple(self._read(each) for each in rows)
        if code and any(each.uscc != code for each in found):
            raise Fault(NONSENSE, permanent=False)
        return found if code else tuple(each for each in found if same_name(each.name, name))

    def _read(self, row: Any) -> Registered:
        """One enterprise. Raises a Fault where it cannot be read, saying nothing of what stood there."""
        if not isinstance(row, dict):
            raise Fault(NONSENSE, permanent=False)
        values = {ours: value_at(row, theirs) for ours, theirs in self.fields.items()}
        for item, known in self.words.items():
            word = str(values.get(item))
            values[item] = known.get(word, known.get(_REST, values.get(item)))
        try:
            return Registered.from_json({ours: value for ours, value in values.items() if value is not None})
        except (ValueError, TypeError, AttributeError):
            raise Fault(NONSENSE, permanent=False) from None


class Rehearsal:
    """Holds one invented enterprise; a name with 外部故障 meets an outage."""

    def __init__(self) -> None:
        row = {"uscc": "91320583MA0000007R", "name": "昆山演练五金有限公司", "kind": "limited_liability", "domicile": "昆山市前进西路1号"}
        self.held = Sheaf((Registered.from_json(row),))

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """The invented one, or nobody."""
        if "外部故障" in name:
            raise Fault(OUTAGE, permanent=False)
        return self.held.find(uscc=uscc, name=name)


class Failing:
    """Never answers."""

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """Raise the Fault."""
        raise Fault(OUTAGE, permanent=False)


class Slow(Failing):
    """Lets everybody wait for as long as anybody may, and never answers."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """Wait, then raise the Fault."""
        time.sleep(self.seconds)
        return super().find(uscc=uscc, name=name)


class Nonsensical:
    """Answers what nobody understands."""

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """Raise the Fault."""
        raise Fault(NONSENSE, permanent=False)


TWINS: Mapping[str, type[Register]] = {"rehearsal": Rehearsal, "slow": Slow, "failing": Failing, "nonsense": Nonsensical}


def chosen(environ: Mapping[str, str], *, seconds: float = SECONDS) -> Register | None:
    """The register that was set; None where none was. Raises a permanent Fault that names the setting that cannot be read."""
    written = told(PREFIX, _NAMES, environ)
    url = written["URL"]
    if not url:
        return None
    if url in TWINS:
        return TWINS[url]()
    if not written["LIST"]:
        raise wrong(PREFIX, "LIST", "没有写。")
    fields = _map(written, "FIELDS")
    if lacking := [name for name in _WANTED if not fields.get(name)]:
        raise wrong(PREFIX, "FIELDS", f"里要有 {'、'.join(lacking)}。")
    if strange := sorted(set(fields) - set(Registered.__dataclass_fields__)):
        raise wrong(PREFIX, "FIELDS", f"里有不认识的项：{'、'.join(strange)}。")
    words = {item: _map(written, name) for item, name in (("kind", "KINDS"), ("status", "STATES")) if written[name]}
    return HttpRegister(gateway(PREFIX, url, written, ("{uscc}", "{name}"), seconds=seconds), written["LIST"], fields, words)


def _map(written: Mapping[str, str], name: str) -> dict[str, str]:
    found = json_of(PREFIX, name, written[name])
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise wrong(PREFIX, name, '要写成 {"…": "…"}。')
    return found
