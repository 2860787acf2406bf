"""The rules."""

from gaoxing.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
figures = None
