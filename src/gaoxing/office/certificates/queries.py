"""What can be asked of the certificates (证照查询)."""

from __future__ import annotations

from django.db.models import QuerySet

from gaoxing.forms.register import plain_name
from gaoxing.office.certificates.models import Certificate, CodeRange, Seal
from gaoxing.standards import credit_code

Kind, State = Certificate.Kind, Certificate.State


def open_ranges(region: str) -> QuerySet[CodeRange]:
    """The ranges that a region gives codes out of, in their order; also those that are used up and not closed."""
    return CodeRange.objects.filter(region=region, closed=None)


def allots(region: str) -> bool:
    """Whether the system gives the region's codes; where it does not, the examiner types them from a range on paper."""
    return open_ranges(region).exists()


def left(region: str) -> int:
    """How many codes may still be given out."""
    return sum(each.left for each in open_ranges(region))


def of_case(case: int) -> tuple[Certificate, ...]:
    """What was issued by a case, in the order of issue."""
    return tuple(Certificate.objects.filter(case=case))


def code_of_case(case: int) -> str:
    """The code on the licence that a case brought before, as when it is decided anew; empty where it brought none."""
    found = Certificate.objects.filter(case=case, kind=Kind.LICENCE).first()
    return found.code if found else ""


def stands(case: int) -> bool:
    """Whether what a case decided is still in force: a licence of the enterprise that it set up or changed, or the notice that it was deregistered."""
    issued = Certificate.objects.filter(case=case)
    if issued.filter(kind=Kind.DEREGISTRATION_NOTICE, state=State.IN_FORCE).exists():
        return True
    return Certificate.objects.filter(code__in=issued.values("code"), kind=Kind.LICENCE, state=State.IN_FORCE).exists()


def licence_by(token: str) -> Certificate | None:
    """The licence that a QR code leads to; None for anything else."""
    return Certificate.objects.filter(token=token, kind=Kind.LICENCE).first() if token else None


def newest(code: str) -> Certificate | None:
    """An enterprise's newest licence, however it stands."""
    return Certificate.objects.filter(code=code, kind=Kind.LICENCE).order_by("-version").first()


def licence_of(code: str, name: str) -> Certificate | None:
    """The newest licence of a code whose enterprise bears, or bore, exactly this name; None where either does not fit."""
    found = Certificate.objects.filter(code=credit_code.compact(code)[:18], kind=Kind.LICENCE)
    return newest(found[0].code) if any(plain_name(each.name) == plain_name(name) for each in found) else None


def seal_in_use() -> Seal | None:
    """The seal that is drawn on what is issued now; None where everything is a sample (样本)."""
    return Seal.objects.filter(withdrawn=None).first()
