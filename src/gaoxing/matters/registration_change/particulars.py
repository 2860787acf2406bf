"""What the deeds of a change may speak of (文书要素): each item's old and new content, every passing of a share, and what kind of change it is.

>>> from gaoxing.forms.form import Answer, Source
>>> row = {"changes.0.item": Answer("name", Source.SAID), "changes.0.to": Answer("昆山新某某有限公司", Source.SAID)}
>>> told = particulars(Form("registration_change", "2026", {"enterprise": Answer("昆山某某有限公司", Source.SAID), **row}))
>>> told.run("name_to"), told.holds("company, name, amends"), told.holds("transfer")
(Run(text='昆山新某某有限公司', path='changes.0.to'), True, False)
"""

from __future__ import annotations

from gaoxing.documents.particulars import Particulars, Row, Run
from gaoxing.forms.field import Field
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, parties
from gaoxing.forms.written import amount_text, written
from gaoxing.matters.registration_change.fields import COLUMNS, FIELDS, ITEMS, SHAPES, capital_step, company_kind

SHARES, SCOPE = "shareholders", "business_scope"
_PLAIN = ("enterprise", "uscc", "resolved", "reduction_announced", "increase_due", "contribution_due")
_LABELS = dict(ITEMS)


def particulars(form: Form) -> Particulars:
    """Blanks `<item>_from`, `<item>_to`, `scope_added`, `scope_removed`, `capital_step`, `name_now`, those of the form; rows `changes`, `transfers`."""
    rows = parties(form, "changes")
    plain = {each.id: _run(form, each, each.id) for each in FIELDS if each.id in _PLAIN}
    items = _items(form, rows)
    now = items["name_to"] if items["name_to"].text else plain["enterprise"]
    return Particulars({**plain, **items, "name_now": now}, {"changes": _changes(form, rows), "transfers": _transfers(form, rows)}, _states(form, rows))


def each_transfer(told: Particulars) -> tuple[Particulars, ...]:
    """The same particulars once for every passing of a share, its columns among the blanks."""
    return tuple(Particulars({**told.blanks, **row}, told.rows, told.states) for row in told.rows["transfers"])


def _states(form: Form, rows: tuple[Party, ...]) -> dict[str, bool]:
    items = {row.text("item") for row in rows}
    step, kind = capital_step(form)[1], company_kind(form)
    return {
        **{item: item in items for item in SHAPES},
        "company": bool(kind),
        "joint_stock": kind == "joint_stock",
        "one_shareholder": form.value("sole_shareholder") == "yes",
        "scope": SCOPE in items,
        "scope_grows": any(row.text("item") == SCOPE and row.answers.get("add") for row in rows),
        "scope_shrinks": any(row.text("item") == SCOPE and row.answers.get("remove") for row in rows),
        "listed": bool(items - {SHARES}),
        "transfer": SHARES in items,
        "capital_up": step > 0,
        "capital_down": step < 0,
        "due": form.value("contribution_due") is not None,
        "resolves": bool(items - {SHARES}) or form.value("contribution_due") is not None,
        "amends": bool(items) or form.value("contribution_due") is not None,
    }


def _items(form: Form, rows: tuple[Party, ...]) -> dict[str, Run]:
    """The last row of each item speaks for it; an item that does not change has blanks."""
    found = {f"{item}_{side}": Run("") for item in SHAPES for side in ("from", "to")}
    found |= {"scope_added": Run(""), "scope_removed": Run(""), "capital_step": Run("")}
    for row in rows:
        item = row.text("item")
        if item in SHAPES:
            found |= {f"{item}_{side}": _run(form, SHAPES[item], row.at(side)) for side in ("from", "to")}
        elif item == SCOPE:
            found |= {name: _run(form, _column(column), row.at(column)) for name, column in (("scope_added", "add"), ("scope_removed", "remove"))}
    capital, step = capital_step(form)
    if capital is not None and step:
        found["capital_step"] = Run(amount_text(str(abs(step)), str(capital.answers["to"]["currency"])), capital.at("to"))
    return found


def _changes(form: Form, rows: tuple[Party, ...]) -> tuple[Row, ...]:
    """One row an item with its old and new content; shares stand among the transfers."""
    return tuple({"item": Run(_LABELS.get(row.text("item"), "")), **_sides(form, row)} for row in rows if row.text("item") != SHARES)


def _sides(form: Form, row: Party) -> Row:
    if row.text("item") == SCOPE:
        added, removed = (_run(form, _column(column), row.at(column)) for column in ("add", "remove"))
        return {
            "from": Run(f"减少：{removed.text}" if removed.text else "—", removed.path),
            "to": Run(f"增加：{added.text}" if added.text else "—", added.path),
        }
    shape = SHAPES.get(row.text("item"), _column("to"))
    return {side: _run(form, shape, row.at(side)) for side in ("from", "to")}


def _transfers(form: Form, rows: tuple[Party, ...]) -> tuple[Row, ...]:
    """What passes is said as it was said: a share of the whole company, or a sum paid in or promised."""
    return tuple(
        {column: _run(form, _column(column), row.at(column)) for column in ("transferor", "transferee", "percent", "amount")} | {"passing": _passing(form, row)}
        for row in rows
        if row.text("item") == SHARES
    )


def _passing(form: Form, row: Party) -> Run:
    amount, share = (_run(form, _column(column), row.at(column)) for column in ("amount", "percent"))
    if amount.text:
        return Run(f"{amount.text}出资额{f'（占注册资本的{share.text}）' if share.text else ''}对应的股权", amount.path)
    return Run(f"占注册资本{share.text}的股权", share.path) if share.text else Run("")


def _column(name: str) -> Field:
    return next(each for each in COLUMNS if each.id == name)


def _run(form: Form, field: Field, path: str) -> Run:
    value = form.value(path)
    return Run("" if value is None else written(field, value, form), path)
