"""What is known of a case at the moment of an act (办件事实): the facts that the guards of its table ask for, each worked out here by its name.

What only the act itself knows (open questions, findings, what was corrected) is handed in; what nobody handed in and nobody can know is never assumed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.casework.table import Facts
from gaoxing.forms import Form
from gaoxing.office.cases import clocking, name_pool, signing
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.certificates import queries as certificates
from gaoxing.office.people.models import Person
from gaoxing.office.people.vault import IDENTITY, MOBILE
from gaoxing.office.vault import digests


@dataclass(frozen=True)
class Look:
    """A case that somebody looks at (None: the system) at a moment, with what the act hands in."""

    case: Case
    by: Person | None
    now: datetime
    given: Facts = field(default_factory=dict)


def facts(look: Look, wanted: Iterable[str]) -> dict[str, bool | int]:
    """These facts: as handed in, else as worked out. One that is neither is left out, so that the table refuses to decide without it."""
    answers = {**_KNOWN, **_ENTERED}
    known = {name: look.given[name] if name in look.given else answers[name](look) for name in wanted if name in look.given or name in answers}
    return dict(known)


def enter(answers: Mapping[str, Callable[[Look], bool | int]]) -> None:
    """Let a room above the cases work out facts that its own tables ask for. Raises ValueError where one is known already."""
    if twice := sorted(set(answers) & set(_KNOWN)):
        raise ValueError(f"facts are known already: {twice}")
    _ENTERED.update(answers)


def is_own(case: Case, person: Person | None) -> bool:
    """Whether the person is a party to the case: its applicant, or somebody on its form, told by telephone or identity number, never by a mere name."""
    if person is None:
        return False
    if case.owner_id == person.pk or (person.mobile_digest and case.owner is not None and case.owner.mobile_digest == person.mobile_digest):
        return True
    form, numbers = form_of(case), set(person.identity_checks.filter(passed=True).exclude(number_digest="").values_list("number_digest", flat=True))
    if form is None or not (person.mobile_digest or numbers):
        return False
    told = {each for value in _values(form, ("mobile", "telephone")) for each in digests(value, purpose=MOBILE)}
    shown = {each for value in _values(form, ("id_number",)) for each in digests(value.upper(), purpose=IDENTITY)}
    return person.mobile_digest in told or bool(numbers & shown)


def _values(form: Form, columns: tuple[str, ...]) -> list[str]:
    return [str(answer.value).strip() for path, answer in form.answers.items() if path.rpartition(".")[2] in columns and answer.value]


def _done(act: str) -> Callable[[Look], int]:
    return lambda look: look.case.events.filter(act=act).count()


def _overdue(look: Look) -> bool:
    read = clocking.reading(look.case, now=look.now)
    return bool(read and read.late)


def _on_the_spot(look: Look) -> bool:
    read = clocking.reading(look.case, now=look.now)
    return bool(read and not read.total)


def _unsigned(look: Look) -> int:
    """Who was asked to sign by a link and has not. Who signs by hand is looked at by the window, the way of equal rank."""
    return signing.unsigned(look.case, form_of(look.case), on=localdate(look.now))


def _announcement_running(look: Look) -> bool:
    """Whether the form says that the announcement is not over yet (公告期未满)."""
    form = form_of(look.case)
    return form is not None and form.value("announced") == "no"


_KNOWN: Mapping[str, Callable[[Look], bool | int]] = {
    "own_case": lambda look: is_own(look.case, look.by),
    "corrections_asked": _done("ask_correction"),
    "extensions": _done("extend"),
    "overdue": _overdue,
    "on_the_spot": _on_the_spot,
    "unsigned": _unsigned,
    "announcement_running": _announcement_running,
    "stands_registered": lambda look: certificates.stands(look.case.pk),
    "name_taken": lambda look: name_pool.taken(look.case, form_of(look.case), now=look.now),
}
"""Fact → how it is worked out of what is stored."""

_ENTERED: dict[str, Callable[[Look], bool | int]] = {}
"""What rooms above the cases entered."""
