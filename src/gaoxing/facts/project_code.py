"""The code of a project (项目代码): GB/T 40058-2021, in force 2021-08-01, `YYMM-RRRRRR-DD-TT-NNNNNC`; said digit by digit, with or without its dashes.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [each.value for each in project_code_facts(hear(Transcript.of("项目代码二四幺零横杠三二零五八三横杠八九横杠零一横杠零五八三九二")))]
['2410-320583-89-01-058392']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gaoxing.facts.code_words import PLAIN, figures, read_run
from gaoxing.facts.fact import Fact
from gaoxing.facts.owner import Owned, number_fact, owned_codes
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

GROUPS = expression(rf"[{PLAIN}](?:[{PLAIN}，、杠横-]|横杠){{18,48}}[{PLAIN}]")
NAMED = expression("(?:代码|编码|编号|备案号)(?:是|为|：|，)*$")
LENGTH = 20
SHORTEST = 8
"""Figures that an answer to the question needs at least to be taken for the code."""


def project_code_facts(statement: Statement, field: str = "project_code") -> Iterator[Fact]:
    """The code said last, as said; corrected tails are put right, two readings become a question."""
    asked = {heard.turn for heard in statement.turns if heard.asked == field}
    codes = [
        each
        for each in owned_codes(statement)
        if each.kind == "project_code" or (each.spot.turn in asked and each.kind == "digits" and len(each.value) >= SHORTEST)
    ]
    grouped = [fact for heard in statement.turns for fact in _in_groups(heard, field)]
    if grouped and not (codes and len(codes[-1].value) > LENGTH):
        yield grouped[-1]
    elif codes:
        yield number_fact(field, _with_dashes(statement, codes[-1]), statement)


def _in_groups(heard: Heard, field: str) -> Iterator[Fact]:
    """«二五零九，三二零五八三，八九，零一，六六七七八八»: the groups read out with pauses."""
    for match in GROUPS.finditer(heard.text):
        asked = heard.asked == field or NAMED.search(heard.text[max(0, match.start() - 8) : match.start()])
        digits = figures(match[0])
        if asked and len(digits) == LENGTH:
            value = "-".join((digits[:4], digits[4:10], digits[10:12], digits[12:14], digits[14:]))
            yield Fact(field, value, (heard.wording.evidence(heard.turn, match.start(), match.end()),))
            return


def _with_dashes(statement: Statement, code: Owned) -> Owned:
    """A code of another length keeps the dashes it was said with."""
    run = read_run(statement.turns[code.spot.turn].text, code.spot.start)
    return replace(code, value=run.grouped) if run is not None and run.value == code.value and "-" in run.grouped else code
