"""The rules that a request is checked by (诉求登记审查规则): only that somebody can be reached; what is asked for is never refused here.

>>> [each.id for each in RULES]
['TEL-01']
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks import contact, parameters
from gaoxing.checks.rule import Figures, Rule

RULES: tuple[Rule, ...] = (contact.telephone_form,)


def figures(on: date) -> Figures:
    """The figures of law in force on the day, shared with the registrations."""
    return parameters.merged((parameters.SHARED,), on)
