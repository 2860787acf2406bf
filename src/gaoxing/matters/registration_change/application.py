"""The application for a change (申请书，变更、备案部分): a company's 公司登记（备案）申请书, a sole trader's own form; the values, by edition.

A sole trader's form has rows of its own (registration.md A.2). What the register knows stands as 原登记内容; of a scope and of shares, what they will be
is printed whole where it is known, else what is added, leaves and passes.

>>> from gaoxing.forms.form import Answer, Source
>>> row = {"changes.0.item": Answer("name", Source.SAID), "changes.0.to": Answer("昆山新某某有限公司", Source.SAID)}
>>> values = application(Form("registration_change", "2026", row), date(2026, 11, 25)).values
>>> [(each["label"], each["coming"]) for each in values["items"] if each["ticked"]]
[('名称', ['昆山新某某有限公司'])]
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.documents import applying
from gaoxing.documents.document import Layout
from gaoxing.documents.edition import template
from gaoxing.documents.people import person
from gaoxing.documents.printable import printable
from gaoxing.documents.signer import Signer
from gaoxing.documents.ticks import ticks
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, parties
from gaoxing.forms.written import written
from gaoxing.matters.registration_change.fields import COLUMNS, FIELDS, ITEMS, changed, charter_alters, company_kind

TITLE = "公司登记（备案）申请书"
HEAD, SHARES, SCOPE = "legal_representative", "shareholders", "business_scope"

COMPANY_FILINGS = (
    ("directors", "董事"),
    ("supervisors", "监事"),
    ("officers", "高级管理人员"),
    ("term", "经营期限"),
    ("contributions", "认缴的出资数额"),
    ("charter", "修改后的章程"),
    ("amendment", "章程修正案"),
    ("liaison", "登记联络员"),
    ("recipient", "外商投资企业法律文件送达接受人"),
    ("beneficial_owner", "受益所有人"),
)
TRADER_FILINGS = (("liaison", "联络员"), ("family", "参加家庭经营的家庭成员姓名"))
TRADER_ITEMS = (
    ("name", "名称"),
    ("domicile", "经营场所"),
    (SCOPE, "经营范围"),
    ("registered_capital", "出资额"),
    ("composition", "组成形式"),
    (HEAD, "经营者"),
    ("operator_particulars", "经营者姓名、住所"),
)

COMPOSITIONS = (("individual", "个人经营"), ("family", "家庭经营"))
"""组成形式: a sole trader's operator is neither elected nor engaged."""

_COLUMNS = {each.id: each for each in COLUMNS}


def application(form: Form, on: date) -> Layout:
    """The application as the form stands on the day `on`. Raises LookupError where the matter keeps no template of the form's edition."""
    title = applying.title(form, TITLE)
    values = {"on": on.isoformat(), "title": title, **_whose(form), **_altered(form), **_people(form)}
    return Layout(title, title, template(Path(__file__).parent, form.edition), values, signers=_signing(form))


def _whose(form: Form) -> dict[str, Any]:
    trader = applying.trades_alone(form)
    return {
        "enterprise": printable(form.value("enterprise")),
        "uscc": printable(form.value("uscc")),
        "trader": trader,
        "head": "经营者" if trader else "法定代表人",
        "itself": "本个体工商户" if trader else "本企业",
        "how": "组成形式" if trader else "产生方式",
        "permissions": list(applying.TRADER_PERMISSIONS if trader else applying.COMPANY_PERMISSIONS),
        "promises": list(applying.CHANGE_PROMISES),
        "signers": _signers(form, trader=trader),
    }


def _signers(form: Form, *, trader: bool) -> list[str]:
    """Who signs: the new legal representative where that changes (《公司法》第三十五条); both operators where a business passes on."""
    row = next(iter(changed(form, HEAD)), None)
    names = [printable(row.answers.get(side)) if row else "" for side in ("from", "to")]
    former, coming = (f"（{each}）" if each else "" for each in names)
    if trader:
        return [f"经营者{former}签字：", *([f"变更后的经营者{coming}签字："] if row else []), "参加经营的家庭成员签字（仅家庭经营填写）："]
    return [f"变更后的法定代表人{coming}签字：" if row else "法定代表人签字：", "公司盖章："]


def _signing(form: Form) -> tuple[Signer, ...]:
    """The same as data: whoever is named with the blank of the name; a company's seal beside its head, both operators of a business that passes on."""
    trader, row = applying.trades_alone(form), next(iter(changed(form, HEAD)), None)
    head = "经营者" if trader else "法定代表人"
    sides = [] if row is None else ["from", "to"] if trader else ["to"]
    named = [Signer(printable(row.answers.get(side)), row.at(side), head) for side in sides if row is not None and row.answers.get(side)]
    seal = () if trader else (Signer(printable(form.value("enterprise")), "enterprise", "", seal=True),)
    return (*(named or [Signer(post=head)]), *seal)


def _altered(form: Form) -> dict[str, Any]:
    trader = applying.trades_alone(form)
    known = TRADER_ITEMS if trader else ITEMS
    found = {row.text("item") for row in parties(form, "changes")}
    filed = set() if trader else _filed(form, found)
    return {
        "items": [_item(form, item, label) for item, label in known],
        "reissued": bool(found - {SHARES}),
        "paper_licence": ticks((("yes", "申领纸质执照"),), None),
        "filings": ticks(TRADER_FILINGS if trader else COMPANY_FILINGS, filed),
        "filing_notes": _filing_notes(form) if filed else [],
    }


def _filed(form: Form, items: set[str]) -> set[str]:
    """What is filed along with these items, as far as they decide it."""
    filed = {"contributions"} if items & {"registered_capital", SHARES} or form.value("contribution_due") is not None else set()
    if not company_kind(form) or not charter_alters(form):
        return filed
    return filed | {"charter" if "company_type" in items else "amendment"}


def _filing_notes(form: Form) -> list[str]:
    dues = (each for each in FIELDS if each.id in {"increase_due", "contribution_due"} and form.value(each.id) is not None)
    return [f"{each.label}：{written(each, form.value(each.id), form)}" for each in dues]


def _item(form: Form, item: str, label: str) -> dict[str, Any]:
    rows = changed(form, item)
    former = [line for row in rows for line in _side(form, row, "from")]
    coming = _scope(form, rows[0]) if rows and item == SCOPE else [line for row in rows for line in _side(form, row, "to")]
    if item == SHARES and not coming:
        coming = [_passing(form, row) for row in rows]
    return {"label": label, "ticked": bool(rows), "former": list(dict.fromkeys(former)), "coming": coming}


def _side(form: Form, row: Party, side: str) -> list[str]:
    """A column's value, a line for each thing where it is a list of shareholders."""
    value = row.answers.get(side)
    if value is None:
        return []
    if isinstance(value, tuple) and row.text("item") == SHARES:
        return [printable(each.replace("　", " ")) for each in value]
    return [printable(written(_COLUMNS[side].at(row.at(side), form), value, form))]


def _scope(form: Form, row: Party) -> list[str]:
    """The whole scope as it will be where the former one is known; else what enters and what leaves."""
    former, added, removed = (tuple(row.answers.get(column) or ()) for column in ("from", "add", "remove"))
    if former:
        return [printable("；".join([*(each for each in former if each not in removed), *(each for each in added if each not in former)]))]
    return [f"{word}：{printable('；'.join(items))}" for word, items in (("增加", added), ("减少", removed)) if items]


def _passing(form: Form, row: Party) -> str:
    giver, taker = (printable(row.answers.get(column)) or "　　　　" for column in ("transferor", "transferee"))
    amount, percent = (_side(form, row, column) for column in ("amount", "percent"))
    share = f"{amount[0]}出资额对应的股权" if amount else f"占注册资本{percent[0]}的股权" if percent else "股权"
    return f"{giver}将{share}转让给{taker}"


def _people(form: Form) -> dict[str, Any]:
    """The new legal representative or operator, the shareholders as they will be, the new among them, and everybody who confirms their identity."""
    trader = applying.trades_alone(form)
    head, how = ("经营者", {"appointed_by": ticks(COMPOSITIONS, None)}) if trader else ("法定代表人", {})
    heads = [{**person({"name": row.text("to")}), "posts": head, **how} for row in changed(form, HEAD)]
    before = {each.partition("　")[0] for row in changed(form, SHARES) for each in row.answers.get("from") or ()}
    names = dict.fromkeys(row.text("transferee") for row in changed(form, SHARES))
    takers = [{**person({"name": name}), "posts": "股东"} for name in names if name and name not in before]
    owners: tuple[str, ...] = next((row.answers["to"] for row in changed(form, SHARES) if row.answers.get("to")), ())
    lines = [printable(each.replace("　", " ")).partition(" ") for each in owners]
    return {
        "heads": heads,
        "newcomers": takers,
        "owners": [{"name": name, "held": held} for name, _, held in lines] or [{"name": each["name"], "held": ""} for each in takers],
        "everybody": _each_once([*heads, *takers]),
    }


def _each_once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Everybody by name, with all they take part as."""
    named = dict.fromkeys(each["name"] for each in rows if each["name"])
    return [{"name": name, "posts": "、".join(each["posts"] for each in rows if each["name"] == name)} for name in named]
