"""What follows from an act on one licence (证照流转的后果), in its own transaction: defects, the permit, what waited for it, a notice, the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.tables import table
from gaoxing.office.cases.clocking import calendar
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.firing.pressed import Pressed as CasePressed
from gaoxing.office.licensing import registering
from gaoxing.office.licensing.case_facts import OVER, open_items
from gaoxing.office.licensing.firing import Done, fire
from gaoxing.office.licensing.issuing import issue_ready
from gaoxing.office.licensing.item_facts import Look, facts
from gaoxing.office.licensing.models import Defect, Item, Visit
from gaoxing.office.licensing.sealed import words_place
from gaoxing.office.licensing.telling import tell
from gaoxing.office.licensing.vault import seal
from gaoxing.office.refusal import NotAllowed

VERIFY_USUAL = 20
"""Working days within which a commitment is verified where the catalogue does not say."""

LONGEST_NUMBER = 60
NUMBER, VALID_UNTIL = "number", "valid_until"
"""Among what is pressed with a grant: the certificate's number, and until when it is valid."""


def end_dependents(item: Item, *, now: datetime) -> None:
    """What needs this licence's certificate goes no further; nothing else is touched by its refusal. What ended meanwhile is left alone."""
    for each in Item.objects.filter(case=item.case_id).exclude(state__in=OVER):
        each.refresh_from_db()
        if item.licence in (*each.waits, *each.decides) and each.state not in OVER:
            fire(each, Pressed("end", details={"because": item.licence}), None, now=now)


def close_if_decided(case: Case, *, now: datetime) -> None:
    """The case is complete when every licence has its outcome."""
    found = Case.objects.get(pk=case.pk)
    if found.state in (Case.State.SUBMITTED, Case.State.ACCEPTED) and not open_items(found).exists():
        issue_ready(fire_case(found, CasePressed("complete"), None, now=now), now=now)


def dispatch_if_free(item: Item, *, now: datetime) -> None:
    """A waiting licence goes to its unit once all that must come first is had and no correction is awaited; its unit may have looked at it before."""
    if facts(Look(item, None, now), ["waits"])["waits"]:
        return
    found = fire(item, Pressed("dispatch"), None, now=now)
    if found.said is not None and not found.defects.exists():
        fire(found, Pressed("complete"), None, now=now)


def _keep_defects(done: Done) -> None:
    known = {each["id"] for each in done.item.materials}
    for place, each in enumerate(done.outcome.reasons):
        about = each.about if each.about in known else ""
        defect = Defect(item=done.item, kind=each.id, material=about, at=done.now.replace(microsecond=place))
        defect.words = seal(each.words, words_place(defect))
        defect.save(force_insert=True)


def _count_silence(done: Done) -> None:
    Item.objects.filter(pk=done.item.pk, said=None).update(said=done.now)


def _issue_permit(done: Done) -> None:
    number = _registered(done) if done.item.licence == registering.BUSINESS_LICENCE else _numbered(done)
    valid = done.pressed.details.get(VALID_UNTIL) or None
    Item.objects.filter(pk=done.item.pk).update(number=number, granted=done.now, valid_until=valid)
    issue_ready(done.item.case, now=done.now)


def _registered(done: Done) -> str:
    """The code of the enterprise that the business licence sets up."""
    return registering.set_up(done.item, done.pressed.details, actor=done.actor, now=done.now)


def _numbered(done: Done) -> str:
    number = str(done.pressed.details.get(NUMBER) or "").strip()
    if not number or len(number) > LONGEST_NUMBER:
        raise NotAllowed(_("请填证件的编号（1 到 60 个字），再点“准予”。"))
    return number


def _keep_inspection(done: Done) -> None:
    Item.objects.filter(pk=done.item.pk).update(inspected=done.now)


def _keep_check(done: Done) -> None:
    Item.objects.filter(pk=done.item.pk).update(verified=done.now)


def _join_visit(done: Done) -> None:
    """Where a visit is appointed that has not been yet, this licence's unit comes along."""
    item = done.item
    visit = item.appointment or Visit.objects.filter(case=item.case_id, starts__gt=done.now).order_by("starts").first()
    if item.visit and item.inspected is None and visit is not None:
        Item.objects.filter(pk=item.pk).update(appointment=visit)
        item.refresh_from_db()
        fire(item, Pressed("appoint"), None, now=done.now)


def _plan_check(done: Done) -> None:
    days = (done.item.commitment or {}).get("verify") or VERIFY_USUAL
    Item.objects.filter(pk=done.item.pk).update(verify_by=calendar().after(localdate(done.now), int(days)))


def _free_dependents(done: Done) -> None:
    for each in Item.objects.filter(case=done.item.case_id, state=Item.State.WAITING).select_related("case"):
        dispatch_if_free(each, now=done.now)


def _tell(done: Done) -> None:
    state = table("licence_item").states[done.item.state]
    tell(done.item, state, about=f"{done.item.pk} {done.event.number}", now=done.now)


def _by_itself(done: Done) -> None:
    """The event says it: the paper is made when somebody opens it."""


EFFECTS: Mapping[str, Callable[[Done], None]] = {
    "keep_defects": _keep_defects,
    "count_silence": _count_silence,
    "issue_permit": _issue_permit,
    "keep_inspection": _keep_inspection,
    "keep_check": _keep_check,
    "join_visit": _join_visit,
    "plan_check": _plan_check,
    "free_dependents": _free_dependents,
    "end_dependents": lambda done: end_dependents(done.item, now=done.now),
    "free_name": lambda done: registering.free_name(done.item, actor=done.actor, now=done.now),
    "tell_applicant": _tell,
    "issue_refusal": _by_itself,
    "close_case": lambda done: close_if_decided(done.item.case, now=done.now),
}
"""Every effect of the table by name."""
