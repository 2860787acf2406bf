"""Reading a statement for 办不成事: who could not get it done, how to reach them, what is stuck and how often they came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts
from gaoxing.facts.operator import operator_facts
from gaoxing.facts.owner import Owned, number_fact, owned_codes
from gaoxing.facts.party import name_evidence
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.answering import kinds
from gaoxing.matters.stuck_matter.blocked import blocked_facts
from gaoxing.matters.stuck_matter.fields import FIELDS
from gaoxing.matters.stuck_matter.trips import trip_facts
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

KINDS = kinds(FIELDS, without=("enterprise", "applicant", "attempts", "mobile", "blocked_matter"))

OURS = expression("(?:我们|咱们?)(?:是|公司|厂)?$")
WITHDRAWN = expression(
    "(?:手机|电话|号码|联系方式)[^，。；]{0,4}(?:别留|不留|不要留|别写|不要写|不用留|不用写|取消|删掉|去掉|不要了|先不留)|(?:别|不要|不用)(?:留|写|登记)[^，。；]{0,4}(?:手机|电话|号码)"
)
CALLED = expression("(?:电话|座机|联系方式|回话|回电|打|联系|联系我)(?:是|打|请打|：|，|就)*$")
THEIRS = expression("(?:窗口|他们|局里|大厅|热线|税务|市场局|银行|对方|投诉)[^，。；]{0,6}$")
"""«手机号别留我的了»: the number given before stands no longer."""


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    enterprise = tuple(enterprise_facts(statement)) or tuple(_ours(statement))
    return (
        *enterprise,
        *(() if enterprise else _applicant(statement)),
        *_mobile(statement),
        *blocked_facts(statement),
        *trip_facts(statement),
        *answered(statement, KINDS),
    )


def _ours(statement: Statement) -> Iterator[Fact]:
    """«我们某某公司投了两千万»: one's own enterprise, whatever is told of it."""
    for heard in statement.turns:
        for token in heard.tokens:
            if token.kind == "enterprise" and OURS.search(heard.text[: token.start]):
                member = statement.member(token.who)
                yield Fact("enterprise", member.name, name_evidence(statement, member))
                return


def _applicant(statement: Statement) -> Iterator[Fact]:
    """Who came, where it is nobody's enterprise: the speaker, or the one introduced by name."""
    for fact in operator_facts(statement):
        if fact.field == "operator.name":
            yield Fact("applicant", fact.value, fact.evidence, fact.certainty, fact.readings, fact.derived)


def _mobile(statement: Statement) -> Iterator[Fact]:
    """The mobile number said last (to the question also a fixed line), unless it was taken back after that."""
    owned = owned_codes(statement)
    told = [each for each in owned if each.kind == "mobile"]
    told = told or [each for each in owned if each.kind in {"landline", "digits"} and _dialled(statement, each)]
    if told and not _taken_back(statement, told[-1]):
        yield number_fact("mobile", told[-1], statement)


def _dialled(statement: Statement, each: Owned) -> bool:
    """Whether a number that is no mobile is the speaker's telephone: asked for, or a fixed line called theirs and nobody else's."""
    heard = statement.turns[each.spot.turn]
    called = CALLED.search(heard.text[: each.spot.start])
    theirs = called is not None and THEIRS.search(heard.text[: called.start()]) is not None
    return heard.asked == "mobile" or (each.kind == "landline" and called is not None and not theirs)


def _taken_back(statement: Statement, number: Owned) -> bool:
    later = (heard.text if heard.turn > number.spot.turn else heard.text[number.spot.end :] for heard in statement.turns[number.spot.turn :])
    return any(WITHDRAWN.search(words) for words in later)
