"""How it stands with the signatures of a case (签名情况): for everybody who must sign, what is signed and verified, what is missing, what lapsed and why.

Nothing is believed that does not open and verify now: a signature counts for the paper as it would be printed now, and for no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gaoxing.engines.fault import Fault
from gaoxing.engines.signing.provider import Receipt
from gaoxing.office.signatures.models import Signature, Signer
from gaoxing.office.signatures.service import provider
from gaoxing.office.signatures.vault import keys_of, objection_place, told_place, unseal, who_place
from gaoxing.office.signatures.wanted import Paper, Wanted

Way = Signer.Way


class State(StrEnum):
    """How it stands with one person."""

    SIGNED = "signed"
    PAPER = "paper"
    WAITING = "waiting"
    OBJECTED = "objected"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Signed:
    """One signature as it is read: of which paper, whether it verifies, by which provider, and which blanks changed since where it lapsed."""

    signature: Signature
    title: str
    verified: bool
    provider: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """How it stands with one person who must sign."""

    wanted: Wanted
    signer: Signer | None
    signed: tuple[Signed, ...] = ()
    lapsed: tuple[Signed, ...] = ()
    objection: str = ""

    @property
    def missing(self) -> tuple[Paper, ...]:
        """The papers not signed yet as they stand now."""
        done = {each.signature.digest for each in self.signed if each.verified}
        return tuple(each for each in self.wanted.papers if each.digest not in done)

    @property
    def electronic(self) -> bool:
        """Whether this person was asked to sign by a link."""
        return self.signer is not None and self.signer.way == Way.ELECTRONIC and not self.wanted.seal

    @property
    def state(self) -> State:
        """In one word. Who signs on paper and was not seen yet stands in nobody's way."""
        if not self.missing:
            return State.SIGNED
        if self.objection:
            return State.OBJECTED
        if not self.electronic:
            return State.PAPER
        return State.LAPSED if self.lapsed else State.WAITING

    @property
    def ref(self) -> str:
        """What a page names this person by; nothing of them can be read from it."""
        return keys_of(self.wanted.plain)[0][:16]


def standing(case: int, wanted: Iterable[Wanted]) -> tuple[Standing, ...]:
    """How it stands with each, in their order."""
    rows = {each.key: each for each in Signer.objects.filter(case=case).prefetch_related("signatures__signer")}
    return tuple(_one(each, next((rows[key] for key in keys_of(each.plain) if key in rows), None)) for each in wanted)


def gone(case: int, wanted: Iterable[Wanted]) -> tuple[str, ...]:
    """The names of those who were asked or signed and stand on the form no more."""
    known = {key for each in wanted for key in keys_of(each.plain)}
    rows = Signer.objects.filter(case=case).exclude(key__in=known)
    return tuple(str(unseal(each.who, who_place(each)).get("name", "")) for each in rows)


def unsigned(found: Iterable[Standing]) -> tuple[Standing, ...]:
    """Those for whom a submission must wait: they were asked to sign by link and have not, no longer, or objected. Paper is seen by the window."""
    return tuple(each for each in found if each.electronic and each.missing)


def read(signature: Signature, values: Mapping[str, str]) -> Signed:
    """A signature as it is read now; one that does not open is not verified."""
    try:
        told = unseal(signature.told, told_place(signature))
    except Fault:
        return Signed(signature, "", verified=False)
    then = told["values"]
    changed = tuple(sorted(path for path in {*then, *values} if then.get(path) != values.get(path)))
    if signature.way == Way.PAPER:
        return Signed(signature, told["title"], verified=signature.by > 0, changed=changed)
    receipt = Receipt.from_json(told["receipt"])
    return Signed(signature, told["title"], _vouched(signature.digest, receipt), receipt.provider, changed)


def _vouched(digest: str, receipt: Receipt) -> bool:
    """By the provider that is connected, where it is the one that signed; else the sealed receipt must hold a value for the digest."""
    connected = provider()
    if connected is not None and connected.called == receipt.provider:
        return connected.verify(digest, receipt)
    return bool(receipt.values.get(digest))


def _one(wanted: Wanted, signer: Signer | None) -> Standing:
    if signer is None:
        return Standing(wanted, None)
    found = [read(each, wanted.values) for each in signer.signatures.all()]
    now = {each.digest for each in wanted.papers}
    objection = str(unseal(signer.objection, objection_place(signer)).get("words", ""))
    standing = tuple(each for each in found if each.signature.digest in now)
    return Standing(wanted, signer, standing, tuple(each for each in found if each.signature.digest not in now), objection)
