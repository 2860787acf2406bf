"""Where the business is (住所、经营场所): the address said to be it, else the only one said to be rented or used; never a landlord's or former employer's."""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.address import mended_address
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.statement import Statement

ASKED = ("domicile", "premises", "location")


def premises_facts(statement: Statement, field: str) -> Iterator[Fact]:
    """The last address that may be the premises, as one fact, likely where no word said what it is.

    A later turn may put one part of it right («门牌说错了,是一百八十七号»).
    """
    found: Fact | None = None
    for heard in statement.turns:
        for token in heard.tokens:
            if token.kind != "address" or token.mention.landmark_only:
                continue
            if not token.mention.distractor or heard.asked in ASKED:
                sure = Certainty.CERTAIN if token.mention.cue or heard.asked in ASKED else Certainty.LIKELY
                found = Fact(field, token.mention.value, (heard.wording.evidence(heard.turn, token.start, token.end),), sure)
        mended = mended_address(str(found.value), heard.text) if found is not None and heard.turn else None
        if found is not None and mended:
            found = Fact(field, mended, (*found.evidence, heard.wording.evidence(heard.turn, 0, len(heard.text))), Certainty.LIKELY)
    if found is not None:
        yield found
