"""Answers (回答): what somebody says when the counter asks, from what they mean; and how they write it by hand where saying it did not settle it."""

from __future__ import annotations

from random import Random
from typing import Any

from gaoxing.forms import Form
from gaoxing.forms.correction import Correction, pattern, row_names
from gaoxing.forms.parties import parties
from gaoxing.office.simulation.invented.truth import Truth
from gaoxing.office.simulation.spoken import trades
from gaoxing.office.simulation.spoken.numbers import chinese, digits, share_of, sum_of
from gaoxing.office.simulation.spoken.statements import address, change_of, holders

LISTS = {"parties": "name", "changes": "item"}
"""Lists of a form, and the column by which a row of theirs is told from the others."""

POSTS = {
    "legal_representative": "法定代表人是{}",
    "director": "董事是{}",
    "manager": "经理是{}",
    "supervisor": "监事是{}",
    "finance_officer": "财务负责人是{}",
    "liaison": "联络员是{}",
}
WORDS = {
    "paper_licence": {"yes": "要一份纸质的", "no": "不要纸质的"},
    "e_commerce": {"yes": "是的，只在网上做", "no": "不是，有店面"},
    "operator.sex": {"female": "女", "male": "男"},
    "company_type": {"limited_liability": "有限责任公司"},
    "composition": {"individual": "个人经营"},
    "sole_shareholder": {"no": "不是，有两个股东", "yes": "是的，就一个股东"},
    "procedure": {"simplified": "简易注销", "ordinary": "普通注销"},
    "debts": {"none": "没有发生过债权债务", "settled": "已经清理完毕"},
    "tax_clearance": {"cleared": "已经清税"},
    "announced": {"yes": "已经满了"},
    "barred": {"no": "没有"},
    "contribution.method": {"cash": "货币"},
}
_SUMS = ("registered_capital", "funds", "capital")
_PLACES = ("domicile", "premises", "operator.address")
_NUMBERS = ("id_number", "mobile", "telephone", "uscc")


def key_of(form: Form, path: str) -> str:
    """The path with the row's name in place of its number, as a truth has it."""
    head, _, rest = path.partition(".")
    number, _, column = rest.partition(".")
    if head not in LISTS or not number.isdecimal():
        return path
    return f"{head}.{form.value(f'{head}.{number}.{LISTS[head]}')}.{column}"


def names_somebody(path: str) -> bool:
    """Whether an answer to it may put somebody on the form, before others.

    >>> names_somebody("parties.director"), names_somebody("parties.0.id_number"), names_somebody("name")
    (True, False, False)
    """
    head, _, topic = path.partition(".")
    return head == "parties" and topic in POSTS


def of_a_row(path: str) -> bool:
    """Whether it asks something of somebody by their place on the form.

    >>> of_a_row("parties.0.id_number"), of_a_row("parties.director")
    (True, False)
    """
    _head, _, rest = path.partition(".")
    return rest.partition(".")[0].isdecimal()


def answer(meant: Truth, form: Form, path: str, chance: Random) -> str:
    """What is said to the question about a blank; empty where there is nothing to say."""
    head, _, topic = path.partition(".")
    if head == "parties" and topic in POSTS:
        return next((POSTS[topic].format(each.person.name) for each in meant.parties if topic in each.roles), "")
    if path == "parties":
        return holders(meant, chance)
    if path == "changes":
        return change_of(meant, chance)
    key = key_of(form, path)
    if meant.matter == "joint_licence":
        return trades.answered(key, meant.values[key], chance) if key in meant.values and key != "capital" else ""
    return said(key, meant.values[key], chance) if key in meant.values else ""


def said(key: str, value: Any, chance: Random) -> str:
    """A value in words, by what kind of blank it stands in."""
    column = key.split(".", 2)[-1] if key.split(".")[0] in LISTS else key
    if column in WORDS:
        return WORDS[column].get(str(value), str(value))
    if isinstance(value, dict) and "amount" in value:
        return sum_of(chance, int(value["amount"]))
    if isinstance(value, dict):
        return f"成立之日起{chinese(value['years'])}年内" if "contribution" in key else f"{chinese(value['years'])}年"
    if column == "contribution.amount":
        return sum_of(chance, int(value))
    if column == "contribution.percent":
        return share_of(chance, int(value))
    if key.rpartition(".")[2] in _NUMBERS and column != "uscc":
        return digits(chance, str(value))
    if key in _PLACES:
        return address(str(value), chance)
    if value == "indefinite":
        return "长期"
    return "、".join(value) if isinstance(value, tuple | list) else f"{value}个人" if key == "employees" else str(value)


def by_hand(meant: Truth, form: Form, path: str) -> Correction | None:
    """The blank written on the sheet; None where it is none that could be, or nothing is meant by it."""
    head, _, topic = path.partition(".")
    if head == "parties" and topic in POSTS:
        return _posted(meant, form, topic)
    key = key_of(form, path)
    if key not in meant.values:
        return None
    row = ".".join(path.split(".")[:2])
    names = row_names(form, head) if head in LISTS else {}
    return Correction(pattern(path), names.get(row, ""), _frozen(meant.values[key]))


def _posted(meant: Truth, form: Form, post: str) -> Correction | None:
    """A post written beside the name of whoever holds it."""
    holder = next((each.person.name for each in meant.parties if post in each.roles), "")
    row = next((each for each in parties(form, "parties") if each.name == holder), None)
    if row is None:
        return None
    return Correction("parties.*.roles", row_names(form, "parties")[row.path], tuple(dict.fromkeys((*(row.answers.get("roles") or ()), post))))


def struck_out(form: Form, path: str) -> Correction:
    """A row that nobody meant taken out."""
    return Correction(path.partition(".")[0], row_names(form, "parties").get(path, ""))


def strangers(meant: Truth, form: Form) -> list[str]:
    """The paths of rows that nobody meant."""
    known = {each.person.name for each in meant.parties}
    return [row.path for row in parties(form, "parties") if row.name and row.name not in known] if meant.matter == "company_registration" else []


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
