"""Rules on boards with members of a kind (监事会、审计委员会、职工董事): 《公司法》 (2023, in force 2024-07-01).

Who represents the employees and who sits on the audit committee are marks on the sheet of directors and supervisors, 《公司登记管理实施办法》第十三条.

>>> audit_committee.id, employees_on_the_supervisory_board.id
('GOV-06', 'GOV-04B')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.bodies import committee, directors
from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.checks.sentence import names
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, holders

COMPANY_LAW = date(2024, 7, 1)
MARK = "employee_representative"
SEAT = "audit_committee"
OTHER_POSTS = frozenset({"manager", "finance_officer"})


@rule("GOV-04B", basis="《公司法》第七十六条、第一百三十条", level=Level.REJECT, since=COMPANY_LAW)
def employees_on_the_supervisory_board(form: Form, on: date, figures: Figures) -> Told | None:
    """At least a third of a supervisory board represents the employees."""
    sitting = _supervisory_board(form, figures)
    if not sitting or any(not each.text(MARK) for each in sitting):
        return None
    marked, part = len(_marked(sitting)), figures["employee_supervisors_part"]
    if marked * part >= len(sitting):
        return None
    return (
        f"监事会{len(sitting)}位监事里有{marked}位职工代表，不到{part}分之一。请由职工代表大会等民主选举，补足职工代表；规模小的，也可以只设一位监事。",
        *(each.at(MARK) for each in sitting),
    )


@rule("GOV-04C", basis="《公司法》第七十六条、第一百三十条", level=Level.WARN, since=COMPANY_LAW)
def supervisory_board_unmarked(form: Form, on: date, figures: Figures) -> Told | None:
    """A supervisory board has a chair and employees' representatives; who they are must be marked."""
    unmarked = [each for each in _supervisory_board(form, figures) if not each.text(MARK)]
    if not unmarked:
        return None
    return f"设监事会的，要有一位监事会主席，职工代表不少于{figures['employee_supervisors_part']}分之一。请标明{names(unmarked)}是不是职工代表。", *(
        each.at("roles") for each in unmarked
    )


@rule("GOV-06", basis="《公司法》第六十九条、第一百二十一条，《公司登记管理实施办法》第十三条", level=Level.REJECT, since=COMPANY_LAW)
def audit_committee(form: Form, on: date, figures: Figures) -> Told | None:
    """An audit committee consists of directors of a board; in a company limited by shares of three or more."""
    members, least = committee(form), figures["board_least"]
    if not members:
        return None
    outside = [each for each in members if not {"director", "chair"}.intersection(each.roles)]
    paths = tuple(each.at(SEAT) for each in members)
    if outside:
        return f"{names(outside)}不是董事，不能当审计委员会成员。审计委员会由董事组成，请换成董事，或者去掉这个标记。", *paths
    if len(directors(form)) < least:
        return f"要设审计委员会，得先有{least}位以上董事组成的董事会，现在只有{len(directors(form))}位董事。请补足董事，或者改设监事。", *paths
    if form.value("company_type") == "joint_stock" and len(members) < least:
        return f"股份有限公司的审计委员会要{least}位以上成员，现在标了{len(members)}位。请补足，或者改设监事。", *paths
    return None


@rule("GOV-06B", basis="《公司法》第一百二十一条", level=Level.REJECT, since=COMPANY_LAW)
def independent_committee(form: Form, on: date, figures: Figures) -> Told | None:
    """In a company limited by shares more than half of the audit committee hold no other office than director."""
    members = committee(form)
    busy = [each for each in members if OTHER_POSTS.intersection(each.roles)]
    if form.value("company_type") != "joint_stock" or not busy or len(busy) * 2 < len(members):
        return None
    return f"审计委员会{len(members)}位成员里，{names(busy)}还担任经理或财务负责人。过半数成员不能担任董事以外的职务，请换成别的董事。", *(
        each.at(SEAT) for each in busy
    )


@rule("GOV-09", basis="《公司法》第六十八条", level=Level.WARN, since=COMPANY_LAW)
def employee_director(form: Form, on: date, figures: Figures) -> Told | None:
    """A limited company of three hundred people has an employees' representative on its board, unless its supervisory board has one."""
    staff, sitting = form.value("employees"), directors(form)
    if form.value("company_type") != "limited_liability" or not isinstance(staff, int) or staff < figures["employee_director_staff"] or not sitting:
        return None
    if _marked(sitting) or _marked(_supervisory_board(form, figures)):
        return None
    return (
        f"公司有{staff}人。{figures['employee_director_staff']}人以上的有限责任公司，除了监事会里已有职工代表的，董事会里要有职工代表。请选出来，在董事里标明。",
        *(each.at("roles") for each in sitting),
    )


RULES = (employees_on_the_supervisory_board, audit_committee, independent_committee, supervisory_board_unmarked, employee_director)


def _supervisory_board(form: Form, figures: Figures) -> tuple[Party, ...]:
    """The supervisors where they are enough for a board; nobody otherwise."""
    sitting = holders(form, "supervisor")
    return sitting if len(sitting) >= figures["board_least"] else ()


def _marked(persons: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(each for each in persons if each.text(MARK) == "yes")
