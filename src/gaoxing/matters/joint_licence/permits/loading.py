"""The catalogue as it stands on a day in a region (目录的读取): the shipped tables, a zone's own ones laid over them.

A zone's table has the same rows as the shipped ones (`[licence.signboard]`, `[trade.restaurant]` …) and holds only what differs; a list takes the place of the
shipped list. Its head may say where and when it holds: `region` (the first digits of GB/T 2260), `from`, `until` (exclusive).

>>> len(shipped().licences), len(shipped().trades), len(shipped().materials), len(shipped().fields)
(37, 27, 88, 139)
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.matters.joint_licence.permits.entries import Blank, Catalogue, Commitment, Contact, Duty, Exemption, Hearing, Licence, Material, Question, Trade
from gaoxing.standards import licences as standard

Tables = Mapping[str, Any]
"""The catalogue as TOML gives it: `question`, `circumstance`, `condition`, `trade`, `exempt`, `licence`, `material`, `field`."""

HERE = Path(__file__).parent
TRADES = HERE.parent / "trades.toml"
FILES = {"licence": HERE / "licences.toml", "material": HERE / "materials.toml", "field": HERE / "fields.toml"}
HEAD = ("region", "from", "until", "note")
LISTED = {"trade": "licences", "licence": "materials"}
"""The list of a row to whose members its conditions belong."""

LISTS = ("materials", "fields", "after", "hard", "stage2", "supplement", "parallel", "stages", "eligibility", "elsewhere")


def _commitment(*, offered: bool = True, **row: Any) -> Commitment | None:
    return Commitment(**row) if offered else None


WITHIN: Mapping[str, Callable[..., Any]] = {"commitment": _commitment, "hearing": Hearing, "duty": Duty, "contact": Contact}
"""What of a licence's row is a row of its own; a commitment that the zone does not offer is none."""


@cache
def shipped() -> Catalogue:
    """The catalogue as it is shipped, without any zone's own table."""
    return catalogue(shipped_tables())


@cache
def shipped_tables() -> Tables:
    """The shipped tables as one; who decides a licence, when and by what law comes from standards/licences.toml."""
    tables = tomllib.loads(TRADES.read_text(encoding="utf-8"))
    rows = {word: tomllib.loads(path.read_text(encoding="utf-8")) for word, path in FILES.items()}
    rows["licence"] = {each.id: {**_standard(each), **rows["licence"].get(each.id, {})} for each in standard.licences() if each.id in rows["licence"]}
    return {**tables, **rows}


def parsed(text: str) -> Tables:
    """A zone's own table. Raises tomllib.TOMLDecodeError, which names the line."""
    return tomllib.loads(text)


def in_force(own: Tables, on: date, region: str = "") -> bool:
    """Whether a zone's table holds on the day and in the region (digits of GB/T 2260; empty: any)."""
    since, until, where = own.get("from", date.min), own.get("until", date.max), str(own.get("region", ""))
    return since <= on < until and (not region or region.startswith(where))


def laid_over(tables: Tables, own: Tables) -> Tables:
    """The tables with a zone's own rows over them; lists of exemptions are joined."""
    body = {word: rows for word, rows in own.items() if word not in HEAD}
    merged = {word: _merged(tables.get(word), rows) for word, rows in body.items()}
    return {**tables, **{word: _pruned(rows, own[word], LISTED[word]) if word in LISTED else rows for word, rows in merged.items()}}


def known_on(on: date, region: str = "", own: Sequence[Tables] = ()) -> Catalogue:
    """The catalogue on a day in a region with the zones' tables that hold then. Their rows must have been checked (`validation.problems`)."""
    tables = shipped_tables()
    holding = [each for each in own if in_force(each, on, region)]
    if not holding:
        return shipped()
    for each in holding:
        tables = laid_over(tables, each)
    return catalogue(tables)


def catalogue(tables: Tables) -> Catalogue:
    """The tables as frozen entries. Raises KeyError or TypeError where a row is not what it should be: check the tables first."""
    off = {key: row["off"] for key, row in tables["licence"].items() if row.get("off")}
    return Catalogue(
        questions={key: Question(key, **{**row, "excluded_by": tuple(row.get("excluded_by", ()))}) for key, row in tables["question"].items()},
        circumstances={key: Question(key, **row) for key, row in tables["circumstance"].items()},
        conditions=tables["condition"],
        trades={key: _trade(key, row, off) for key, row in tables["trade"].items()},
        licences={key: _licence(key, row) for key, row in tables["licence"].items()},
        materials={key: Material(key, **row) for key, row in tables["material"].items()},
        fields={key: Blank(key, **row) for key, row in tables["field"].items()},
        exemptions=(*(Exemption(**{**row, "trades": tuple(row["trades"])}) for row in tables["exempt"]), *_off(tables, off)),
    )


def _trade(key: str, row: Mapping[str, Any], off: Mapping[str, str]) -> Trade:
    """A trade with the licences that the zone's window takes."""
    conditions = {word: each for word, each in row.get("if", {}).items() if word not in off}
    return Trade(key, row["name"], tuple(each for each in row["licences"] if each not in off), conditions)


def _off(tables: Tables, off: Mapping[str, str]) -> Iterator[Exemption]:
    """What the zone's window does not take is told as such to every trade that would need it."""
    for trade, row in tables["trade"].items():
        for each in row["licences"]:
            if each in off:
                licence = tables["licence"][each]
                words = f"不在本区的一窗里办：{off[each]}"
                yield Exemption((trade,), each, words, licence["basis"], licence["verified"], row.get("if", {}).get(each, {}))


def _licence(key: str, row: Mapping[str, Any]) -> Licence:
    plain = {word: value for word, value in row.items() if word not in {*LISTS, "if", "with", "document", *WITHIN}}
    lists: dict[str, Any] = {word: tuple(row[word]) for word in LISTS if word in row}
    within: dict[str, Any] = {word: made(**row[word]) for word, made in WITHIN.items() if word in row}
    return Licence(key, result=row["document"], conditions=row.get("if", {}), together=tuple(row.get("with", ())), **plain, **lists, **within)


def _standard(each: standard.Licence) -> dict[str, Any]:
    return {word: value for word, value in vars(each).items() if word != "id"}


def _merged(below: Any, above: Any) -> Any:
    if isinstance(below, Mapping) and isinstance(above, Mapping) and not _is_condition(below, above):
        return {**below, **{word: _merged(below.get(word), value) for word, value in above.items()}}
    if isinstance(below, list) and isinstance(above, list) and above and isinstance(above[0], Mapping):
        return [*below, *above]
    return above


def _pruned(rows: Mapping[str, Any], own: Mapping[str, Any], listed: str) -> dict[str, Any]:
    """The rows without the conditions of what a zone took off the list."""
    return {key: {**row, "if": _kept(row, own[key], listed)} if key in own and "if" in row else row for key, row in rows.items()}


def _kept(row: Mapping[str, Any], own: Mapping[str, Any], listed: str) -> dict[str, Any]:
    return {word: each for word, each in row["if"].items() if word in row[listed] or word in own.get("if", {})}


def _is_condition(below: Mapping[str, Any], above: Mapping[str, Any]) -> bool:
    """A condition is replaced whole, never mixed with the one below."""
    return bool({"question", "all", "any", "not", "condition"} & ({*below} | {*above}))
