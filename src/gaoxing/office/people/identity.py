"""That somebody is who they say (实名核验): a Protocol for the real-name service, its rehearsal for tests, and what a clerk saw in person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.registers import population
from gaoxing.office.people import consents, trail
from gaoxing.office.people.models import Consent, IdentityCheck, Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.vault import IDENTITY
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digest
from gaoxing.standards import resident_id
from gaoxing.standards.invalid import Invalid

VERSION = "2026-11"
"""The version of the sentences under which name and number go to the service."""


@dataclass(frozen=True)
class Verdict:
    """What the service says: whether name and number belong together, and a sentence for the person."""

    passed: bool
    told: str


class RealNameService(Protocol):
    """Whatever knows whether a name and an identity number belong together."""

    def verify(self, name: str, number: str) -> Verdict:
        """Ask. Raises a Fault where no answer came: an outage is never a verdict."""


class Asked:
    """A register of the population as the service: its word in a sentence. A Fault of the register is no verdict and goes on."""

    def __init__(self, register: population.Population) -> None:
        self.register = register

    def verify(self, name: str, number: str) -> Verdict:
        """Ask the register."""
        if self.register.belong(name, number):
            return Verdict(passed=True, told="姓名和证件号码相符。")
        return Verdict(passed=False, told="姓名和证件号码对不上。请核对后再试，或带证件到窗口当面核对。")


class Rehearsal(Asked):
    """Stands for the service in tests and the demonstration: every right number belongs to its name, unless the name says 不符 or 故障."""

    def __init__(self) -> None:
        super().__init__(population.Rehearsal())


def service() -> RealNameService | None:
    """The service that the settings name; None where none is connected. Raises a permanent Fault that names the setting that cannot be read."""
    register = population.chosen({**settings.REAL_NAME, "GAOXING_REAL_NAME": settings.REAL_NAME_SERVICE})
    return Asked(register) if register is not None else None


def verify(person: Person, name: str, number: str, *, by_service: RealNameService | None, now: datetime) -> IdentityCheck:
    """Ask the service and keep its verdict. Refuses a number that can be none; raises a Fault, and keeps nothing, where no answer came."""
    if by_service is None:
        raise NotAllowed(_("这里没有接实名认证服务。请带身份证件到窗口，由窗口人员当面核对。"))
    checked = _checked(number, IdentityCheck.Document.RESIDENT_ID)
    verdict = by_service.verify(name.strip(), checked)
    with transaction.atomic():
        consents.give(Consent.Purpose.IDENTITY, VERSION, now=now, person=person)
        told = {"document": IdentityCheck.Document.RESIDENT_ID, "number_digest": digest(checked, purpose=IDENTITY), "passed": verdict.passed}
        made = IdentityCheck.objects.create(person=person, way=IdentityCheck.Way.SERVICE, on=localdate(now), at=now, told=verdict.told, **told)
        trail.record("verify_identity", by=person, about=made, now=now, passed=verdict.passed)
    return made


@transaction.atomic
def seen(person: Person | None, *, document: str, on: date, by: Person, now: datetime, number: str = "") -> IdentityCheck:
    """A clerk saw the person and their document on a day that is not to come. The number, where it is given, is kept as a digest alone."""
    permit(by, "verify_identity", on=localdate(now))
    if person is None or person.is_staff_member:
        raise NotAllowed(_("没有找到这个手机号的申请人账号。请申请人先用自己的手机号登录一次。"))
    if on > localdate(now):
        raise NotAllowed(_("核对的日期还没有到。请写当面看到证件的那一天。"))
    if document not in IdentityCheck.Document.values:
        raise NotAllowed(_("请选看的是哪种证件。"))
    digested = digest(_checked(number, document), purpose=IDENTITY) if number.strip() else ""
    told = {"document": document, "number_digest": digested, "on": on, "at": now, "passed": True}
    made = IdentityCheck.objects.create(person=person, way=IdentityCheck.Way.SEEN, by=by, **told)
    trail.record("verify_identity", by=by, about=made, now=now, document=document)
    return made


def verified(person: Person) -> IdentityCheck | None:
    """The newest check that the person passed; None where there is none."""
    return person.identity_checks.filter(passed=True).first()


def _checked(number: str, document: str) -> str:
    """The number as it is written everywhere; a resident's is refused, with what is wrong, where it can be none."""
    if document != IdentityCheck.Document.RESIDENT_ID:
        return number.strip().upper()
    try:
        return resident_id.validate(number)
    except Invalid as invalid:
        raise NotAllowed(str(invalid)) from None
