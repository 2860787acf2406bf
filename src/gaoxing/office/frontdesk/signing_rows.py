"""How it stands with the signatures as pages show it (签名情况): a row a person, in words that each of applicant, signer and clerk understands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import qrcode
from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.forms import Form
from gaoxing.forms.person import ROLES
from gaoxing.office.cases import signing
from gaoxing.office.cases.models import Case
from gaoxing.office.language import in_english
from gaoxing.office.masking import mask
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.standing import Standing, State, gone

_OFFICES = {label: role for role, label in ROLES}


@dataclass(frozen=True)
class Row:
    """One person's row: how it stands in words and in one word, and which blanks changed since a signature that lapsed."""

    found: Standing
    word: str
    proof: str
    changed: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """In one word, for the style beside the words."""
        return str(self.found.state)

    @property
    def mobile(self) -> str:
        """Where a link is sent, masked; empty where the form has none."""
        return mask(self.found.wanted.mobile) if self.found.wanted.mobile else ""


@dataclass(frozen=True)
class Overview:
    """Everybody's rows, the places that the form names nobody for, and who was asked and stands on the form no more."""

    rows: tuple[Row, ...]
    by_hand: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The names for whom a submission waits."""
        return tuple(each.found.wanted.name for each in self.rows if each.found.electronic and each.found.missing)

    @property
    def on_paper(self) -> tuple[str, ...]:
        """The names of those who sign by hand and were not seen yet."""
        return tuple(each.found.wanted.name for each in self.rows if each.found.missing and not each.found.electronic)


def overview(case: Case, form: Form | None, *, on: date) -> Overview:
    """Everybody's rows for this form of the case."""
    needed = signing.needed(form, on=on)
    rows = tuple(_row(each, form) for each in signing.standing(case, form, on=on))
    return Overview(rows, needed.by_hand, gone(case.pk, needed.people))


def row_of(shown: Overview, ref: str) -> Row | None:
    """The row that a page named."""
    return next((each for each in shown.rows if each.found.ref == ref), None)


def spoken_posts(posts: Iterable[str]) -> str:
    """Offices in the language of the page, the official words behind them."""
    words = matter("company_registration").english
    told = [words.choice("parties.roles", _OFFICES[each]) if in_english() and each in _OFFICES else each for each in posts]
    return (", " if in_english() else "、").join(told)


def picture(url: str) -> tuple[int, str]:
    """A QR code of an address: how many modules wide, and the dark ones as the path of an SVG."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(url)
    code.make()
    modules = code.get_matrix()
    return len(modules), "".join(f"M{x} {y}h1v1h-1z" for y, line in enumerate(modules) for x, dark in enumerate(line) if dark)


def _row(found: Standing, form: Form | None) -> Row:
    paths = {path for each in found.lapsed for path in each.changed} if found.state == State.LAPSED else set()
    proof = str(Signer.Proof(found.signer.proof).label) if found.signer else str(Signer.Proof.NONE.label)
    return Row(found, _word(found), proof, _labels(form, paths))


def _labels(form: Form | None, paths: Iterable[str]) -> tuple[str, ...]:
    """The blanks by the words on the form, each once; a blank that is no more is left out."""
    told: dict[str, None] = {}
    for path in sorted(paths):
        try:
            told[matter(form.matter).field(path).label if form else ""] = None
        except KeyError:
            continue
    return tuple(each for each in told if each)


def _word(found: Standing) -> str:
    if found.wanted.seal and found.missing:
        return _("单位盖章，走纸面")
    count = {"done": len(found.wanted.papers) - len(found.missing), "all": len(found.wanted.papers)}
    return {
        State.SIGNED: _("签好了，%(all)s 份") % count,
        State.PAPER: _("纸面签名，%(all)s 份，等窗口看") % count,
        State.WAITING: _("等他签，签了 %(done)s 份，共 %(all)s 份") % count,
        State.OBJECTED: _("他说内容不对"),
        State.LAPSED: _("签过以后内容改了，要重签；有效 %(done)s 份，共 %(all)s 份") % count,
    }[found.state]
