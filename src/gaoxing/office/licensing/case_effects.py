"""What a joint case's acts lead to among its licences (联办办件的后果): opened and sent to the units, held and freed by a correction, ended."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.cases.effects import Doing
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import local
from gaoxing.office.licensing.case_facts import OVER, unsent
from gaoxing.office.licensing.firing import fire
from gaoxing.office.licensing.item_effects import close_if_decided, dispatch_if_free
from gaoxing.office.licensing.models import Defect, Item, JointCase, OpeningDuty
from gaoxing.office.refusal import NotAllowed

JOINED = "joined"
"""Among the details of the one list: that it holds what the units wrote."""


def _open_items(doing: Doing) -> None:
    form, on = doing.form, localdate(doing.now)
    try:
        found = local.joint().dossier(form, on, **local.given(on=on)) if form else None
    except KeyError:
        found = None
    if found is None:
        raise NotAllowed(_("还没有认出是哪一行，不能自动分派。请点“请窗口接手”，由窗口工作人员接着办。"))
    case, trade = doing.case, found["trade"]
    JointCase.objects.create(case=case, trade=trade["id"], trade_name=trade["name"], token=secrets.token_urlsafe(32))
    items = [Item.objects.create(case=case, **_columns(each)) for each in found["items"]]
    for each in found["duties"]:
        OpeningDuty.objects.create(case=case, licence=each["id"], **{word: each[word] for word in ("name", "authority", "basis", "days")})
    for item in items:
        dispatch_if_free(item, now=doing.now)


def _columns(row: Mapping[str, Any]) -> dict[str, Any]:
    same = ("name", "document", "authority", "basis", "reason", "days", "extension", "waits", "decides", "materials", "fields", "visit", "commitment")
    return {"licence": row["id"], "unit": local.unit_for(row["authority"]), "hearing": bool(row["hearing"]), **{word: row[word] for word in same}}


def _hold_items(doing: Doing) -> None:
    """The defects that stand in the list are told; the licences they concern wait, the others go on."""
    if not doing.details.get(JOINED):
        raise NotAllowed(_("联办的补正要把各单位写的合成一张清单：请在“联办”页面点“一次告知”。"))
    told = list(unsent(doing.case).values_list("pk", "item_id"))
    Defect.objects.filter(pk__in=[number for number, _item in told]).update(sent=doing.now)
    for item in Item.objects.filter(pk__in={item for _number, item in told}, state=Item.State.DISPATCHED):
        fire(item, Pressed("hold"), None, now=doing.now)


def _free_items(doing: Doing) -> None:
    for item in Item.objects.filter(case=doing.case, state=Item.State.CORRECTING):
        fire(item, Pressed("free"), None, now=doing.now)
    for item in Item.objects.filter(case=doing.case, state=Item.State.WAITING):
        dispatch_if_free(item, now=doing.now)
    close_if_decided(doing.case, now=doing.now)


def _end_items(doing: Doing) -> None:
    for item in Item.objects.filter(case=doing.case).exclude(state__in=OVER):
        item.refresh_from_db()
        if item.state not in OVER:
            fire(item, Pressed("end", details={"because": doing.outcome.act}), None, now=doing.now)


EFFECTS: Mapping[str, Callable[[Doing], None]] = {
    "open_items": _open_items,
    "hold_items": _hold_items,
    "free_items": _free_items,
    "end_items": _end_items,
}
"""Effects of casework/joint_licence.toml beyond those that the cases carry out themselves."""
