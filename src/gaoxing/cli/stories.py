"""A matter's stories (样例): what is said or typed, what must then stand in the form, what must stay empty, and what the rules must find.

A story is a `[[story]]` of a TOML file in the matter's `examples` folder; `docs/add-a-matter.md` says how a clerk writes one.

>>> [row for row in expanded({"parties.0-1.name": "股东{n}"})]
['parties.0.name', 'parties.1.name']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.catalogue import matter
from gaoxing.cli.clerk_toml import loads
from gaoxing.facts.fact import Value
from gaoxing.forms.form import Answer, Source
from gaoxing.forms.register import Sheaf, sheaf
from gaoxing.intake import Taken, receive, registered
from gaoxing.speech.transcript import Transcript

KEYS = frozenset({"name", "on", "said", "matter", "given", "form", "empty", "finds", "quiet", "says", "unsaid", "register"})
SPAN = re.compile(r"\.(\d+)-(\d+)\.")


@dataclass(frozen=True)
class Story:
    """One story (样例). `wanted` is the matter that the words must lead to; without it they are read for the matter in whose folder the story lies."""

    name: str
    matter: str
    said: tuple[Any, ...] = ()
    given: Mapping[str, Value] = field(default_factory=dict)
    form: Mapping[str, Value] = field(default_factory=dict)
    empty: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    wanted: str | None = None
    on: date | None = None
    says: tuple[str, ...] = ()
    """Words that stand in the message of some finding; `unsaid` are words that stand in none: for a figure whose change alters the sentence."""
    unsaid: tuple[str, ...] = ()

    register: Sheaf | None = None
    """What the register holds; None where it is not asked."""


def load(folder: Path) -> tuple[Story, ...]:
    """The stories of an `examples` folder, file by file; empty where there is no such folder.

    Raises ValueError, naming the file, where one is not written as `docs/add-a-matter.md` says.
    """
    return tuple(story for path in sorted(folder.glob("*.toml")) for story in _stories(path, folder.parent.name))


def run(story: Story, on: date) -> tuple[str, ...]:
    """What came out otherwise than told, a sentence each; nothing where all is well. The story's own day comes before `on`."""
    unknown = [path for path in (*story.given, *story.form, *story.empty) if not _is_blank(story.matter, path)]
    if unknown:
        return tuple(f"表上没有“{path}”这一栏" for path in unknown)
    return tuple(_differences(story, take(story, on)))


def take(story: Story, on: date) -> Taken:
    """What the window makes of the story's words and typed answers."""
    transcript = Transcript.from_json({"turns": [{"said": turn} if isinstance(turn, str) else turn for turn in story.said]})
    typed = {path: Answer(value, Source.TYPED) for path, value in story.given.items()}
    taken = receive(transcript, on=story.on or on, matter_id=None if story.wanted else story.matter, typed=typed)
    return taken if story.register is None else registered(taken, story.register, on=story.on or on)


def expanded(answers: Mapping[str, Any]) -> dict[str, Value]:
    """Answers by path; `parties.0-50.name` stands for 51 rows, in whose text `{n}` is the row's number."""
    rows: dict[str, Value] = {}
    for path, value in answers.items():
        span = SPAN.search(path)
        if span is None:
            rows[path] = _frozen(value)
            continue
        for row in range(int(span[1]), int(span[2]) + 1):
            rows[path.replace(span[0], f".{row}.")] = value.replace("{n}", str(row)) if isinstance(value, str) else _frozen(value)
    return rows


def _stories(path: Path, folder: str) -> Iterator[Story]:
    try:
        written = loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(f"{path.name}: {fault}") from fault
    for each in written.get("story", ()):
        strange = sorted(set(each) - KEYS)
        if strange or "name" not in each:
            raise ValueError(f"{path.name}: 样例“{each.get('name', '（没有名字）')}”里有不认识的字：{'、'.join(strange) or '缺 name'}")
        yield _story(each, expanded(written.get("base", {})), folder)


def _story(each: Mapping[str, Any], base: Mapping[str, Value], folder: str) -> Story:
    return Story(
        each["name"],
        folder,
        tuple(each.get("said", ())),
        {**base, **expanded(each.get("given", {}))},
        expanded(each.get("form", {})),
        tuple(each.get("empty", ())),
        tuple(each.get("finds", ())),
        tuple(each.get("quiet", ())),
        each.get("matter"),
        each.get("on"),
        tuple(each.get("says", ())),
        tuple(each.get("unsaid", ())),
        sheaf(each["register"]) if "register" in each else None,
    )


def _differences(story: Story, taken: Taken) -> Iterator[str]:
    found = taken.matter.id if taken.matter else "没有认出"
    if story.wanted is not None and found != story.wanted:
        yield f"应当认作 {story.wanted}，认成了 {found}"
    if taken.form is None:
        return
    for path, value in story.form.items():
        if taken.form.value(path) != value:
            yield f"“{path}”应当是 {value}，现在是 {taken.form.value(path)}"
    for path in story.empty:
        if any(each == path or each.startswith(f"{path}.") for each in taken.form.answers):
            yield f"“{path}”应当空着"
    told = {finding.rule for finding in taken.findings}
    yield from (f"应当有审查意见 {rule}" for rule in story.finds if rule not in told)
    yield from (f"不应当有审查意见 {rule}" for rule in story.quiet if rule in told)
    messages = "".join(finding.message for finding in taken.findings)
    yield from (f"审查意见里应当说到“{words}”" for words in story.says if words not in messages)
    yield from (f"审查意见里不应当说到“{words}”" for words in story.unsaid if words in messages)


def _is_blank(matter_id: str, path: str) -> bool:
    try:
        matter(matter_id).field(path)
    except KeyError:
        return path.rstrip("0123456789").endswith(".")
    return True


def _frozen(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
