"""Codes by which an applicant signs in with a mobile number (验证码): six digits, five minutes, five tries, once; kept as keyed digests alone.

A guesser has five tries a code and six codes an hour a number: 30 in a million an hour, and is told to wait from the tenth wrong try on.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet, Sum

from gaoxing.office.people.models import SignInCode
from gaoxing.office.people.sending import CodeSender
from gaoxing.office.people.vault import CODE, MOBILE
from gaoxing.office.vault import digest, digests

DIGITS = 6
VALID = timedelta(minutes=5)
AGAIN = timedelta(seconds=60)
"""So long after one code the next may be sent to a number."""

HOUR = timedelta(hours=1)
MOST_AN_HOUR = 6
MOST_TRIES = 5
MOST_WRONG = 10
"""Wrong tries for one number within an hour, over all its codes."""


@dataclass(frozen=True)
class Wait:
    """Not now: the moment from which it may be tried again."""

    until: datetime


def send(mobile: str, sender: CodeSender, *, now: datetime) -> str | Wait:
    """Make a code for a number and hand it to the sender; the code, or how long to wait. The codes before it are void.

    The sender may be slow: nobody else waits for it with the database held. Raises its Fault; then there is no such code.
    """
    digested = digest(mobile, purpose=MOBILE)
    with transaction.atomic():
        waiting = _waiting(digested, now)
        if waiting is not None:
            return waiting
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
        made = SignInCode.objects.create(mobile_digest=digested, digest=_digest(mobile, code), made=now, until=now + VALID)
    try:
        sender.send(mobile, code, now=now)
    except BaseException:
        SignInCode.objects.filter(pk=made.pk).delete()
        raise
    _of(digested).filter(used=None, until__gt=now).exclude(pk=made.pk).update(until=now)
    return code


def check(mobile: str, code: str, *, now: datetime) -> bool | Wait:
    """Whether the code is the number's, counted as a try and void once right; or how long to wait after too many wrong ones."""
    digested = digest(mobile, purpose=MOBILE)
    locked = locked_until(digested, now=now)
    if locked is not None:
        return Wait(locked)
    live = _of(digested).filter(used=None, until__gt=now, tries__lt=MOST_TRIES).order_by("-made").first()
    if live is None:
        return False
    if not _counted(live):
        return False
    right = any(hmac.compare_digest(live.digest, each) for each in digests(f"{mobile} {code}", purpose=CODE))
    return right and SignInCode.objects.filter(pk=live.pk, used=None).update(used=now, tries=F("tries") - 1) == 1


def locked_until(digested: str, *, now: datetime) -> datetime | None:
    """When a number with too many wrong tries may be tried again; None where it may now."""
    recent = _of(digested).filter(made__gt=now - HOUR)
    wrong = int(recent.aggregate(whole=Sum("tries"))["whole"] or 0)
    first = recent.order_by("made").first()
    return first.made + HOUR if first is not None and wrong >= MOST_WRONG else None


def forget(*, now: datetime) -> int:
    """Delete the codes of more than an hour ago, which count for nothing; the number deleted."""
    return SignInCode.objects.filter(made__lt=now - HOUR).delete()[0]


def _counted(code: SignInCode) -> bool:
    """Count a try before it is looked at, so that many at once get no more than the tries there are; whether one was left."""
    return SignInCode.objects.filter(pk=code.pk, used=None, tries__lt=MOST_TRIES).update(tries=F("tries") + 1) == 1


def _waiting(digested: str, now: datetime) -> Wait | None:
    recent = _of(digested).filter(made__gt=now - HOUR).order_by("made")
    last, first = recent.last(), recent.first()
    if first is not None and recent.count() >= MOST_AN_HOUR:
        return Wait(first.made + HOUR)
    return Wait(last.made + AGAIN) if last is not None and now < last.made + AGAIN else None


def _of(digested: str) -> QuerySet[SignInCode]:
    return SignInCode.objects.filter(mobile_digest=digested)


def _digest(mobile: str, code: str) -> str:
    return digest(f"{mobile} {code}", purpose=CODE)
