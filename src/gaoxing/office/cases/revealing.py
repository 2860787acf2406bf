"""That one of the staff is shown a masked value of a case (显示打码内容): for a reason, in their own words too, so many an hour, and kept before it is shown.

The audit has the record and the reason's code, its digest the path of the blank as well; the path and the words stand in a row of their own, which goes
with the case. The value is nowhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit import words as told
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.queries import Wanted, page
from gaoxing.office.cases.models import Case, Reveal
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed

REVEAL, REVEAL_DRAFT = "reveal_case", "reveal_draft"
"""The acts of the policy table: of a case that was submitted, and of a draft that a clerk helps with."""

READ = "read_reveals"
"""The act of those who look over the reasons."""

PAGE = 50

REVEALED = "case.revealed"
"""The act of the audit."""

SAID = "said."
"""What the path of an entry of the words begins with; its number follows."""

PAPERS = "papers"
"""The path that stands for the papers of a draft."""

_REASON = "reveal."
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Asked:
    """What somebody asks to be shown: the path of the blank, the reason's code and their own words for it."""

    path: str
    reason: str
    words: str


@cache
def limits() -> Mapping[str, int]:
    """How many values an hour (`per_hour`), and how long the words may be (`longest`)."""
    return tomllib.loads(files("gaoxing.office.cases").joinpath("revealing.toml").read_text(encoding="utf-8"))


def reasons() -> tuple[tuple[str, str], ...]:
    """Code and word of every reason there is, in the language of the page."""
    return tuple((name, word.spoken()) for name, word in told.table(told.REASONS).items() if name.startswith(_REASON))


@transaction.atomic
def reveal(case: Case, asked: Asked, by: Person, *, now: datetime, act: str = REVEAL) -> Reveal:
    """Keep that the person is shown the value at a path, and why; only then may it be shown.

    Raises NotAllowed where the policy table, the case, the reason, the words or the hour stands in the way, and a Fault where it cannot be kept.
    """
    on = localdate(now)
    permit(by, act, on=on)
    if not visible_to(by, on=on, act=act).filter(pk=case.pk).exists():
        raise NotAllowed(_("这件事不归您办，打了码的内容不能显示。"))
    words = _words(asked)
    if len(page(Wanted(act=REVEALED, actor=by.pk, since=now - _HOUR), size=limits()["per_hour"]).entries) >= limits()["per_hour"]:
        raise NotAllowed(_("一小时里最多显示 %(most)s 次，已经到了。请过一会儿再看；确实要多看，请找负责人。") % {"most": limits()["per_hour"]})
    made = Reveal.objects.create(case=case, path=asked.path, by=by, reason=asked.reason, words=b"", at=now)
    made.words = seal(words.encode(), case=case.pk, column=words_place(made))
    made.save(update_fields=["words"])
    audit.write("case.revealed", actor=Actor(by.pk, acting_as(by, act, now=now)), subject=case, now=now, reason=asked.reason, details={"path": asked.path})
    return made


def words_of(reveal: Reveal) -> str:
    """Why somebody was shown it, in their own words. Raises a Fault where they do not open."""
    return unseal(reveal.words, case=reveal.case_id, column=words_place(reveal)).decode()


@dataclass(frozen=True)
class Told:
    """A reveal as it is told: who was shown what, when, for which reason; their own words only where they are opened on purpose."""

    who: str
    label: str
    at: datetime
    reason: str
    number: str = ""
    words: str = ""


def told_of(case: Case) -> tuple[Told, ...]:
    """Who was shown what of a case, newest first, without the words they wrote."""
    return tuple(tell(each) for each in case.reveals.select_related("by", "case").order_by("-at", "-pk"))


def tell(reveal: Reveal, *, words: bool = False) -> Told:
    """One of them; `words` opens what they wrote. Raises a Fault where that does not open."""
    reason = dict(reasons()).get(reveal.reason, reveal.reason)
    return Told(name_of(reveal.by), label_of(reveal), reveal.at, reason, reveal.case.number or "", words_of(reveal) if words else "")


def told_to_overseers(by: Person, *, now: datetime, before: int = 0) -> tuple[tuple[Told, ...], int]:
    """Who was shown what of any case, newest first, with the words they wrote, a page at a time; and what the next page goes on before, 0 on the last.

    Reading them is an act of the audit too. Raises NotAllowed where the policy table does not let the person, and a Fault where words do not open.
    """
    permit(by, READ, on=localdate(now))
    found = Reveal.objects.select_related("by", "case").order_by("-pk")
    rows = list((found.filter(pk__lt=before) if before else found)[: PAGE + 1])
    with transaction.atomic():
        audit.write("case.reveals_read", actor=Actor(by.pk, acting_as(by, READ, now=now)), now=now)
    shown = rows[:PAGE]
    return tuple(tell(each, words=True) for each in shown), shown[-1].pk if len(rows) > PAGE else 0


def words_place(reveal: Reveal) -> str:
    """The column for which the words are sealed."""
    return f"reveal {reveal.pk}"


def label_of(reveal: Reveal) -> str:
    """The official label of what was shown, without whose it is; the path itself where the matter no longer has such a blank."""
    if reveal.path.startswith(SAID):
        return _("申请人的话")
    if reveal.path == PAPERS:
        return _("材料")
    known = matter(reveal.case.matter).blank(reveal.path) if reveal.case.matter else None
    return known.label if known else reveal.path


def _words(asked: Asked) -> str:
    """The words on one line. Raises NotAllowed where reason or words are wanting."""
    if asked.reason not in dict(reasons()):
        raise NotAllowed(_("请选为什么要看。选了才显示，并且留痕，申请人看得到。"))
    words = " ".join(asked.words.split())
    if not words:
        raise NotAllowed(_("请再写一句具体为什么要看，例如“电话通知补租赁合同”。写了才显示。"))
    if len(words) > limits()["longest"]:
        raise NotAllowed(_("为什么要看最多写 %(most)s 个字，请写短一些。") % {"most": limits()["longest"]})
    return words
