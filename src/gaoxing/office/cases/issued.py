"""What a decision hands out (发照、发证): the code of a new enterprise, its licence, notices. The certificates lie below; here a case asks for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.forms import Form
from gaoxing.forms.recorded import CLOSED, established
from gaoxing.forms.register import Registered
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.certificates import issuing, queries
from gaoxing.office.certificates.allotting import allot
from gaoxing.office.certificates.content import touches_licence
from gaoxing.office.certificates.issuing import Cause
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile


def types_code() -> bool:
    """Whether the examiner types the code of a new enterprise: where no range of codes is configured."""
    return not queries.allots(profile().region)


def set_up(form: Form, case: Case, *, typed: str, on: date, actor: Actor, now: datetime) -> Registered | None:
    """The enterprise that a case sets up, under the next code of the authority's range; None where none is configured and the code is to be typed.

    A case that is decided anew keeps its code and its founding. Raises NotAllowed for a range that is used up, or a code typed where the system allots.
    """
    if former := queries.code_of_case(case.pk):
        return _again(form, former, on)
    if types_code():
        return None
    if typed:
        raise NotAllowed(_("统一社会信用代码由系统按号段赋，不用填。请把代码那一格清空，再点“准予登记”。"))
    bare = established(form, "", on)
    return replace(bare, uscc=allot(bare.kind, profile().region, case=case.pk, actor=actor, now=now))


def issue_licence(case: Case, form: Form, before: Registered | None, after: Registered, *, actor: Actor, now: datetime) -> None:
    """The licence of a new enterprise, or of one whose change touches it; nothing where an item is not known, which the notice then says."""
    if before is None or touches_licence(before, after):
        issuing.issue_licence(after, _cause(case, actor, now), composition=str(form.value("composition") or ""))


def issue_notice(case: Case, before: Registered, after: Registered, *, actor: Actor, now: datetime) -> None:
    """The notice of a change or a deregistration; the latter cancels the licence."""
    cause = _cause(case, actor, now)
    if after.status == CLOSED:
        issuing.issue_deregistration_notice(after, cause)
    else:
        issuing.issue_change_notice(before, after, cause, reissued=touches_licence(before, after))


def _again(form: Form, code: str, on: date) -> Registered:
    known = OfficeRegister().find(uscc=code)
    founded: Any = known[0].established if known else None
    return established(form, code, founded or on)


def _cause(case: Case, actor: Actor, now: datetime) -> Cause:
    return Cause(case.pk, case.number or "", actor, now)
