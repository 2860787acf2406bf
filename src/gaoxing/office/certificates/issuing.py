"""Issuing certificates (发照): a licence, which supersedes the one before, or a notice; in the transaction of the decision that brings it.

The audit's head is locked first, so that of two decisions at once the second sees what the first issued: numbers have no gaps and no doubles.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gaoxing.forms.register import Registered
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor, Subject
from gaoxing.office.certificates import content, queries
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.zone.queries import profile

Kind, State = Certificate.Kind, Certificate.State

_TOKEN_BYTES = 18
"""144 bits: nobody comes upon a licence by trying."""

_NUMBERS = {
    Kind.LICENCE: "{region}{year}{serial:06d}",
    Kind.CHANGE_NOTICE: "（{region}）变更登记〔{year}〕第{serial:06d}号",
    Kind.DEREGISTRATION_NOTICE: "（{region}）注销登记〔{year}〕第{serial:06d}号",
}


@dataclass(frozen=True)
class Cause:
    """What brings a certificate: the case by its record and number, who decided, and when."""

    case: int
    number: str
    actor: Actor
    now: datetime


@transaction.atomic
def issue_licence(registered: Registered, cause: Cause, *, composition: str = "") -> Certificate | None:
    """The enterprise's licence as it is now registered, in the place of the one before; None where an item is not known, and then nothing is changed."""
    shown = _shown(registered, cause, composition)
    if content.lacking(shown):
        return None
    _lock(Kind.LICENCE, registered, cause)
    ended = {"state": State.SUPERSEDED, "ended": cause.now}
    Certificate.objects.filter(code=registered.uscc, kind=Kind.LICENCE, state=State.IN_FORCE).update(**ended)
    return _issued(Kind.LICENCE, registered, shown, cause, supersedes=queries.newest(registered.uscc))


@transaction.atomic
def issue_change_notice(before: Registered, after: Registered, cause: Cause, *, reissued: bool) -> Certificate:
    """The notice that a change was registered; `reissued` says that it touches the licence. Where an item of the licence is not known, it is to be had
    at the window.
    """
    _lock(Kind.CHANGE_NOTICE, after, cause)
    changes = [list(each) for each in content.differences(before, after)]
    way = "no" if not reissued else "at_window" if content.lacking(_shown(after, cause)) else "yes"
    return _issued(Kind.CHANGE_NOTICE, after, {"changes": changes, "reissued": way}, cause)


@transaction.atomic
def issue_deregistration_notice(closed: Registered, cause: Cause) -> Certificate:
    """The notice that an enterprise was deregistered; its licence is cancelled with it."""
    _lock(Kind.DEREGISTRATION_NOTICE, closed, cause)
    standing = Certificate.objects.filter(code=closed.uscc, kind=Kind.LICENCE, state=State.IN_FORCE)
    cancelled = standing.update(state=State.CANCELLED, ended=cause.now)
    return _issued(Kind.DEREGISTRATION_NOTICE, closed, {"licence": bool(cancelled)}, cause)


def _shown(registered: Registered, cause: Cause, composition: str = "") -> content.Content:
    """What the licence would show; a sole trader's composition is no item of the register, and is taken over from the licence before."""
    former = queries.newest(registered.uscc)
    known = composition or (former.content.get("composition", "") if former else "")
    return content.licence(registered, authority=profile().authority, issued=localdate(cause.now), composition=known)


def _lock(kind: str, registered: Registered, cause: Cause) -> None:
    details = {"kind": str(kind), "code": registered.uscc}
    audit.write("certificate.issued", actor=cause.actor, subject=Subject("cases.case", cause.case), now=cause.now, reason=str(kind), details=details)


def _issued(kind: str, registered: Registered, shown: content.Content, cause: Cause, *, supersedes: Certificate | None = None) -> Certificate:
    on, zone = localdate(cause.now), profile()
    serial = _after(Certificate.objects.filter(kind=kind, year=on.year), "serial")
    told = {"code": registered.uscc, "name": registered.name, "authority": zone.authority, "issued": content.day(on), **shown}
    row: dict[str, Any] = {
        "token": secrets.token_urlsafe(_TOKEN_BYTES),
        "kind": kind,
        "number": _NUMBERS[Kind(kind)].format(region=zone.region, year=on.year, serial=serial),
        "year": on.year,
        "serial": serial,
        "code": registered.uscc,
        "name": registered.name,
        "version": _after(Certificate.objects.filter(kind=kind, code=registered.uscc), "version"),
        "content": told,
        "case": cause.case,
        "case_number": cause.number,
        "issued": cause.now,
        "supersedes": supersedes,
        "seal": queries.seal_in_use(),
    }
    return Certificate.objects.create(**row)


def _after(rows: Any, column: str) -> int:
    return int(rows.aggregate(last=Max(column))["last"] or 0) + 1
