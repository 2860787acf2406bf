"""A transcript (转写): what the applicant said, in turns.

A turn may answer a question: `asked` then names the form's field. Typed text and recognised speech are both transcripts; speech brings further ways
to write it, so that the one that makes sense can be chosen.

>>> Transcript.of("我想开公司", ("registered_capital", "一百万")).turns[1].asked
'registered_capital'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_TURN = 6_000
"""Characters of one turn that are read; what is beyond is kept but not read (told to the applicant)."""


MOST_ALTERNATIVES = 8
"""Ways to write one turn that are looked at beside the first."""


@dataclass(frozen=True)
class Turn:
    """One thing said (一句话): the raw words, and the field that had just been asked about, if any.

    `alternatives` are further ways to write the same sounds, the likelier first; typed words have none.
    """

    said: str
    asked: str | None = None
    alternatives: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's shape: `{"said": …}` with `asked` where there was a question; `alternatives` beside them where there are any."""
        told: dict[str, Any] = {"said": self.said} if self.asked is None else {"asked": self.asked, "said": self.said}
        return {**told, "alternatives": list(self.alternatives)} if self.alternatives else told


@dataclass(frozen=True)
class Transcript:
    """All turns of one statement, oldest first."""

    turns: tuple[Turn, ...]

    @classmethod
    def of(cls, *turns: str | tuple[str, str]) -> Transcript:
        """Build a transcript from free words and `(asked, said)` pairs."""
        return cls(tuple(Turn(turn) if isinstance(turn, str) else Turn(turn[1], turn[0]) for turn in turns))

    @classmethod
    def from_json(cls, case: Mapping[str, object]) -> Transcript:
        """Read the contract's `{"turns": [{"asked": …, "said": …}]}`.

        Raises ValueError with a plain sentence where the shape is another one.
        """
        turns = case.get("turns")
        if not isinstance(turns, list):
            raise ValueError("a case needs a list «turns»")  # noqa: TRY004 — the contract speaks of values
        return cls(tuple(_turn(turn) for turn in turns))

    def to_json(self) -> dict[str, list[dict[str, Any]]]:
        """The contract's shape."""
        return {"turns": [turn.to_json() for turn in self.turns]}


def _turn(turn: object) -> Turn:
    if not isinstance(turn, Mapping) or not isinstance(turn.get("said"), str):
        raise ValueError("each turn needs a text «said»")  # noqa: TRY004 — the contract speaks of values
    asked = turn.get("asked")
    if asked is not None and not isinstance(asked, str):
        raise ValueError("«asked» must be a field's name")
    return Turn(turn["said"], asked, _alternatives(turn))


def _alternatives(turn: Mapping[str, object]) -> tuple[str, ...]:
    """Further ways to write the turn; null is none."""
    given = turn.get("alternatives")
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise ValueError("«alternatives» must be a list of texts")
    return tuple(dict.fromkeys(each for each in given if each != turn["said"]))[:MOST_ALTERNATIVES]
