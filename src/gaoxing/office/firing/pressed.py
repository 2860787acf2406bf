"""What was pressed (所按): an act of a table with all that its guards and effects need; a value, for every room that does acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoxing.casework.acting import Reason
from gaoxing.casework.table import Facts


@dataclass(frozen=True)
class Pressed:
    """The act, its typed reasons, a note, the revision that the page showed (None: none was shown), and the limit chosen where there are several.

    `given` are facts that only the act knows; `details` what effects need (the code of a new enterprise); both came with the post or were worked out for it.
    """

    act: str
    reasons: tuple[Reason, ...] = ()
    note: str = ""
    revision: int | None = None
    given: Facts = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    limit: str = ""
