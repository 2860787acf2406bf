"""What follows from an act on a case (流转的后果), carried out in its own transaction: the name pool, the register of enterprises, the applicant told.

Licences and notices are issued with it, their content frozen (issued.py); receipts and refusals are made of the case when they are opened: the event says
that they are due.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.acting import Outcome
from gaoxing.forms import Form
from gaoxing.forms.recorded import changed, closed, code_of, established, unregistered
from gaoxing.forms.register import Registered
from gaoxing.office.audit.entry import Actor, Subject
from gaoxing.office.cases import issued, manifest, name_pool, telling
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.submitted import last_form
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.ratings import actions as ratings
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

CODE = "uscc"
"""Among the details of a decision: the unified social credit code that the examiner typed."""

_REGISTER = "register"


@dataclass(frozen=True)
class Doing:
    """An act that was just done: the case as it now stands, the outcome, its event, who acts, what the act handed in, and when.

    `left` is what one effect leaves for those after it: the enterprise `before` and `after`.
    """

    case: Case
    outcome: Outcome
    event: CaseEvent
    actor: Actor
    details: Mapping[str, Any]
    now: datetime
    left: dict[str, Registered] = field(default_factory=dict)

    @property
    def form(self) -> Form | None:
        """The case's form. Raises a Fault where it does not open."""
        return form_of(self.case)


def carry_out(doing: Doing) -> None:
    """Every effect of the act, in the table's order. Raises NotAllowed where one cannot be: then nothing of the act is kept."""
    known = {**EFFECTS, **_ENTERED}
    for name in doing.outcome.effects:
        known[name](doing)


def enter(effects: Mapping[str, Callable[[Doing], None]]) -> None:
    """Let a room above the cases carry out effects of its own tables. Raises ValueError where one is known already."""
    if twice := sorted(set(effects) & set(EFFECTS)):
        raise ValueError(f"effects are known already: {twice}")
    _ENTERED.update(effects)


def _hold_name(doing: Doing) -> None:
    if name_pool.hold(doing.case, doing.form, now=doing.now, actor=doing.actor):
        _keep(doing.case, holds_name=True)


def _release_name(doing: Doing) -> None:
    if doing.outcome.act == _REGISTER:
        found = _found(doing)
        name_pool.give_up(found.name, now=doing.now, sole_trader=found.kind == "sole_trader", actor=doing.actor)
        return
    name_pool.release(doing.case, last_form(doing.case) or doing.form, now=doing.now, actor=doing.actor)
    _keep(doing.case, holds_name=False)


def _take_name(doing: Doing) -> None:
    name_pool.enter(doing.form, now=doing.now, actor=doing.actor)
    _keep(doing.case, holds_name=False)


def _create_enterprise(doing: Doing) -> None:
    form, on, typed = _whole(doing), localdate(doing.now), str(doing.details.get(CODE) or "").strip()
    made = issued.set_up(form, doing.case, typed=typed, on=on, actor=doing.actor, now=doing.now) or _typed(form, _code(doing), on)
    enterprises.record(made, now=doing.now)
    doing.left["after"] = made


def _typed(form: Form, code: str, on: date) -> Registered:
    """The new enterprise under a code that the examiner typed. Raises NotAllowed where another has it."""
    if OfficeRegister().find(uscc=code):
        raise NotAllowed(_("登记簿里已经有企业用这个统一社会信用代码，没有登记。请核对代码再填。"))
    return established(form, code, on)


def _change_enterprise(doing: Doing) -> None:
    before = _found(doing)
    _becomes(doing, before, changed(before, _whole(doing)))


def _close_enterprise(doing: Doing) -> None:
    before = _found(doing)
    _becomes(doing, before, closed(before))


def _becomes(doing: Doing, before: Registered, after: Registered) -> None:
    enterprises.record(after, now=doing.now)
    doing.left.update(before=before, after=after)


def _issue_licence(doing: Doing) -> None:
    issued.issue_licence(doing.case, _whole(doing), doing.left.get("before"), doing.left["after"], actor=doing.actor, now=doing.now)


def _issue_notice(doing: Doing) -> None:
    issued.issue_notice(doing.case, doing.left["before"], doing.left["after"], actor=doing.actor, now=doing.now)


def _found(doing: Doing) -> Registered:
    """The enterprise that the form is about; by code and name alone where the register does not hold it."""
    form, code = _whole(doing), _code(doing)
    known = OfficeRegister().find(uscc=code)
    return known[0] if known else unregistered(form, code)


def _code(doing: Doing) -> str:
    """The code as the examiner typed it, else as the form has it. Raises NotAllowed where it is none."""
    form = doing.form
    given = str(doing.details.get(CODE) or "").strip() or (code_of(form) if form else "")
    if not given:
        raise NotAllowed(_("请填统一社会信用代码（18 位），再点“准予登记”。"))
    try:
        return credit_code.validate(given)
    except Invalid as wrong:
        raise NotAllowed(_("统一社会信用代码不对，没有登记：%(why)s。") % {"why": wrong}) from None


def _whole(doing: Doing) -> Form:
    form = doing.form
    if form is None:
        raise NotAllowed(_("这件办件没有表，不能登记。请告诉管理员。"))
    return form


def _keep(case: Case, *, holds_name: bool) -> None:
    Case.objects.filter(pk=case.pk).update(holds_name=holds_name)
    case.holds_name = holds_name


def _tell(doing: Doing) -> None:
    telling.tell(doing.case, doing.event, now=doing.now)


def _ask_rating(doing: Doing) -> None:
    case = doing.case
    if case.owner is not None and case.owner.is_active:
        handled = ratings.Handled(Subject.of(case), case.number or "", case.handler, case.unit)
        ratings.ask(handled, case.owner, now=doing.now)


def _file_papers(doing: Doing) -> None:
    manifest.freeze(doing.event)


def _by_itself(doing: Doing) -> None:
    """The event says it: the paper is made of the case when somebody opens it."""


EFFECTS: Mapping[str, Callable[[Doing], None]] = {
    "hold_name": _hold_name,
    "release_name": _release_name,
    "take_name": _take_name,
    "create_enterprise": _create_enterprise,
    "change_enterprise": _change_enterprise,
    "close_enterprise": _close_enterprise,
    "issue_licence": _issue_licence,
    "issue_notice": _issue_notice,
    "tell_applicant": _tell,
    "ask_rating": _ask_rating,
    "file_papers": _file_papers,
    **dict.fromkeys(("give_receipt", "send_defect_list", "issue_refusal"), _by_itself),
}
"""Every effect of every table by name."""

_ENTERED: dict[str, Callable[[Doing], None]] = {}
"""What rooms above the cases entered."""
