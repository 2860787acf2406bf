"""What is done to the register (登记簿操作): an enterprise is recorded as it now stands. Every action is told the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gaoxing.forms.register import Registered, plain_name
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.vault import code_digest, code_digests, seal

_KEPT = ("name", "status", "established", "record", "changed")


def record(registered: Registered, *, now: datetime) -> Enterprise:
    """Put an enterprise into the register, or what it now is over what it was."""
    record_all([registered], now=now)
    return Enterprise.objects.get(code=code_digest(registered.uscc))


@transaction.atomic
def record_all(enterprises: Sequence[Registered], *, now: datetime) -> None:
    """The same of many at once; of two with one code the last counts."""
    latest = {each.uscc: each for each in enterprises}
    _under_the_key_in_use(latest)
    rows = [_row(each, now) for each in latest.values()]
    Enterprise.objects.bulk_create(rows, update_conflicts=True, unique_fields=("code",), update_fields=_KEPT)


def keep_load(digest: str, recorded: int, *, now: datetime) -> None:
    """Keep in the audit that a file was taken in at the machine: its digest and how many enterprises it held."""
    with transaction.atomic():
        audit.write("register.loaded", actor=OPERATOR, now=now, details={"digest": digest, "recorded": recorded})


def keep_look(asked: str, found: int, *, now: datetime) -> None:
    """Keep in the audit that somebody at the machine read the register: what they asked as a digest, and how many enterprises they were shown."""
    with transaction.atomic():
        audit.write("register.read", actor=OPERATOR, now=now, details={"asked": asked, "found": found})


def _row(registered: Registered, now: datetime) -> Enterprise:
    name = plain_name(registered.name)
    return Enterprise(
        code=code_digest(registered.uscc), name=name, status=registered.status, established=registered.established, record=seal(registered), changed=now
    )


def _under_the_key_in_use(codes: Sequence[str] | dict[str, Registered]) -> None:
    """Rows stored under a key that was replaced get their digest under the new one."""
    older = {former: now for code in codes for now, *before in [code_digests(code)] for former in before}
    for row in Enterprise.objects.filter(code__in=list(older)):
        row.code = older[row.code]
        row.save(update_fields=("code",))
