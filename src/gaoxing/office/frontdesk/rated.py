"""The rating of a case on its applicant's page (办件的好差评): asked for with one tap, or as it was given."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from gaoxing.office.audit.entry import Subject
from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Person
from gaoxing.office.ratings import actions, queries, scale


def shown(case: Case, person: Person, *, now: datetime) -> dict[str, Any]:
    """What the page shows of the case's rating; nothing where none was asked for, or somebody else gives it."""
    subject = Subject.of(case)
    found = queries.of_subject(subject.kind, subject.number)
    if found is None or found.person_id != person.pk:
        return {}
    return {
        "rating": found,
        "rating_level": scale.levels().get(found.level),
        "rating_levels": tuple(scale.levels().values()),
        "rating_changeable": actions.changeable(found, now=now),
    }
