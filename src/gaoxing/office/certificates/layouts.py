"""Certificates as papers (证照版式): a licence as 正本 or 副本, a notice; drawn of the frozen content, so that the same certificate is the same paper for ever.

A legally valid e-licence needs the signature of the national e-licence system (全国统一电子营业执照系统); what is drawn here is the paper's look, marked 样本
unless the operator configured a seal.
"""

from __future__ import annotations

from pathlib import Path

import qrcode
from django.utils.timezone import localdate

from gaoxing.documents.document import Layout
from gaoxing.office.certificates import content
from gaoxing.office.certificates.models import Certificate

ORIGINAL, DUPLICATE, NOTICE = "original", "duplicate", "notice"
"""The licence to hang up (正本), the one to carry (副本), a notice (通知书)."""

PAPERS = Path(__file__).parent / "papers"

_NAMES = {
    Certificate.Kind.LICENCE: "营业执照",
    Certificate.Kind.CHANGE_NOTICE: "变更登记通知书",
    Certificate.Kind.DEREGISTRATION_NOTICE: "注销登记通知书",
}
"""What is printed at the head, in Chinese whatever language the page has."""

_TITLES = {ORIGINAL: "营业执照正本", DUPLICATE: "营业执照副本"}
_ENGLISH = {
    ORIGINAL: "Business licence (original)",
    DUPLICATE: "Business licence (duplicate)",
    Certificate.Kind.CHANGE_NOTICE: "Notice of change",
    Certificate.Kind.DEREGISTRATION_NOTICE: "Notice of deregistration",
}


def sides(certificate: Certificate) -> tuple[str, ...]:
    """As which papers a certificate is to be had."""
    return (ORIGINAL, DUPLICATE) if certificate.kind == Certificate.Kind.LICENCE else (NOTICE,)


def title(certificate: Certificate, side: str) -> str:
    """What a paper is called."""
    return _TITLES.get(side) or _NAMES[Certificate.Kind(certificate.kind)]


def layout(certificate: Certificate, side: str, address: str) -> Layout:
    """The paper; `address` is where the QR code leads. Raises KeyError for a side that this certificate does not have."""
    if side not in sides(certificate):
        raise KeyError(side)
    shown = certificate.content
    values = {
        "on": localdate(certificate.issued).isoformat(),
        "title": _NAMES[Certificate.Kind(certificate.kind)],
        "code": shown["code"],
        "name": shown["name"],
        "number": certificate.number,
        "authority": shown["authority"],
        "issued": shown["issued"],
        "sample": certificate.seal is None,
        "seal": list(bytes(certificate.seal.picture)) if certificate.seal else [],
    }
    told = f"{title(certificate, side)} {certificate.name}"
    if side == NOTICE:
        values |= {"case": certificate.case_number, "kind": certificate.kind, "changes": shown.get("changes", []), **_about_licence(certificate)}
        return Layout(told, told, PAPERS / "notice.typ", values, english=_ENGLISH[Certificate.Kind(certificate.kind)])
    values |= {
        "duplicate": side == DUPLICATE,
        "qr": squares(address),
        "items": [_item(certificate, key, label) for key, label in content.labels(shown).items()],
    }
    return Layout(told, told, PAPERS / "licence.typ", values, english=_ENGLISH[side])


def squares(address: str) -> list[str]:
    """A QR code (GB/T 18284) row by row, 1 where it is dark; a seventh of it may be soiled."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]


def _item(certificate: Certificate, key: str, label: str) -> dict[str, str]:
    return {"key": key, "label": label, "text": certificate.content[key]}


def _about_licence(certificate: Certificate) -> dict[str, object]:
    shown = certificate.content
    return {"reissued": shown.get("reissued", "no"), "cancelled": bool(shown.get("licence"))}
