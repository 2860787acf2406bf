"""One window (一窗受理): words → matter → facts → form → questions and findings. The whole path in one small room.

>>> from datetime import date
>>> taken = receive(Transcript.of("我要注册公司，注册资本一百万"), on=date(2026, 11, 24))
>>> taken.form.value("registered_capital")["amount"]
'1000000'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gaoxing.catalogue import Matter, matter, matters, wished
from gaoxing.checks.register import REGISTER
from gaoxing.checks.rule import Figures, Finding, check
from gaoxing.documents.distinct import distinct
from gaoxing.documents.document import Document, Renderer
from gaoxing.facts import sense
from gaoxing.facts.alternatives import weighed
from gaoxing.facts.command import answering, heeded
from gaoxing.facts.confidence import graded
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.spoken_words import counted, leads, spoken_words, surnames
from gaoxing.forms import choosing
from gaoxing.forms.amending import amended, amends
from gaoxing.forms.correction import Corrected, Correction, corrected
from gaoxing.forms.form import Answer, Form, from_facts
from gaoxing.forms.labelled import labelled
from gaoxing.forms.left_open import left_open
from gaoxing.forms.missing import Question, missing
from gaoxing.forms.prefill import Consulted, Standing, consulted
from gaoxing.forms.proposal import Proposal, Wanted, known_rows, open_blanks
from gaoxing.forms.register import Register
from gaoxing.forms.slot import expected
from gaoxing.forms.supplement import supplemented
from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.transcript import Transcript

LABEL = 9.0
"""What the label of a blank costs when sounds are written."""


@dataclass(frozen=True)
class Taken:
    """What came of a statement (受理结果): `matter` and `form` are None where no matter was recognised."""

    matter: Matter | None
    form: Form | None
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    by_hand: Corrected | None = None
    """What became of the corrections by hand; None where the form was not read just now."""

    others: tuple[str, ...] = ()
    """The ids of further matters that the words ask for (另外提到的事项): each is a form of its own."""

    heard: tuple[str, ...] = ()
    """Each turn as it was read, where speech offered several ways to write one: evidence lies in these words."""

    register: Consulted | None = None
    """What came of asking the register (查登记簿); None where nobody asked it."""


def receive(
    transcript: Transcript,
    *,
    on: date,
    matter_id: str | None = None,
    typed: Mapping[str, Answer] | None = None,
    corrections: Sequence[Correction] = (),
    numbers: Sequence[int] | None = None,
    proposals: Sequence[Proposal] = (),
) -> Taken:
    """Read a statement into a form on the day `on`. `matter_id` forces the matter; `typed` answers override the words.

    `corrections` by hand follow their rows; `numbers` names the turns for them (0, 1, … unless given). Of a language model's `proposals` only those stand that
    the words bear out, in blanks left empty. Raises KeyError for an unknown matter id.
    """
    wish = None if matter_id else wished(heeded(transcript))
    if matter_id is None and wish is None:
        return Taken(None, None)
    chosen = matter(matter_id or (wish.matter if wish else ""))
    if not chosen.fillable or chosen.read is None:
        return Taken(chosen, None)
    written = _written(transcript, chosen, on)
    transcript = heeded(written)
    if amends(transcript):
        transcript = amended(transcript, from_facts(chosen.id, "", chosen.read(transcript, on)), chosen.fields)
    found = answering(weighed(chosen.read, transcript, on), transcript)
    told = labelled(found, chosen.fields, transcript)
    facts = graded(left_open(told, from_facts(chosen.id, "", told), chosen.fields, transcript), transcript)
    questions = {each.id: each.question for each in chosen.fields}
    read = supplemented(from_facts(chosen.id, chosen.edition(on).id, facts, questions), proposals, chosen.fields, transcript, on)
    said = choosing.chosen(read, chosen.fields, transcript)
    form = choosing.posed(said, chosen.fields).with_answers(typed or {})
    by_hand = corrected(form, corrections, range(len(transcript.turns)) if numbers is None else numbers)
    read_now = review(chosen.settle(by_hand.form) if chosen.settle else by_hand.form, on=on, facts=facts, by_hand=by_hand)
    heard = tuple(turn.said for turn in written.turns) if any(turn.alternatives for turn in written.turns) else ()
    return replace(read_now, others=wish.others if wish else (), heard=heard)


def _written(transcript: Transcript, known: Matter, on: date) -> Transcript:
    """The transcript, of each turn that was heard the way to write it that makes sense for the matter."""
    read = known.read
    return sense.chosen(transcript, lambda each: read(heeded(each), on) if read else ())


def wanted(taken: Taken, transcript: Transcript) -> Wanted | None:
    """What a language model may be asked for after `receive`: the blanks still open; None where there is no form, or nothing is open."""
    if taken.matter is None or taken.form is None:
        return None
    blanks = open_blanks(taken.form, taken.matter.fields)
    rows = known_rows(taken.form, taken.matter.fields)
    return Wanted(heeded(transcript), taken.matter.id, taken.matter.name, blanks, rows) if blanks else None


def review(
    form: Form,
    *,
    on: date,
    facts: tuple[Fact, ...] = (),
    by_hand: Corrected | None = None,
    asked: Consulted | None = None,
    given: Figures | None = None,
) -> Taken:
    """Questions and findings for a form as it stands, and as the register `asked` about it says. Raises KeyError for an unknown matter.

    `given` are figures of the place that stand before the matter's own, such as a zone's own lists.
    """
    chosen = matter(form.matter)
    figures = {**(chosen.figures(on) if chosen.figures else {}), REGISTER: asked, **(given or {})}
    return Taken(chosen, form, facts, missing(form, chosen.fields), check(form, chosen.rules, on, figures), by_hand, register=asked)


def registered(taken: Taken, register: Register, *, on: date) -> Taken:
    """The same with what the register knows filled in and held against what was said; as it is where the matter is not about a registered enterprise.

    Raises a Fault where the register does not answer.
    """
    if taken.form is None or taken.matter is None or not taken.matter.registered:
        return taken
    asked = consulted(taken.form, register)
    if asked.standing is Standing.NOT_ASKED:
        return replace(taken, register=asked)
    again = review(asked.form, on=on, facts=taken.facts, by_hand=taken.by_hand, asked=asked)
    return replace(again, others=taken.others, heard=taken.heard)


def judged_by(taken: Taken, given: Figures, *, on: date) -> Taken:
    """The same, its findings by figures of the place that stand before the matter's own; as it is where there is no form, or no such figure."""
    if taken.form is None or not given:
        return taken
    again = review(taken.form, on=on, facts=taken.facts, by_hand=taken.by_hand, asked=taken.register, given=given)
    return replace(taken, findings=again.findings)


def papers(form: Form, *, on: date, renderer: Renderer) -> tuple[Document, ...]:
    """The matter's papers for this form, no two of one name. Raises Undecided where a question of two readings is open, and the renderer's Fault."""
    chosen = matter(form.matter)
    layouts = chosen.papers(form.decided(), on) if chosen.papers else ()
    return tuple(renderer.render(layout) for layout in distinct(layouts))


def answer_json(taken: Taken) -> dict[str, Any]:
    """The contract's answer without its id: matter, form, asks, and beside them missing, evidence and findings."""
    if taken.matter is None or taken.form is None:
        return {"matter": taken.matter.id if taken.matter else None, "form": {}, "asks": []}
    return {
        "matter": taken.matter.id,
        "form": contract_form(taken.form),
        "asks": [ask.to_json() for ask in taken.form.asks],
        "others": list(taken.others),
        **({"heard": list(taken.heard)} if taken.heard else {}),
        "likely": [path for path, answer in taken.form.answers.items() if answer.certainty is Certainty.LIKELY],
        "missing": [question.to_json() for question in taken.questions],
        "evidence": {path: [each.to_json() for each in answer.evidence] for path, answer in taken.form.answers.items()},
        "findings": [finding.to_json() for finding in taken.findings],
    }


def contract_form(form: Form) -> dict[str, Any]:
    """The contract's nested form: only the contract's own blanks (further official blanks stand in `Form.to_json`)."""
    known = matter(form.matter)
    beyond = [path for path in form.answers if not known.field(path).contract]
    return form.without(beyond).to_contract()


def lexicon() -> Lexicon:
    """The words that speech at this counter may consist of: general talk, above it the blanks' labels and the counter's own words."""
    labels = {each.label: LABEL for known in matters() for each in known.fields}
    known = Lexicon.general().above({**counted(), **labels, **spoken_words()}).awaiting(Expected.NAME, surnames())
    for before, words in leads():
        known = known.following(before, words)
    return known


def awaited(matter_id: str, path: str) -> Expected:
    """The kind of answer that the question about this blank awaits; anything where there is no such blank. Raises KeyError for an unknown matter."""
    known = matter(matter_id).blank(path)
    return Expected.ANYTHING if known is None else expected(known)
