"""Links by which people sign (签名链接): random, kept as a keyed digest, good for one person and a week; a new one voids the one before."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.vault import key_of, keys_of, link_of, links_of, seal, who_place
from gaoxing.office.signatures.wanted import Wanted

VALID = timedelta(days=7)
AGAIN = timedelta(seconds=30)
"""So long after one link the next may be made for the same person."""

_LONGEST = 64


def signer_of(case: int, wanted: Wanted) -> Signer | None:
    """The row of this very person in a case; None where nobody asked them yet."""
    return Signer.objects.filter(case=case, key__in=keys_of(wanted.plain)).first()


def kept(case: int, wanted: Wanted, *, now: datetime) -> Signer:
    """The row of this very person, made where there is none."""
    if (found := signer_of(case, wanted)) is not None:
        return found
    made = Signer(token=secrets.token_hex(16), case=case, key=key_of(wanted.plain), touched=now)
    made.who = seal({"name": wanted.name, "number": wanted.number, "plain": wanted.plain}, who_place(made))
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        return Signer.objects.get(case=case, key__in=keys_of(wanted.plain))
    return made


@transaction.atomic
def ask(case: int, wanted: Wanted, *, actor: Actor, now: datetime) -> str:
    """A new link for this person, the only one that is good; what they objected to is taken as mended. Raises NotAllowed for a seal, or too soon."""
    if wanted.seal:
        raise NotAllowed(_("单位要盖章，请用纸面签名：打印出来盖章，再上传或带到窗口。"))
    signer, token = kept(case, wanted, now=now), secrets.token_urlsafe(32)
    if signer.asked and timedelta(0) <= now - signer.asked < AGAIN and signer.link:
        raise NotAllowed(_("刚刚已经给这个人发过链接。请过半分钟再重发；原来的链接还能用。"))
    fresh = {"way": Signer.Way.ELECTRONIC, "link": link_of(token), "until": now + VALID, "asked": now, "touched": now}
    Signer.objects.filter(pk=signer.pk).update(**fresh, tries=0, locked=None, objection=b"", objected=None, trouble="")
    audit.write("signing.asked", actor=actor, subject=signer, now=now)
    return token


@transaction.atomic
def on_paper(case: int, wanted: Wanted, *, actor: Actor, now: datetime) -> None:
    """Let this person sign on paper; a link of theirs is void."""
    signer = kept(case, wanted, now=now)
    Signer.objects.filter(pk=signer.pk).update(way=Signer.Way.PAPER, link=None, until=None, objection=b"", objected=None, trouble="")
    audit.write("signing.on_paper", actor=actor, subject=signer, now=now)


def opened(token: str, *, now: datetime) -> Signer:
    """The signer whose link this is. Raises NotAllowed where it is no good any more, with what to do."""
    found = Signer.objects.filter(link__in=links_of(token)).first() if 0 < len(token) <= _LONGEST else None
    if found is None:
        raise NotAllowed(_("这个签名链接不能用了：可能已经换了新的，或者复制得不完整。请向发给您的人要最新的链接。"))
    require_good(found, now=now)
    return found


def require_good(signer: Signer, *, now: datetime) -> datetime:
    """The moment it is for this signer: the clock's, or the latest known here where the clock was set back. Raises NotAllowed after the link's time."""
    moment = max(now, signer.touched)
    if signer.link is None or signer.until is None or moment >= signer.until:
        raise NotAllowed(_("这个签名链接过期了或者被收回了，什么也没有签。请向发给您的人要一个新的链接。"))
    if moment > signer.touched:
        Signer.objects.filter(pk=signer.pk, touched__lt=moment).update(touched=moment)
    return moment
