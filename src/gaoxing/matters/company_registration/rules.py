"""The rules that a company's application is checked by (公司设立登记审查规则): the shared ones, by subject.

>>> len({each.id for each in RULES}) == len(RULES)
True
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.checks import (
    agent,
    authority,
    beneficial,
    boards,
    bodies,
    capacity,
    capital,
    contact,
    identity,
    papers_abroad,
    parameters,
    premises,
    scope,
    shareholders,
)
from gaoxing.checks.rule import Figures, Rule

RULES: tuple[Rule, ...] = (
    *capital.RULES,
    *shareholders.RULES,
    *authority.RULES,
    *bodies.RULES,
    *boards.RULES,
    *capacity.COMPANY_RULES,
    *(each for each in identity.RULES if each is not identity.identity_sex),
    *contact.RULES,
    *papers_abroad.RULES,
    *premises.RULES,
    *scope.RULES,
    *beneficial.RULES,
    *agent.RULES,
)
"""A company's form holds no sex, so that rule is left out."""

TABLES = (parameters.SHARED, Path(__file__).with_name("parameters.toml"))


def figures(on: date) -> Figures:
    """The figures of law in force on the day: the shared ones and this matter's own."""
    return parameters.merged(TABLES, on)
