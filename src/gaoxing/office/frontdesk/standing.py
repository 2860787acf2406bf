"""How a draft stands (草稿状态): when it was saved, whether it was found right, what undo and redo would do, who wrote last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import APPLICANT, Words
from gaoxing.office.frontdesk.history import Ways, ways


@dataclass(frozen=True)
class Standing:
    """When the draft was last saved, its revision, the one found right, what undo and redo would do, and whose the last words are."""

    saved: datetime | None = None
    revision: int = 0
    confirmed: int | None = None
    ways: Ways = field(default_factory=Ways)
    author: str = APPLICANT

    @property
    def agreed(self) -> bool:
        """Whether the applicant found this very revision right."""
        return self.confirmed is not None and self.confirmed == self.revision

    @property
    def outdated(self) -> bool:
        """Whether an earlier revision was found right, and something was changed since."""
        return self.confirmed is not None and self.confirmed != self.revision


def standing_of(case: Case, words: Words) -> Standing:
    """How the draft stands. Raises a Fault where its history does not open."""
    author = words.entries[-1].author if words.entries else APPLICANT
    return Standing(case.changed, case.revision, case.confirmed, ways(case), author)


def standing(reference: str, words: Words) -> Standing:
    """The same, the draft looked up; that of no draft where it is gone."""
    case = queries.draft(reference)
    return standing_of(case, words) if case else Standing()
