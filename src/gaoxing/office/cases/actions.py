"""What can be done to a case (办件操作). Every action is told the time."""

from __future__ import annotations

import json
import secrets
from datetime import datetime

from gaoxing.forms import Form
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.vault import seal
from gaoxing.office.cases.words import Words


def open_draft(*, now: datetime) -> Case:
    """A new, empty draft with a reference that nobody can guess."""
    return Case.objects.create(reference=secrets.token_urlsafe(32), created=now, changed=now, words=b"", form=b"")


def rewrite(case: Case, words: Words, form: Form | None, *, matter: str, now: datetime) -> bool:
    """Store what was said and the form it became; False, and nothing stored, where the case was changed meanwhile."""
    stored = json.dumps(form.to_json(), ensure_ascii=False).encode() if form else b""
    changes = {
        "words": seal(words.to_bytes(), case=case.pk, column="words"),
        "form": seal(stored, case=case.pk, column="form") if form else b"",
        "matter": matter,
        "edition": form.edition if form else "",
        "revision": case.revision + 1,
        "changed": now,
    }
    return Case.objects.filter(pk=case.pk, revision=case.revision).update(**changes) == 1


def discard(reference: str) -> None:
    """Delete a draft, words and form with it."""
    Case.objects.filter(reference=reference, state=Case.State.DRAFT).delete()
