"""One form (一张表): what the forms of all the licences ask, each once, and how much of it the application already says.

>>> len(shared_fields(("business_licence", "seal_filing")))
22
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gaoxing.forms.form import Form
from gaoxing.matters.joint_licence.permits.entries import Blank, Catalogue
from gaoxing.matters.joint_licence.permits.loading import shipped

ON_THE_FORM: Mapping[str, str] = {
    "entity_name": "name",
    "entity_type": "entity",
    "legal_rep_name": "operator.name",
    "legal_rep_id_no": "operator.id_number",
    "legal_rep_phone": "operator.mobile",
    "premises_address": "premises",
    "employees_n": "employees",
    "floor_area": "answers.area",
    "fitout_invest": "answers.fitout",
    "central_ac": "answers.central_ac",
}
"""What of the licences' forms the joint application says in a blank of its own."""


@dataclass(frozen=True)
class Shared:
    """A blank of one or several licences' forms, and the licences that ask it."""

    blank: Blank
    licences: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Id, label, source and the licences that ask it."""
        return {"id": self.blank.id, "label": self.blank.label, "source": self.blank.source, "licences": list(self.licences)}


def shared_fields(licences: Sequence[str], known: Catalogue | None = None) -> tuple[Shared, ...]:
    """What these licences ask, each once, in the order in which it is asked first."""
    known = known or shipped()
    asking: dict[str, list[str]] = {}
    for licence in licences:
        for each in known.licences[licence].fields:
            asking.setdefault(each, []).append(licence)
    return tuple(Shared(known.fields[each], tuple(by)) for each, by in asking.items())


def still_to_fill(fields: Sequence[Shared], form: Form) -> tuple[Shared, ...]:
    """What of it the joint application does not say yet and no licence of the set gives."""
    given = {"registration_output"}
    return tuple(each for each in fields if each.blank.source not in given and form.value(ON_THE_FORM.get(each.blank.id, "")) in (None, ""))
