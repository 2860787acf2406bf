"""The form of an enterprise's own figures from speech (自评数据口述成表): what was said fills it, what may not be taken is asked, each with its words.

>>> said = form_of(Transcript.of("我们去年营收八千万，研发花了六百"), date(2026, 11, 25))
>>> said.to_contract()
{'years': [{'year': 2025, 'revenue': '80000000'}]}
>>> [(each.field, each.readings, each.question) for each in said.asks]
[('years.0.research', ('600', '6000000'), '研发费用：单位是元还是万元？')]
"""

from __future__ import annotations

from datetime import date

from gaoxing.facts.command import answering, heeded
from gaoxing.facts.confidence import graded
from gaoxing.facts.cultivation.reading import told
from gaoxing.facts.fact import Certainty
from gaoxing.forms.answering import kinds
from gaoxing.forms.cultivation import FIELDS
from gaoxing.forms.form import Form, from_facts
from gaoxing.forms.shape import blank
from gaoxing.speech.transcript import Transcript

MATTER, EDITION = "cultivation", "2026"
OWN_READERS = frozenset({"founded", "valuation", "rights_class_one", "rights_class_two", "standards", "niche_years", "market_share", "uscc", "enterprise"})
"""Blanks whose answers other readers take."""

COUNTED = frozenset({"niche_years", "market_share"})
"""Of these a bare answer is taken too."""


def form_of(transcript: Transcript, on: date) -> Form:
    """The form that a statement fills on the day of speaking; questions bear the blank's label and why they are asked."""
    heard = heeded(transcript)
    found = told(heard, on, kinds(FIELDS, without=OWN_READERS - COUNTED))
    facts = graded(answering((each.fact for each in found), heard), heard)
    questions = {each.fact.field: f"{_label(each.fact.field)}：{each.question}" for each in found if each.fact.certainty is Certainty.UNSURE}
    return from_facts(MATTER, EDITION, facts, questions)


def _label(path: str) -> str:
    found = blank(FIELDS, path)
    return path if found is None else found.label
