"""Reading a statement for 企业诉求: each separate problem with its class, the enterprise, whom to reach, and how soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.answer import answered
from gaoxing.facts.contact import contact_facts
from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.facts.filer import enterprise_facts
from gaoxing.facts.person import HAN
from gaoxing.facts.statement import Heard, Statement, hear
from gaoxing.facts.token import Token
from gaoxing.forms.answering import kinds
from gaoxing.matters.enterprise_request.categories import Named, named
from gaoxing.matters.enterprise_request.classing import classed
from gaoxing.matters.enterprise_request.clauses import BLOT, Clause, clauses, heard_right
from gaoxing.matters.enterprise_request.fields import FIELDS
from gaoxing.matters.enterprise_request.problems import Problem, problems
from gaoxing.matters.enterprise_request.urgency import CALM, PRESSING, urgency_facts
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

FORMAL = frozenset({"enterprise", "contact", "contact.name", "contact.mobile", "urgent"})
"""Blanks whose answer tells no problem."""

SEVERAL_FIRMS = expression("^(?:园区)?[几数一二两三四五六七八九十]+家")
"""«我代表几家小厂» names no enterprise."""

WORD = 1.5
"""The weight of a word that is nobody's name, though it may sound like one (车位, 焊工)."""

BESIDE = expression(rf"(?:{CALM.pattern}|{PRESSING.pattern}|[，{BLOT}]|联系|联络|电话|手机|回电|这个?事|[我也都倒就的了吧啊哦找打])+")
"""A clause that only says how soon help is wanted, or begins to say whom to reach: no words of the problem."""

KINDS = kinds(FIELDS, without=("enterprise", "contact.name", "contact.mobile", "urgent", "requests.*.content"))


def read(transcript: Transcript, on: date | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement for this matter's form; `on` is the day from which 明年 counts."""
    statement = hear(transcript, on)
    filed = (*(each for each in enterprise_facts(statement) if not SEVERAL_FIRMS.search(str(each.value))), *contact_facts(statement))
    return (
        *filed,
        *_requests(statement, [str(fact.value) for fact in filed]),
        *urgency_facts(statement),
        *answered(statement, KINDS),
    )


def _requests(statement: Statement, names: list[str]) -> Iterator[Fact]:
    """A class and the words of each problem; `names` of those who file are blotted out wherever they stand."""
    told = [_told(heard, _blotted(heard, names)) for heard in statement.turns]
    for number, problem in enumerate(problems(told)):
        evidence = _evidence(statement, problem)
        readings = classed(problem)
        certainty = Certainty.UNSURE if len(readings) > 1 else Certainty.LIKELY
        yield Fact(f"requests.{number}.category", readings[0], evidence, certainty, readings if len(readings) > 1 else ())
        yield Fact(f"requests.{number}.content", "，".join(each.words for each in evidence), evidence)


def _told(heard: Heard, text: str) -> tuple[Clause, ...]:
    """The clauses of a turn; none where it answers on somebody and neither adds nor takes back anything."""
    found = clauses(heard.turn, text)
    return () if heard.asked in FORMAL and not any(each.item or each.more or each.settled for each in found) else found


def _blotted(heard: Heard, names: list[str]) -> str:
    """The turn's words with names, numbers and enterprises blotted out, character for character; an answer on somebody tells no problem."""
    text = heard.text
    words = [each for each in named(text) if each.weight >= WORD]
    for token in heard.tokens:
        if token.kind in {"enterprise", "code"} or (token.kind in {"name", "cue"} and not _a_word(token, text, words)):
            text = text[: token.start] + BLOT * (token.end - token.start) + text[token.end :]
    for name in names:
        text = text.replace(name, BLOT * len(name))
    return heard_right(text)


def _a_word(token: Token, text: str, words: list[Named]) -> bool:
    """Whether what sounds like a name or a cue is a word of some trouble after all (员工的工作许可)."""
    within = any(each.start < token.end and token.start < each.end for each in words)
    if token.kind == "cue":
        return within and HAN.match(text, token.end) is not None
    return within or "的" in token.words


def _evidence(statement: Statement, problem: Problem) -> tuple[Evidence, ...]:
    """The raw words of the problem, clauses that stand beside each other as one."""
    joined: list[tuple[int, int, int]] = []
    own = [each for each in problem.clauses if not BESIDE.fullmatch(each.text)]
    for each in own or problem.clauses:
        if joined and joined[-1][0] == each.turn and each.start - joined[-1][2] <= 1:
            joined[-1] = (each.turn, joined[-1][1], each.end)
        else:
            joined.append((each.turn, each.start, each.end))
    return tuple(statement.turns[turn].wording.evidence(turn, start, end) for turn, start, end in joined)
