"""What can be done to a case (办件操作). Every action is told the time."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from gaoxing.forms import Form
from gaoxing.office.cases.models import KEPT as KEPT
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.cases.words import Words

MOST_STEPS = 100
"""Steps of one history; the oldest go first."""

ONE_STEP = timedelta(minutes=1)
"""Typing within so long counts as one step."""


def open_draft(*, now: datetime, consent: str = "") -> Case:
    """A new, empty draft with a reference that nobody can guess. `consent` is the version of the privacy page that was agreed to."""
    agreed = {"consent": consent, "consented": now} if consent else {}
    return Case.objects.create(reference=secrets.token_urlsafe(32), created=now, changed=now, words=b"", form=b"", **agreed)


def rewrite(
    case: Case, words: Words, form: Form | None, *, matter: str, now: datetime, act: str = Step.Act.STATE, by_clerk: bool = False, subject: str = ""
) -> bool:
    """Store what was said and the form it became, as a step of its history; False, and nothing stored, where the case was changed meanwhile."""
    with transaction.atomic():
        if not _stored(case, words, form, matter=matter, position=_next_position(case, act, by_clerk=by_clerk, now=now), subject=subject, now=now):
            return False
        case.refresh_from_db()
        _record(case, words, act, by_clerk=by_clerk, now=now)
    return True


def go_to(case: Case, number: int, words: Words, form: Form | None, *, matter: str, now: datetime, subject: str = "") -> bool:
    """Store the words of an earlier or later step as they are now, the history left as it is; False where the case was changed meanwhile."""
    return _stored(case, words, form, matter=matter, position=number, subject=subject, now=now)


def confirm(case: Case, *, revision: int) -> bool:
    """Keep that the applicant found this revision right (都对); False where it is no longer the newest."""
    return Case.objects.filter(pk=case.pk, revision=revision).update(confirmed=revision) == 1


def discard(reference: str) -> None:
    """Delete a draft, words, form and history with it."""
    Case.objects.filter(reference=reference, state=Case.State.DRAFT).delete()


def forget_expired(*, now: datetime) -> int:
    """Delete every draft that nobody changed for 30 days and no code opens any more; the number deleted."""
    old = Case.objects.filter(state=Case.State.DRAFT, changed__lt=now - KEPT)
    _, kinds = old.exclude(resume__isnull=False, resume_until__gt=now).delete()
    return kinds.get("cases.Case", 0)


def abandon(references: Iterable[str], *, now: datetime) -> int:
    """Delete those of these drafts that no code opens, for nobody could come back to them; the number deleted."""
    left = Case.objects.filter(state=Case.State.DRAFT, reference__in=list(references))
    _, kinds = left.exclude(resume__isnull=False, resume_until__gt=now).delete()
    return kinds.get("cases.Case", 0)


def step_words(step: Step) -> Words:
    """All that had been said after a step. Raises a Fault where the blob does not open."""
    return Words.from_bytes(unseal(step.words, case=step.case_id, column=f"step {step.number}"))


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
    return Case.objects.filter(pk=case.pk, revision=case.revision).update(**changes) == 1


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
