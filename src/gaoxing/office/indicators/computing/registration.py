"""New registrations and how long they took (新设登记), from the certificates and the cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db.models import Min, Q
from django.utils.timezone import localdate

from gaoxing.casework.table import ClockAct
from gaoxing.office.cases.clocking import calendar, reading_of
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.indicators.computing.counted import Asked, Computed, count, median
from gaoxing.office.people.remembering import remembered
from gaoxing.standards import money

FOUNDING = ("company_registration", "sole_trader_registration")
"""The matters by which an enterprise comes into being by itself."""

JOINT = "joint_licence"
"""The matter by which it comes into being together with the licences of its trade."""

FORMS: Mapping[str, str] = {"company_registration": "company", "sole_trader_registration": "sole_trader"}
"""What a licence is made out for, by the matter that leads to one alone."""

CERTIFICATE, CASE = "certificates.certificate", "cases.case"
_TEN_THOUSAND = Decimal(10_000)


def licences_granted(asked: Asked) -> Computed | None:
    """The first licence of each enterprise that was set up here; the argument narrows to a matter."""
    found = _granted(asked)
    return None if found is None else count(CERTIFICATE, found)


def registered_capital(asked: Asked) -> Computed | None:
    """The renminbi on the licences of new companies, in ten thousands of yuan."""
    found = _granted(Asked(asked.period, asked.now, "company_registration"))
    if found is None:
        return None
    sums = {pk: amount for pk, words in found.items() if (amount := _yuan(words)) is not None}
    return Computed(sum(sums.values(), Decimal(0)) / _TEN_THOUSAND, CERTIFICATE, tuple(sums))


def registration_days(asked: Asked) -> Computed | None:
    """The median of the working days that were counted until the registration was granted; waiting for the applicant does not count."""
    found = _decided(asked)
    return None if found is None else Computed(median(taken for taken, _promised in found.values()), CASE, tuple(found))


def registration_days_promised(asked: Asked) -> Computed | None:
    """The median of the working days that were set when the clock of the same cases began to run."""
    found = _decided(asked)
    return None if found is None else Computed(median(promised for _taken, promised in found.values()), CASE, tuple(found))


def _granted(asked: Asked) -> Mapping[int, str] | None:
    """The capital as it is written on each first licence of the period; None where nothing was issued yet so early."""
    issued = Certificate.objects.filter(kind=Certificate.Kind.LICENCE)
    begun = issued.aggregate(begun=Min("issued"))["begun"]
    if begun is None or localdate(begun) > asked.period.last:
        return None
    first, after = asked.period.moments
    rows = issued.filter(_founding(asked.argument), version=1, issued__gte=first, issued__lt=after).order_by("issued", "pk")
    return dict(rows.values_list("pk", "content__capital"))


def _founding(matter: str) -> Q:
    """The licences of new enterprises: of a matter, or of a joint case that led to the same kind of licence; of none given all of them."""
    alone = Case.objects.filter(matter__in=[matter] if matter else FOUNDING).values("pk")
    jointly = Q(case__in=Case.objects.filter(matter=JOINT).values("pk"))
    return Q(case__in=alone) | (jointly & Q(content__form=FORMS[matter]) if matter else jointly)


def _yuan(words: str | None) -> Decimal | None:
    """The sum that is written in capitals; None where it is none, or of another currency."""
    try:
        return money.parse_formal(words or "")
    except ValueError:
        return None


def _decided(asked: Asked) -> Mapping[int, tuple[int, int]] | None:
    """Of each founding case that was granted for the first time in the period the working days it took and those it was given."""
    return remembered(("registration days", asked.period, asked.now), lambda: _timed(asked))


def _timed(asked: Asked) -> Mapping[int, tuple[int, int]] | None:
    granted = CaseEvent.objects.filter(target=Case.State.REGISTERED, case__matter__in=FOUNDING).exclude(source=Case.State.REGISTERED)
    begun = granted.aggregate(begun=Min("at"))["begun"]
    if begun is None or localdate(begun) > asked.period.last:
        return None
    first, after = asked.period.moments
    ends: dict[int, datetime] = dict(granted.values_list("case").annotate(first=Min("at")).filter(first__gte=first, first__lt=after).order_by("first", "case"))
    events = dict[int, list[CaseEvent]]()
    for each in CaseEvent.objects.filter(case__in=ends).order_by("case", "number").only("case", "at", "clock", "days", "pause"):
        if each.at <= ends[each.case_id]:
            events.setdefault(each.case_id, []).append(each)
    return {case: timed for case in ends if (timed := _working_days(events.get(case, []), ends[case])) is not None}


def _working_days(events: list[CaseEvent], until: datetime) -> tuple[int, int] | None:
    read = reading_of(events, now=until)
    given = next((each.days for each in events if each.clock == ClockAct.START), None)
    if read is None or given is None:
        return None
    known = calendar()
    return sum(1 for _day in known.between(known.day(read.started), known.day(until))) - read.paused_days, given
