"""What is typed to take a draft up again (取回): a code, the consent where there was none, and who helps at the window."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.office.cases.resumption import ALPHABET, LENGTH, MIXED_UP, plain

LONGEST_NAME = 20

_MISREAD = gettext_lazy("取回码里没有数字 0、1 和字母 O、I、L，怕看错。请再看一眼：0 或 O 可能是 D 或 Q，1、I、L 可能是 J、T 或 7。")


class ResumeForm(forms.Form):
    """A code, however it is typed; `agree` is wanted of those who have not agreed yet; a clerk gives a name or number (工号)."""

    code = forms.CharField(
        max_length=60, error_messages={"required": gettext_lazy("请先写取回码。"), "max_length": gettext_lazy("取回码是 12 位，您写的太长。")}
    )
    agree = forms.BooleanField(required=False)
    clerk = forms.BooleanField(required=False)
    name = forms.CharField(required=False, max_length=LONGEST_NAME, error_messages={"max_length": gettext_lazy("姓名或工号最多 20 个字。")})

    def __init__(self, data: Any = None, *, agreed: bool = False) -> None:
        """`agreed`: this browser has agreed to the privacy page before."""
        super().__init__(data)
        self.agreed = agreed

    def clean_code(self) -> str:
        """The code as it was made. What can be no code is told at once and counts for no try."""
        code = plain(self.cleaned_data["code"])
        if MIXED_UP & set(code):
            raise forms.ValidationError(_MISREAD)
        if len(code) != LENGTH:
            raise forms.ValidationError(_("取回码是 12 位，您写了 %(count)s 位。请对着纸条再写一遍。") % {"count": len(code)})
        if not set(code) <= set(ALPHABET):
            raise forms.ValidationError(_("取回码只有数字和英文字母。请对着纸条再写一遍。"))
        return code

    def clean_name(self) -> str:
        """The name in one line of printable characters."""
        name = unicodedata.normalize("NFKC", self.cleaned_data["name"])
        return " ".join("".join(each for each in name if each.isprintable()).split())

    def clean(self) -> dict[str, Any]:
        """Agreed, and a clerk named."""
        given = super().clean() or self.cleaned_data
        if not self.agreed and not given.get("agree"):
            self.add_error("agree", _("请先看隐私说明，再在“我看过并同意”前打勾。"))
        if given.get("clerk") and "name" in given and not given["name"]:
            self.add_error("name", _("请写上您的姓名或工号，申请人要看得到是谁填的。"))
        return given

    def first_error(self) -> str:
        """The first sentence of what is wrong; empty where nothing is."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")
