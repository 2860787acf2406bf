"""What is asked of another body (协同部门): an errand is handed in under a token, and asked after until it is done or declined.

An errand handed in twice under one token is one errand. No answer is a Fault, never "nothing found" and never "declined".

>>> Errand("tax", "t1", {"name": "昆山样例五金有限公司"}).words["{name}"]
'昆山样例五金有限公司'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """How far an errand is with the body."""

    IN_HAND = "in_hand"
    DONE = "done"
    DECLINED = "declined"


@dataclass(frozen=True, repr=False)
class Errand:
    """What one body is asked for an enterprise: the step, a token of ours, and just the values that this body needs, by name."""

    step: str
    token: str
    values: Mapping[str, str]

    @property
    def words(self) -> Mapping[str, str]:
        """The values by the places where an operator's body of a request names them."""
        return {"{token}": self.token, "{step}": self.step, **{f"{{{name}}}": value for name, value in self.values.items()}}


@dataclass(frozen=True)
class Progress:
    """What the body says: how far it is, and a sentence for the enterprise (empty where it says none)."""

    stage: Stage
    told: str = ""


class Body(Protocol):
    """A body that takes errands."""

    @property
    def called(self) -> str:
        """What people read of it."""
        ...

    def hand_in(self, errand: Errand) -> str:
        """Hand it in; the body's own number for it. Raises a Fault where it was not taken."""
        ...

    def ask(self, number: str) -> Progress:
        """How far it is. Raises a Fault where no answer came."""
        ...
