"""An examination as a page shows it (自动审查怎么显示): each condition in the page's language, held or not, and what a person found."""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.casework.automatic.verdict import Condition, condition
from gaoxing.office.examination.models import Examination
from gaoxing.office.examination.vault import words_of
from gaoxing.office.language import in_english


@dataclass(frozen=True)
class Line:
    """A condition: what it says in the page's language, the article, and whether it held."""

    text: str
    basis: str
    held: bool


@dataclass(frozen=True)
class Shown:
    """The row, its lines (those that did not hold first), and the reviewer's words."""

    row: Examination
    lines: tuple[Line, ...]
    words: str = ""

    @property
    def unmet(self) -> tuple[Line, ...]:
        """What a person must look at."""
        return tuple(each for each in self.lines if not each.held)

    @property
    def met(self) -> tuple[Line, ...]:
        """What held."""
        return tuple(each for each in self.lines if each.held)


def shown(row: Examination) -> Shown:
    """The row as it is shown. A condition that the rules no longer have is told by its id. Raises a Fault where the words do not open."""
    lines = [_line(name, held=False) for name in row.unmet.split()] + [_line(name, held=True) for name in row.met.split()]
    return Shown(row, tuple(lines), words_of(row))


def _line(name: str, *, held: bool) -> Line:
    found = condition(name)
    if found is None:
        return Line(name, "", held)
    return Line(_said(found, held=held), found.basis, held)


def _said(found: Condition, *, held: bool) -> str:
    english = in_english()
    if held:
        return found.term_english if english else found.term
    return found.english if english else found.sentence
