"""Form to findings (表单 → 审查意见): rules as functions with dated parameters; all findings at once (一次性告知)."""

from gaoxing.checks.rule import Finding, Level, Rule, check, rule

__all__ = ["Finding", "Level", "Rule", "check", "rule"]
