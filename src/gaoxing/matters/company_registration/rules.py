"""The rules this matter's form is checked by (审查规则)."""

from __future__ import annotations

from gaoxing.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
