"""A sitting at the counter (受理): somebody says what they mean, answers what is asked, and looks over the sheet, all through what the pages call.

What is read otherwise than meant is noted when it first shows, and then set right by hand, as a careful person does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from gaoxing.forms import Form
from gaoxing.intake import Taken
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import actions
from gaoxing.office.frontdesk.actions import Act, Change, Hand
from gaoxing.office.frontdesk.visitor import privacy
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.invented.truth import Truth
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.reading_checked import misread
from gaoxing.office.simulation.spoken import answers, statements
from gaoxing.office.simulation.world import World

ROUNDS, SPOKEN = 5, 2
"""How often somebody answers what is asked; after the second time they write it on the sheet."""


@dataclass
class Sitting:
    """Somebody at the counter in a step of the run; `left` are the questions that stayed open."""

    world: World
    step: Planned
    meant: Truth
    person: Person
    chance: Random
    left: list[str] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _taken: Taken | None = None

    def say(self) -> str:
        """Say it all; the draft's reference. Where the words are taken for another matter, the right one is chosen by hand."""
        said = statements.statement(self.meant, self.chance)
        change = actions.say(Hand(account=self.person.pk, consent=privacy()), said, now=self.step.at)
        if change.taken.matter is None or change.taken.matter.id != self.meant.matter:
            self._note("matter", change.taken.matter.id if change.taken.matter else "", self.meant.matter, said)
            change = actions.choose(self._hand(change.reference), self.meant.matter, now=self.step.at)
        self._look(change, said)
        return change.reference

    def answer(self, reference: str) -> tuple[bool, datetime]:
        """Answer until nothing is asked; whether nothing is left, and when it was done."""
        at = self.step.at
        for number in range(1, ROUNDS + 1):
            taken = self._taken
            if taken is None or taken.form is None or not (taken.questions or misread(self.meant, taken.form)):
                break
            at += timedelta(minutes=2 + self.chance.randrange(8))
            edit = self._edit(taken, taken.form, spoken=number <= SPOKEN)
            self._look(actions.take_step(self._hand(reference), edit, act=Act.ANSWER, now=at))
        self.left = sorted(each.field for each in self._taken.questions) if self._taken else ["matter"]
        return not self.left, at

    def _edit(self, taken: Taken, form: Form, *, spoken: bool) -> Callable[[Words], Words]:
        """All that is answered at once, and what is set right by hand; of people only once it is said who they are, for their rows move with that."""
        asked = [each.field for each in taken.questions]
        if any(answers.names_somebody(path) for path in asked):
            asked = [path for path in asked if not answers.of_a_row(path)]
        said = {path: answers.answer(self.meant, form, path, self.chance) for path in asked} if spoken else {}
        written = [answers.by_hand(self.meant, form, path) for path in asked if not said.get(path)]
        differing = misread(self.meant, form)
        written += [answers.by_hand(self.meant, form, each.path) if each.meant else answers.struck_out(form, each.path) for each in differing]

        def edit(words: Words) -> Words:
            for path, text in said.items():
                words = words.add(text, path) if text else words
            for correction in written:
                words = words.correct(correction) if correction else words
            return words

        return edit

    def _look(self, change: Change, said: str = "") -> None:
        """Hold what was read against what is meant; each difference is noted once."""
        self._taken = change.taken
        if change.taken.form is None or change.taken.matter is None or change.taken.matter.id != self.meant.matter:
            return
        for each in misread(self.meant, change.taken.form):
            self._note(each.blank, each.read, each.meant, said or change.words.entries[-1].said)

    def _note(self, blank: str, read: str, meant: str, said: str) -> None:
        if (blank, read) not in self._seen:
            self._seen.add((blank, read))
            self.world.note("misread", self.step.key, blank=blank, read=read, meant=meant, said=said)

    def _hand(self, reference: str) -> Hand:
        return Hand(reference=reference, account=self.person.pk, consent=privacy())
