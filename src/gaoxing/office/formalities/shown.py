"""What follows a licence, as the page of a case shows it (后续事项怎么显示)."""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.office.cases.models import Case
from gaoxing.office.formalities.actions import connected, offered
from gaoxing.office.formalities.models import Formality
from gaoxing.office.formalities.particulars import licence_of
from gaoxing.office.formalities.steps import Step, step, steps


@dataclass(frozen=True)
class Row:
    """A step that was asked for."""

    step: Step
    formality: Formality

    @property
    def oneself(self) -> bool:
        """Whether the applicant must do it themselves now."""
        return self.formality.state in {Formality.State.DECLINED, Formality.State.GIVEN_UP}


@dataclass(frozen=True)
class Panel:
    """What was asked for, what can be asked for here, and what one does oneself."""

    rows: tuple[Row, ...]
    offered: tuple[Step, ...]
    oneself: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(each.formality.state == Formality.State.DONE for each in self.rows)


def panel(case: Case) -> Panel | None:
    """The panel of a case that set an enterprise up; None for any other."""
    if licence_of(case) is None:
        return None
    rows = tuple(Row(found, each) for each in case.formalities.all() if (found := step(each.step)))
    asked = {each.step.id for each in rows}
    return Panel(rows, offered(case), tuple(each for each in steps() if each.id not in asked and not connected(each)))
