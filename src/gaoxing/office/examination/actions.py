"""Examining at once, asking for a person to look, and that person's look (自动审查、申请人工复核、复核).

The examination is a transaction of its own behind that of the submission: whatever goes wrong in it, the submission stands and a clerk has it.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import DatabaseError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.automatic.verdict import Verdict, verdict, version
from gaoxing.engines.fault import Fault
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.examination import gathering
from gaoxing.office.examination.models import Examination
from gaoxing.office.examination.permissions import may_review, visible_to
from gaoxing.office.examination.queries import left_behind
from gaoxing.office.examination.vault import seal_words
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digest
from gaoxing.office.zone.queries import profile

AT_ONCE = "decide_at_once"
LONGEST_WORDS = 500
_LOG = logging.getLogger(__name__)
_HUNDRED = 100
_PURPOSE = "examination sample"


def examine(submission: Submission, *, now: datetime) -> Examination | None:
    """Examine what was just submitted; the row, or None where the zone has not switched it on, or it was examined before.

    Never raises for what stands in the way: a Fault or a refusal leaves the case with a clerk.
    """
    if not profile().automatic or submission.case.state != Case.State.SUBMITTED:
        return None
    if Examination.objects.filter(submission=submission).exists():
        return None
    try:
        told = gathering.opened(submission, now=now)
        found = verdict(gathering.facts(told))
        return _carried_out(told, found, now=now)
    except (Fault, DatabaseError):
        _LOG.warning("case %s was not examined; a clerk has it", submission.case_id, exc_info=True)
        return None


def _carried_out(told: gathering.Submitted, found: Verdict, *, now: datetime) -> Examination:
    """Register where every condition holds; where the act is refused at the last moment, a clerk decides, and reads what holds no more."""
    submission = told.submission
    if not found.decided:
        return _row(submission, found, decided=False, now=now)
    try:
        with transaction.atomic():
            made = _row(submission, found, decided=True, now=now)
            fire_case(Case.objects.select_related("owner").get(pk=submission.case_id), Pressed(AT_ONCE, given={"needs_a_human": 0}), None, now=now)
            return made
    except NotAllowed:
        return _row(submission, verdict(gathering.facts(told)), decided=False, now=now)


@transaction.atomic
def _row(submission: Submission, found: Verdict, *, decided: bool, now: datetime) -> Examination:
    told = {"met": " ".join(each.id for each in found.met), "unmet": " ".join(each.id for each in found.unmet), "version": version()}
    drawn = decided and drawn_for_sample(submission.case.number or "", profile().automatic_sample)
    made = Examination.objects.create(case_id=submission.case_id, submission=submission, at=now, decided=decided, sampled=drawn, **told)
    audit.write("examination.made", actor=Actor(), subject=made, now=now, details={"decided": decided, "sampled": drawn})
    return made


def drawn_for_sample(number: str, percent: int) -> bool:
    """Whether a case is drawn for a later look: by a keyed digest of its number, so that nobody outside can tell beforehand and the draw can be repeated."""
    return int(digest(number, purpose=_PURPOSE)[:8], 16) % _HUNDRED < percent


def examine_left_behind(*, now: datetime) -> int:
    """Examine what was submitted and not examined, as after a crash between the two; how many there were."""
    return sum(examine(each, now=now) is not None for each in left_behind(now=now))


@transaction.atomic
def ask_for_review(case: Case, by: Person, *, now: datetime) -> Examination:
    """The applicant wants a person to look at what was decided at once (申请人工复核). Raises NotAllowed where there is nothing to look at."""
    found = _own(case, by, now)
    if found is None:
        raise NotAllowed(_("这件事不是自动审查决定的，是工作人员办的。对结果有意见，可以看通知书上写的救济途径。"))
    if found.reviewed is not None:
        raise NotAllowed(_("这件事已经由工作人员复核过了，结果写在办件页上。"))
    if not Examination.objects.filter(pk=found.pk, asked=None, reviewed=None).update(asked=now):
        raise NotAllowed(_("已经收到您的复核要求，工作人员正在看，不用再提。"))
    audit.write("examination.asked", actor=Actor(by.pk, "applicant"), subject=found, now=now)
    found.refresh_from_db()
    return found


@transaction.atomic
def review(number: int, by: Person, *, agreed: bool, words: str, now: datetime) -> Examination:
    """A person's look at a decision made at once (复核): what they found and, where they do not agree, why. Raises NotAllowed with a sentence."""
    found = visible_to(by, on=localdate(now)).select_related("case").filter(pk=number).first()
    if found is None or not found.decided:
        raise NotAllowed(_("没有这条自动审查记录。请刷新页面，从列表里选。"))
    if not may_review(found, by):
        raise NotAllowed(_("您是这件事的申请人或者当事人，不能自己复核，请转给同事。"))
    if not agreed and not words.strip():
        raise NotAllowed(_("请写明哪里不对，再提交复核意见。"))
    sealed = seal_words(found, words.strip()[:LONGEST_WORDS])
    if not Examination.objects.filter(pk=found.pk, reviewed=None).update(reviewed=now, reviewer=by, agreed=agreed, words=sealed):
        raise NotAllowed(_("同事刚刚复核过这件了，您这次没有改动。请刷新页面看结果。"))
    audit.write("examination.reviewed", actor=Actor(by.pk, "examiner"), subject=found, now=now, details={"agreed": agreed})
    found.refresh_from_db()
    return found


def _own(case: Case, by: Person, now: datetime) -> Examination | None:
    return visible_to(by, on=localdate(now)).filter(case=case, decided=True).order_by("-at").first()
