"""The licences that follow (推出的证照): worked out from trade and answers on every reading, with the words of both as their evidence.

>>> from gaoxing.forms.form import Answer, Source
>>> settle(Form("joint_licence", "1", {"trade": Answer("travel", Source.SAID)})).value("licences")
('business_licence', 'seal_filing', 'travel_agency')
"""

from __future__ import annotations

from dataclasses import replace

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.fields import PREFIX, answers_of, trade_of
from gaoxing.matters.joint_licence.trades import deciding, licences

BLANK = "licences"


def settle(form: Form) -> Form:
    """The form with its licences brought up to date; licences set by hand stay (a rule tells where they differ). Running it twice changes nothing."""
    standing = form.answers.get(BLANK)
    if standing is not None and standing.source is Source.TYPED:
        return form
    cleared = form.without([BLANK])
    needed = following(cleared)
    if not needed:
        return cleared
    trade = trade_of(cleared)
    asked = dict.fromkeys(question for each in needed for question in deciding(trade, each))
    sources = [cleared.answers["trade"], *(cleared.answers[path] for each in asked if (path := f"{PREFIX}{each}") in cleared.answers)]
    evidence = tuple(dict.fromkeys(one for answer in sources for one in answer.evidence))
    settled = replace(cleared, asks=tuple(each for each in cleared.asks if each.field != BLANK))
    return settled.with_answers({BLANK: Answer(needed, Source.DERIVED, evidence)})


def following(form: Form) -> tuple[str, ...]:
    """The licences that trade and answers lead to; nothing without a trade."""
    trade = trade_of(form)
    return licences(trade, answers_of(form)) if trade else ()
