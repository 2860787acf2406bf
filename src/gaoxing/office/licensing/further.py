"""The blanks that only the licences' own forms ask (补填): each asked once for all licences that ask it, sealed with the case.

What the joint application says already, and what registration itself gives, is never asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.licensing.models import Item, JointCase
from gaoxing.office.licensing.sealed import blanks_place
from gaoxing.office.licensing.vault import seal, unseal
from gaoxing.office.refusal import NotAllowed

LONGEST = 300
"""Characters of one blank."""

GIVEN = frozenset({"uscc", "est_date"})
"""What registration itself gives."""

WRITABLE = (Case.State.SUBMITTED, Case.State.CORRECTION_ASKED)
"""The states in which blanks may still be filled: until the case is accepted."""


@dataclass(frozen=True)
class Asked:
    """A blank, its label, which licences ask it, and what was filled."""

    id: str
    label: str
    licences: tuple[str, ...]
    text: str = ""


def filled(case: Case) -> dict[str, str]:
    """What was filled so far. Raises a Fault where it does not open."""
    joint = JointCase.objects.filter(case=case).first()
    return dict(unseal(joint.blanks, blanks_place(joint))) if joint and joint.blanks else {}


def asked(case: Case) -> tuple[Asked, ...]:
    """The further blanks of a case's licences, each once."""
    form, had = form_of(case), filled(case)
    labels: dict[str, str] = {}
    asking: dict[str, list[str]] = {}
    for item in Item.objects.filter(case=case):
        for each in item.fields:
            said = form is not None and each["path"] and form.value(each["path"]) not in (None, "")
            if not said and each["id"] not in GIVEN:
                labels[each["id"]] = each["label"]
                asking.setdefault(each["id"], []).append(item.name)
    return tuple(Asked(key, labels[key], tuple(names), had.get(key, "")) for key, names in asking.items())


@transaction.atomic
def fill(case: Case, given: Mapping[str, str], *, by: Actor, now: datetime) -> int:
    """Keep these blanks; how many are filled now. Raises NotAllowed once the case is accepted: what a unit examined is not changed behind its back."""
    joint = JointCase.objects.select_for_update().get(case=case)
    if case.state not in WRITABLE:
        raise NotAllowed(_("已经受理，不能再改填写的内容。要改请打窗口电话。"))
    known = {each.id for each in asked(case)}
    kept = {**filled(case), **{key: text.strip()[:LONGEST] for key, text in given.items() if key in known}}
    JointCase.objects.filter(pk=joint.pk).update(blanks=seal({key: text for key, text in kept.items() if text}, blanks_place(joint)))
    audit.write("joint.blanks_filled", actor=by, subject=case, now=now)
    return sum(bool(text) for text in kept.values())
