"""Revoking a licence (吊销、撤销): a leader's act, with its reason; the register says the same from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.refusal import NotAllowed

REASONS: dict[str, Any] = {
    "penalty": gettext_lazy("行政处罚决定吊销营业执照"),
    "false_registration": gettext_lazy("提交虚假材料取得登记，撤销登记"),
    "court_decision": gettext_lazy("行政复议、行政诉讼决定撤销登记"),
}
"""Why a licence is revoked (《市场主体登记管理条例》第四十条、第四十六条等)."""

_REGISTER_STATES = {"penalty": "revoked"}
"""How the register says it; a registration that was annulled (撤销登记) has no state of its own there and is closed."""

_CLOSED = "cancelled"


def revoke(licence: Certificate, reason: str, *, actor: Actor, now: datetime) -> None:
    """The licence is void from now on. Raises NotAllowed where it is no licence in force, or the reason is none."""
    if reason not in REASONS:
        raise NotAllowed(_("请选吊销、撤销的事由，再确认一次。"))
    at = max(now, licence.issued)
    with transaction.atomic():
        audit.write("certificate.revoked", actor=actor, subject=licence, now=now, reason=reason)
        standing = Certificate.objects.filter(pk=licence.pk, kind=Certificate.Kind.LICENCE, state=Certificate.State.IN_FORCE)
        if not standing.update(state=Certificate.State.REVOKED, ended=at, reason=reason):
            raise NotAllowed(_("这张执照现在不是有效的，没有再办。请刷新页面看它的状态。"))
        for each in OfficeRegister().find(uscc=licence.code):
            enterprises.record(replace(each, status=_REGISTER_STATES.get(reason, _CLOSED)), now=now)
