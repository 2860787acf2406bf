"""The cast of what does not get done: somebody who is stuck, and the staff. Names and numbers are invented."""

from datetime import timedelta
from itertools import count

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.office.escalations.actions import Told, bring
from gaoxing.office.escalations.firing import fire
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Delegation, Unit

CALL = {"whom": "本人", "when": "上午", "how": "电话"}
CAUSE = {"cause_kind": "process", "cause_name": "两个窗口互相要证明"}


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(db, now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def other(db, now):
    return accounts.applicant_of("13900005678", language="en", now=now)


@pytest.fixture
def unit(db):
    return Unit.objects.create(code="power", name="样例供电服务站")


@pytest.fixture
def staff(db, now):
    def made(role, account, unit=None):
        person, _ = accounts.open_staff(account, "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date(), unit=unit)
        return person

    return made


@pytest.fixture
def away(now):
    """Lets one of the staff be on leave, with a deputy."""

    def made(person, deputy, act="handle_stuck", kind="deputy"):
        return Delegation.objects.create(giver=person, taker=deputy, kind=kind, acts=[act], since=now.date(), until=now.date() + timedelta(days=5))

    return made


@pytest.fixture
def brought(owner, now):
    """Brings one; the words differ each time, for the same words are a repetition."""
    turn = count(1)

    def made(at=now, **told):
        words = {"tried": "办食品许可", "blocked_by": f"要别处先开证明，第{next(turn)}回"}
        return bring(Told(**{**words, "owner": owner, **told}), owner, now=at)

    return made


@pytest.fixture
def concluded(brought, staff, now):
    """Makes one that a steward concluded with a cause."""

    def made(**details):
        steward = staff("steward", "s-1")
        row = press(brought(), "contact", steward, now, **CALL)
        return press(row, "conclude", steward, now, **{"outcome": "done", **CAUSE, **details})

    return made


def press(row, act, by, now, *, note="说明", reason="", **details):
    """Do an act by the revision of this record."""
    reasons = (Reason(reason, "写明白了"),) if reason else ()
    return fire(row, Pressed(act, reasons, note, row.revision, details=details), by, now=now)
