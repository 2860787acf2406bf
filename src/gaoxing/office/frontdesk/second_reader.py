"""The language model at the desk (语言模型再读一遍): asked only when somebody presses for it, for a short while, and never more than two at once.

Nothing else at the desk waits for it, and no word leaves before. What it proposed is kept with the words and counts only while they bear it out.
"""

from __future__ import annotations

from datetime import datetime
from threading import BoundedSemaphore

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model.model import LanguageModel
from gaoxing.forms import Form, Source
from gaoxing.forms.proposal import Proposal, Wanted
from gaoxing.intake import wanted
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Step
from gaoxing.office.frontdesk import language_model
from gaoxing.office.frontdesk.actions import Change, Hand, take_step
from gaoxing.office.frontdesk.reading import taken_from, transcript
from gaoxing.office.refusal import NotAllowed

AT_ONCE = 2
"""Requests to the model under way at once; half of the desk's threads, so that the other half goes on."""

_ROOM = BoundedSemaphore(AT_ONCE)


class NoHelp(Fault):
    """The model did not help this time; the draft is as it was."""


def filled(form: Form | None) -> tuple[str, ...]:
    """The blanks that hold what the model proposed."""
    return tuple(path for path, answer in form.answers.items() if answer.source is Source.MODEL) if form else ()


def ask(hand: Hand, *, now: datetime) -> Change:
    """Have the model read the draft once more and keep what it proposes.

    Raises NotAllowed where there is nothing to ask or nobody to be asked, and NoHelp where the model fails.
    """
    found, case = language_model.model(), queries.draft(hand.reference)
    if found is None:
        raise NotAllowed(_("语言模型没有打开。不用它也能办：请自己接着填。"))
    if case is None:
        raise NotAllowed(_("还没有可以读的内容。请先说要办什么事。"))
    words = queries.words_of(case)
    asked = wanted(taken_from(words, on=localdate(now)), transcript(words))
    proposed = _proposed(found, asked) if asked is not None else ()
    return take_step(hand, lambda words: words.propose(proposed), act=Step.Act.MODEL, now=now)


def drop(hand: Hand, *, now: datetime) -> Change:
    """Take out all that the model filled in."""
    return take_step(hand, lambda words: words.unpropose(), act=Step.Act.UNMODEL, now=now)


def _proposed(found: LanguageModel, asked: Wanted) -> tuple[Proposal, ...]:
    if not _ROOM.acquire(blocking=False):
        raise NoHelp(_("语言模型正忙着读别人的话。请过一会儿再点。"), permanent=False)
    try:
        return found.propose(asked)
    except Fault as fault:
        raise NoHelp(fault.message, permanent=False) from None
    finally:
        _ROOM.release()
