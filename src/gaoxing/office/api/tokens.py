"""Making, showing once, taking and revoking tokens (接口令牌). A token is 256 random bits: its SHA-256 is kept, from which nobody can guess it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.api.limits import limit
from gaoxing.office.api.models import Token
from gaoxing.office.api.scopes import open_to, scopes
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.compiled import Compiled, columns, record
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import has_factor
from gaoxing.office.refusal import NotAllowed

PREFIX = "gxt_"
"""What every token begins with, so that it is found where it was left lying about."""

LONGEST_LABEL = 60
SOON = timedelta(minutes=1)
"""So often the last use is written down."""

_START = 10


@dataclass(frozen=True, repr=False)
class Made:
    """A token that was just made, and its text, which nobody is ever shown again."""

    token: Token
    text: str


def make(person: Person, label: str, wanted: Collection[str], *, days: int, now: datetime, by_operator: bool = False) -> Made:
    """A new token of a person's. Raises NotAllowed with a sentence where label, scopes, days or the person stand in the way."""
    label = " ".join(label.replace("\x00", "").split())
    if not label or len(label) > LONGEST_LABEL:
        raise NotAllowed(_("请写这个令牌给谁用、做什么用，最多 %(most)s 个字。") % {"most": LONGEST_LABEL})
    if not 1 <= days <= limit("longest_days"):
        raise NotAllowed(_("有效期请填 1 到 %(most)s 天。") % {"most": limit("longest_days")})
    _require_scopes(person, wanted, now)
    if trouble := why_not_ready(person):
        raise NotAllowed(trouble)
    if in_force(person, now=now).count() >= limit("most_tokens"):
        raise NotAllowed(_("一个账号最多有 %(most)s 个有效的令牌。请先停用不用的。") % {"most": limit("most_tokens")})
    text = PREFIX + secrets.token_urlsafe(32)
    actor = OPERATOR if by_operator else Actor(person.pk, person.kind)
    with transaction.atomic():
        given = {"label": label, "start": text[:_START], "digest": digest_of(text), "scopes": [each for each in scopes() if each in wanted]}
        made = Token.objects.create(person=person, made=now, until=now + timedelta(days=days), **given)
        audit.write("token.made", actor=actor, subject=made, now=now, details={"scopes": made.scopes, "days": days})
    return Made(made, text)


def revoke(token: Token, *, now: datetime, actor: Actor) -> bool:
    """End a token for good; False where it had ended."""
    with transaction.atomic():
        if not Token.objects.filter(pk=token.pk, ended=None).update(ended=now):
            return False
        audit.write("token.revoked", actor=actor, subject=token, now=now)
    return True


def taken(text: str, *, now: datetime) -> Token | None:
    """The token in force with this text; None for any other. One found past its day ends for good, so that a clock set back does not revive it."""
    if not text.startswith(PREFIX) or len(text) > 100:
        return None
    found = _with_person(digest_of(text))
    if found is None:
        return None
    if found.until <= now:
        Token.objects.filter(pk=found.pk).update(ended=found.until)
        return None
    if not found.person.is_active:
        return None
    if found.used is None or found.used <= now - SOON:
        Token.objects.filter(pk=found.pk).filter(Q(used=None) | Q(used__lt=now)).update(used=now)
    return found


def why_not_ready(person: Person) -> str:
    """Why the person may not act by a token yet: a closed account never, one of the staff not without a password of their own and a second factor.

    Empty where all is well.
    """
    if not person.is_active:
        return _("这个账号停用了，不能用接口令牌。")
    if not person.is_staff_member or (has_factor(person) and not person.password_due):
        return ""
    return _("工作人员要先改掉初始密码、设好两步验证，才能用接口令牌。请登录网页，在“账号”里设好。")


def in_force(person: Person, *, now: datetime) -> QuerySet[Token]:
    """The tokens of a person that open something."""
    return Token.objects.filter(person=person, ended=None, until__gt=now)


def end_due(*, now: datetime) -> int:
    """End for good what is past its day; how many."""
    return Token.objects.filter(ended=None, until__lte=now).update(ended=now)


def digest_of(text: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _with_person(digest: str) -> Token | None:
    """The token that did not end, its person with it."""
    for row in _KNOWN(digest=digest):
        own = len(columns(Token))
        found = record(Token, row[:own])
        found.person = record(Person, row[own:])
        return found
    return None


_KNOWN = Compiled(lambda digest: Token.objects.filter(digest=digest, ended=None).values_list(*columns(Token), *columns(Person, "person__")), {"digest": ""})


def _require_scopes(person: Person, wanted: Collection[str], now: datetime) -> None:
    able = {each.name for each in open_to(person, on=localdate(now))}
    if not wanted or strange(wanted):
        raise NotAllowed(_("请至少选一项令牌能做的事：%(known)s。") % {"known": "、".join(f"{each.name}（{each.spoken}）" for each in scopes().values())})
    if beyond := [scopes()[each].spoken for each in wanted if each not in able]:
        raise NotAllowed(_("这个账号自己不能做“%(what)s”，也就不能给令牌。") % {"what": "、".join(beyond)})


def strange(wanted: Collection[str]) -> bool:
    """Whether some of these are no scopes."""
    return bool(set(wanted) - set(scopes()))
