"""Rules on the bodies of a company and who sits in them (组织机构与任职): 《公司法》 (2023, in force 2024-07-01).

What a form cannot show (terms of office, employees' representatives, bans on office) is not judged here.

>>> incompatible_supervisor.id, incompatible_supervisor.basis
('GOV-07', '《公司法》第七十六条、第一百三十条、第二百六十五条')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, holders, parties

COMPANY_LAW = date(2024, 7, 1)
SUPERVISED = (("director", "董事"), ("chair", "董事长"), ("manager", "经理"), ("finance_officer", "财务负责人"))
"""Offices that exclude that of supervisor."""


@rule("GOV-01", basis="《公司法》第十条", level=Level.REJECT, since=COMPANY_LAW)
def entitled_representative(form: Form, on: date, figures: Figures) -> Told | None:
    """The legal representative is one natural person: a director who acts for the company, or the manager."""
    persons = holders(form, "legal_representative")
    if len(persons) > 1:
        return f"法定代表人只能有一位，现在写了{names(persons)}。请定下是哪一位。", *(each.at("roles") for each in persons)
    wrong = [each for each in persons if each.is_enterprise or _outside(form, each)]
    if not wrong:
        return None
    return (
        f"{wrong[0].called}不能当法定代表人：法定代表人要由代表公司执行公司事务的董事，或者经理担任。请让{wrong[0].called}兼任董事或经理，或者换一位。",
        wrong[0].at("roles"),
    )


@rule("GOV-02", basis="《公司法》第六十八条、第七十五条、第一百二十条、第一百二十八条", level=Level.REJECT, since=COMPANY_LAW)
def number_of_directors(form: Form, on: date, figures: Figures) -> Told | None:
    """A company has one director or a board of at least three; two are neither."""
    sitting, least = directors(form), figures["board_least"]
    if not 1 < len(sitting) < least:
        return None
    return f"现在有{len(sitting)}位董事：{names(sitting)}。董事要么只设一位，要么设董事会、{least}位以上。请减到一位，或者再加。", *(
        each.at("roles") for each in sitting
    )


@rule("GOV-03", basis="《公司法》第六十八条、第一百二十二条", level=Level.REJECT, since=COMPANY_LAW)
def one_chair_of_a_board(form: Form, on: date, figures: Figures) -> Told | None:
    """A board has one chair; without a board there is none."""
    chairs, sitting = holders(form, "chair"), directors(form)
    if len(chairs) > 1:
        return f"董事长只能有一位，现在写了{names(chairs)}。请定下是哪一位。", *(each.at("roles") for each in chairs)
    if not chairs or len(sitting) > 1:
        return None
    return (
        f"{chairs[0].called}是董事长，可是只填了这一位董事。有董事会（{figures['board_least']}位以上）才有董事长。请补上其他董事，或者把职务改成董事。",
        chairs[0].at("roles"),
    )


@rule("GOV-04", basis="《公司法》第七十六条、第八十三条、第一百三十条、第一百三十三条", level=Level.REJECT, since=COMPANY_LAW)
def number_of_supervisors(form: Form, on: date, figures: Figures) -> Told | None:
    """A company has one supervisor, a board of at least three, or none; two are neither, and none is not one."""
    sitting = holders(form, "supervisor")
    if sitting and form.value("no_supervisor") == "yes":
        return f"前面说不设监事，可是又写了监事{names(sitting)}。请定下设还是不设。", *("no_supervisor", *(each.at("roles") for each in sitting))
    if not 1 < len(sitting) < figures["board_least"]:
        return None
    return f"现在有{len(sitting)}位监事：{names(sitting)}。监事要么只设一位，要么设监事会、{figures['board_least']}位以上。请减到一位，或者再加。", *(
        each.at("roles") for each in sitting
    )


@rule("GOV-05", basis="《公司法》第八十三条、第一百三十三条", level=Level.REJECT, since=COMPANY_LAW)
def supervised_joint_stock(form: Form, on: date, figures: Figures) -> Told | None:
    """Only a limited company may do without a supervisor by the consent of its shareholders; either may by an audit committee of the board."""
    if form.value("no_supervisor") != "yes" or form.value("company_type") != "joint_stock" or committee(form):
        return None
    return "股份有限公司不能靠股东同意就不设监事。请定一位监事；由董事会的审计委员会代替监事的，请标明哪几位董事是审计委员会成员。", "no_supervisor"


@rule("GOV-05B", basis="《公司法》第八十三条", level=Level.WARN, since=COMPANY_LAW)
def consent_to_no_supervisor(form: Form, on: date, figures: Figures) -> Told | None:
    """A limited company without a supervisor or an audit committee needs the consent of all its shareholders."""
    if form.value("no_supervisor") != "yes" or form.value("company_type") != "limited_liability" or committee(form):
        return None
    return "不设监事要全体股东一致同意。请准备一份全体股东签字的同意书，一起交。", "no_supervisor"


@rule("GOV-07", basis="《公司法》第七十六条、第一百三十条、第二百六十五条", level=Level.REJECT, since=COMPANY_LAW)
def incompatible_supervisor(form: Form, on: date, figures: Figures) -> Told | None:
    """No director, manager or finance officer is supervisor; the finance officer is a senior officer by definition."""
    both = [(each, held) for each in holders(form, "supervisor") if (held := _supervised(form, each))]
    if not both:
        return None
    told = "；".join(f"{each.called}同时是监事和{held}" for each, held in both)
    return f"{told}。董事、经理、财务负责人不能兼任监事。请换一位监事，或者让别人担任{both[0][1]}；有限责任公司全体股东同意的，也可以不设监事。", *(
        each.at("roles") for each, _ in both
    )


@rule("GOV-10", basis="《公司法》第一百二十六条", level=Level.WARN, since=COMPANY_LAW)
def managed_joint_stock(form: Form, on: date, figures: Figures) -> Told | None:
    """A company limited by shares has a manager; a limited company may have one."""
    if form.value("company_type") != "joint_stock" or not directors(form) or holders(form, "manager"):
        return None
    return "股份有限公司要设经理，现在还没有写。请说一下谁当经理。", "parties"


@rule("GOV-15", basis="《公司登记管理实施办法》第十四条，《市场主体登记管理条例实施细则》第七条", level=Level.REJECT, since=date(2025, 2, 10))
def liaison_is_a_person(form: Form, on: date, figures: Figures) -> Told | None:
    """The liaison officer is a person who can be reached by telephone and e-mail; what was not given yet is asked for."""
    wrong = [each for each in holders(form, "liaison") if each.is_enterprise]
    if not wrong:
        return None
    return f"{wrong[0].called}是单位，登记联络员要是一个联系得上的人。请写联络员本人的姓名、手机和电子邮箱。", wrong[0].at("roles")


@rule("GOV-19", basis="《公司法》第十条、第七十六条", level=Level.REJECT, since=COMPANY_LAW)
def representative_as_supervisor(form: Form, on: date, figures: Figures) -> Told | None:
    """One person may hold every other office of a company but not be its supervisor too: the legal representative is a director or the manager."""
    both = [each for each in holders(form, "legal_representative") if "supervisor" in each.roles and not _supervised(form, each)]
    if not both:
        return None
    return f"{both[0].called}又是法定代表人又是监事。法定代表人要由董事或经理担任，董事、经理不能兼任监事。请换一位监事，或者换一位法定代表人。", both[0].at(
        "roles"
    )


@rule("GOV-20", basis="《公司法》第七十五条、第一百二十八条", level=Level.WARN, since=COMPANY_LAW)
def outdated_words(form: Form, on: date, figures: Figures) -> Told | None:
    """Bodies that the law of 2023 no longer knows are written by their new names."""
    said = [
        (each, path) for each in figures["outdated_words"] for path, answer in form.answers.items() if any(each["old"] in one.words for one in answer.evidence)
    ]
    if not said:
        return None
    changed = "、".join(f"“{old}”按“{new}”" for old, new in dict.fromkeys((each["old"], each["new"]) for each, _ in said))
    return f"现在的公司法换了说法，已把{changed}填写。请看一下填得对不对，章程和决议也请用新的说法。", *dict.fromkeys(path for _, path in said)


RULES = (
    entitled_representative,
    number_of_directors,
    one_chair_of_a_board,
    number_of_supervisors,
    supervised_joint_stock,
    incompatible_supervisor,
    liaison_is_a_person,
    representative_as_supervisor,
    consent_to_no_supervisor,
    managed_joint_stock,
    outdated_words,
)


def directors(form: Form) -> tuple[Party, ...]:
    """Everybody on the board, the chair among them, or the only director."""
    return tuple(each for each in parties(form) if {"director", "chair"}.intersection(each.roles))


def committee(form: Form) -> tuple[Party, ...]:
    """Those marked as members of the audit committee (审计委员会)."""
    return tuple(each for each in parties(form) if each.text("audit_committee") == "yes")


def _outside(form: Form, person: Party) -> bool:
    """Whether directors and manager are all named and this is none of them."""
    managers = holders(form, "manager")
    return bool(directors(form) and managers) and not {"director", "chair", "manager", "supervisor"}.intersection(person.roles)


def _supervised(form: Form, person: Party) -> str:
    """The offices beside that of supervisor that this person holds, in this row or another with the same number."""
    roles = {role for each in parties(form) if each is person or _one_number(each, person) for role in each.roles}
    return "和".join(label for role, label in SUPERVISED if role in roles)


def _one_number(one: Party, other: Party) -> bool:
    return one.path == other.path or (one.text("id_number") != "" and one.text("id_number") == other.text("id_number"))
