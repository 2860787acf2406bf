"""Drafts that became no case but something of another room (转交别处的草稿), such as a request: nobody writes in them any more, no clerk sees them.

They have no number and stand in no queue; their words, files and recordings stay as long as what they became.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor, Subject
from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

_STATE = Case.State.COMPLETED


def handed_on() -> QuerySet[Case]:
    """Every such draft."""
    return Case.objects.filter(state=_STATE, number=None)


@transaction.atomic
def hand_on(case: Case, *, revision: int, owner: Person | None, actor: Actor, now: datetime) -> None:
    """The draft, as it stood at a revision, becomes something of another room, which does its part in the same transaction.

    Raises NotAllowed where it was changed or handed on meanwhile.
    """
    won = {"state": _STATE, "revision": revision + 1, "changed": now, "owner": owner, "resume": None, "resume_until": None}
    if Case.objects.filter(pk=case.pk, state=Case.State.DRAFT, revision=revision).update(**won) != 1:
        raise NotAllowed(_("这一次没有提交：您打开这一页以后，草稿又改过，或者已经提交了。请刷新页面，看看现在的样子再交。"))
    audit.write("draft.handed_on", actor=actor, subject=case, now=now, reason=case.matter)
    case.refresh_from_db()


@transaction.atomic
def open_for(owner: Person | None, matter: str, *, now: datetime) -> Case:
    """An empty one for what did not come from the desk, so that files may lie with it."""
    case = Case.objects.create(reference=secrets.token_urlsafe(32), state=_STATE, matter=matter, created=now, changed=now, words=b"", form=b"", owner=owner)
    audit.write("draft.made", actor=Actor(), subject=case, now=now)
    return case


@transaction.atomic
def forget(gone: QuerySet[Case], *, actor: Actor, reason: str, now: datetime) -> int:
    """Delete these, as far as they were handed on; how many. Their files are swept as those of drafts that are gone."""
    numbers = list(handed_on().filter(pk__in=gone.values("pk")).values_list("pk", flat=True))
    audit.write_all([audit.Told("draft.deleted", actor, Subject("cases.case", number), reason=reason) for number in numbers], now=now)
    Case.objects.filter(pk__in=numbers).delete()
    return len(numbers)
