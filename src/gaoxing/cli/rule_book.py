"""The book of rules (规则簿): every rule of every matter once by its number, with its stories, its figures by date, and what no rule decides.

>>> rule_book()["SH-01"].matters
('company_registration',)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing import checks
from gaoxing.catalogue import Matter, matters
from gaoxing.checks.parameters import load as load_table
from gaoxing.checks.rule import Rule
from gaoxing.cli.stories import Story, load, take

LEDGER = Path(checks.__file__).with_name("ledger.toml")
PLAIN = "plain.toml"
"""What each rule asks in plain Chinese: beside the shared rules, and in a matter's folder."""


@dataclass(frozen=True)
class Entry:
    """One rule (一条规则), the ids of the matters that have it, and the stories that trip it and those that keep it."""

    rule: Rule
    matters: tuple[str, ...]
    trips: tuple[Story, ...]
    keeps: tuple[Story, ...]
    plain: str = ""
    """What the rule asks, in plain Chinese; empty where nobody wrote it down."""

    @property
    def function(self) -> str:
        """The function that judges, from `gaoxing` down."""
        return f"{self.rule.judge.__module__}.{self.rule.judge.__qualname__}"

    def to_json(self) -> dict[str, Any]:
        """`{"id", "basis", "level", "since", "until", "matters", "function", "plain", "trips", "keeps"}`; the stories by name."""
        return {
            "id": self.rule.id,
            "basis": self.rule.basis,
            "level": str(self.rule.level),
            "since": str(self.rule.since),
            "until": str(self.rule.until) if self.rule.until else None,
            "matters": list(self.matters),
            "function": self.function,
            "plain": self.plain,
            "trips": [each.name for each in self.trips],
            "keeps": [each.name for each in self.keeps],
        }


@dataclass(frozen=True)
class Undecided:
    """A number of the law without a rule of its own (不由规则判断): what it says, which rules hold it, why no form decides it."""

    id: str
    plain: str
    by: tuple[str, ...]
    because: str

    def to_json(self) -> dict[str, Any]:
        """`{"id", "plain", "by", "because"}`."""
        return {"id": self.id, "plain": self.plain, "by": list(self.by), "because": self.because}


class Watched(dict[str, Any]):
    """Figures that remember which of them were looked at."""

    def __init__(self, figures: Mapping[str, Any]) -> None:
        """Nothing was looked at yet."""
        super().__init__(figures)
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        """The figure, and a note that it was needed."""
        self.seen.add(name)
        return super().__getitem__(name)


@cache
def rule_book() -> Mapping[str, Entry]:
    """Every rule by its number, in the order of matters and rules."""
    stories = {each.id: load(each.folder / "examples") for each in matters()}
    homes: dict[str, list[Matter]] = {}
    rules: dict[str, Rule] = {}
    for each in matters():
        for rule in each.rules:
            homes.setdefault(rule.id, []).append(each)
            rules.setdefault(rule.id, rule)
    return {number: _entry(rule, homes[number], stories) for number, rule in rules.items()}


def undecided() -> Mapping[str, Undecided]:
    """What of the law has no rule of its own, by its number."""
    rows = tomllib.loads(LEDGER.read_text(encoding="utf-8"))
    return {number: Undecided(number, row["plain"], tuple(row.get("by", ())), row.get("because", "")) for number, row in rows.items()}


def figures_of(entry: Entry, on: date) -> tuple[dict[str, Any], ...]:
    """Every version of every figure that the rule looks at in its stories: `{"figure", "value", "from", "basis"}`, by name and date."""
    names = sorted({name for story in (*entry.trips, *entry.keeps) if story.matter in entry.matters for name in _seen(entry, story, on)})
    return tuple(row for name in names for row in _versions(entry, name))


def said(entry: Entry, on: date) -> str:
    """What the rule says in its first story: what, why and what next."""
    for story in entry.trips:
        found = next((each.message for each in take(story, on).findings if each.rule == entry.rule.id), "")
        if found:
            return found
    return ""


def _entry(rule: Rule, homes: list[Matter], stories: Mapping[str, tuple[Story, ...]]) -> Entry:
    told = [story for each in homes for story in stories[each.id]]
    trips = tuple(story for story in told if rule.id in story.finds)
    plain = next((said for each in homes if (said := _plain(each).get(rule.id))), "")
    return Entry(rule, tuple(each.id for each in homes), trips, tuple(story for story in told if rule.id in story.quiet), plain)


def _plain(home: Matter) -> Mapping[str, str]:
    """What the rules ask in plain Chinese, by number: the shared ones and the matter's own above them."""
    tables = [path for path in (LEDGER.with_name(PLAIN), home.folder / PLAIN) if path.is_file()]
    return {number: said for path in tables for number, said in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def _seen(entry: Entry, story: Story, on: date) -> set[str]:
    home, day = next(each for each in matters() if each.id == story.matter), story.on or on
    form = take(story, on).form
    if home.figures is None or form is None:
        return set()
    watched = Watched(home.figures(day))
    entry.rule.apply(form, day, watched)
    return watched.seen


def _versions(entry: Entry, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a figure: the matter's own table before the shared ones."""
    own = [each.folder / "parameters.toml" for each in matters() if each.id in entry.matters]
    tables = [path for path in (*own, *sorted(LEDGER.parent.glob("*.toml"))) if path.is_file() and path.name not in {LEDGER.name, PLAIN, "english.toml"}]
    rows = next((found for path in tables if (found := load_table(path).get(name))), ())
    for row in sorted(rows, key=lambda each: str(each["from"])):
        yield {"figure": name, "value": row["value"], "from": str(row["from"]), "basis": row["basis"]}
