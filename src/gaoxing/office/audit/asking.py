"""What an auditor asks for (审计筛选), as it is typed into the page or the terminal: words of the code, numbers, days in Asia/Shanghai."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.office.audit import words
from gaoxing.office.audit.models import WORD
from gaoxing.office.audit.queries import Wanted

_MOST = 2**63 - 1


def _figures() -> forms.TextInput:
    """A number is typed as text: a wheel of the mouse never changes it."""
    return forms.TextInput(attrs={"inputmode": "numeric"})


def _listed(name: str) -> forms.TextInput:
    """Typed as text, with the known words offered."""
    return forms.TextInput(attrs={"list": name, "autocomplete": "off"})


class AskingForm(forms.Form):
    """The filters; every one may be left empty."""

    act = forms.CharField(label=gettext_lazy("操作"), max_length=WORD, required=False, widget=_listed("audit-acts"))
    actor = forms.IntegerField(label=gettext_lazy("操作人编号"), min_value=0, max_value=_MOST, required=False, widget=_figures())
    role = forms.CharField(label=gettext_lazy("身份"), max_length=WORD, required=False, widget=_listed("audit-roles"))
    subject_kind = forms.CharField(label=gettext_lazy("对象种类"), max_length=WORD, required=False, widget=_listed("audit-kinds"))
    subject = forms.IntegerField(label=gettext_lazy("对象编号"), min_value=0, max_value=_MOST, required=False, widget=_figures())
    reason = forms.CharField(label=gettext_lazy("事由代码"), max_length=WORD, required=False)
    first = forms.DateField(label=gettext_lazy("从哪天"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=gettext_lazy("到哪天"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean_act(self) -> str:
        """The word of the code, also where its term was typed."""
        return words.meant(words.ACTS, self.cleaned_data["act"])

    def clean_role(self) -> str:
        """The same of a role."""
        return words.meant(words.ROLES, self.cleaned_data["role"])

    def clean_subject_kind(self) -> str:
        """The same of a kind of record."""
        return words.meant(words.KINDS, self.cleaned_data["subject_kind"])

    def clean(self) -> dict[str, Any]:
        """The first day is not after the last."""
        given = super().clean() or self.cleaned_data
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("“到哪天”要不早于“从哪天”。"))
        return given

    def wanted(self) -> Wanted:
        """The entries asked for. The form must be valid."""
        given = dict(self.cleaned_data)
        first, last = given.pop("first"), given.pop("last")
        return Wanted(**given, since=_begin(first) if first else None, until=_begin(last + timedelta(days=1)) if last and last < date.max else None)


def _begin(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
