"""The history of a draft as it is told (修改记录): what each step did, in plain words, numbers of people masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.catalogue import Matter, matter
from gaoxing.forms import Form
from gaoxing.office.cases import actions, queries
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.cases.words import STATEMENT, Entry, Words
from gaoxing.office.frontdesk.masking import mask_numbers
from gaoxing.office.frontdesk.naming import about
from gaoxing.office.frontdesk.wording import spoken

LONGEST_QUOTE, LONGEST_ON_BUTTON = 24, 10
"""Characters of what was said that one line of the history quotes, and that a button does."""

ACTS = {
    Step.Act.STATE: gettext_lazy("说了一段"),
    Step.Act.ANSWER: gettext_lazy("回答"),
    Step.Act.ADD: gettext_lazy("补充一句"),
    Step.Act.AMEND: gettext_lazy("修改一句"),
    Step.Act.REMOVE: gettext_lazy("删去一句"),
    Step.Act.CORRECT: gettext_lazy("手工更正"),
    Step.Act.RESTORE: gettext_lazy("恢复原话"),
    Step.Act.SKIP: gettext_lazy("跳过"),
    Step.Act.CHOOSE: gettext_lazy("选定事项"),
    Step.Act.MERGE: gettext_lazy("合并两处修改"),
    Step.Act.MODEL: gettext_lazy("请语言模型再读"),
    Step.Act.UNMODEL: gettext_lazy("去掉模型填的"),
}


@dataclass(frozen=True)
class Past:
    """One step as listed: its number, what was done and to what, when, whether at the window; `here` where the draft stands, `undone` beyond that."""

    number: int
    act: str
    what: str
    at: datetime
    by_clerk: bool = False
    here: bool = False
    undone: bool = False

    @property
    def text(self) -> str:
        """The act and what it was done to: `手工更正 注册资本`."""
        return f"{self.act} {self.what}".strip()


@dataclass(frozen=True)
class Ways:
    """What undo and redo would do, as their buttons say it; empty where there is nothing to undo or redo."""

    undo: str = ""
    redo: str = ""


def history(case: Case) -> tuple[Past, ...]:
    """Every step, the newest first; the draft as it was opened at the end, while it can still be reached. Raises a Fault where a step does not open."""
    kept = queries.steps(case)
    words = {step.number: actions.step_words(step) for step in kept}
    teller = _Teller.of(case)
    told = tuple(_past(case, step, teller.what(step, words.get(step.number - 1), words[step.number])) for step in reversed(kept))
    first = (Past(0, str(_("刚打开，还是空白")), "", case.created, here=case.position == 0),) if kept and kept[0].number == 1 else ()
    return told + first


def ways(case: Case) -> Ways:
    """What undo and redo would do now."""
    numbers = range(case.position - 1, case.position + 2)
    kept = {step.number: step for step in case.steps.filter(number__in=numbers)}
    words = {number: actions.step_words(step) for number, step in kept.items()}
    teller = _Teller.of(case, LONGEST_ON_BUTTON)

    def told(number: int) -> str:
        step = kept.get(number)
        if step is None or (number - 1 not in kept and number != 1):
            return ""
        return _past(case, step, teller.what(step, words.get(number - 1), words[number])).text

    return Ways(told(case.position), told(case.position + 1))


@dataclass(frozen=True)
class _Teller:
    """Says what a step did, with the labels of the matter as it stands now."""

    matter: Matter | None
    form: Form | None
    most: int = LONGEST_QUOTE

    @classmethod
    def of(cls, case: Case, most: int = LONGEST_QUOTE) -> _Teller:
        return cls(spoken(matter(case.matter)) if case.matter else None, queries.form_of(case), most)

    def what(self, step: Step, before: Words | None, after: Words) -> str:
        """The blank, the words or the matter; what changed first where several did."""
        former = before or Words()
        if step.act == Step.Act.CHOOSE:
            return _called(after.matter)
        if step.act == Step.Act.SKIP:
            return self.label(after.skipped[-1]) if after.skipped else ""
        if step.act in {Step.Act.CORRECT, Step.Act.RESTORE}:
            return self._corrected(former, after)
        return next(self._said(former, after), "")

    def label(self, path: str, row: str = "") -> str:
        """The label at a path; a path with `*` for its row takes the row's name."""
        if self.matter is None or self.form is None:
            return ""
        if "*" not in path:
            return about(self.matter, self.form, path)
        known = self.matter.blank(path.replace(".*", ".0"))
        if known is None:
            return path
        return _("%(name)s的%(label)s") % {"name": row.partition("#")[0], "label": known.label} if row.strip("+#/0123456789") else known.label

    def _corrected(self, before: Words, after: Words) -> str:
        changed = [each for each in (*after.corrections, *before.corrections) if (each in after.corrections) != (each in before.corrections)]
        places = dict.fromkeys(each.place for each in changed)
        if not places:
            return ""
        label = self.label(*next(iter(places)))
        return _("%(label)s等 %(count)s 处") % {"label": label, "count": len(places)} if len(places) > 1 else label

    def _said(self, before: Words, after: Words) -> Iterator[str]:
        """Of each entry that changed: the blank asked about and the words, those added or amended first."""
        former = {entry.number: entry for entry in before.entries}
        now = {entry.number: entry for entry in after.entries}
        yield from (self._quoted(entry) for number, entry in sorted(now.items(), reverse=True) if _text(former.get(number)) != entry.said)
        yield from (self._quoted(entry) for number, entry in former.items() if number not in now)

    def _quoted(self, entry: Entry) -> str:
        label = self.label(entry.asked) if entry.asked else ""
        words = shortened(entry.said, self.most, from_end=entry.number == STATEMENT)
        return f"{label} “{words}”".strip()


def shortened(said: str, most: int = LONGEST_QUOTE, *, from_end: bool = False) -> str:
    """The words on one line, masked and cut to `most` characters; of a statement, which grows at its end, the end is kept.

    >>> shortened("我的手机是13812345678"), shortened("一" * 30, from_end=True)[0]
    ('我的手机是138****5678', '…')
    """
    line = mask_numbers(" ".join(said.split()))
    if len(line) <= most:
        return line
    return f"…{line[-most:]}" if from_end else f"{line[:most]}…"


def _past(case: Case, step: Step, what: str) -> Past:
    act = str(ACTS.get(Step.Act(step.act), step.act))
    return Past(step.number, act, what, step.at, step.by_clerk, here=step.number == case.position, undone=step.number > case.position)


def _text(entry: Entry | None) -> str | None:
    return None if entry is None else entry.said


def _called(matter_id: str) -> str:
    if not matter_id:
        return _("由系统判断")
    try:
        return spoken(matter(matter_id)).name
    except KeyError:
        return matter_id
