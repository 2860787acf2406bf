"""What changed between two submissions (两次提交的差别): was and is, who sent it, the words it rests on; and what became of each point that was asked.

Every value is masked as the page shows it; a change of a masked value shows that it changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter, matter
from gaoxing.forms import Form
from gaoxing.forms.correction import pattern
from gaoxing.office.cases import story
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.story import Point
from gaoxing.office.cases.words import APPLICANT, Words
from gaoxing.office.frontdesk.case_words import role_word
from gaoxing.office.frontdesk.marks import origins
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.my_cases import text_at
from gaoxing.office.frontdesk.origin import clerks
from gaoxing.office.frontdesk.sheet import label_at
from gaoxing.office.frontdesk.wording import spoken
from gaoxing.office.people.accounts import name_of


@dataclass(frozen=True)
class Changed:
    """A blank that two submissions fill differently: was → is, the words it rests on now (masked), and which clerk wrote it, where one did."""

    path: str
    label: str
    before: str
    after: str
    words: str = ""
    author: str = ""


@dataclass(frozen=True)
class Difference:
    """What the last submission changed against an earlier one: which, when and by whom the last was sent, and the blanks."""

    since: int
    number: int
    at: datetime
    who: str
    changes: tuple[Changed, ...] = ()

    def at_path(self, path: str) -> Changed | None:
        """The change at a path; None where it is the same."""
        return next((each for each in self.changes if each.path == path), None)


@dataclass(frozen=True)
class Answered:
    """A point of the correction list and what became of it: `done` says it, in words; empty before the correction was sent."""

    point: Point
    touched: bool
    done: str


def difference(case: Case, since: int = 0) -> Difference | None:
    """The last submission against that of number `since` (0, or one that is none: the one before); None where there is but one.

    Raises a Fault where one does not open.
    """
    every = story.submissions(case)
    if len(every) < 2:
        return None
    last = every[-1]
    former = next((each for each in every[:-1] if each.number == since), every[-2])
    return Difference(former.number, last.number, last.at, sender(case, last), changes(story.form_of(former), story.form_of(last), story.words_of(last)))


def sender(case: Case, submission: Submission) -> str:
    """Who sent a submission: the role, and of a clerk the name."""
    role = role_word(case.matter, submission.role)
    return f"{role} {name_of(submission.by)}" if submission.by is not None and submission.by.is_staff_member else role


def changes(before: Form, after: Form, words: Words) -> tuple[Changed, ...]:
    """Every blank that differs, in the order of the later form."""
    named = spoken(matter(after.matter))
    quoted = origins(named, after, words)
    found = story.differences(before, after)
    return tuple(_changed(named, before, after, each.path, quoted.get(each.path, ""), typed_by(after, words, each.path)) for each in found)


def typed_by(form: Form, words: Words, path: str) -> str:
    """The clerk or agent who wrote the value at a path, or the words it rests on; empty where the applicant did, or where that cannot be told."""
    answer = form.answers.get(path)
    if answer is None:
        return ""
    by_hand = {each.author for each in words.corrections if each.path == pattern(path)}
    if answer.source == "typed":
        return by_hand.pop() if len(by_hand) == 1 else APPLICANT
    return "、".join(clerks(answer, words))


def answered(case: Case, points: tuple[Point, ...], shown: Difference | None) -> tuple[Answered, ...]:
    """Each point with what became of it in the last submission. Before the correction was sent nothing is said of it."""
    corrected = case.events.filter(act="correct").exists()
    return tuple(_answered(each, shown if corrected else None) for each in points)


def _answered(point: Point, shown: Difference | None) -> Answered:
    if shown is None:
        return Answered(point, touched=False, done="")
    change = shown.at_path(point.at) if point.at else None
    if change is not None:
        return Answered(point, touched=True, done=_("改了：%(before)s → %(after)s") % {"before": change.before or "—", "after": change.after or "—"})
    if point.answer:
        return Answered(point, touched=True, done=_("没有改表，申请人写了说明"))
    return Answered(point, touched=False, done=_("这一栏没有动") if point.at else _("表上看不出，请看材料"))


def _changed(named: Matter, before: Form, after: Form, path: str, words: str, author: str) -> Changed:
    label = label_at(named, after if path in after.answers else before, path)
    return Changed(path, label, text_at(before, path), text_at(after, path), mask_contacts(words), author)
