"""What can be asked of the cases (办件查询)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from gaoxing.forms import Form
from gaoxing.office.cases.models import KEPT, Case, Step
from gaoxing.office.cases.subject import subject_digests
from gaoxing.office.cases.vault import unseal
from gaoxing.office.cases.words import Words


def draft(reference: str) -> Case | None:
    """The draft with this reference, or the case that its applicant corrects; None where nobody writes in it."""
    return Case.objects.filter(reference=reference, state__in=Case.WRITABLE).first() if reference else None


def submitted(reference: str) -> Case | None:
    """The case that a draft with this reference became, as long as nobody writes in it; None where it is none."""
    return Case.objects.filter(reference=reference).exclude(state__in=Case.WRITABLE).first() if reference else None


def drafts(references: Iterable[str]) -> tuple[Case, ...]:
    """The drafts with these references, and the cases being corrected, the one changed last first."""
    return tuple(Case.objects.filter(reference__in=list(references), state__in=Case.WRITABLE).order_by("-changed", "-pk"))


def kept_until(case: Case) -> datetime:
    """When the draft is deleted unless it is changed: 30 days after its last change, or when its code ends, whichever is later."""
    unchanged = case.changed + KEPT
    return max(unchanged, case.resume_until) if case.resume and case.resume_until else unchanged


def twin(case: Case, references: Iterable[str]) -> Case | None:
    """Another draft among these of the same subject and matter, the one changed last; None where there is none.

    Drafts stored under an earlier sealing key are found too. Raises a Fault where the form does not open.
    """
    others = [each for each in references if each != case.reference]
    if not others or not case.subject or not case.matter:
        return None
    same = Case.objects.filter(reference__in=others, state=Case.State.DRAFT, matter=case.matter, subject__in=subject_digests(form_of(case)))
    return same.order_by("-changed", "-pk").first()


def steps(case: Case) -> tuple[Step, ...]:
    """The history of a case, oldest first."""
    return tuple(case.steps.all())


def step(case: Case, number: int) -> Step | None:
    """One step of a case, or None."""
    return case.steps.filter(number=number).first()


def words_of(case: Case) -> Words:
    """What was said in a case. Raises a Fault where the blob does not open."""
    return Words.from_bytes(unseal(case.words, case=case.pk, column="words")) if case.words else Words()


def form_of(case: Case) -> Form | None:
    """The form as it was stored, or None where the words gave none. Raises a Fault where the blob does not open."""
    return Form.from_json(json.loads(unseal(case.form, case=case.pk, column="form"))) if case.form else None
