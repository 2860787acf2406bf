"""What can be done to a case (办件操作). Every action is told the time and who acts, and stands in the audit with what it changed."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from gaoxing.forms import Form
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import APPLICANT, CLOCK, WINDOW, Actor, Subject
from gaoxing.office.cases.models import KEPT as KEPT
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.cases.words import Words
from gaoxing.office.people.models import Consent

MOST_STEPS = 100
"""Steps of one history; the oldest go first."""

_AT_ONCE = 500
"""Drafts deleted by one statement."""

ONE_STEP = timedelta(minutes=1)
"""Typing within so long counts as one step."""


def open_draft(*, now: datetime, consent: str = "", actor: Actor = APPLICANT) -> Case:
    """A new, empty draft with a reference that nobody can guess. `consent` is the version of the privacy page that was agreed to."""
    agreed = {"consent": consent, "consented": now} if consent else {}
    owner = actor.number if actor.role == APPLICANT.role and actor.number else None
    with transaction.atomic():
        case = Case.objects.create(reference=secrets.token_urlsafe(32), created=now, changed=now, words=b"", form=b"", owner_id=owner, **agreed)
        if consent:
            Consent.objects.create(purpose=Consent.Purpose.PRIVACY, version=consent, given=now, person_id=owner, about=f"cases.case:{case.pk}")
        audit.write("draft.made", actor=actor, subject=case, now=now, details=agreed)
    return case


def rewrite(
    case: Case,
    words: Words,
    form: Form | None,
    *,
    matter: str,
    now: datetime,
    act: str = Step.Act.STATE,
    by_clerk: bool = False,
    subject: str = "",
    actor: Actor | None = None,
) -> bool:
    """Store what was said and the form it became, as a step of its history; False, and nothing stored, where the case was changed meanwhile.

    A new step is an entry of the audit; what is typed on within a step belongs to the step's.
    """
    who = actor or (WINDOW if by_clerk else APPLICANT)
    with transaction.atomic():
        former, position = case.position, _next_position(case, act, by_clerk=by_clerk, now=now)
        if not _stored(case, words, form, matter=matter, position=position, subject=subject, now=now):
            return False
        case.refresh_from_db()
        _record(case, words, act, by_clerk=by_clerk, now=now)
        if position != former:
            audit.write("draft.changed", actor=who, subject=case, now=now, reason=act, details={"revision": case.revision, "step": position})
    return True


def go_to(case: Case, number: int, words: Words, form: Form | None, *, matter: str, now: datetime, subject: str = "", actor: Actor = APPLICANT) -> bool:
    """Store the words of an earlier or later step as they are now, the history left as it is; False where the case was changed meanwhile."""
    with transaction.atomic():
        if not _stored(case, words, form, matter=matter, position=number, subject=subject, now=now):
            return False
        audit.write("draft.restored", actor=actor, subject=case, now=now, details={"revision": case.revision + 1, "step": number})
    return True


def confirm(case: Case, *, revision: int, now: datetime, actor: Actor = APPLICANT) -> bool:
    """Keep that the applicant found this revision right (都对); False where it is no longer the newest."""
    with transaction.atomic():
        if Case.objects.filter(pk=case.pk, revision=revision).update(confirmed=revision) != 1:
            return False
        audit.write("draft.confirmed", actor=actor, subject=case, now=now, details={"revision": revision})
    return True


def take_papers(case: Case, *, kind: str, now: datetime, actor: Actor = APPLICANT) -> None:
    """Keep that papers were taken away, as which kind (pdf, docx, zip, print)."""
    with transaction.atomic():
        audit.write("papers.taken", actor=actor, subject=case, now=now, reason=kind, details={"revision": case.revision})


def hand_back(case: Case, *, now: datetime, actor: Actor = WINDOW) -> None:
    """Keep that a clerk gave the draft back to its applicant."""
    with transaction.atomic():
        audit.write("draft.handed_back", actor=actor, subject=case, now=now)


def discard(reference: str, *, now: datetime, actor: Actor = APPLICANT) -> None:
    """Delete a draft, words, form, recordings and history with it."""
    _delete(Case.objects.filter(reference=reference), actor=actor, reason="asked", now=now)


def forget_expired(*, now: datetime) -> int:
    """Delete every draft that nobody changed for 30 days and no code opens any more; the number deleted."""
    return _delete(expired(now=now), actor=CLOCK, reason="expired", now=now)


def expired(*, now: datetime) -> QuerySet[Case]:
    """The drafts that nobody changed for 30 days and no code opens any more."""
    old = Case.objects.filter(state=Case.State.DRAFT, changed__lt=now - KEPT)
    return old.exclude(resume__isnull=False, resume_until__gt=now)


def abandon(references: Iterable[str], *, now: datetime, actor: Actor = CLOCK) -> int:
    """Delete those of these drafts that no code opens, for nobody could come back to them; the number deleted."""
    left = Case.objects.filter(reference__in=list(references))
    return _delete(left.exclude(resume__isnull=False, resume_until__gt=now), actor=actor, reason="abandoned", now=now)


def step_words(step: Step) -> Words:
    """All that had been said after a step. Raises a Fault where the blob does not open."""
    return Words.from_bytes(unseal(step.words, case=step.case_id, column=f"step {step.number}"))


def _delete(drafts: QuerySet[Case], *, actor: Actor, reason: str, now: datetime) -> int:
    """Delete these drafts, as far as they are drafts, each with its entry; how many."""
    with transaction.atomic():
        numbers = list(drafts.filter(state=Case.State.DRAFT).select_for_update().values_list("pk", flat=True))
        audit.write_all([audit.Told("draft.deleted", actor, Subject("cases.case", number), reason=reason) for number in numbers], now=now)
        for start in range(0, len(numbers), _AT_ONCE):
            Case.objects.filter(pk__in=numbers[start : start + _AT_ONCE]).delete()
    return len(numbers)


def _stored(case: Case, words: Words, form: Form | None, *, matter: str, position: int, subject: str, now: datetime) -> bool:
    stored = json.dumps(form.to_json(), ensure_ascii=False).encode() if form else b""
    changes = {
        "words": seal(words.to_bytes(), case=case.pk, column="words"),
        "form": seal(stored, case=case.pk, column="form") if form else b"",
        "matter": matter,
        "edition": form.edition if form else "",
        "revision": case.revision + 1,
        "position": position,
        "subject": subject,
        "changed": now,
    }
    return Case.objects.filter(pk=case.pk, revision=case.revision, state__in=Case.WRITABLE).update(**changes) == 1


def _next_position(case: Case, act: str, *, by_clerk: bool, now: datetime) -> int:
    """The number of the step to be written: the same again while one goes on typing."""
    last = case.steps.filter(number=case.position).first()
    typing_on = last is not None and act == last.act == Step.Act.STATE and by_clerk == last.by_clerk and now - last.at < ONE_STEP
    return case.position if typing_on else case.position + 1


def _record(case: Case, words: Words, act: str, *, by_clerk: bool, now: datetime) -> None:
    case.steps.filter(number__gt=case.position).delete()
    sealed = seal(words.to_bytes(), case=case.pk, column=f"step {case.position}")
    made = {"act": act, "by_clerk": by_clerk, "at": now}
    Step.objects.update_or_create(case=case, number=case.position, defaults={"words": sealed}, create_defaults={"words": sealed, **made})
    case.steps.filter(number__lte=case.position - MOST_STEPS).delete()
