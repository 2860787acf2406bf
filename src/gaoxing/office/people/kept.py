"""How long what belongs to people is kept (保存期限): sign-in codes an hour, failed tries a day, ended sign-ins half a year."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from axes.models import AccessAttempt
from django.db.models import QuerySet

from gaoxing.office.people import codes
from gaoxing.office.people.models import SignIn, SignInCode
from gaoxing.office.retention.actions import Kept

SIGN_INS = timedelta(days=180)
"""So long an ended sign-in can be looked up: a network log is kept for half a year at least (《网络安全法》第二十一条)."""

FAILURES = timedelta(days=1)
"""A failed try is kept with its address and browser until the lock that follows from it is long over."""


def _failures(now: datetime) -> QuerySet[Any]:
    due: QuerySet[Any] = AccessAttempt.objects.filter(attempt_time__lt=now - FAILURES)
    return due


def _forget(now: datetime) -> int:
    return int(_failures(now).delete()[0])


def _sign_ins(now: datetime) -> int:
    return SignIn.objects.filter(ended__lt=now - SIGN_INS).delete()[0]


KEPT = (
    Kept(
        "sign_in_code",
        "验证码",
        "发出一小时",
        SignInCode.objects.count,
        lambda now: SignInCode.objects.filter(made__lt=now - codes.HOUR).count(),
        lambda now: codes.forget(now=now),
    ),
    Kept(
        "sign_in_failure",
        "登录失败",
        "最后一次后 1 天",
        AccessAttempt.objects.count,
        lambda now: _failures(now).count(),
        lambda now: _failures(now).delete()[0],
    ),
    Kept("sign_in", "登录", f"结束后 {SIGN_INS.days} 天", SignIn.objects.count, lambda now: SignIn.objects.filter(ended__lt=now - SIGN_INS).count(), _sign_ins),
)
"""What the minute's tick deletes when it is due."""
