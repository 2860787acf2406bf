"""Doing a request once (幂等): what a key was answered is kept in the transaction that did it, so that the same request is done once and answered alike.

Of two at the same moment one holds the key's row until it is done; the other then reads its answer. A refusal did nothing, so it is not kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from gaoxing.office.api.limits import limit
from gaoxing.office.api.models import Replay, Token
from gaoxing.office.api.problems import Problem, Wrong, unfit
from gaoxing.office.api.sealed import answer_place
from gaoxing.office.vault import office_sealer

LONGEST_KEY = 100
HEADER = "Idempotency-Key"


@dataclass(frozen=True)
class Request:
    """A request as far as it tells one from another: the token, the key, and method, address and body."""

    token: Token
    key: str
    parts: tuple[bytes, ...]

    @property
    def digest(self) -> str:
        """A keyed digest of what is asked."""
        told = b"".join(len(each).to_bytes(8) + each for each in self.parts)
        return salted_hmac("api request", told, algorithm="sha256").hexdigest()


@dataclass(frozen=True)
class Answered:
    """What was answered, and whether it is an earlier answer given again."""

    status: int
    content: bytes
    again: bool = False


def once(request: Request, act: Callable[[], Answered], *, now: datetime) -> Answered:
    """The answer: done now, or given again. Raises a Problem for a key that is none or came with another request, and whatever the act raises."""
    _require_key(request.key)
    kept = hashlib.sha256(request.key.encode()).hexdigest()
    if found := _found(request, kept, now):
        return found
    try:
        with transaction.atomic():
            row = Replay(token=request.token, key=kept, body=request.digest, made=now)
            with transaction.atomic():
                row.save(force_insert=True)
            done = act()
            row.status, row.answer = done.status, office_sealer().seal(done.content, place=answer_place(row))
            row.save(update_fields=["status", "answer"])
            return done
    except IntegrityError:
        if found := _found(request, kept, now):
            return found
        raise


def due(now: datetime) -> datetime:
    """What was kept before this moment is kept no longer."""
    return now - timedelta(hours=limit("replay_hours"))


def _found(request: Request, kept: str, now: datetime) -> Answered | None:
    row = Replay.objects.filter(token=request.token, key=kept).first()
    if row is None:
        return None
    if row.made <= due(now):
        row.delete()
        return None
    if row.body != request.digest:
        raise unfit([Wrong(f"header.{HEADER}", "reused", _("这个 Idempotency-Key 已经用来发过别的请求，这一次没有办。请换一个新的。"))])
    return Answered(row.status, office_sealer().unseal(bytes(row.answer), place=answer_place(row)), again=True)


def _require_key(key: str) -> None:
    if not (1 <= len(key) <= LONGEST_KEY and key.isascii() and key.isprintable() and " " not in key):
        told = _("会写入的请求都要带 Idempotency-Key：1 到 %(most)s 个 ASCII 字符，每件事一个新的，重发时用原来的。") % {"most": LONGEST_KEY}
        raise Problem(400, "unreadable", told, (Wrong(f"header.{HEADER}", "missing", told),))
