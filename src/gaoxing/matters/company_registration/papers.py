"""The papers that are printed for this matter (申请材料): 公司登记（备案）申请书 by edition, then the deeds, at last the list of what must be brought.

The form's template holds the form, this the values; the wording of the deeds lies in `deeds/`.

>>> from gaoxing.forms.form import Answer, Source
>>> form = Form("company_registration", "2026", {"name": Answer("昆山某某科技有限公司", Source.TYPED)})
>>> layout, *deeds_and_list = papers(form, date(2026, 11, 24))
>>> layout.name, layout.values["name"], layout.values["telephone"]
('公司登记（备案）申请书', '昆山某某科技有限公司', '')
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.documents.amount import capital, total
from gaoxing.documents.checklist import to_bring
from gaoxing.documents.company_particulars import particulars
from gaoxing.documents.dates import INDEFINITE, years
from gaoxing.documents.document import Layout
from gaoxing.documents.edition import template
from gaoxing.documents.material import FILE, load
from gaoxing.documents.people import EVERY_ROLE, OFFICES, Party, holders, person, shareholder
from gaoxing.documents.premises import blanks
from gaoxing.documents.printable import printable
from gaoxing.documents.signer import Signer, who_hold
from gaoxing.documents.ticks import ticks
from gaoxing.forms.derive_post import POSTS
from gaoxing.forms.derive_type import printed_type
from gaoxing.forms.form import Form
from gaoxing.matters.company_registration.deeds import deeds
from gaoxing.matters.company_registration.fields import FIELDS

TITLE = "公司登记（备案）申请书"
BASIS = "《市场主体登记管理条例》第十六条，《市场主体登记管理条例实施细则》第二十五条"

_FOLDER = Path(__file__).parent

_CHOICES = {each.id: each.choices for each in FIELDS}


def papers(form: Form, on: date) -> tuple[Layout, ...]:
    """The application form as it stands on the day `on`, every deed it calls for in the order of filing, and the list of what must still be brought.

    The form's template is that of its edition.
    """
    told = particulars(form, on)
    made = (_application(form, on), *deeds(told, on))
    return (*made, to_bring(load(_FOLDER / FILE), made, told, on))


def _application(form: Form, on: date) -> Layout:
    values = {"on": on.isoformat(), **_company(form), **_people(form.rows("parties"))}
    return Layout(TITLE, TITLE, template(_FOLDER, form.edition), values, BASIS, signers=_signers(form))


def _signers(form: Form) -> tuple[Signer, ...]:
    """All shareholders, of a company limited by shares the directors; and the legal representative."""
    who = ("chair", "director") if form.value("company_type") == "joint_stock" else ("shareholder",)
    return who_hold(form, *who, "legal_representative")


def _company(form: Form) -> dict[str, Any]:
    plain = {key: printable(form.value(key)) for key in ("name", "telephone", "postcode", "licence_copies", "employees")}
    return {
        **plain,
        "domicile": blanks(form.value("domicile")),
        "business_premises": blanks(form.value("business_premises")),
        "company_type": printed_type(form).label or dict(_CHOICES["company_type"]).get(form.value("company_type"), ""),
        "business_scope": "；".join(printable(each) for each in form.value("business_scope") or ()),
        "capital": capital(form.value("registered_capital")),
        "total": total(form.value("registered_capital"), [each.get("contribution", {}) for each in _owners(form.rows("parties"))]),
        "setup_mode": ticks(_CHOICES["setup_mode"], form.value("setup_mode")),
        "term": _term(form.value("operating_term")),
        "paper_licence": ticks((("yes", "申领纸质执照"),), form.value("paper_licence")),
        "no_supervisor": form.value("no_supervisor") == "yes",
    }


def _people(parties: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    legal = holders(parties, "legal_representative")
    return {
        "legal_representative": "、".join(printable(each.get("name")) for each in legal),
        "legal_posts": ticks(POSTS, _legal_posts(legal)),
        "legal_representatives": [person(each) for each in legal] or [person({})],
        "officers": [person(each) for each in holders(parties, *OFFICES)],
        "shareholders": [shareholder(each) for each in _owners(parties)],
        "liaisons": [person(each, EVERY_ROLE) for each in holders(parties, "liaison")],
        "finance_officers": [person(each) for each in holders(parties, "finance_officer")],
        "agents": [person(each, EVERY_ROLE) for each in holders(parties, "agent")],
        "everybody": [person(each, EVERY_ROLE) for each in parties],
    }


def _owners(parties: tuple[dict[str, Any], ...]) -> list[Party]:
    return [each for each in parties if "shareholder" in each.get("roles", ()) or each.get("contribution")]


def _legal_posts(legal: list[Party]) -> set[str]:
    """The posts held by whoever is the legal representative; a chair's seat on the board needs no tick of its own."""
    held = {role for each in legal for role in each.get("roles", ())}
    return held - {"director"} if "chair" in held else held


def _term(term: Any) -> dict[str, Any]:
    limit = years(term)
    return {
        "indefinite": ticks(((INDEFINITE, "长期"),), term if isinstance(term, str) else None),
        "limited": ticks((("years", ""),), "years" if limit else None),
        "years": limit,
    }
