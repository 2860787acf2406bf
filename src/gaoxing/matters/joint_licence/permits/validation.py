"""Faults of a catalogue (目录的检查): unknown or missing words, references to nothing, circles, conditions that never or always hold, no basis.

>>> [each.message for each in problems({"licence": {"signboard": {"after": ["moon"]}}})]
['“after”写了没有的“moon”']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gaoxing.matters.joint_licence.permits.circles import circles
from gaoxing.matters.joint_licence.permits.conditions import leaves, outcomes
from gaoxing.matters.joint_licence.permits.entries import Condition
from gaoxing.matters.joint_licence.permits.lines import Place, line_of
from gaoxing.matters.joint_licence.permits.loading import Tables, laid_over, parsed, shipped_tables
from gaoxing.matters.joint_licence.permits.shapes import shape_faults

PREREQUISITES = ("after", "hard", "stage2", "supplement", "with", "parallel")
OPENING = "opening"
MOST_ASKED = 10
"""A condition over more questions than this is not tried out."""


@dataclass(frozen=True)
class Problem:
    """A fault of a catalogue: where it stands, in plain Chinese what is wrong, and the line where the text is known."""

    place: Place
    message: str
    word: str = ""
    line: int | None = None

    def to_json(self) -> dict[str, Any]:
        """`{"line", "place", "message"}`."""
        return {"line": self.line, "place": ".".join(self.place), "message": self.message}


def faults_of(text: str) -> tuple[Problem, ...]:
    """The faults of a zone's own table laid over the shipped ones, with their lines. Raises tomllib.TOMLDecodeError where it is no TOML."""
    found = problems(parsed(text))
    return tuple(Problem(each.place, each.message, each.word, line_of(text, each.place, each.word)) for each in found)


def problems(own: Tables) -> tuple[Problem, ...]:
    """The faults that a zone's own rows bring in; with none (`{}`) those of the shipped tables. Where rows are ill-shaped, only that is told."""
    ill_shaped = tuple(Problem(*each) for each in shape_faults(own, shipped_tables()))
    if ill_shaped:
        return ill_shaped
    tables = laid_over(shipped_tables(), own)
    return tuple(dict.fromkeys((*_references(tables), *_conditions(tables), *_circular(tables), *_unfounded(tables), *_said_by_nobody(own, tables))))


def _references(tables: Tables) -> Iterator[Problem]:
    for key, row in tables["licence"].items():
        for word in PREREQUISITES:
            yield from _unknown(("licence", key, word), row.get(word, ()), tables["licence"])
        yield from _unknown(("licence", key, "materials"), row["materials"], tables["material"])
        yield from _unknown(("licence", key, "fields"), row["fields"], tables["field"])
        yield from _unknown(("licence", key, "if"), row.get("if", {}), row["materials"])
        yield from _unknown(("licence", key, "duty"), [each for each in (row.get("duty", {}).get("event"),) if each], {*tables["licence"], OPENING})
    for key, row in tables["question"].items():
        yield from _unknown(("question", key, "excluded_by"), row.get("excluded_by", ()), tables["question"])
    for key, row in tables["trade"].items():
        yield from _unknown(("trade", key, "licences"), row["licences"], tables["licence"])
        yield from _unknown(("trade", key, "if"), row.get("if", {}), row["licences"])
    for key, row in tables["material"].items():
        yield from _unknown(("material", key, "output_of"), [each for each in (row.get("output_of"),) if each], tables["licence"])
    for place, row in _exemptions(tables):
        yield from _unknown((*place, "trades"), row["trades"], tables["trade"])
        yield from _unknown((*place, "licence"), [row["licence"]], tables["licence"])


def _exemptions(tables: Tables) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """The exemptions with their places: a zone's own ones are counted from 0, those shipped stand before them."""
    before = len(shipped_tables()["exempt"])
    yield from ((("exempt", str(number - before)), row) for number, row in enumerate(tables["exempt"]))


def _unknown(place: Place, words: Any, known: Any) -> Iterator[Problem]:
    yield from (Problem(place, f"“{place[-1]}”写了没有的“{each}”", str(each)) for each in words if each not in known)


def _every_condition(tables: Tables) -> Iterator[tuple[Place, Condition]]:
    yield from ((("condition", key), each) for key, each in tables["condition"].items())
    for table in ("trade", "licence"):
        for key, row in tables[table].items():
            yield from (((table, key, "if", word), each) for word, each in row.get("if", {}).items())
    yield from (((*place, "when"), row["when"]) for place, row in _exemptions(tables) if "when" in row)


def _conditions(tables: Tables) -> Iterator[Problem]:
    circular = {step for circle in circles(_named(tables)) for step in circle}
    kinds = {key: row["kind"] for table in ("question", "circumstance") for key, row in tables[table].items()}
    for place, condition in _every_condition(tables):
        faults = list(_ill_made(place, condition, kinds, tables["condition"]))
        yield from faults
        if not faults and not circular:
            yield from _settled(place, condition, tables["condition"])


def _ill_made(place: Place, condition: Any, kinds: Mapping[str, str], named: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with a condition's words and names."""
    words = {*condition} if isinstance(condition, Mapping) else set()
    if words in ({"all"}, {"any"}) and isinstance(parts := next(iter(condition.values())), list) and parts:
        for each in parts:
            yield from _ill_made(place, each, kinds, named)
    elif words == {"not"}:
        yield from _ill_made(place, condition["not"], kinds, named)
    elif words == {"condition"}:
        yield from (Problem(place, f"条件里写了没有的条件“{each}”", str(each)) for each in [str(condition["condition"])] if each not in named)
    elif words in ({"question", "is"}, {"question", "over"}):
        yield from _ill_asked(place, condition, kinds)
    else:
        yield Problem(place, "条件的写法看不懂，要写 question 加 is 或 over，或者 condition、all、any、not")


def _ill_asked(place: Place, condition: Condition, kinds: Mapping[str, str]) -> Iterator[Problem]:
    question = str(condition["question"])
    kind = kinds.get(question)
    if kind is None:
        yield Problem(place, f"条件里写了没有的问题“{question}”", question)
    elif kind == "bool" and not isinstance(condition.get("is"), bool):
        yield Problem(place, f"“{question}”要答是或否，条件要写 is = true 或 is = false", question)
    elif kind == "number" and (isinstance(condition.get("over"), bool) or not isinstance(condition.get("over"), int | float)):
        yield Problem(place, f"“{question}”要答数字，条件要写 over = 数字", question)


def _settled(place: Place, condition: Condition, named: Mapping[str, Condition]) -> Iterator[Problem]:
    """A condition that no answer fulfils, or every answer does."""
    if len({each["question"] for each in leaves(condition, named)}) > MOST_ASKED:
        return
    found = outcomes(condition, named)
    if found == {False}:
        yield Problem(place, "这个条件怎么回答都不成立，写在它下面的永远用不上")
    elif found == {True}:
        yield Problem(place, "这个条件怎么回答都成立，不用写条件")


def _circular(tables: Tables) -> Iterator[Problem]:
    for circle in circles(_named(tables)):
        yield Problem(("condition", circle[0]), f"条件绕成了圈：{' → '.join((*circle, circle[0]))}")
    names = {key: row["name"] for key, row in tables["licence"].items()}
    for circle in circles(waiting(tables)):
        yield Problem(("licence", circle[0]), f"先后绕成了圈，谁也办不成：{' → '.join(names.get(each, each) for each in (*circle, circle[0]))}")


def waiting(tables: Tables) -> dict[str, list[str]]:
    """Each licence with those it must wait for; registration waits for what is decided before it."""
    rows = tables["licence"]
    waits = {key: [each for word in PREREQUISITES[:4] for each in row.get(word, ()) if each in rows] for key, row in rows.items()}
    first = [key for key, row in rows.items() if row["stage"] == "pre"]
    return {key: [*each, *(first if rows[key]["stage"] == "registration" else ())] for key, each in waits.items()}


def _named(tables: Tables) -> dict[str, list[str]]:
    return {key: [each for each in _names(row) if each in tables["condition"]] for key, row in tables["condition"].items()}


def _names(condition: Any) -> Iterator[str]:
    if isinstance(condition, Mapping):
        if isinstance(condition.get("condition"), str):
            yield condition["condition"]
        for each in condition.values():
            yield from _names(each)
    elif isinstance(condition, list):
        for each in condition:
            yield from _names(each)


def _said_by_nobody(own: Tables, tables: Tables) -> Iterator[Problem]:
    """What a zone confirms without saying by which paper and on which day, and the registration that no zone can do without."""
    for key, row in own.get("licence", {}).items():
        missing = [word for word in ("source", "as_of") if not tables["licence"][key].get(word)]
        if row.get("verified") is True and missing:
            yield Problem(("licence", key, "verified"), f"“{tables['licence'][key]['name']}”标了已核实，还要写{'、'.join(missing)}：按哪份文件、哪天核对的")
        if row.get("off") and tables["licence"][key]["stage"] == "registration":
            yield Problem(("licence", key, "off"), f"“{tables['licence'][key]['name']}”不能停办：别的证照都要先有它")


def _unfounded(tables: Tables) -> Iterator[Problem]:
    for key, row in tables["licence"].items():
        if not row["basis"].strip():
            yield Problem(("licence", key, "basis"), f"“{row['name']}”没有写依据")
        if "stages" in row and sum(row["stages"]) != row["days"]:
            yield Problem(("licence", key, "stages"), f"“{row['name']}”各阶段加起来是{sum(row['stages'])}，和 days 的{row['days']}对不上")
    for place, row in _exemptions(tables):
        if not row["basis"].strip():
            yield Problem((*place, "basis"), f"“{row['words']}”没有写依据")
