"""What must be attached to an application (材料清单): one `[[material]]` a paper in a matter's `materials.toml`.

`mark` is the source's key in the domain notes: `S1` … and `LAW` were read, `K` was not verified. A mark with `K` stands beside a list that is shown,
never beside a reason to refuse.

>>> Material("公司章程", "Articles of association", "全体股东", "《公司法》第四十六条", "S1").verified
True
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.standards.expression import expression

FILE = "materials.toml"
"""The list's name in a matter's folder."""

TEXTS = ("name", "english", "from", "basis", "mark")
KEYS = frozenset({*TEXTS, "when", "copies", "form", "state"})
MARK = expression(r"(?:S\d{1,3}|LAW|K)(?: (?:S\d{1,3}|LAW|K))*")


@dataclass(frozen=True)
class Material:
    """One paper to attach (一项材料). `provider` issues or prepares it; `when` is the condition in plain Chinese, empty where it is always needed.

    `form` where this system makes it; `copies` is None where the number is not known. `state` names what must hold in a form (documents/particulars.py)
    for the paper to be called for at all, empty where the form does not decide.
    """

    name: str
    english: str
    provider: str
    basis: str
    mark: str
    when: str = ""
    copies: int | None = None
    form: bool = False
    state: str = ""

    @property
    def verified(self) -> bool:
        """Whether the source was read (有出处); where not, a page says that the window decides."""
        return "K" not in self.mark.split()

    def to_json(self) -> dict[str, Any]:
        """The keys of `materials.toml` but `state` (`when` empty, `copies` null where unknown), and `verified`."""
        return {
            "name": self.name,
            "english": self.english,
            "from": self.provider,
            "when": self.when,
            "copies": self.copies,
            "form": self.form,
            "basis": self.basis,
            "mark": self.mark,
            "verified": self.verified,
        }


@cache
def load(path: Path) -> tuple[Material, ...]:
    """The list in a TOML file, read once, in its order; empty where there is no such file.

    Raises ValueError, naming the file, the paper and what is wrong, where it is not written as `docs/add-a-matter.md` says.
    """
    if not path.exists():
        return ()
    rows = _rows(path)
    wrong = [f"第{number}项“{_called(row)}”{fault}" for number, row in enumerate(rows, 1) for fault in _faults(row)]
    wrong += _repeated(rows)
    if wrong:
        raise _refused(path, "；".join(wrong))
    return tuple(_material(row) for row in rows)


def _rows(path: Path) -> list[Mapping[str, Any]]:
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise _refused(path, f"读不出来（{fault}）") from fault
    rows = written.get("material", [])
    if set(written) - {"material"} or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _refused(path, "每项材料要以 [[material]] 开头，别的不写")
    return rows


def _faults(row: Mapping[str, Any]) -> Iterator[str]:
    strange = sorted(set(row) - KEYS)
    if strange:
        yield f"里有不认识的字：{'、'.join(strange)}"
    yield from (f"缺 {key}（要写一句话）" for key in TEXTS if not _is_text(row.get(key)))
    if not _is_text(row.get("when", "总是")):
        yield "的 when 要写一句话，总是要交的就不写"
    if not _is_text(row.get("state", "always")):
        yield "的 state 要写表单的情形，表单定不了的就不写"
    if not _is_count(row.get("copies", 1)):
        yield "的 copies 要写份数，不知道就不写"
    if not isinstance(row.get("form", False), bool):
        yield "的 form 只写 true 或 false"
    if _is_text(row.get("mark")) and not MARK.fullmatch(row["mark"]):
        yield f"的 mark“{row['mark']}”不是出处记号，应写成 S1、LAW 或 K，几个之间空一格"


def _repeated(rows: list[Mapping[str, Any]]) -> list[str]:
    seen = [(_called(row), row.get("when")) for row in rows]
    return [f"“{name}”写了两遍" for name, when in dict.fromkeys(seen) if seen.count((name, when)) > 1]


def _called(row: Mapping[str, Any]) -> str:
    return str(row.get("name", "（没有名字）"))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _refused(path: Path, why: str) -> ValueError:
    return ValueError(f"{path.parent.name}/{path.name}：{why}。写法见 docs/add-a-matter.md")


def _material(row: Mapping[str, Any]) -> Material:
    optional = {key: row[key] for key in ("when", "copies", "form", "state") if key in row}
    return Material(row["name"], row["english"], row["from"], row["basis"], row["mark"], **optional)
