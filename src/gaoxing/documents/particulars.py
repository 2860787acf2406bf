"""What the wording of a deed may speak of (文书要素): single blanks, rows of a list, and what holds in this form.

Each piece of text keeps the blank of the form it came from, so that whoever reads the paper can be shown the words.

>>> told = Particulars({"name": Run("昆山某某科技有限公司", "name")}, {"shareholders": ({"name": Run("张三", "parties.0.name")},)}, {"board": False})
>>> told.run("name").path, told.holds("not board"), told.holds("board, not board")
('name', True, False)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NOT = "not "
_AND = ","


@dataclass(frozen=True)
class Run:
    """A piece of text and the path of the blank whose value it is (empty for the wording itself). Empty text is a blank to be written in by hand."""

    text: str
    path: str = ""


Row = Mapping[str, Run]


@dataclass(frozen=True)
class Particulars:
    """The values of a form as deeds speak of them: `blanks` by name, `rows` of each list in order, `states` that hold or do not."""

    blanks: Mapping[str, Run] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    states: Mapping[str, bool] = field(default_factory=dict)

    def run(self, name: str, row: Row | None = None) -> Run:
        """The value of that name, of the row before the form's. Raises KeyError where neither has such a value: a wording is never left with a gap."""
        return row[name] if row is not None and name in row else self.blanks[name]

    def holds(self, when: str) -> bool:
        """Whether all of the states parted by commas hold; `not ` before one turns it round, no word at all holds. Raises KeyError for an unknown one."""
        return all(self._one(each.strip()) for each in when.split(_AND)) if when else True

    def _one(self, state: str) -> bool:
        return not self.states[state.removeprefix(NOT)] if state.startswith(NOT) else self.states[state]

    def having(self, **states: bool) -> Particulars:
        """The same with further states."""
        return Particulars(self.blanks, self.rows, {**self.states, **states})
