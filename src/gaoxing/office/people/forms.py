"""What the people's pages post (提交内容): only what a form names is taken, whatever else was sent."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.office.people import policy
from gaoxing.office.people.models import Delegation, IdentityCheck, Unit
from gaoxing.office.people.roles import OF_STAFF, Role
from gaoxing.standards import telephone
from gaoxing.standards.invalid import Invalid

_REQUIRED = {"required": gettext_lazy("请把这一项填上。")}


def first_error(form: forms.Form) -> str:
    """The first sentence of what is wrong; empty where nothing is."""
    return next((str(error) for errors in form.errors.values() for error in errors), "")


class MobileForm(forms.Form):
    """A mobile number, and the consent to the privacy page."""

    who = forms.CharField(
        max_length=40, error_messages={"required": gettext_lazy("请先写手机号。"), "max_length": gettext_lazy("手机号是 11 位，您写的太长。")}
    )
    agree = forms.BooleanField(required=False)

    def __init__(self, data: Any = None, *, agreed: bool = False) -> None:
        """`agreed`: the consent is there already."""
        super().__init__(data)
        self.agreed = agreed

    def clean_who(self) -> str:
        """Eleven digits."""
        return mobile(self.cleaned_data["who"])

    def clean(self) -> dict[str, Any]:
        """Agreed."""
        given = super().clean() or self.cleaned_data
        if not self.agreed and not given.get("agree"):
            self.add_error("agree", _("请先看隐私说明，再在“我看过并同意”前打勾。"))
        return given


class CodeForm(forms.Form):
    """The six digits that were sent."""

    code = forms.CharField(max_length=20, error_messages={"required": gettext_lazy("请写短信里的 6 位数字。")})

    def clean_code(self) -> str:
        """The digits, however they were typed."""
        return "".join(each for each in self.cleaned_data["code"] if each.isdecimal() and each.isascii())


class PasswordForm(forms.Form):
    """An account or mobile number, and its password."""

    who = forms.CharField(max_length=60, error_messages={"required": gettext_lazy("请写账号或手机号。")})
    password = forms.CharField(max_length=200, strip=False, error_messages={"required": gettext_lazy("请写密码。")})


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    password = forms.CharField(max_length=200, strip=False, error_messages={"required": gettext_lazy("请写新密码。")})
    again = forms.CharField(max_length=200, strip=False, error_messages={"required": gettext_lazy("请把新密码再写一遍。")})

    def clean(self) -> dict[str, Any]:
        """Twice the same."""
        given = super().clean() or self.cleaned_data
        if "again" in given and given.get("password") != given["again"]:
            self.add_error("again", _("两次写的不一样，请再写一遍。"))
        return given


class NamedForm(forms.Form):
    """A form with a name: one line of characters that can be seen."""

    def clean_name(self) -> str:
        """Without line ends, signs nobody sees, or such as turn the writing round."""
        return " ".join("".join(each if each.isprintable() else " " for each in self.cleaned_data["name"]).split())


class PersonForm(NamedForm):
    """A staff account to be opened."""

    account = forms.CharField(max_length=32, error_messages=_REQUIRED)
    name = forms.CharField(max_length=30, error_messages=_REQUIRED)


class CorrectionForm(NamedForm):
    """What a person may correct about themselves."""

    name = forms.CharField(max_length=30, required=False)
    email = forms.EmailField(max_length=120, required=False, error_messages={"invalid": gettext_lazy("邮箱看着不对，应像 name@example.cn。")})


class RoleForm(forms.Form):
    """A role to be given."""

    role = forms.ChoiceField(choices=[(each.value, each.label) for each in Role if each.value in OF_STAFF], error_messages=_REQUIRED)
    unit = forms.ModelChoiceField(Unit.objects.filter(closed=None), required=False)
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)


class UnitForm(forms.Form):
    """A unit or an office of one."""

    code = forms.CharField(max_length=32, error_messages=_REQUIRED)
    name = forms.CharField(max_length=100, error_messages=_REQUIRED)
    parent = forms.ModelChoiceField(Unit.objects.filter(parent=None, closed=None), required=False)


class SpanForm(forms.Form):
    """From a day to a day."""

    since = forms.DateField(error_messages={"required": gettext_lazy("请写从哪一天起。"), "invalid": gettext_lazy("日期要像 2026-11-25。")})
    until = forms.DateField(error_messages={"required": gettext_lazy("请写到哪一天止。"), "invalid": gettext_lazy("日期要像 2026-11-25。")})


class DelegationForm(SpanForm):
    """To whom acts are passed on."""

    taker = forms.CharField(max_length=32, error_messages={"required": gettext_lazy("请写同事的账号。")})
    kind = forms.ChoiceField(choices=Delegation.Kind.choices)
    acts = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any = None) -> None:
        """The acts that may be passed on."""
        super().__init__(data)
        self.fields["acts"].choices = [(each.name, each.spoken) for each in policy.delegable()]  # type: ignore[attr-defined]


class PowerForm(SpanForm):
    """Whom an applicant empowers."""

    agent = forms.CharField(max_length=40, error_messages={"required": gettext_lazy("请写代理人的手机号。")})
    change = forms.BooleanField(required=False)
    submit = forms.BooleanField(required=False)
    matters = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any = None, *, matters: Any = ()) -> None:
        """The matters to choose from."""
        super().__init__(data)
        self.fields["matters"].choices = list(matters)  # type: ignore[attr-defined]

    def clean_agent(self) -> str:
        """Eleven digits."""
        return mobile(self.cleaned_data["agent"])


class SeenForm(forms.Form):
    """Whom a clerk saw in person, and by which document."""

    who = forms.CharField(max_length=40, error_messages={"required": gettext_lazy("请写申请人登录用的手机号。")})
    document = forms.ChoiceField(choices=IdentityCheck.Document.choices)
    number = forms.CharField(max_length=40, required=False)
    on = forms.DateField(error_messages={"required": gettext_lazy("请写核对的日期。"), "invalid": gettext_lazy("日期要像 2026-11-25。")})

    def clean_who(self) -> str:
        """Eleven digits."""
        return mobile(self.cleaned_data["who"])


class RealNameForm(forms.Form):
    """Name and number for the real-name service."""

    name = forms.CharField(max_length=30, error_messages=_REQUIRED)
    number = forms.CharField(max_length=40, error_messages=_REQUIRED)
    agree = forms.BooleanField(error_messages={"required": gettext_lazy("要同意把姓名和证件号码送去核验，才能办。")})


def mobile(typed: str) -> str:
    """A mobile number as eleven digits. Raises ValidationError with a sentence."""
    try:
        number = telephone.validate(typed)
    except Invalid as invalid:
        raise forms.ValidationError(str(invalid)) from None
    if not telephone.MOBILE.fullmatch(number):
        raise forms.ValidationError(_("要写手机号，不能写座机。"))
    return number
