"""Proposals laid into a form (补填): only into blanks that our reader left empty, only what the words bear out, never surer than likely.

A blank with two readings stays a question: a grounded proposal only joins its readings, behind the others, so that «前一个» keeps its meaning. A row may be
added only for somebody whom our reader did not hear at all; whom it heard and left out stays out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from gaoxing.facts.fact import Certainty, Evidence, Value
from gaoxing.facts.statement import Statement, hear
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.grounding import grounded
from gaoxing.forms.proposal import NAME, Proposal, needed, proposable, row_of
from gaoxing.forms.shape import blank
from gaoxing.forms.stretch import Blank, Stretch, stretches
from gaoxing.forms.written import currency_of
from gaoxing.speech.transcript import Transcript

MOST_PROPOSALS = 100
"""Proposals that are looked at; a form has fewer blanks."""

ONCE = frozenset({Kind.MONEY, Kind.PERCENT, Kind.ID_NUMBER, Kind.TELEPHONE, Kind.INTEGER})
"""Words of these fill one blank: what another answer or question rests on is taken."""


def supplemented(form: Form, proposals: Iterable[Proposal], fields: Sequence[Field], transcript: Transcript, on: date | None) -> Form:
    """The form with every grounded proposal; unchanged where there is none. `on` is the day from which 明年 counts."""
    given = tuple(proposals)[:MOST_PROPOSALS]
    if not given:
        return form
    statement = hear(transcript, on)
    names_first = sorted(given, key=lambda each: not each.path.endswith(f".{NAME}"))
    for each in names_first:
        found = blank(fields, each.path)
        known = proposable(found, each.path, form) if found is not None and each.path not in form.answers else None
        if known is not None:
            form = _laid(form, each, known, fields, statement)
    return form


def _laid(form: Form, proposal: Proposal, known: Field, fields: Sequence[Field], statement: Statement) -> Form:
    wanted = Blank(known, proposal.path, proposal.value, currency_of(form))
    for stretch in stretches(statement, proposal.words):
        found = grounded(stretch, wanted)
        if found is not None and _theirs(form, wanted, stretch, fields, statement) and not _taken(form, wanted, found[1]):
            return _offered(form, wanted.path, found[0]) if _asked(form, wanted.path) else _filled(form, wanted, *found, fields)
    return form


def _filled(form: Form, wanted: Blank, value: Value, evidence: tuple[Evidence, ...], fields: Sequence[Field]) -> Form:
    answers = {wanted.path: Answer(value, Source.MODEL, evidence, Certainty.LIKELY)}
    row = row_of(wanted.path)
    kind = f"{row}.kind"
    if row and wanted.column == NAME and blank(fields, kind) is not None and kind not in form.answers:
        answers[kind] = Answer("person", Source.MODEL, evidence, Certainty.LIKELY)
    return form.with_answers(answers)


def _asked(form: Form, path: str) -> Ask | None:
    return next((each for each in form.asks if each.field == path), None)


def _offered(form: Form, path: str, value: Value) -> Form:
    """The question with this reading among its readings."""
    asks = (replace(each, readings=(*each.readings, value)) if each.field == path and value not in each.readings else each for each in form.asks)
    return replace(form, asks=tuple(asks))


def _theirs(form: Form, wanted: Blank, stretch: Stretch, fields: Sequence[Field], statement: Statement) -> bool:
    """Whether the stretch speaks of the person whose row it is, and of nobody else; outside lists of people always."""
    row = row_of(wanted.path)
    rows = next((each for each in fields if row and each.id == row.partition(".")[0]), None)
    if rows is None or not rows.lists_people:
        return rows is None or needed(wanted.field, row, form)
    heard = {statement.member(token.who).name for token in stretch.tokens if token.who >= 0}
    if wanted.column == NAME:
        return not (heard - {str(wanted.value)}) and _unheard(str(wanted.value), form, row, statement)
    name = form.value(f"{row}.{NAME}")
    return bool(name) and (heard == {name} or (not heard and str(name) in stretch.text))


def _unheard(name: str, form: Form, row: str, statement: Statement) -> bool:
    """Whether our reader never heard of this person; a row that is there already may get any name."""
    there = any(path.startswith(f"{row}.") for path in form.answers)
    return there or not any(name in {member.heard, member.name} for member in statement.roster.members)


def _taken(form: Form, wanted: Blank, evidence: tuple[Evidence, ...]) -> bool:
    """Whether another answer, or a question about another blank, rests on the same words."""
    if wanted.field.kind not in ONCE:
        return False
    used = [each for path, answer in form.answers.items() if answer.source is not Source.DERIVED and path != wanted.path for each in answer.evidence]
    used += [each for ask in form.asks if ask.field != wanted.path for each in ask.evidence]
    return any(one.turn == each.turn and one.start < each.end and each.start < one.end for one in used for each in evidence)
