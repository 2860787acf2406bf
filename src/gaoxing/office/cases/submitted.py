"""The form as it was handed in (提交时的表): what a name was held by, and what stays as it was while the applicant writes a correction."""

from __future__ import annotations

import json

from gaoxing.forms import Form
from gaoxing.office.cases.filed import Submission
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.vault import unseal


def place(submission: Submission, column: str) -> str:
    """The column for which a submission's blob is sealed."""
    return f"submission {submission.number} {column}"


def form_of(submission: Submission) -> Form:
    """The form as it was submitted. Raises a Fault where it does not open."""
    return Form.from_json(json.loads(unseal(submission.form, case=submission.case_id, column=place(submission, "form"))))


def last_form(case: Case) -> Form | None:
    """The form of the last submission; None where there is none yet. Raises a Fault where it does not open."""
    last = case.submissions.order_by("-number").first()
    return form_of(last) if last else None
