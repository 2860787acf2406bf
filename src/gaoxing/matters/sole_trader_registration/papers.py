"""The papers that are printed for this matter (申请材料): 个体工商户登记（备案）申请书 by edition, then the deeds, at last the list of what must be brought.

>>> from gaoxing.forms.form import Answer, Source
>>> layout, *deeds_and_list = papers(Form("sole_trader_registration", "2026", {"operator.name": Answer("张三", Source.TYPED)}), date(2026, 11, 24))
>>> layout.values["operator"]["name"], layout.values["operator"]["mobile"]
('张三', '')
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.documents.amount import capital
from gaoxing.documents.checklist import to_bring
from gaoxing.documents.document import Layout
from gaoxing.documents.edition import template
from gaoxing.documents.material import FILE, load
from gaoxing.documents.particulars import Particulars
from gaoxing.documents.people import person
from gaoxing.documents.premises import blanks
from gaoxing.documents.printable import printable
from gaoxing.documents.signer import Signer
from gaoxing.documents.ticks import ticks
from gaoxing.documents.trader_particulars import particulars
from gaoxing.forms.form import Form
from gaoxing.matters.sole_trader_registration.deeds import deeds
from gaoxing.matters.sole_trader_registration.fields import FIELDS

TITLE = "个体工商户登记（备案）申请书"
BASIS = "《市场主体登记管理条例》第十六条，《市场主体登记管理条例实施细则》第二十五条"

_FOLDER = Path(__file__).parent

OPERATOR = "经营者"
MEMBER = "参加经营的家庭成员"

_CHOICES = {each.id: each.choices for each in FIELDS}
_ABOUT_THE_OPERATOR = ("ethnicity", "education", "political_status", "occupation")


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The application form as it stands on the day `on`, every deed it calls for in the order of filing, and the list of what must still be brought.

    The form's template is that of its edition.
    """
    told = particulars(form, on)
    made = (_application(form, told, on), *deeds(told, on))
    return (*made, to_bring(load(_FOLDER / FILE), made, told, on))


def _application(form: Form, told: Particulars, on: date) -> Layout:
    values = {"on": on.isoformat(), **_business(form), **_people(form)}
    return Layout(TITLE, TITLE, template(_FOLDER, form.edition), values, BASIS, signers=_signers(told))


def _signers(told: Particulars) -> tuple[Signer, ...]:
    """The operator, and of a family business the members taking part."""
    return tuple(Signer(each["name"].text, each["name"].path, each["posts"].text) for each in told.rows["applicants"])


def _business(form: Form) -> dict[str, Any]:
    plain = {key: printable(form.value(key)) for key in ("name", "telephone", "postcode", "licence_copies", "employees")}
    return {
        **plain,
        "premises": blanks(form.value("premises")),
        "e_commerce": ticks(_CHOICES["e_commerce"], form.value("e_commerce")),
        "funds": capital(form.value("funds")),
        "paper_licence": ticks((("yes", "申领纸质执照"),), form.value("paper_licence")),
        "business_scope": "；".join(printable(each) for each in form.value("business_scope") or ()),
    }


def _people(form: Form) -> dict[str, Any]:
    nested = form.to_contract().get("operator", {})
    operator = {**person(nested), "posts": OPERATOR, **{key: printable(nested.get(key)) for key in _ABOUT_THE_OPERATOR}}
    family = [{**person(each), "posts": MEMBER} for each in form.rows("family_members")]
    return {
        "operator": operator,
        "family": family,
        "everybody": [operator, *family] if nested or family else [],
        "sex": ticks(_CHOICES["operator.sex"], form.value("operator.sex")),
        "composition": ticks(_CHOICES["composition"], form.value("composition")),
    }
