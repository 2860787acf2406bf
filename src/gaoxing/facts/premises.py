"""Where the business is (住所、经营场所): the address said to be it, else the only one said to be rented or used; never a landlord's or former employer's."""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.address import mended_address
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.statement import Statement
from gaoxing.standards.expression import expression

ASKED = ("domicile", "premises", "location")
SOMEBODYS = "address"
"""The last step of a blank that holds where a person lives; an answer to it says nothing of the business."""

_ANEW = expression("不对|错|改|更正|应该|重新")
_HOME = ("住所", "住址")
"""What leads to a person's home where the business has premises (经营场所) instead."""


def premises_facts(statement: Statement, field: str) -> Iterator[Fact]:
    """The last address that may be the premises, as one fact, likely where no word said what it is.

    A later turn may put one part of it right («门牌说错了,是一百八十七号»).
    """
    found: Fact | None = None
    for heard in statement.turns:
        for token in heard.tokens:
            if token.kind != "address" or token.mention.landmark_only:
                continue
            anew = found is None or _ANEW.search(heard.text, 0, token.start) is not None
            if _elsewhere(token.mention.cue, heard.asked or "", field, anew=anew):
                continue
            if not token.mention.distractor or heard.asked in ASKED:
                sure = Certainty.CERTAIN if token.mention.cue or heard.asked in ASKED else Certainty.LIKELY
                found = Fact(field, token.mention.value, (heard.wording.evidence(heard.turn, token.start, token.end),), sure)
        mended = mended_address(str(found.value), heard.text) if found is not None and heard.turn else None
        if found is not None and mended:
            found = Fact(field, mended, (*found.evidence, heard.wording.evidence(heard.turn, 0, len(heard.text))), Certainty.LIKELY)
    if found is not None:
        yield found


def _elsewhere(cue: str, asked: str, field: str, *, anew: bool) -> bool:
    """Whether an address is somebody's home: asked for with no word of the business, or called a home where the premises stand (`anew` where they do not)."""
    if asked.rpartition(".")[2] == SOMEBODYS:
        return not cue or cue in _HOME
    return field == "premises" and not anew and cue in _HOME and asked not in ASKED
