"""The register at the desk (登记簿): what it knows of the enterprise goes onto the sheet, and whatever it does not know is said in one sentence."""

from __future__ import annotations

from django.db import DatabaseError
from django.utils.translation import gettext as _

from gaoxing.forms.prefill import Consulted, Standing
from gaoxing.intake import Taken
from gaoxing.office.cases.registering import beside_the_register as beside_the_register
from gaoxing.office.enterprises.elsewhere import connected
from gaoxing.office.enterprises.queries import count


def register_note(taken: Taken) -> str:
    """The sentence on what came of asking the register; empty where it was not asked."""
    asked = taken.register
    if asked is None or asked.standing is Standing.NOT_ASKED:
        return ""
    if asked.standing is Standing.FOUND:
        return _found(asked)
    if asked.standing is Standing.SEVERAL:
        return _("登记簿里有几家企业都叫这个名字，请报统一社会信用代码，好知道是哪一家。")
    if asked.standing is Standing.UNKNOWN and _holds_any():
        return _("登记簿里没有查到这家企业，请对照营业执照核对名称和代码；原来登记的内容请您说，以窗口核对的为准。")
    if asked.standing is Standing.UNKNOWN:
        return _("这里还没有导入登记簿，原来登记的内容请您对照营业执照说。")
    return _("登记簿暂时查不了，原来登记的内容没有自动填。您可以对照营业执照先说，过一会儿再打开，会自动核对。")


def _found(asked: Consulted) -> str:
    if not asked.filled or asked.found is None:
        return _("名称和统一社会信用代码在登记簿上不是同一家，所以没有按登记簿填。请对照营业执照核对。")
    return _("登记簿里查到了%(name)s，已经登记的内容按登记簿填好，标着“来自登记簿”。") % {"name": asked.found.name}


def _holds_any() -> bool:
    try:
        return connected() or count() > 0
    except DatabaseError:
        return True
