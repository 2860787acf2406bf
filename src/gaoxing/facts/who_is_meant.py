"""Who is meant once the whole talk is known (指代): «我» said before «我是贺某» is that person too.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("股东丁大宝、何苗。他的三成转给我，我是何苗"))
>>> [said.member(each.who).name for each in named(said, said.turns[0]) if each.kind == "self"]
['何苗', '何苗']
"""

from __future__ import annotations

from dataclasses import replace

from gaoxing.facts.mentions import WHO
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

NOBODY = expression("转让|受让|价款|职务|变更|决议|手续|协议|登记|比例|股[权份东]")
"""What no person is called, though the words around look like a name's place."""


def named(statement: Statement, heard: Heard) -> tuple[Token, ...]:
    """The turn's tokens; «我» of a speaker who is named elsewhere bears that member's number, and people without any name are nobody (-1)."""
    speaker = next((each.number for each in statement.roster.members if each.speaker and each.name), -1)
    known = frozenset(each.number for each in statement.roster.members if each.name)
    return tuple(_meant(known, token, speaker) for token in heard.tokens)


def _meant(known: frozenset[int], token: Token, speaker: int) -> Token:
    if token.kind not in WHO or token.who < 0:
        return token
    if token.kind == "name" and NOBODY.search(token.words):
        return replace(token, who=-1)
    if token.who in known:
        return token
    return replace(token, who=speaker if token.kind == "self" else -1)
