"""Who may read the audit (谁能看审计): the office says, by the predicate that AUDIT_READERS names; where it names none, nobody."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def may_read(person: Any) -> bool:
    """Whether this person may read and export the audit. Somebody who did not sign in never may."""
    policy = getattr(settings, "AUDIT_READERS", "")
    return bool(policy and getattr(person, "is_authenticated", False) and import_string(policy)(person))
