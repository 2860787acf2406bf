"""Who may see signers and their signatures (签名权限): whoever may see their case; each signer sees, by their own link, what they themselves sign."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.people.seeing import Seer
from gaoxing.office.signatures.models import Signer


def visible_to(cases: QuerySet[Any]) -> QuerySet[Signer]:
    """The signers of the cases that a person may see (`cases.permissions.visible_to(person, …)`, which stands above this app)."""
    return Signer.objects.filter(case__in=cases.values("pk"))


def who_sees(case_seers: tuple[Seer, ...]) -> tuple[Seer, ...]:
    """Everybody who sees how it stands with the signatures of a case, and why."""
    return (*case_seers, Seer(_("签署人"), _("用自己的链接，看到自己要签的材料、自己的身份和出资。")))
