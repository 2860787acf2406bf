"""One's own data (我的资料): all that is held of a person, as they see it, take it along, and have it deleted; and who looked at it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.audit.queries import Wanted, page
from gaoxing.office.people import accounts, holdings, signing, trail
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone

MOST_LOOKS = 50
"""Entries of the audit that are shown."""


@dataclass(frozen=True)
class Look:
    """Somebody acted on a record of the person: when, in which role, what they did, to which record of what kind, the reason where one was given,
    and what of it they were shown whole, by its official label.
    """

    at: datetime
    role: str
    act: str
    kind: str
    number: int
    reason: str = ""
    what: str = ""


def collected(person: Person, *, now: datetime) -> dict[str, Any]:
    """Everything held of a person, as JSON; sealed texts opened, digests and secrets left out. Raises a Fault where something does not open."""
    account = {"account": person.account, "kind": person.kind, "language": person.language, "joined": _told(person.joined)}
    own = {column: accounts.own(person, column) for column in accounts.COLUMNS}
    return {
        "exported": _told(now),
        "account": account | own,
        "roles": [{"role": each.role, "since": each.since, "until": each.until} for each in person.assignments.all()],
        "sign_ins": [{"browser": each.browser, "way": each.way, "began": _told(each.began), "ended": _told(each.ended)} for each in person.sign_ins.all()],
        "consents": [_plain(each, "purpose", "version", "about", "given", "withdrawn") for each in person.consents.all()],
        "identity_checks": [_plain(each, "way", "document", "on", "passed", "told") for each in person.identity_checks.all()],
        "powers_given": [_plain(each, "acts", "matters", "since", "until", "withdrawn") for each in person.powers_given.all()],
        "powers_held": [_plain(each, "acts", "matters", "since", "until", "withdrawn") for each in person.powers.all()],
        **{each.word: each.rows(person) for each in holdings.held()},
    }


def bundle(person: Person, *, now: datetime) -> Iterator[bytes]:
    """The same as a ZIP file, piece by piece: `data.json`, then every file that belongs to it, of which one at a time is held in memory.

    What was collected is ready before the first piece, and raises a Fault before it; a file that does not open has a note in its place.
    """
    return _packed(json.dumps(collected(person, now=now), ensure_ascii=False, indent=2, default=str), person)


def _packed(text: str, person: Person) -> Iterator[bytes]:
    out = _Pieces()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", text)
        yield out.taken()
        for path, read in (each for held in holdings.held() for each in held.files(person)):
            try:
                archive.writestr(path, read())
            except (Fault, NotAllowed) as trouble:
                archive.writestr(f"{path}.txt", str(getattr(trouble, "message", "") or trouble))
            yield out.taken()
    yield out.taken()


class _Pieces(io.RawIOBase):
    """Where a ZIP file is written to without ever going back: what was written waits until it is taken."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._waiting = bytearray()

    def writable(self) -> bool:
        """It is written to and never read."""
        return True

    def write(self, piece: Any) -> int:
        """Keep a piece."""
        self._waiting += piece
        return len(piece)

    def taken(self) -> bytes:
        """What was written since it was taken last."""
        piece = bytes(self._waiting)
        self._waiting.clear()
        return piece


@transaction.atomic
def delete(person: Person, *, now: datetime) -> dict[str, int]:
    """Delete what is held of an applicant, end their sessions, empty their row; how many records of each kind went. Staff cannot: their acts stay theirs."""
    if person.is_staff_member:
        raise NotAllowed(_("工作人员的账号由系统管理员停用，经办过的事要留痕，不能自己删。"))
    gone = {each.term: each.delete(person, now) for each in holdings.held()}
    person.powers_given.filter(withdrawn=None).update(withdrawn=now)
    person.powers.filter(withdrawn=None).update(withdrawn=now)
    person.consents.filter(withdrawn=None).update(withdrawn=now)
    person.identity_checks.all().delete()
    Authenticator.objects.filter(user=person).delete()
    AccessAttempt.objects.filter(username=person.account).delete()
    signing.end_all(person, why=signing.LEFT, now=now)
    person.sign_ins.all().delete()
    accounts.erase(person, now=now)
    return gone


def looks(person: Person) -> tuple[Look, ...]:
    """Who acted on the person's records, as far as the audit tells, newest first; the person's own acts are left out."""
    subjects = [("people.person", person.pk), *((f"{each.word}", number) for each in holdings.held() for number in each.numbers(person))]
    found = [entry for kind, number in subjects for entry in page(Wanted(subject_kind=kind, subject=number), size=MOST_LOOKS).entries]
    others = sorted((each for each in found if each.actor != person.pk), key=lambda each: -each.number)
    shown = {(held.word, *key): label for held in holdings.held() for key, label in held.shown(person).items()}
    return tuple(
        Look(each.at, each.role, each.act, each.subject_kind, each.subject, each.reason, shown.get((each.subject_kind, each.subject, each.at), ""))
        for each in others[:MOST_LOOKS]
    )


def masked(person: Person) -> dict[str, str]:
    """Name, mobile number and e-mail address as they show before their owner asks for the whole: figures and letters in the middle hidden.

    Raises a Fault where something does not open.
    """
    own = {column: accounts.own(person, column) for column in accounts.COLUMNS}
    return own | {"mobile": telephone.mask(own["mobile"]), "email": masked_mail(own["email"])}


def masked_mail(address: str) -> str:
    """An e-mail address with all but the first letter before the @ hidden.

    >>> masked_mail("tiger@example.cn"), masked_mail("")
    ('t****@example.cn', '')
    """
    local, at, domain = address.rpartition("@")
    kept = local[:1] if len(local) > 1 else ""
    return f"{kept}{'*' * (len(local) - len(kept))}{at}{domain}" if local else "*" * len(address)


@transaction.atomic
def show_whole(person: Person, *, now: datetime) -> None:
    """Keep that a person had their own particulars shown whole; no reason is asked of them."""
    trail.record("reveal_own", by=person, about=person, now=now)


def _plain(record: object, *columns: str) -> dict[str, Any]:
    return {column: _told(value) if isinstance(value := getattr(record, column), datetime) else value for column in columns}


def _told(moment: datetime | None) -> str | None:
    return localtime(moment).isoformat(timespec="seconds") if moment else None
