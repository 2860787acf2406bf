"""What the deeds of setting up as a sole trader may speak of (个体工商户设立文书要素), each value with the path of its blank.

Blanks: `applicant` (the name, else the operator), `name`, `operator`, `premises`, `funds` in 万元 and `funds_words`, `business_scope`. Rows: `applicants` (the
operator, and the family members of a family business), `family`, `everybody`, `agents` (nobody: the form does not ask for one). States:
`family`, `may_be_family` (where nobody said that it is not), `has_agent` (always: the power of attorney is there to be filled in).

>>> from gaoxing.forms.form import Answer, Source
>>> told = particulars(Form("sole_trader_registration", "2026", {"operator.name": Answer("张三", Source.SAID)}), date(2026, 11, 25))
>>> told.run("applicant"), told.holds("family")
(Run(text='张三', path='operator.name'), False)
"""

from __future__ import annotations

from datetime import date

from gaoxing.documents.amount import capital
from gaoxing.documents.company_states import REAL_NAME_SHEET
from gaoxing.documents.particulars import Particulars, Row, Run
from gaoxing.documents.printable import printable
from gaoxing.forms.form import Form
from gaoxing.forms.parties import parties

MATTER = "个体工商户设立登记"
OPERATOR = "经营者"
MEMBER = "参加经营的家庭成员"
SIGN = Run("（签名）")


def particulars(form: Form, on: date) -> Particulars:
    """The deeds' view of a sole trader's form as it stands on the day `on`; a value of the wrong shape is a blank."""
    family = form.value("composition") == "family"
    operator = _row(Run(printable(form.value("operator.name")), "operator.name"), OPERATOR)
    members = tuple(_row(Run(printable(each.name), each.at("name")), MEMBER) for each in parties(form, "family_members"))
    taking_part = members or (_row(Run(""), MEMBER),)
    rows = {
        "applicants": (operator, *(taking_part if family else ())),
        "everybody": (operator, *(taking_part if family else ())),
        "family": taking_part,
        "agents": (_row(Run(""), ""),),
    }
    states = {"family": family, "may_be_family": form.value("composition") != "individual", "has_agent": True, "real_name_sheet": on >= REAL_NAME_SHEET}
    return Particulars(_blanks(form, operator["name"]), rows, states)


def _blanks(form: Form, operator: Run) -> dict[str, Run]:
    plain = {each: Run(printable(form.value(each)), each) for each in ("name", "premises")}
    money, scope = capital(form.value("funds")), form.value("business_scope")
    return {
        **plain,
        "applicant": plain["name"] if plain["name"].text else operator,
        "operator": operator,
        "matter": Run(MATTER),
        "agent": Run(""),
        "funds": Run(money["amount"], "funds"),
        "funds_words": Run(money["words"], "funds"),
        "business_scope": Run("；".join(printable(each) for each in scope) if isinstance(scope, tuple | list) else printable(scope), "business_scope"),
    }


def _row(name: Run, post: str) -> Row:
    return {"name": name, "posts": Run(post), "sign": SIGN}
