"""What a body is given of an enterprise (交给部门的信息): of its licence and its form, and of those only what the step needs."""

from __future__ import annotations

from collections.abc import Mapping

from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.forms.parties import holders
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitted import last_form
from gaoxing.office.certificates import queries
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.formalities.steps import Step

_CONTACTS = ("liaison", "legal_representative")
_LOST = "这件办件的表或者营业执照打不开，没有交给对方。请管理员查看。"


def values_for(case: Case, step: Step) -> Mapping[str, str]:
    """The values that the step's body is given, by name; what is not known is empty. Raises a Fault where the case has no licence or does not open."""
    form, licence = last_form(case), licence_of(case)
    if form is None or licence is None:
        raise Fault(_LOST, permanent=True)
    contact, mobile = _contact(form)
    known = {
        "name": licence.name,
        "uscc": licence.code,
        "legal_representative": str(licence.content.get("head", "")),
        "address": str(licence.content.get("address", "")),
        "established": str(licence.content.get("established", "")),
        "contact": contact,
        "mobile": mobile,
        "employees": str(form.value("employees") or ""),
    }
    return {name: known[name] for name in step.needs}


def licence_of(case: Case) -> Certificate | None:
    """The licence that the case brought; None where it brought none."""
    return next((each for each in queries.of_case(case.pk) if each.kind == Certificate.Kind.LICENCE), None)


def _contact(form: Form) -> tuple[str, str]:
    """Whom the body may call: the liaison officer, else the legal representative, else the operator."""
    for role in _CONTACTS:
        for each in holders(form, role):
            if mobile := each.text("mobile"):
                return each.name, mobile
    name, mobile = (str(form.value(f"operator.{column}") or "") for column in ("name", "mobile"))
    return name, mobile or str(form.value("telephone") or "")
