"""Telling of what does not get done (办不成事的通知): in page, once an event a person; the words name number, state and day and nothing of its content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, localtime

from gaoxing.casework.aftercare.ladder import Rung
from gaoxing.casework.tables import table
from gaoxing.office.aftercare import leaders
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.permissions import HANDLE, MEND, deputies
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.roles import Role

WENT_ON, WITH_YOU, NOT_DONE, MEND_IT = "stuck_went_on", "stuck_with_you", "stuck_not_done", "cause_to_mend"
CONTACT_LATE, OVERDUE, REPLY_DUE, MEND_LATE = "stuck_contact_late", "stuck_overdue", "stuck_reply_due", "cause_overdue"
"""The events of notices/events.toml."""


def tell_person(row: Escalation, *, about: int, now: datetime) -> int:
    """Tell whoever is stuck how it goes on; how many notices are new. Nobody is told where they have no account."""
    return _sent(WENT_ON, (row.owner,), row, about=about, now=now)


def tell_officer(row: Escalation, *, about: int, now: datetime, by: Person | None) -> int:
    """Tell whoever has it in hand, and whoever stands in for them, but not whoever just acted; how many notices are new."""
    return _sent(WITH_YOU, _with_deputies((row.handler,), HANDLE, by, on=localdate(now)), row, about=about, now=now)


def tell_leaders(row: Escalation, *, about: int, now: datetime, by: Person | None) -> int:
    """Tell the leaders that it is to be given to somebody else; how many notices are new."""
    on = localdate(now)
    return _sent(NOT_DONE, _with_deputies(_in_role(Role.LEADER, on=on), HANDLE, by, on=on), row, about=about, now=now)


def tell_unit(cause: Cause, *, about: int, now: datetime) -> int:
    """Tell everybody of the unit that is to mend a cause; how many notices are new, none where it was given to no unit yet."""
    on = localdate(now)
    people = _with_deputies(_in_role(Role.UNIT_HANDLER, on=on, unit=cause.unit_id) if cause.unit_id else (), MEND, None, on=on)
    values = {"cause": cause.name, "day": str(cause.mend_by or "")}
    known = table("escalation_cause").states[cause.state]
    return _each(MEND_IT, people, values, {"zh": {"state": known.term}, "en": {"state": known.english}}, once=f"cause {cause.pk} {about}", now=now)


def in_office(*, on: date) -> tuple[tuple[int, str], ...]:
    """Whoever may have a stuck matter in hand on a day: numbers and names, stewards first."""
    people = [*_in_role(Role.STEWARD, on=on).order_by("pk"), *_in_role(Role.LEADER, on=on).order_by("pk")]
    return tuple({each.pk: name_of(each) for each in people}.items())


def tell_contact_late(row: Escalation, until: datetime, *, now: datetime) -> int:
    """Tell the next leader, and whoever has it, that the person was not contacted within the hour, once a row; how many notices are new."""
    on = localdate(now)
    people = _with_deputies((*leaders.told(Rung.LEADER, None, "", on=on), row.handler), HANDLE, None, on=on)
    return _lately(CONTACT_LATE, people, row, until, now=now)


def tell_overdue(row: Escalation, *, now: datetime) -> int:
    """Tell the next leader, and whoever has it, that this step is past due, once a due moment; how many notices are new."""
    assert row.due is not None
    on = localdate(now)
    people = _with_deputies((*leaders.told(Rung.LEADER, None, "", on=on), row.handler), HANDLE, None, on=on)
    return _lately(OVERDUE, people, row, row.due, now=now)


def tell_reply_due(row: Escalation, *, now: datetime) -> int:
    """Tell whoever has it that the day of the reply they named has come, once a day named; how many notices are new."""
    values = {"number": row.number or "", "day": str(row.next_reply)}
    once = f"stuck reply {row.pk} {row.next_reply}"
    return _each(REPLY_DUE, _with_deputies((row.handler,), HANDLE, None, on=localdate(now)), values, {"zh": {}, "en": {}}, once=once, now=now)


def tell_mend_late(cause: Cause, *, now: datetime) -> int:
    """Tell the unit, and the next leader for it, that a cause was not mended by its day, once a day; how many notices are new."""
    on = localdate(now)
    people = [*(_in_role(Role.UNIT_HANDLER, on=on, unit=cause.unit_id) if cause.unit_id else ()), *leaders.told(Rung.LEADER, cause.unit, "", on=on)]
    values = {"cause": cause.name, "day": str(cause.mend_by)}
    return _each(MEND_LATE, _with_deputies(people, MEND, None, on=on), values, {"zh": {}, "en": {}}, once=f"cause late {cause.pk} {cause.mend_by}", now=now)


def units_on(on: date) -> tuple[tuple[int, str], ...]:
    """The units that act on a day: numbers and names."""
    return tuple(Unit.objects.filter(Q(closed=None) | Q(closed__gt=on)).order_by("name").values_list("pk", "name"))


def _in_role(role: Role, *, on: date, unit: int | None = None) -> QuerySet[Person]:
    current = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=role, since__lte=on)
    return Person.objects.filter(pk__in=(current.filter(unit=unit) if unit else current).values("person"), is_active=True)


def _with_deputies(people: Iterable[Person | None], act: str, by: Person | None, *, on: date) -> list[Person]:
    """These people and whoever stands in for them, each once, without whoever acts."""
    found = {each.pk: each for person in people if person for each in (person, *deputies(person, act, on=on))}
    return [each for each in found.values() if by is None or each.pk != by.pk]


def _lately(event: str, people: Iterable[Person | None], row: Escalation, until: datetime, *, now: datetime) -> int:
    known = table("escalation").states[row.state]
    values = {"number": row.number or "", "day": f"{localtime(until):%Y-%m-%d %H:%M}"}
    words = {"zh": {"state": known.term}, "en": {"state": known.english}}
    return _each(event, people, values, words, once=f"{event} {row.pk} {int(until.timestamp())}", now=now)


def _sent(event: str, people: Iterable[Person | None], row: Escalation, *, about: int, now: datetime) -> int:
    known = table("escalation").states[row.state]
    until = row.contact_due if row.state == Escalation.State.TAKEN and row.contact_due else row.due
    values = {"number": row.number or "", "day": f"{localtime(until):%Y-%m-%d %H:%M}" if until else ""}
    words = {"zh": {"state": known.term, "next": known.plain}, "en": {"state": known.english, "next": known.plain_english}}
    return _each(event, people, values, words, once=f"stuck {row.pk} {about}", now=now)


def _each(event: str, people: Iterable[Person | None], values: Mapping[str, str], words: Mapping[str, Mapping[str, str]], *, once: str, now: datetime) -> int:
    """Tell everybody who still has an account and was not told yet, in their language."""
    told, known = 0, set(Notice.objects.filter(event=event, once=once).values_list("person", flat=True))
    for each in people:
        if each is not None and each.is_active and each.pk not in known:
            spoken = words["en" if each.language.startswith("en") else "zh"]
            told += len(notify(event, Recipient(each.pk, each.language), {**values, **spoken}, now=now, once=once))
    return told
