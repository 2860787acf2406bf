"""How long what belongs to people is kept (保存期限): sign-in codes an hour, ended sign-ins half a year."""

from __future__ import annotations

from datetime import datetime, timedelta

from gaoxing.office.people import codes
from gaoxing.office.people.models import SignIn, SignInCode
from gaoxing.office.retention.actions import Kept

SIGN_INS = timedelta(days=180)
"""So long an ended sign-in can be looked up: a network log is kept for half a year at least (《网络安全法》第二十一条)."""


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
    Kept("sign_in", "登录", f"结束后 {SIGN_INS.days} 天", SignIn.objects.count, lambda now: SignIn.objects.filter(ended__lt=now - SIGN_INS).count(), _sign_ins),
)
"""What the minute's tick deletes when it is due."""
