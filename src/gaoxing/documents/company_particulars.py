"""What the deeds of setting up a company may speak of (公司设立文书要素), each value with the path of its blank.

Blanks: the company's own (`name`, `capital` in 万元 and `capital_words`, …), who holds an office held by one (`chair`, `manager`, …), and the words that
follow from the bodies it has (`meeting` 股东会 or 股东, `management` 董事会 or 董事, `overseer` 监事会, 监事 or 审计委员会). Rows: `shareholders`,
`applicants`, `directors`, `supervisors` and their parts, `committee`, `appointees`, `agents`, `everybody`; a list that nobody stands in has one row
to write in. States: company_states.py. 《公司法》 (2023, in force 2024-07-01).

>>> from gaoxing.forms.form import Answer, Source
>>> roles = {"parties.0.name": Answer("张三", Source.SAID), "parties.0.roles": Answer(("shareholder", "director"), Source.SAID)}
>>> told = particulars(Form("company_registration", "2026", {"company_type": Answer("limited_liability", Source.SAID), **roles}), date(2026, 11, 25))
>>> told.run("sole"), told.holds("limited, one_shareholder, not board"), told.run("meeting").text
(Run(text='张三', path='parties.0.name'), True, '股东')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from gaoxing.documents.amount import capital, percent, ten_thousands, total
from gaoxing.documents.company_states import committee, directors, kind, of_staff, post, states
from gaoxing.documents.dates import INDEFINITE, pay_in, years
from gaoxing.documents.particulars import Particulars, Row, Run
from gaoxing.documents.people import EVERY_ROLE, OFFICES, marks, posts
from gaoxing.documents.printable import printable
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, holders, parties, shareholders
from gaoxing.forms.person import APPOINTMENTS, METHODS
from gaoxing.standards.numeral_writing import write

SINGLE = ("chair", "manager", "finance_officer", "liaison", "legal_representative", "agent", "director", "supervisor")
"""Offices that a deed names one holder of; where several hold it, all are named."""

REPRESENTING = {"chair": "代表公司执行公司事务的董事长", "director": "代表公司执行公司事务的董事", "manager": "经理"}
"""Who may be legal representative, in the words of a charter, 《公司法》第十条."""

_PEOPLE = ("name", "posts", "appointed_by", "amount", "percent", "method", "due", "sign")
_UNWRITTEN: Row = {**dict.fromkeys(_PEOPLE, Run("")), "sign": Run("（签名或者盖章）")}

MATTER = "公司设立登记"

SETUP = {"promotion": "发起设立", "subscription": "募集设立"}
"""Ways of setting up a company limited by shares (设立方式), 《公司法》第九十一条."""


def particulars(form: Form, on: date) -> Particulars:
    """The deeds' view of a company's form as it stands; `on` decides which figures of law apply. A value of the wrong shape is a blank."""
    rows, held = _rows(form), states(form, on)
    return Particulars({**_company(form), **_holders(form), **_bodies(form, held), **_counts(rows)}, rows, held)


def _company(form: Form) -> dict[str, Run]:
    plain = {each: Run(printable(form.value(each)), each) for each in ("name", "domicile")}
    money = capital(form.value("registered_capital"))
    owners = [{"amount": each.answers.get("contribution.amount")} for each in shareholders(form)]
    whole = total(form.value("registered_capital"), owners)
    scope = form.value("business_scope")
    term = form.value("operating_term")
    limit = years(term)
    return {
        **plain,
        "applicant": plain["name"],
        "premises": plain["domicile"],
        "matter": Run(MATTER),
        "business_scope": Run("；".join(printable(each) for each in scope) if isinstance(scope, tuple | list) else printable(scope), "business_scope"),
        "capital": Run(money["amount"], "registered_capital"),
        "capital_words": Run(money["words"], "registered_capital"),
        "currency": Run(money["other"], "registered_capital"),
        "contributed": Run(whole["amount"], "registered_capital"),
        "contributed_percent": Run(whole["percent"], "registered_capital"),
        "setup_mode": Run(SETUP.get(printable(form.value("setup_mode")), ""), "setup_mode"),
        "operating_term": Run("长期" if term == INDEFINITE else f"{limit}年" if limit.isdecimal() else "", "operating_term"),
    }


def _holders(form: Form) -> dict[str, Run]:
    single = {role: _named(holders(form, role)) for role in SINGLE}
    owners = shareholders(form)
    return {**single, "sole": _named(owners) if len(owners) == 1 else Run(""), "largest": _named(_largest(owners))}


def _largest(owners: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who pays in most and calls the first meeting, 《公司法》第六十一条; nobody where amounts are missing or two pay in as much."""
    known = [each for each in owners if each.amount is not None]
    most = [each for each in known if each.amount == max(other.amount or 0 for other in known)]
    return tuple(most) if len(known) == len(owners) and len(most) == 1 else ()


def _bodies(form: Form, held: Mapping[str, bool]) -> dict[str, Run]:
    overseer = "审计委员会" if held["audit_committee"] else "监事会" if held["supervisory_board"] else "监事"
    legal = holders(form, "legal_representative")
    represents = post(form)
    return {
        "meeting": Run("股东" if held["one_shareholder"] else "股东会"),
        "decision": Run("决定" if held["one_shareholder"] else "决议"),
        "appointed": Run("股东任命" if held["one_shareholder"] else "股东会选举产生"),
        "management": Run("董事会" if held["board"] else "董事"),
        "overseer": Run(overseer),
        "officers": Run("董事、高级管理人员" if held["no_supervisor"] or held["audit_committee"] else "董事、监事、高级管理人员"),
        "elected": Run("董事、监事" if held["supervised"] else "董事"),
        "officers_notified": Run("董事和监事" if held["supervised"] else "董事"),
        "representing": Run(REPRESENTING.get(represents, ""), legal[0].at("roles") if represents else ""),
    }


def _counts(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, Run]:
    """How many sit in a body, in Chinese numerals; a blank where nobody does."""
    named = {"director_count": "directors", "supervisor_count": "supervisors", "committee_count": "committee", "shareholder_count": "shareholders"}
    named |= {"employee_director_count": "employee_directors", "employee_supervisor_count": "employee_supervisors"}
    return {blank: _count(rows[each]) for blank, each in named.items()}


def _count(rows: tuple[Row, ...]) -> Run:
    present = [each for each in rows if each is not _UNWRITTEN]
    return Run(write(len(present)), present[0]["posts"].path) if present else Run("")


def _rows(form: Form) -> dict[str, tuple[Row, ...]]:
    seated, supervisors = directors(form), holders(form, "supervisor")
    lists = {
        "shareholders": shareholders(form),
        "directors": seated,
        "elected_directors": _of_owners(seated),
        "employee_directors": of_staff(seated),
        "supervisors": supervisors,
        "elected_supervisors": _of_owners(supervisors),
        "employee_supervisors": of_staff(supervisors),
        "committee": committee(form),
        "agents": holders(form, "agent"),
    }
    lists["applicants"] = seated if kind(form) == "joint_stock" and seated else lists["shareholders"]
    some = {name: tuple(_row(each, EVERY_ROLE) for each in found) or (_UNWRITTEN,) for name, found in lists.items()}
    appointed = (each for each in parties(form) if {*OFFICES, "legal_representative"}.intersection(each.roles))
    return {
        **some,
        "appointees": tuple(_row(each, ("legal_representative", *OFFICES)) for each in appointed) or (_UNWRITTEN,),
        "everybody": tuple(_row(each, EVERY_ROLE) for each in parties(form)) or (_UNWRITTEN,),
    }


def _row(party: Party, among: Iterable[str]) -> Row:
    """A party's columns as deeds name them. No number of an identity paper and no telephone: no deed needs one."""
    method = printable(party.answers.get("contribution.method"))
    held, marked = posts({"roles": party.roles}, tuple(among)), marks(party.answers)
    values = {
        "name": (printable(party.name), "name"),
        "posts": (f"{held}（{marked}）" if held and marked else held, "roles"),
        "appointed_by": (dict(APPOINTMENTS).get(printable(party.answers.get("appointed_by")), ""), "appointed_by"),
        "amount": (ten_thousands(party.answers.get("contribution.amount")), "contribution.amount"),
        "percent": (percent(party.answers.get("contribution.percent")), "contribution.percent"),
        "method": (dict(METHODS).get(method, method), "contribution.method"),
        "due": (pay_in(party.answers.get("contribution.due")), "contribution.due"),
    }
    sign = Run("（盖章）" if party.is_enterprise else "（签名）" if party.is_person else "（签名或者盖章）")
    return {column: Run(text, party.at(blank) if text else "") for column, (text, blank) in values.items()} | {"sign": sign}


def _of_owners(persons: tuple[Party, ...]) -> tuple[Party, ...]:
    staff = of_staff(persons)
    return tuple(each for each in persons if each not in staff)


def _named(found: tuple[Party, ...]) -> Run:
    names = [printable(each.name) for each in found if each.name]
    return Run("、".join(names), found[0].at("name")) if names else Run("")
