"""That a signer is who the form says (签署人实名核验): the number must be the form's, then the real-name service is asked; wrong tries lock.

A number from outside of mainland China goes to no service: it must be the form's, and a clerk sees the document.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.identity import RealNameService
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures.links import require_good
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.vault import seal, unseal, who_place
from gaoxing.office.signatures.wanted import Wanted
from gaoxing.standards import resident_id
from gaoxing.standards.invalid import Invalid

MOST_TRIES = 5
LOCKED = timedelta(hours=1)
SIGNER = Actor(role="signer")

_SHORTEST, _LONGEST = 5, 40


def prove(signer: Signer, wanted: Wanted, number: str, *, service: RealNameService | None, now: datetime) -> None:
    """Prove it. Raises NotAllowed where it is not proved, with how many tries are left, and a Fault, counting nothing, where the service gave no answer."""
    moment = require_good(signer, now=now)
    _require_unlocked(signer, moment)
    typed = _normal(number)
    if not _SHORTEST <= len(typed) <= _LONGEST:
        raise NotAllowed(_("请写完整的证件号码。"))
    if wanted.number and typed != _normal(wanted.number):
        raise _wrong(signer, moment, _("这个证件号码和申请表上您的号码不一致。写错了请重写；表上错了，请点“内容不对”告诉申请人。"))
    if wanted.foreign or service is None:
        _proved(signer, wanted, typed, Signer.Proof.NUMBER, moment)
        return
    _require_possible(typed)
    try:
        verdict = service.verify(wanted.name, typed)
    except Fault as fault:
        Signer.objects.filter(pk=signer.pk).update(trouble=fault.message[:200])
        raise
    if not verdict.passed:
        raise _wrong(signer, moment, verdict.told)
    _proved(signer, wanted, typed, Signer.Proof.SERVICE, moment)


def number_of(signer: Signer) -> str:
    """The number that was proved; empty before. Raises a Fault where it does not open."""
    return str(unseal(signer.who, who_place(signer)).get("number", ""))


def _require_unlocked(signer: Signer, moment: datetime) -> None:
    if signer.locked and moment < signer.locked:
        left = max(1, int((signer.locked - moment).total_seconds() // 60) + 1)
        raise NotAllowed(_("错得太多，先锁住了。请 %(minutes)s 分钟后再试，或者请申请人给您重发一个链接；也可以改用纸面签名。") % {"minutes": left})


def _require_possible(number: str) -> None:
    try:
        resident_id.validate(number)
    except Invalid as invalid:
        raise NotAllowed(str(invalid)) from None


def _wrong(signer: Signer, moment: datetime, why: str) -> NotAllowed:
    """Count a wrong try; at the last one nothing more is tried for an hour. Two at once count two."""
    with transaction.atomic():
        Signer.objects.filter(pk=signer.pk).update(tries=F("tries") + 1)
        signer.refresh_from_db()
        over = signer.tries >= MOST_TRIES
        if over:
            Signer.objects.filter(pk=signer.pk).update(tries=0, locked=moment + LOCKED)
        audit.write("signing.not_proved", actor=SIGNER, subject=signer, now=moment, reason="locked" if over else "")
    if over:
        return NotAllowed(_("错了 %(most)s 次，先锁一小时。请申请人给您重发一个链接，或者改用纸面签名。") % {"most": MOST_TRIES})
    return NotAllowed(_("%(why)s（还可以试 %(left)s 次）") % {"why": why, "left": MOST_TRIES - signer.tries})


@transaction.atomic
def _proved(signer: Signer, wanted: Wanted, number: str, proof: str, moment: datetime) -> None:
    who = seal({"name": wanted.name, "number": number, "plain": wanted.plain}, who_place(signer))
    Signer.objects.filter(pk=signer.pk).update(proof=proof, proved=moment, who=who, tries=0, locked=None, trouble="")
    audit.write("signing.proved", actor=SIGNER, subject=signer, now=moment, reason=proof)
    signer.refresh_from_db()


def _normal(number: str) -> str:
    return "".join(number.split()).upper()
