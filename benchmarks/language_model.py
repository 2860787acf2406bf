"""What a language model can do to a form: how much wrong one that says yes to everything smuggles in, how much right one that knows everything adds.

No model is asked. The yes-man proposes for every open blank everything that our readers hear of its kind anywhere in the words, alone and with words
around it: all of it literally said, most of it somebody else's. The knowing one proposes each value of the case's form that our reader left empty,
clause by clause; and once more with each right value of our own reading taken out in turn, as if our reader had missed it. Counted is what the
grounding lets through.

Run: `python benchmarks/language_model.py [CASES.jsonl]`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Evidence
from gaoxing.facts.party import percent, plain
from gaoxing.facts.scope import find_scope
from gaoxing.facts.statement import Heard, hear
from gaoxing.forms.form import Form, Source
from gaoxing.forms.proposal import Proposal, Wanted, open_blanks
from gaoxing.forms.supplement import supplemented
from gaoxing.intake import receive, wanted
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.numerals import find

ROOT = Path(__file__).parents[1]
WORKED = ROOT.parent / "shared" / "contract" / "cases.jsonl"
OWN = ROOT / "tests" / "cases" / "set_aside.jsonl"
ON = date(2026, 11, 24)
AROUND = ((0, 0), (12, 4))
KINDS = {"percent": {"percent"}, "date": {"day", "term"}, "term": {"term"}, "id_number": {"code"}, "telephone": {"code"}, "address": {"address"}}


def main() -> None:
    path = Path(sys.argv[1]) if sys.argv[1:] else WORKED if WORKED.exists() else OWN
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    count: Counter[str] = Counter()
    for case in cases:
        transcript = Transcript.from_json(case)
        taken = receive(transcript, on=ON, matter_id=case["matter"])
        asked = wanted(taken, transcript)
        if asked is not None and taken.form is not None:
            gold = dict(leaves(case["form"]))
            count += tried(taken.form, asked, gold)
            count += emptied(taken.form, asked, gold)
    print(f"{len(cases)} cases of {path.name}")
    print(f"{'':14}{'proposed':>10}{'let through':>13}{'right':>8}{'wrong':>8}")
    for who in ("yes-man", "knowing", "knowing, blank"):
        print(f"{who:14}{count[f'{who} proposed']:>10}{count[f'{who} right'] + count[f'{who} wrong']:>13}{count[f'{who} right']:>8}{count[f'{who} wrong']:>8}")
    missed = {name.removeprefix("missed "): number for name, number in count.most_common() if name.startswith("missed ") and number}
    print("not let through though right:", ", ".join(f"{name} {number}" for name, number in missed.items()))


def tried(form: Form, asked: Wanted, gold: dict[str, Any]) -> Counter[str]:
    """Every proposal of both, each laid into the form by itself; a value let through twice counts once."""
    count: Counter[str] = Counter()
    for who, proposals in (("yes-man", yes_man(asked)), ("knowing", knowing(asked, gold))):
        through: set[tuple[str, str]] = set()
        for each in proposals:
            count[f"{who} proposed"] += 1
            after = supplemented(form, [each], matter(form.matter).fields, asked.transcript, ON).answers.get(each.path)
            if after is not None and after.source is Source.MODEL and (each.path, str(after.value)) not in through:
                through.add((each.path, str(after.value)))
                count[f"{who} {'right' if same(gold.get(each.path), after.value) else 'wrong'}"] += 1
    return count


def emptied(form: Form, asked: Wanted, gold: dict[str, Any]) -> Counter[str]:
    """Each right value taken out of the form, and proposed with every clause until it is let through; counted once a value."""
    count: Counter[str] = Counter()
    fields = matter(form.matter).fields
    for path, answer in form.answers.items():
        left = form.without([path])
        field = open_blanks(left, fields).get(path)
        if field is None or answer.source is not Source.SAID or not same(gold.get(path), answer.value):
            continue
        count["knowing, blank proposed"] += 1
        value = tuple(gold[path]) if isinstance(gold[path], list) else gold[path]
        near = (Proposal(path, value, words) for each in answer.evidence for words in around(asked, each))
        proposals = chain(near, knowing(asked, gold, [path]))
        after = (supplemented(left, [each], fields, asked.transcript, ON).answers.get(path) for each in proposals)
        through = next((each for each in after if each is not None), None)
        count["knowing, blank right"] += through is not None and same(gold[path], through.value)
        count[f"missed {path.rpartition('.')[2]}"] += through is None
    return count


def yes_man(asked: Wanted) -> Iterator[Proposal]:
    for heard in hear(asked.transcript, ON).turns:
        for path, field in asked.blanks.items():
            for value, start, end in of_kind(heard, str(field.kind), whole=path == field.id or field.like is not None):
                for before, behind in AROUND:
                    words = heard.wording.evidence(heard.turn, max(0, start - before), min(len(heard.text), end + behind)).words
                    yield Proposal(path, value, words)


def of_kind(heard: Heard, kind: str, *, whole: bool) -> Iterator[tuple[Any, int, int]]:
    """Whatever the readers hear in a turn that has the shape of this kind."""
    for token in heard.tokens:
        mention = token.mention
        if kind == "money" and token.kind == "money" and mention.amount is not None:
            amount = plain(mention.amount)
            yield {"amount": amount, "currency": mention.currency or "CNY"} if whole else amount, token.start, token.end
        elif kind == "text" and token.kind in {"name", "enterprise"}:
            yield mention.name, token.start, token.end
        elif token.kind in KINDS.get(kind, ()) and mention.value is not None:
            yield percent(mention.value) if kind == "percent" else mention.value, token.start, token.end
    if kind == "scope":
        yield from ((each.items, each.start, each.end) for each in find_scope(heard.text, answering=True) if each.items)
    if kind == "integer":
        numbers = (each for each in find(heard.text) if each.value is not None and each.value == int(each.value))
        yield from ((int(each.value or 0), each.start, min(len(heard.text), each.end + 3)) for each in numbers)


def knowing(asked: Wanted, gold: dict[str, Any], paths: Iterable[str] = ()) -> Iterator[Proposal]:
    stretches = [part for turn in asked.transcript.turns for part in windows(turn.said)]
    for path in paths or asked.blanks:
        if path in gold:
            yield from (Proposal(path, tuple(gold[path]) if isinstance(gold[path], list) else gold[path], words) for words in stretches)


def windows(said: str) -> Iterator[str]:
    """One, two and three clauses in a row, as they were said."""
    ends = [0, *(match.end() for match in re.finditer("[，。；！？,;]", said)), len(said)]
    for count in (1, 2, 3):
        yield from (said[start:end].rstrip("，。；！？,;") for start, end in zip(ends, ends[count:], strict=False) if 1 < end - start <= 200)


def around(asked: Wanted, each: Evidence) -> Iterator[str]:
    """The words of an evidence alone, and with a few words before it."""
    said = asked.transcript.turns[each.turn].said
    yield from (said[max(0, each.start - before) : each.end] for before in (0, 4, 8, 16, 30))


def leaves(form: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Path and value of every leaf as the blanks are named; rows by their number."""
    if isinstance(form, dict) and not ({"amount", "currency"} == form.keys() or {"years"} == form.keys()):
        for key, value in form.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(form, list) and form and isinstance(form[0], dict):
        for number, row in enumerate(form):
            yield from leaves(row, f"{path}.{number}")
    else:
        yield path, form


def same(gold: Any, value: Any) -> bool:
    """Whether a value let through is the case's own, or of a list a part of it."""
    return set(value) <= set(gold or ()) if isinstance(value, tuple) else gold == value


if __name__ == "__main__":
    main()
