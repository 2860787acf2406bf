"""What the model is told (提示): the task, the open blanks with the contract's schema of each, and the words with every person's number hidden.

The words go as data inside JSON, never as text of the task. What a statement tells a model to do may still be done by it; that is why nothing it answers
counts unless the words bear it out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gaoxing.engines.language_model import contract
from gaoxing.facts.placeholder import Veil, veil
from gaoxing.forms.correction import pattern
from gaoxing.forms.field import Field
from gaoxing.forms.proposal import Wanted, row_of

MOST_SENT = 12_000
"""Characters of words that are sent; what is beyond stays here."""

TASK = Path(__file__).with_name("task.txt")
"""What the model is to do, in Chinese."""


def messages(wanted: Wanted) -> tuple[list[dict[str, str]], Veil]:
    """The two messages of the request, and the veil by which what comes back is read."""
    turns = wanted.transcript.turns
    hidden = veil([turn.said for turn in turns])
    told = {
        "matter": wanted.matter_name,
        "blanks": list(_blanks(wanted)),
        "rows": {path: name for path, name in wanted.rows.items() if name},
        "further": sorted({row_of(path) for path in wanted.blanks} - set(wanted.rows) - {""}),
        "turns": list(_turns(wanted, hidden)),
    }
    content = json.dumps(told, ensure_ascii=False)
    return [{"role": "system", "content": TASK.read_text(encoding="utf-8")}, {"role": "user", "content": content}], hidden


def _blanks(wanted: Wanted) -> Iterator[dict[str, Any]]:
    """Each kind of blank once: a column of rows with `*` in place of the row's number."""
    seen: set[str] = set()
    for path, field in wanted.blanks.items():
        place = pattern(path)
        if place not in seen:
            seen.add(place)
            yield {"path": place, "label": field.label, "value": _schema(wanted, place, field)}


def _schema(wanted: Wanted, place: str, field: Field) -> dict[str, Any]:
    found = contract.at(wanted.matter, place) or {}
    return {**found, "labels": dict(field.choices)} if field.choices else found


def _turns(wanted: Wanted, hidden: Veil) -> Iterator[dict[str, str]]:
    room = MOST_SENT
    for turn, said in zip(wanted.transcript.turns, hidden.texts, strict=True):
        if room <= 0:
            return
        asked = wanted.blanks.get(turn.asked or "")
        yield {**({"asked": asked.label} if asked else {}), "said": said[:room]}
        room -= len(said)
