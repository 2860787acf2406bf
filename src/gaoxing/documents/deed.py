r"""Deeds (文书): papers of running text such as a charter or a resolution, composed from wording kept as TOML and the values of a form.

A deed's file holds `title`, `basis` (the rule that requires the paper; where it differs, one for each state), `mark` (its source in the domain notes),
optionally `when` (states that must hold), `from` and `until` (days between which the wording is used), `by_hand` (what only a pen can fill: `["place"]`),
`lines` (how many empty lines a list that nobody knows gets: `{signers = 4}`), `optional` (a list of people: where it names nobody, nobody has to hand the
paper in), and its blocks in order:

    [[block]]
    kind = "article"            # chapter, article, item, paragraph, heading, table, signatures, date or page
    text = "公司注册资本为人民币{capital}万元。"
    when = "one_shareholder"    # this block only where the state holds
    each = "shareholders"       # once for every row of that list
    basis = "《公司法》第四十六条第三项"
    id = "capital"              # what {#capital} elsewhere refers to

Chapters, articles and items are numbered by themselves. A table has `head` and `cells` (one line, or a list of lines), and a last line `foot`
where something is summed; signatures have `cells` whose first is the signer. What was not said stays a blank to write in, and so does `{_}`.
Nothing that a person said is ever read as wording.

>>> [each.text for each in _runs("设{#director}所称{name}", Particulars({"name": Run("张三", "parties.0.name")}), None, {"director": "第九条"})]
['设', '第九条', '所称', '张三']
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars, Row, Run
from gaoxing.documents.printable import printable
from gaoxing.documents.signer import places
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_writing import write

TEMPLATE = Path(__file__).with_name("deed.typ")
SHARED = Path(__file__).with_name("deeds")
"""The deeds that several matters use."""

KINDS = ("chapter", "article", "item", "paragraph", "heading", "table", "signatures", "date", "page")
KEYS = frozenset({"title", "english", "basis", "mark", "when", "from", "until", "by_hand", "lines", "name", "optional", "block"})
BLOCK_KEYS = frozenset({"kind", "text", "when", "each", "basis", "id", "head", "cells", "foot", "widths"})

_NO_FILE = expression(r'[\\/:*?"<>|]')
"""What no file's name may hold."""

_PLACE = expression(r"\{(#?[a-z_]+)\}")
_NUMBERS = {"chapter": "第{}章", "article": "第{}条", "item": "（{}）"}
_STARTS_AGAIN = {"chapter": ("item",), "article": ("item",), "paragraph": ("item",), "heading": ("item",)}

Block = dict[str, Any]


def compose(file: Path, told: Particulars, on: date, *, name: str = "") -> Layout | None:
    """The deed as it stands for these values on the day `on`; None where the paper is not called for. `name` replaces the file name it is saved under.

    Values: `{"on", "title", "basis", "blocks": [{"kind", "number", "runs": [{"text", "path"}], "head", "rows", "basis"}]}`. Raises ValueError where the
    file is not written as this module says, KeyError where its wording speaks of what the form does not have.
    """
    deed = load(file)
    if not told.holds(deed.get("when", "")) or not _in_force(deed, on):
        return None
    told = _with_blanks(told, deed)
    blocks = [each for each in deed["block"] if told.holds(each.get("when", ""))]
    numbers = list(_numbers(blocks, told))
    references = {each["id"]: number for each, number in zip(blocks, numbers, strict=True) if "id" in each}
    written = [made for each, number in zip(blocks, numbers, strict=True) for made in _written(each, number, told, references)]
    title = "".join(each.text for each in _runs(deed["title"], told, None, {}))
    basis = _basis(deed["basis"], told)
    values = {"on": on.isoformat(), "title": title, "basis": basis, "blocks": written}
    saved = "".join(each.text for each in _runs(deed.get("name", deed["title"]), told, None, {}))
    return Layout(name or _NO_FILE.sub("－", saved), title, TEMPLATE, values, basis, deed.get("english", ""), places(written), _optional(deed, told))


def composed(files: tuple[Path, ...], told: Particulars, on: date) -> tuple[Layout, ...]:
    """Every deed of these files that is called for, in their order."""
    return tuple(layout for each in files if (layout := compose(each, told, on)) is not None)


@cache
def load(file: Path) -> Mapping[str, Any]:
    """A deed's file, read once. Raises ValueError, naming the file and what is wrong with it."""
    try:
        deed = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise ValueError(f"{file.name}：读不出来（{fault}）") from fault
    wrong = [*(f"缺 {key}" for key in ("title", "basis", "mark", "block") if not deed.get(key)), *(f"不认识 {key}" for key in sorted(set(deed) - KEYS))]
    wrong += [f"第{at}块{fault}" for at, each in enumerate(deed.get("block", ()), 1) for fault in _faults(each)]
    if wrong:
        raise ValueError(f"{file.name}：{'；'.join(wrong)}")
    return deed


def _basis(written: str | Mapping[str, str], told: Particulars) -> str:
    """The rules that require the paper: one text, or a text for each state, of which the first that holds is meant."""
    return written if isinstance(written, str) else next(basis for state, basis in written.items() if told.holds(state))


def _optional(deed: Mapping[str, Any], told: Particulars) -> bool:
    """Whether the paper is for people of whom the form names none."""
    return "optional" in deed and not any(row["name"].text for row in told.rows[deed["optional"]] if "name" in row)


def _faults(block: Mapping[str, Any]) -> Iterator[str]:
    strange = sorted(set(block) - BLOCK_KEYS)
    if strange:
        yield f"里有不认识的字：{'、'.join(strange)}"
    if block.get("kind") not in KINDS:
        yield f"的 kind 只能是 {'、'.join(KINDS)}"
    if block.get("kind") in {"table", "signatures"} and not block.get("cells"):
        yield "缺 cells"
    if len({len(each) for each in (block.get("head"), block.get("foot"), block.get("widths"), *_lines(block)) if each}) > 1:
        yield "的 head、cells、foot、widths 长短不一"


def _lines(block: Mapping[str, Any]) -> list[list[str]]:
    """The lines of a table: one, or as many as are written."""
    cells = block.get("cells", [])
    return cells if cells and isinstance(cells[0], list) else [cells]


def _with_blanks(told: Particulars, deed: Mapping[str, Any]) -> Particulars:
    """Blanks and lines to write in, where the form has nothing of that name."""
    empty = {name: Run("") for name in deed.get("by_hand", ())}
    lines = {name: ({},) * count for name, count in deed.get("lines", {}).items() if not told.rows.get(name)}
    return Particulars({**empty, **told.blanks}, {**told.rows, **lines}, told.states)


def _in_force(deed: Mapping[str, Any], on: date) -> bool:
    since: date = deed.get("from", date.min)
    until: date = deed.get("until", date.max)
    return since <= on < until


def _numbers(blocks: list[Mapping[str, Any]], told: Particulars) -> Iterator[str]:
    """The number before each block, empty for those that bear none; a block that repeats gets its numbers when it is written."""
    counts = dict.fromkeys(_NUMBERS, 0)
    for block in blocks:
        kind = block["kind"]
        for other in _STARTS_AGAIN.get(kind, ()):
            counts[other] = 0
        if kind not in _NUMBERS:
            yield ""
            continue
        first = counts[kind] + 1
        counts[kind] += len(told.rows[block["each"]]) if "each" in block else 1
        yield _NUMBERS[kind].format(write(first)) if "each" not in block else str(first)


def _written(block: Mapping[str, Any], number: str, told: Particulars, references: Mapping[str, str]) -> Iterator[Block]:
    kind = block["kind"]
    shown: Block = {"kind": kind, "number": number, "basis": block.get("basis", ""), "head": [], "rows": [], "widths": block.get("widths", [])}
    if kind in {"table", "signatures"}:
        rows = told.rows[block["each"]] if "each" in block else (None,)
        lines = [*((line, row) for row in rows for line in _lines(block)), *([(block["foot"], None)] if "foot" in block else ())]
        cells = [[_json(_runs(cell, told, row, references)) for cell in line] for line, row in lines]
        yield {**shown, "runs": _json(_runs(block.get("text", ""), told, None, references)), "head": list(block.get("head", ())), "rows": cells}
    elif "each" in block:
        for at, row in enumerate(told.rows[block["each"]]):
            counted = _NUMBERS[kind].format(write(int(number) + at)) if number else ""
            yield {**shown, "number": counted, "runs": _json(_runs(block["text"], told, row, references))}
    else:
        yield {**shown, "runs": _json(_runs(block.get("text", ""), told, None, references))}


def _runs(text: str, told: Particulars, row: Row | None, references: Mapping[str, str]) -> Iterator[Run]:
    at = 0
    for found in _PLACE.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()])
        name = found[1]
        value = Run("") if name == "_" else Run(references[name[1:]]) if name.startswith("#") else told.run(name, row)
        yield replace(value, text=printable(value.text))
        at = found.end()
    if at < len(text):
        yield Run(text[at:])


def _json(runs: Iterator[Run]) -> list[dict[str, str]]:
    return [{"text": each.text, "path": each.path} for each in runs]
