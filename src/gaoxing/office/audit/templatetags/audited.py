"""The audit's words on a page (审计用语标签)."""

from __future__ import annotations

from django import template

from gaoxing.office.audit import words

register = template.Library()


@register.filter
def act_word(act: str) -> str:
    """What was done, in plain words."""
    return words.spoken(words.ACTS, act)


@register.filter
def kind_word(kind: str) -> str:
    """The kind of record, in plain words."""
    return words.spoken(words.KINDS, kind)


@register.filter
def role_word(role: str) -> str:
    """The role in which somebody acted, in plain words."""
    return words.spoken(words.ROLES, role)


@register.filter
def reason_word(reason: str) -> str:
    """Why it was done, in plain words; empty where no table names it."""
    return words.spoken(words.REASONS, reason) if reason in words.table(words.REASONS) else ""
