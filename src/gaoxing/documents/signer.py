"""Who signs a paper (签署人): a name with the blank it came from, or an office whose holder signs; read from the places to sign that a deed has.

>>> run = {"text": "张三", "path": "parties.0.name"}
>>> places([{"kind": "signatures", "head": [], "rows": [[[run, {"text": "（签名）：", "path": ""}], []]]}])
(Signer(name='张三', path='parties.0.name', post='', seal=False),)
>>> places([{"kind": "signatures", "head": [], "rows": [[[{"text": "法定代表人（签名）：", "path": ""}], []]]}])
(Signer(name='', path='', post='法定代表人', seal=False),)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gaoxing.forms.form import Form
from gaoxing.forms.parties import holders
from gaoxing.standards.expression import expression

SIGNED, SEALED = expression("签名|签字"), "盖章"
_POST = expression(r"（(?:签名|签字|盖章|签名或者盖章|签字或者盖章)）|[：:\s　]")
"""What stands around the office in a place to sign."""


@dataclass(frozen=True)
class Signer:
    """A place to sign: whose name is printed beside it and from which blank, or (without a name) which office signs there; `seal` where a seal is wanted.

    Without a name or an office it is a line that whoever signs writes their own name on.
    """

    name: str = ""
    path: str = ""
    post: str = ""
    seal: bool = False


def places(blocks: Iterable[Mapping[str, Any]]) -> tuple[Signer, ...]:
    """The places to sign of a deed's blocks: those of its signatures, and the rows of a table with a column to sign in."""
    return tuple(each for block in blocks for each in _of(block))


def who_hold(form: Form, *roles: str) -> tuple[Signer, ...]:
    """The holders of these offices as signers, in the form's order; somebody who has no name yet is a line to write on."""
    rows = {each.path: each for role in roles for each in holders(form, role)}.values()
    return tuple(Signer(each.name, each.at("name") if each.name else "", seal=each.is_enterprise) for each in rows)


def _of(block: Mapping[str, Any]) -> Iterator[Signer]:
    signing = block["kind"] == "table" and any(SIGNED.search(each) for each in block["head"])
    if not (block["kind"] == "signatures" or signing):
        return
    for row in block["rows"]:
        if row and (found := _place(row[0])) is not None:
            yield found


def _place(cell: Iterable[Mapping[str, str]]) -> Signer:
    """One place; a name that is a blank of its own and stands in no row is the enterprise's, which seals."""
    runs = list(cell)
    named = next((each for each in runs if each["path"] and each["text"]), None)
    around = "".join(each["text"] for each in runs if each is not named)
    whole = "".join(each["text"] for each in runs)
    seal = (SEALED in whole and not SIGNED.search(whole)) or bool(named and "." not in named["path"])
    if named is None:
        return Signer(post=_POST.sub("", around), seal=seal)
    return Signer(named["text"], named["path"], _POST.sub("", around), seal)
