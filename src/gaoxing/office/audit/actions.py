"""Writes the audit (记审计): in the act's own transaction, so that an act without its entry does not happen, and an entry without its act neither."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.audit.chain import BEGINNING, FIELDS, digest_of
from gaoxing.office.audit.entry import Actor, Subject, require_word
from gaoxing.office.audit.models import Entry, Head
from gaoxing.office.vault import digest

DETAILS = "audit details"
"""The purpose under which details become a keyed digest: whoever reads the audit cannot guess at them."""

_ONLY_HEAD = 1
_AT_ONCE = 1_000

Details = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """One act to be written: what was done, by whom, to which record; `reason` is a word of the code."""

    act: str
    actor: Actor
    subject: Model | Subject | None = None
    details: Details = field(default_factory=dict)
    reason: str = ""


class NoTransaction(RuntimeError):
    """The audit was to be written outside a transaction: the act could stand without it. A mistake of the code."""


def write(act: str, *, actor: Actor, subject: Model | Subject | None = None, now: datetime, details: Details | None = None, reason: str = "") -> None:
    """Write one act. `details` may hold anything that JSON can: a keyed digest of it is kept, nothing else.

    Raises NoTransaction outside a transaction, ValueError for what is no word of the code, and a Fault where the entry cannot be stored: then the
    transaction is rolled back whatever the caller does.
    """
    write_all([Told(act, actor, subject, details or {}, reason)], now=now)


def write_all(told: Iterable[Told], *, now: datetime) -> int:
    """Write several acts of one moment, one entry each; how many. Raises like `write`."""
    if not connection.in_atomic_block:
        raise NoTransaction("the audit is written inside the act's own transaction")
    acts = [_plain(each) for each in told]
    try:
        return _append(acts, now.astimezone(UTC)) if acts else 0
    except DatabaseError as trouble:
        transaction.set_rollback(True)
        raise Fault(_("审计记录没有写成，所以这一步没有办。请管理员检查数据库和磁盘空间，然后再试。"), permanent=False) from trouble


def digest_of_details(details: Details) -> str:
    """What is kept of details: a digest under the key in use, with the key's id; nothing of no details."""
    return digest(json.dumps(details, ensure_ascii=False, sort_keys=True, default=str), purpose=DETAILS) if details else ""


def _plain(told: Told) -> tuple[Any, ...]:
    require_word(told.act)
    require_word(told.reason, empty=True)
    subject = Subject.of(told.subject)
    return told.actor.number, told.actor.role, told.act, subject.kind, subject.number, digest_of_details(told.details), told.reason


def _append(acts: list[tuple[Any, ...]], at: datetime) -> int:
    number, previous = _locked_head()
    entries = []
    for act in acts:
        number += 1
        row = (number, at, *act, previous)
        previous = digest_of(row)
        entries.append(Entry(**dict(zip(FIELDS, row, strict=True)), own=previous))
    if len(entries) == 1:
        entries[0].save(force_insert=True)
    else:
        Entry.objects.bulk_create(entries, batch_size=_AT_ONCE)
    Head.objects.filter(pk=_ONLY_HEAD).update(number=number, digest=previous)
    return len(entries)


def _locked_head() -> tuple[int, str]:
    """Number and digest of the newest entry, nobody else's to change until the transaction ends.

    The first act of all lays the chain's head; of two that do so at once, one waits for the other and goes on behind it.
    """
    if head := _head():
        return head
    if not Entry.objects.exists():
        Head.objects.bulk_create([Head(pk=_ONLY_HEAD, number=0, digest=BEGINNING)], ignore_conflicts=True)
    if head := _head():
        return head
    raise Fault(_("审计的链头不见了，所以什么也没有办。请管理员从备份恢复，并运行 gaoxing audit verify。"), permanent=True)


def _head() -> tuple[int, str] | None:
    return Head.objects.select_for_update().filter(pk=_ONLY_HEAD).values_list("number", "digest").first()
