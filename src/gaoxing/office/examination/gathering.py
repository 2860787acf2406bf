"""What an examination at once asks of a case (自动审查的事实): each fact of the conditions, worked out of what was submitted and nothing else.

A fact that cannot be worked out is left out: its condition is then unmet, and a clerk looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.casework.automatic.verdict import covered, harmless
from gaoxing.casework.table import Facts
from gaoxing.checks.rule import Finding, Level
from gaoxing.engines.fault import Fault
from gaoxing.facts.standard_address import lacking
from gaoxing.forms import Form
from gaoxing.forms.parties import parties
from gaoxing.names.judgement import Verdict
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.cases import name_pool, signing, story
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.name_check import Coverage, checked_names
from gaoxing.office.certificates.queries import left
from gaoxing.office.people.models import IdentityCheck
from gaoxing.office.people.roles import Role
from gaoxing.office.people.vault import IDENTITY
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.standing import Standing
from gaoxing.office.vault import digests
from gaoxing.office.zone.queries import profile

_PLACES = ("domicile", "premises")
_PROVED = frozenset({Signer.Proof.SERVICE, Signer.Proof.SEEN})
_MOVES = "domicile"
_SETS_UP = frozenset({"company_registration", "sole_trader_registration"})


@dataclass(frozen=True)
class Submitted:
    """What was submitted, opened once: the case, the submission, its form and what the rules found that day, and the moment of the examination."""

    case: Case
    submission: Submission
    form: Form
    findings: tuple[Finding, ...]
    now: datetime


def opened(submission: Submission, *, now: datetime) -> Submitted:
    """The submission to examine. Raises a Fault where it does not open."""
    return Submitted(submission.case, submission, story.form_of(submission), story.findings_of(submission), now)


def facts(told: Submitted) -> Facts:
    """Every fact that could be worked out. A Fault of a register or an engine leaves its fact out."""
    known: dict[str, bool | int] = {}
    for name, work_out in _FACTS.items():
        try:
            known[name] = work_out(told)
        except Fault:
            continue
    return known


def identity_numbers(form: Form) -> tuple[str, ...]:
    """Every identity number on the form, each once."""
    found = (str(answer.value).strip().upper() for path, answer in form.answers.items() if path.rpartition(".")[2] == "id_number" and answer.value)
    return tuple(dict.fromkeys(found))


def _findings(told: Submitted) -> int:
    """What is not clean: everything but what only informs, and the warnings that ask nothing of anybody."""
    return sum(each.level is not Level.INFORM and not (each.level is Level.WARN and each.rule in harmless()) for each in told.findings)


def _unverified(told: Submitted) -> int:
    """How many numbers on the form nobody proved to be theirs, with an account or as a signer; a form without any number proves nobody."""
    numbers = set(identity_numbers(told.form))
    known = {digest: number for number in numbers for digest in digests(number, purpose=IDENTITY)}
    proved = set(IdentityCheck.objects.filter(passed=True, number_digest__in=list(known)).values_list("number_digest", flat=True))
    signers = {each.wanted.number for each in _standing(told) if each.signer is not None and each.signer.proof in _PROVED}
    return len(numbers - {known[each] for each in proved} - signers) if numbers else 1


def _unsigned(told: Submitted) -> int:
    """How many have not signed electronically all that is theirs to sign; a place that the form names nobody for is one, and nobody at all is one too.

    Where an agent submitted, the power of attorney is one to be seen.
    """
    found = _standing(told)
    by_hand = signing.needed(told.form, on=localdate(told.now)).by_hand
    return sum(bool(each.missing) or not each.electronic for each in found) + len(by_hand) + (not found) + (told.submission.role == Role.AGENT)


def _standing(told: Submitted) -> tuple[Standing, ...]:
    return signing.standing(told.case, told.form, on=localdate(told.now))


def _name_in_doubt(told: Submitted) -> bool:
    """Whether a name is anything but free in the whole register, or the pool does not hold it for the case."""
    names = checked_names(told.form, localdate(told.now), held=told.case.holds_name)
    free = all(each.coverage is Coverage.SEARCHED and each.judgement.verdict is Verdict.FREE for each in names)
    return not free or (name_pool.wanted(told.form) is not None and not told.case.holds_name)


def _address_not_standard(told: Submitted) -> bool:
    """Whether the registered place is none of the known roads of the district; a change that moves nothing has no place to look at."""
    places = [str(told.form.value(path) or "") for path in _PLACES if told.form.value(path)] or _moved(told.form)
    if not places:
        return told.form.matter in _SETS_UP
    zone = profile()
    return any(lacking(each, zone.region, towns=zone.towns, roads=zone.roads) for each in places)


def _moved(form: Form) -> list[str]:
    """The places to which a change moves the enterprise."""
    return [row.text("to") for row in parties(form, "changes") if row.text("item") == _MOVES]


def _code_wanting(told: Submitted) -> bool:
    """Whether a new enterprise would find no code to be allotted."""
    return told.form.matter in _SETS_UP and left(profile().region) <= 0


_FACTS: Mapping[str, Callable[[Submitted], bool | int]] = {
    "covered": lambda told: told.form.matter in covered(),
    "looked_at": lambda told: told.case.events.filter(act=story.ASKED).exists(),
    "open_questions": lambda told: len(told.form.asks),
    "findings": _findings,
    "unsigned_electronically": _unsigned,
    "unverified_identities": _unverified,
    "name_in_doubt": _name_in_doubt,
    "address_not_standard": _address_not_standard,
    "uploads": lambda told: len(attachments.of_case(told.case.pk)),
    "code_wanting": _code_wanting,
}
"""Fact → how it is worked out."""
