"""Signing, objecting, and seeing what was signed by hand (签名操作). A signature is stored only with the provider's receipt for exactly this paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.engines.signing.provider import Asked, Provider, Receipt
from gaoxing.engines.signing.rehearsal import OUTAGE
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures.links import kept, require_good
from gaoxing.office.signatures.models import Signature, Signer
from gaoxing.office.signatures.proving import SIGNER, number_of
from gaoxing.office.signatures.standing import Standing, standing
from gaoxing.office.signatures.vault import objection_place, seal, told_place
from gaoxing.office.signatures.wanted import Paper, Wanted, sm3

LONGEST = 500
"""Characters of an objection."""


def sign(signer: Signer, wanted: Wanted, seen: str, *, provider: Provider | None, now: datetime) -> int:
    """Sign every paper of the person's that is not signed yet; how many. `seen` is what the page showed (`shown`); papers changed since are not signed.

    Raises NotAllowed where they may not sign (now), and a Fault, with its sentence kept for everybody to see, where the provider gave no receipt.
    """
    moment = require_good(signer, now=now)
    missing = _missing(signer, wanted)
    if not missing:
        raise NotAllowed(_("您已经签过了，不用再签。"))
    if signer.proof == Signer.Proof.NONE or provider is None:
        raise NotAllowed(_("还不能签：请先核对您的证件。") if provider else _("这里没有接电子签名服务。请改用纸面签名。"))
    if seen != shown(wanted.papers):
        raise NotAllowed(_("您打开页面以后，申请人改了内容，这一次没有签。请看看现在的材料，再签。"))
    asked = Asked(
        sm3([signer.token, sorted(each.digest for each in missing)])[:32], wanted.name, number_of(signer), {each.digest: each.title for each in missing}
    )
    receipt = _receipt(signer, asked, provider)
    return _stored(signer, wanted, missing, receipt, moment)


def shown(papers: Iterable[Paper]) -> str:
    """What tells a page whether the papers are still those that it showed."""
    return sm3([each.digest for each in papers])


@transaction.atomic
def object_to(signer: Signer, words: str, *, now: datetime) -> None:
    """The signer says what is wrong; nothing is signed until the applicant asks again. Raises NotAllowed without words."""
    moment, said = require_good(signer, now=now), words.strip()[:LONGEST]
    if not said:
        raise NotAllowed(_("请写一句哪里不对，申请人才知道怎么改。"))
    sealed = seal({"words": said}, objection_place(signer))
    Signer.objects.filter(pk=signer.pk).update(objection=sealed, objected=moment, link=None, until=None)
    audit.write("signing.objected", actor=SIGNER, subject=signer, now=moment)


@transaction.atomic
def see(case: int, wanted: Wanted, *, clerk: Actor, identity: bool, now: datetime) -> int:
    """A clerk saw this person's signatures (or seal) on paper, and, with `identity`, their document; how many papers are signed by that."""
    signer = Signer.objects.select_for_update().get(pk=kept(case, wanted, now=now).pk)
    missing = _missing(signer, wanted)
    for paper in missing:
        _write(signer, wanted, paper, now, by=clerk.number)
    if identity:
        Signer.objects.filter(pk=signer.pk).update(proof=Signer.Proof.SEEN, proved=now)
    if not missing and not identity:
        raise NotAllowed(_("这个人的签名已经都看过了。"))
    audit.write(
        "signing.seen", actor=clerk, subject=signer, now=now, reason="identity" if identity else "", details={"papers": [each.digest for each in missing]}
    )
    return len(missing)


def _missing(signer: Signer, wanted: Wanted) -> tuple[Paper, ...]:
    found: tuple[Standing, ...] = standing(signer.case, [wanted])
    return found[0].missing


def _receipt(signer: Signer, asked: Asked, provider: Provider) -> Receipt:
    """The provider's receipt, for these digests and no others; what failed stands on the signer until it succeeds."""
    try:
        return _exact(provider.sign(asked), asked, provider)
    except Fault as fault:
        Signer.objects.filter(pk=signer.pk).update(trouble=fault.message[:200])
        raise


def _exact(receipt: Receipt, asked: Asked, provider: Provider) -> Receipt:
    if set(receipt.values) != set(asked.papers) or not all(provider.verify(each, receipt) for each in asked.papers):
        raise Fault(OUTAGE, permanent=False)
    return receipt


@transaction.atomic
def _stored(signer: Signer, wanted: Wanted, papers: tuple[Paper, ...], receipt: Receipt, moment: datetime) -> int:
    """Store them, unless the link was taken back meanwhile. What another post of the same person stored is theirs already."""
    current = Signer.objects.select_for_update().get(pk=signer.pk)
    require_good(current, now=moment)
    still = _missing(current, wanted)
    fresh = [each for each in papers if each in still]
    for each in fresh:
        _write(current, wanted, each, moment, receipt)
    Signer.objects.filter(pk=current.pk).update(trouble="")
    if fresh:
        audit.write("signing.signed", actor=SIGNER, subject=current, now=moment, details={"papers": [each.digest for each in fresh]})
    return len(fresh)


def _write(signer: Signer, wanted: Wanted, paper: Paper, at: datetime, receipt: Receipt | None = None, *, by: int = 0) -> None:
    way = Signer.Way.ELECTRONIC if receipt else Signer.Way.PAPER
    Signature.objects.filter(signer=signer, digest=paper.digest).delete()
    made = Signature(signer=signer, digest=paper.digest, way=way, at=at, by=by)
    told = {"title": paper.title, "values": dict(wanted.values), "receipt": receipt.to_json() if receipt else None}
    made.told = seal(told, told_place(made))
    made.save(force_insert=True)
