"""A question of two readings (二选一): posed with both of them, and settled by an answer that names one: by place, by unit, by its value as shown or said.

>>> from gaoxing.forms.form import Ask
>>> capital = Field("registered_capital", "注册资本", Kind.MONEY)
>>> readings = ({"amount": "5000000", "currency": "CNY"}, {"amount": "500", "currency": "CNY"})
>>> open_form = Form("company_registration", "2026", {}, (Ask(capital.id, readings, ""),))
>>> chosen(open_form, (capital,), Transcript.of("注册资本五百", (capital.id, "前一个"))).value(capital.id)["amount"]
'5000000'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gaoxing.facts.answer import answered
from gaoxing.facts.fact import Evidence, Value
from gaoxing.facts.statement import hear
from gaoxing.forms.answering import READ_AS
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.shape import blank
from gaoxing.forms.written import written
from gaoxing.speech.transcript import LONGEST_TURN, Transcript, Turn
from gaoxing.standards.expression import expression

PLACES = (
    expression(r"第一[个种项]|前(?:面|边)?(?:那|一)?[个种者]|上面那个|头一个|左边"),
    expression(r"第二[个种项]|后(?:面|边)?(?:那|一)?[个种者]|下面那个|右边"),
    expression(r"第三[个种项]"),
    expression(r"第四[个种项]"),
)
"""Words for the first, the second, … of the readings."""

_NO = expression(r"不是|不对|不要|都不|没有")
_YES = expression(r"(?:嗯|是|对|要|有|好|可以|没错)(?:的|是|对|啊|呀|了)*")
_MARKS = expression(r"[\s，。；、！？,.;!?（）()]+")
_ROW = expression(r"\.\d+$")
_TEN_THOUSAND = 10_000


def posed(form: Form, fields: Sequence[Field]) -> Form:
    """The form with each question naming its readings: «注册资本是500万元，还是500元？»."""
    return replace(form, asks=tuple(replace(ask, question=_question(ask, _field(fields, ask), form)) for ask in form.asks))


def chosen(form: Form, fields: Sequence[Field], transcript: Transcript) -> Form:
    """The form with every question settled that a later turn, asked about its blank, answers with one of its readings and with no other.

    A question with a single reading is settled by yes and dropped by no.
    """
    for ask in form.asks:
        known = _field(fields, ask)
        heard = max((each.turn for each in ask.evidence), default=-1)
        for number, turn in enumerate(transcript.turns):
            if number <= heard or turn.asked != ask.field or not turn.said.strip():
                continue
            reading = _named(ask, known, form, turn)
            if reading is not None:
                form = _settled(form, ask, reading, known, Evidence(number, 0, len(turn.said), turn.said))
            elif len(ask.readings) == 1 and _NO.search(turn.said):
                form = replace(form, asks=tuple(each for each in form.asks if each != ask))
    return form


def _field(fields: Sequence[Field], ask: Ask) -> Field | None:
    """The blank asked about; the list itself where the question is about an item that may join it."""
    return blank(fields, ask.field) or next((each for each in fields if each.id == _ROW.sub("", ask.field)), None)


def _question(ask: Ask, known: Field | None, form: Form) -> str:
    listed = known is not None and known.id != ask.field and not known.columns and _ROW.search(ask.field)
    spoken = ask.evidence[0].words if ask.evidence else ""
    if known is None or not ask.readings or (listed and not spoken):
        return ask.question
    shown = [written(known, each, form).removesuffix("（人民币）") if not listed else str(each) for each in ask.readings]
    owner = form.value(f"{ask.field.removesuffix(f'.{known.id}')}.name") if known.id != ask.field else None
    about = f"“{spoken}”指的是" if listed else f"{owner}的{known.label}是" if owner else f"{known.label}是"
    return f"{about}{shown[0]}吗？" if len(shown) == 1 else f"{about}{'、'.join(shown[:-1])}，还是{shown[-1]}？"


def _named(ask: Ask, known: Field | None, form: Form, turn: Turn) -> Value | None:
    """The one reading that these words name; None where they name none or several."""
    said = turn.said[:LONGEST_TURN]
    bare = _MARKS.sub("", said)
    if _NO.search(said):
        return None
    if len(ask.readings) == 1 and _YES.fullmatch(bare):
        return ask.readings[0]
    placed = [reading for reading, place in zip(ask.readings, PLACES, strict=False) if place.search(bare)]
    shown = [reading for reading in ask.readings if _shown(known, reading, form) in bare]
    longest = [reading for reading in shown if not any(_shown(known, reading, form) in _shown(known, each, form) for each in shown if each is not reading)]
    found = next((each for each in (placed, longest, _by_unit(ask.readings, bare), _spoken(ask, known, said)) if each), [])
    return found[0] if len(found) == 1 else None


def _shown(known: Field | None, reading: Value, form: Form) -> str:
    return _MARKS.sub("", str(reading) if known is None else written(known, reading, form).removesuffix("（人民币）"))


def _by_unit(readings: Iterable[Value], bare: str) -> list[Value]:
    """«是万»: of two amounts the one in 万; «就是块» the other."""
    if re.fullmatch(r"(?:是|要|就是|按|单位是|当然是)?万元?(?:的|为单位)?|(?:是|就是|按)?(?:元|块|块钱)(?:的|为单位)?", bare) is None:
        return []
    amounts = [(each, int(str(each["amount"]))) for each in readings if isinstance(each, Mapping) and str(each.get("amount", "")).isdecimal()]
    return [each for each, amount in amounts if (amount >= _TEN_THOUSAND) == ("万" in bare)]


def _spoken(ask: Ask, known: Field | None, said: str) -> list[Value]:
    """The reading that the answer says in its own words: «五百万», «幺三八…»."""
    kind = READ_AS.get(known.kind) if known else None
    if kind in {None, "text", "choice"}:
        return []
    told = [fact.value for fact in answered(hear(Transcript.of((ask.field, said))), {re.sub(r"\.\d+\.", ".*.", ask.field): (str(kind), ())})]
    return [each for each in ask.readings if _plain(each) in [_plain(one) for one in told]]


def _plain(value: Value) -> str:
    return str(value["amount"]) if isinstance(value, Mapping) and "amount" in value else str(value)


def _settled(form: Form, ask: Ask, reading: Value, known: Field | None, evidence: Evidence) -> Form:
    """The reading in its blank; of a list's question, the item behind those that stand there."""
    if known is not None and known.kind is Kind.SCOPE and known.id != ask.field:
        items = form.value(known.id) or ()
        former = form.answers.get(known.id)
        answer = Answer((*items, *(each for each in (str(reading),) if each not in items)), Source.SAID, (*(former.evidence if former else ()), evidence))
        return replace(form, answers={**form.answers, known.id: answer}, asks=tuple(each for each in form.asks if each != ask))
    return form.with_answers({ask.field: Answer(reading, Source.SAID, (*ask.evidence, evidence))})
