"""What the cases hold of a person (个人资料里的办件): handed out with words and form, deleted as drafts are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.cases import actions, queries, revealing
from gaoxing.office.cases.models import Case, Reveal
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(case) for case in Case.objects.filter(owner=person).order_by("pk")]


def _row(case: Case) -> dict[str, Any]:
    form = queries.form_of(case)
    said = [{"said": entry.said, "written_by": entry.author} for entry in queries.words_of(case).entries]
    told = {"number": case.pk, "state": case.state, "matter": case.matter, "changed": localtime(case.changed).isoformat(timespec="seconds")}
    return {**told, "said": said, "form": form.to_json() if form else None}


def _numbers(person: Person) -> list[int]:
    return list(Case.objects.filter(owner=person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    references = list(Case.objects.filter(owner=person, state=Case.State.DRAFT).values_list("reference", flat=True))
    for each in references:
        actions.discard(each, now=now, actor=Actor(person.pk, APPLICANT.role))
    return len(references)


def _shown(person: Person) -> dict[tuple[int, datetime], str]:
    return {(each.case_id, each.at): revealing.label_of(each) for each in Reveal.objects.filter(case__owner=person).select_related("case")}


HOLDING = Holding("cases.case", "办件和草稿", _rows, _numbers, _delete, _shown)
