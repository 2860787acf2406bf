"""`--model`: the operator's language model reads the words once more (语言模型再读一遍); it fills only what was left empty and the words bear out.

Where it fails, our own reading stands and a sentence says why.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from gaoxing.cli.trouble import Trouble

if TYPE_CHECKING:
    from gaoxing.forms.proposal import Proposer
    from gaoxing.intake import Taken
    from gaoxing.speech.transcript import Transcript

NOT_TURNED_ON = "语言模型没有打开。请设置 GAOXING_LANGUAGE_MODEL_URL 和 GAOXING_LANGUAGE_MODEL_MODEL，再试一次。"


@dataclass(frozen=True)
class Model:
    """A language model that was asked for, and what it is called."""

    reader: str
    proposer: Proposer


@dataclass(frozen=True)
class Read:
    """What the words came to, who read them besides us, the blanks filled by that, and why not where it failed."""

    taken: Taken
    reader: str = ""
    filled: tuple[str, ...] = field(default=())
    trouble: str = ""

    def to_json(self) -> dict[str, Any]:
        """`{"model": {"reader", "filled", "trouble"}}` where a model was asked for; else nothing."""
        if not self.reader:
            return {}
        return {"model": {"reader": self.reader, "filled": list(self.filled), **({"trouble": self.trouble} if self.trouble else {})}}

    def lines(self) -> Iterator[str]:
        """The same for a person."""
        if self.reader:
            yield self.trouble or f"语言模型 {self.reader} 也读了，补了 {len(self.filled)} 项，请核对。"


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add `--model`: ask the language model too."""
    parser.add_argument("--model", action="store_true", help="请语言模型再读一遍（要先设置，见 docs/operating.md） · ask the language model too")


def wanted_model(options: argparse.Namespace) -> Model | None:
    """The model where `--model` was given. Raises Trouble where none is turned on, or its setting is wrong."""
    if not options.model:
        return None
    from gaoxing.engines.fault import Fault
    from gaoxing.engines.language_model.model import Patient, turned_on

    try:
        found = turned_on()
    except Fault as fault:
        raise Trouble(fault.message) from None
    if found is None:
        raise Trouble(NOT_TURNED_ON)
    return Model(found.reader, Patient(found))


def read(transcript: Transcript, model: Model | None, *, on: date, matter_id: str | None = None) -> Read:
    """Our own reading, and the model's proposals laid into it where one was asked for."""
    from gaoxing.engines.fault import Fault
    from gaoxing.forms.form import Source
    from gaoxing.intake import receive, wanted

    taken = receive(transcript, on=on, matter_id=matter_id)
    asked = wanted(taken, transcript) if model else None
    if model is None or asked is None:
        return Read(taken, model.reader if model else "")
    try:
        proposals = model.proposer.propose(asked)
    except Fault as fault:
        return Read(taken, model.reader, trouble=fault.message)
    taken = receive(transcript, on=on, matter_id=asked.matter, proposals=proposals)
    filled = tuple(path for path, answer in taken.form.answers.items() if answer.source is Source.MODEL) if taken.form else ()
    return Read(taken, model.reader, filled)
