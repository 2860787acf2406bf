"""What an applicant does at the front desk (前台操作): say, amend, correct by hand, take back, put off, begin again. Each is told the time."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext

from gaoxing.catalogue import matter as matter_of
from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.forms.correction import Correction
from gaoxing.intake import Taken
from gaoxing.office.audit import entry as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import actions, queries
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.cases.spoken import Spoken, merged
from gaoxing.office.cases.subject import subject_digest
from gaoxing.office.cases.words import APPLICANT, Words
from gaoxing.office.frontdesk import dialogue
from gaoxing.office.frontdesk.reading import heard_anew, taken_from, weighed
from gaoxing.office.frontdesk.registering import beside_the_register
from gaoxing.office.people.roles import Role
from gaoxing.office.projects.policies import by_own_lists
from gaoxing.office.refusal import NotAllowed

Act = Step.Act

_LOG = logging.getLogger(__name__)

MOST_ENTRIES = 200
"""Entries of one draft; more is no conversation."""

_ATTEMPTS = 8


@dataclass(frozen=True)
class Change:
    """What came of it: the reference of the draft, the words, what was read, the form as it was before, and the revision."""

    reference: str
    words: Words
    taken: Taken
    before: Form | None
    revision: int = 0


@dataclass(frozen=True)
class Confirmed:
    """Whether 都对 was kept: empty, or the sentence why not; `outdated` where the draft was changed since it was shown."""

    why_not: str = ""
    outdated: bool = False


@dataclass(frozen=True)
class Hand:
    """Whose hand it is: the author (empty for the applicant), the version of the privacy page agreed to, the draft in hand, the account, if any,
    and whether it is an agent's hand, within a power of attorney.
    """

    reference: str = ""
    author: str = APPLICANT
    consent: str = ""
    account: int = 0
    agent: bool = False

    @property
    def actor(self) -> Actor:
        """Who acts, as the audit knows them: the account where they signed in, and whether it is the applicant, their agent or a clerk."""
        if self.agent:
            return Actor(self.account, Role.AGENT.value)
        return Actor(self.account, (audit.WINDOW if self.author != APPLICANT else audit.APPLICANT).role)


@dataclass(frozen=True)
class Page:
    """The open page a post comes from: its token, the number of this post, and the digest of the statement as the page last knew it.

    `spoken` and `spoken_answer` are what its microphone heard of the statement and of the answer, with the other ways to write it.
    """

    token: str = ""
    step: int = 0
    base: str = ""
    spoken: tuple[Spoken, ...] = ()
    spoken_answer: tuple[Spoken, ...] = ()

    def once(self, part: str) -> str:
        """What tells this post's part from every other, so that a post sent twice is taken once; empty for a page without a token."""
        return self.token and f"{self.token}.{self.step}{part}"


class Elsewhere(Exception):
    """The statement was changed on another page meanwhile; nothing is stored until the applicant says which stands."""

    def __init__(self, *, theirs: str, mine: str) -> None:
        """Keep both texts."""
        super().__init__("changed elsewhere")
        self.theirs, self.mine = theirs, mine


def base_of(statement: str) -> str:
    """What a page remembers of a statement, to tell later whether another page changed it.

    >>> base_of("我要开公司") == base_of("我要开公司"), len(base_of(""))
    (True, 16)
    """
    return hashlib.sha256(statement.encode()).hexdigest()[:16]


def say(hand: Hand, statement: str | None, *, answer: str = "", asked: str = "", addition: str = "", page: Page | None = None, now: datetime) -> Change:
    """Set the free statement and add an answer or an addition where there is one; opens a draft where there is none yet.

    Raises Elsewhere where another page changed the statement meanwhile, NotAllowed past 200 entries, and a Fault where the draft does not open or is
    being changed elsewhere all the while.
    """
    given = page or Page()

    def edit(words: Words) -> Words:
        stated = words if statement is None else _stated(words, statement, given, hand)
        answered = stated.add(answer, asked or None, author=hand.author, once=given.once("a"), spoken=given.spoken_answer) if answer.strip() else stated
        return answered.add(addition, author=hand.author, once=given.once("b")) if addition.strip() else answered

    return take_step(hand, edit, act=Act.ANSWER if answer.strip() else Act.ADD if addition.strip() else Act.STATE, now=now)


def amend(hand: Hand, number: int, said: str, *, now: datetime) -> Change:
    """Put another wording in place of one entry; nothing changes where it is gone."""
    return take_step(hand, lambda words: words.amend(number, said, author=hand.author), act=Act.AMEND, now=now)


def remove(hand: Hand, number: int, *, now: datetime) -> Change:
    """Take one entry back; nothing changes where it is gone."""
    return take_step(hand, lambda words: words.remove(number), act=Act.REMOVE, now=now)


def correct(hand: Hand, correction: Correction, *, now: datetime) -> Change:
    """Set one blank right by hand."""
    return take_step(hand, lambda words: words.correct(correction), act=Act.CORRECT, now=now)


def uncorrect(hand: Hand, place: tuple[str, str], *, now: datetime) -> Change:
    """Let the words speak for a blank again."""
    return take_step(hand, lambda words: words.uncorrect([place]), act=Act.RESTORE, now=now)


def unread(hand: Hand, number: int, text: str, *, now: datetime) -> Change:
    """Put what the recogniser wrote first in place of the way that made more sense (恢复听写); nothing changes where none was taken."""
    return take_step(hand, lambda words: words.unread(number, text), act=Act.AMEND, now=now)


def skip(hand: Hand, path: str, *, now: datetime) -> Change:
    """Put one question off; it comes back when the others are answered. Nothing changes where it is not open."""

    def edit(words: Words) -> Words:
        return words.skip(path) if any(each.field == path for each in read(words, now=now).questions) else words

    return take_step(hand, edit, act=Act.SKIP, now=now)


def choose(hand: Hand, matter: str, *, now: datetime) -> Change:
    """Choose the matter by hand; an empty one lets the words decide again. Raises NotAllowed for an unknown matter."""
    if matter:
        _known(matter)
    return take_step(hand, lambda words: words.choose(matter), act=Act.CHOOSE, now=now)


def merge(hand: Hand, statement: str, *, now: datetime) -> Change:
    """Set the statement after the applicant saw both texts."""
    return take_step(hand, lambda words: words.state(statement, author=hand.author), act=Act.MERGE, now=now)


def confirm(hand: Hand, revision: int | None = None, *, at_check: bool = False, now: datetime) -> Confirmed:
    """Keep that the applicant found the draft right (都对), as it stood at `revision`, else as it stands now.

    Raises NotAllowed where a clerk writes: only the applicant can say it.
    """
    if hand.author != APPLICANT:
        raise NotAllowed(gettext("“都对”要由申请人本人点。请先结束窗口代办，把屏幕交给申请人。"))
    case = queries.draft(hand.reference)
    if case is None:
        return Confirmed(gettext("这份草稿已经不在了。请从头说一遍要办的事。"))
    why_not = dialogue.not_yet(read(queries.words_of(case), now=now), at_check=at_check)
    if why_not:
        return Confirmed(why_not)
    if not actions.confirm(case, revision=case.revision if revision is None else revision, now=now, actor=hand.actor):
        return Confirmed(gettext("您看过之后，这份表又改过，所以没有记下“都对”。改过的地方已经标出，请再看一遍。"), outdated=True)
    return Confirmed()


def undo(hand: Hand, *, now: datetime) -> Change | None:
    """Go one step back; None where there is none."""
    case = queries.draft(hand.reference)
    return go_to(hand, case.position - 1, now=now) if case and case.position else None


def redo(hand: Hand, *, now: datetime) -> Change | None:
    """Go one step forward again; None where there is none."""
    case = queries.draft(hand.reference)
    return go_to(hand, case.position + 1, now=now) if case else None


def go_to(hand: Hand, number: int, *, now: datetime) -> Change | None:
    """Put the draft back as it was after a step (0: as it was opened); None where there is no such step."""
    for _ in range(_ATTEMPTS):
        case = queries.draft(hand.reference)
        step = queries.step(case, number) if case else None
        if case is None or (step is None and (number != 0 or queries.step(case, 1) is None)):
            return None
        words = actions.step_words(step) if step else Words()
        taken = read(words, now=now)
        before = queries.form_of(case)
        matter, subject = taken.matter.id if taken.matter else "", subject_digest(taken.form)
        if actions.go_to(case, number, words, taken.form, matter=matter, now=now, subject=subject, actor=hand.actor):
            return Change(case.reference, words, taken, before, case.revision + 1)
    raise _busy()


def restart(hand: Hand, reference: str = "", *, now: datetime) -> None:
    """Delete the draft in hand, or that of a reference, and all that was said."""
    actions.discard(reference or hand.reference, now=now, actor=hand.actor)


def read(words: Words, *, now: datetime) -> Taken:
    """What the words come to on this day."""
    on = localdate(now)
    return by_own_lists(beside_the_register(taken_from(words, on=on), on=on), on=on)


def _stated(words: Words, statement: str, page: Page, hand: Hand) -> Words:
    """The words with the statement of this page, unless another page wrote meanwhile; a post that was overtaken by a later one changes nothing."""
    last = words.stated
    same_page = last is not None and bool(page.token) and last.once == page.token
    if last is not None and same_page and page.step and page.step < last.step:
        return words
    if last is not None and not same_page and page.base not in {"", base_of(last.said)} and statement != last.said:
        if page.base == base_of(statement):
            return words
        raise Elsewhere(theirs=last.said, mine=statement)
    if last is not None and statement == last.said and merged(statement, last.spoken, page.spoken) == last.spoken:
        return words
    return words.state(statement, author=hand.author, once=page.token, step=page.step, spoken=page.spoken)


def _known(matter: str) -> None:
    try:
        matter_of(matter)
    except KeyError:
        raise NotAllowed(gettext("没有这件事可选。请从列出的事项里点一件。")) from None


def take_step(hand: Hand, edit: Callable[[Words], Words], *, act: str, now: datetime) -> Change:
    """Change the words of the draft in hand, as one step of its history; a draft is opened where there is none. Raises like `say`."""
    reference = hand.reference
    if gone := queries.submitted(reference):
        told = gettext("这份申请已经提交了，编号 %(number)s，现在不能再改，您这一次写的没有存。要改，请等窗口告知补正，或者撤回。")
        raise NotAllowed(told % {"number": gone.number or f"#{gone.pk}"})
    for _ in range(_ATTEMPTS):
        case = queries.draft(reference) or actions.open_draft(now=now, consent=hand.consent, actor=hand.actor)
        change = _changed(case, edit, hand, act=act, now=now)
        if change is not None:
            return change
        reference = case.reference
    raise _busy()


def _changed(case: Case, edit: Callable[[Words], Words], hand: Hand, *, act: str, now: datetime) -> Change | None:
    former = queries.words_of(case)
    words = edit(former)
    if len(words.entries) > MOST_ENTRIES:
        raise NotAllowed(gettext("一份草稿最多 %(most)s 句话，这一句没有保存。请删去几句，或重新开始。") % {"most": MOST_ENTRIES})
    before = queries.form_of(case)
    try:
        words = weighed(words, on=localdate(now)) if heard_anew(words, former) else words
        taken = read(words, now=now)
    except Exception as trouble:
        _keep_unread(case, words, before, hand, act=act, now=now)
        told = gettext("您的话已经存好，只是读的时候出了故障，表没有更新。请换个说法再试；如果还不行，请告诉管理员出错的时间。")
        raise Fault(told, permanent=False) from trouble
    if words == former and case.revision:
        return Change(case.reference, words, taken, before, case.revision)
    matter = taken.matter.id if taken.matter else ""
    by_clerk, subject = hand.author != APPLICANT, subject_digest(taken.form)
    stored = actions.rewrite(case, words, taken.form, matter=matter, now=now, act=act, by_clerk=by_clerk, subject=subject, actor=hand.actor)
    return Change(case.reference, words, taken, before, case.revision) if stored else None


def _keep_unread(case: Case, words: Words, before: Form | None, hand: Hand, *, act: str, now: datetime) -> None:
    """Words are never lost because the reader failed."""
    _LOG.error("a draft could not be read", exc_info=True)
    by_clerk = hand.author != APPLICANT
    actions.rewrite(case, words, before, matter=case.matter, now=now, act=act, by_clerk=by_clerk, subject=case.subject, actor=hand.actor)


def _busy() -> Fault:
    return Fault(gettext("同一份草稿正在别处更改，这一次没有保存。请稍等片刻再试。"), permanent=False)
