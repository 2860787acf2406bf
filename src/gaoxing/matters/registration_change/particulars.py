"""What the deeds of a change may speak of (文书要素): each item's old and new content, every passing of a share, and what kind of change it is.

A change of type is resolved by the company as it was: `joint_stock` is what it was. Rows: `changes` (what the charter states), `transfers`, `before` and
`owners` (shareholders as they were and will be, as far as the register knows), `applicants` (who signs for the enterprise).

>>> from gaoxing.forms.form import Answer, Source
>>> row = {"changes.0.item": Answer("name", Source.SAID), "changes.0.to": Answer("昆山新某某有限公司", Source.SAID)}
>>> told = particulars(Form("registration_change", "2026", {"enterprise": Answer("昆山某某有限公司", Source.SAID), **row}))
>>> told.run("name_to"), told.holds("company, name, amends"), told.holds("transfer")
(Run(text='昆山新某某有限公司', path='changes.0.to'), True, False)
"""

from __future__ import annotations

from gaoxing.documents import applying
from gaoxing.documents.particulars import Particulars, Row, Run
from gaoxing.documents.printable import printable
from gaoxing.forms.field import Field
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, parties
from gaoxing.forms.written import amount_text, written
from gaoxing.matters.registration_change.fields import COLUMNS, FIELDS, IN_THE_CHARTER, ITEMS, SHAPES, capital_step, charter_alters, former_kind

SHARES, SCOPE = "shareholders", "business_scope"
_PLAIN = ("enterprise", "uscc", "resolved", "reduction_announced", "increase_due", "contribution_due")
_LABELS = dict(ITEMS)
_LISTED = tuple(each for each in IN_THE_CHARTER if each != SHARES)


def particulars(form: Form) -> Particulars:
    """Blanks `<item>_from`, `<item>_to`, `scope_added`, `scope_removed`, `capital_step`, `name_now`, `decided`, those of the form; rows as told above."""
    found = parties(form, "changes")
    plain = {each.id: _run(form, each, each.id) for each in FIELDS if each.id in _PLAIN}
    items = _items(form, found)
    now = items["name_to"] if items["name_to"].text else plain["enterprise"]
    rows = {"changes": _changes(form, found), "transfers": _transfers(form, found), **_holders(form, found), **_applicants(form, now)}
    told = Particulars({**plain, **items, "name_now": now, "decided": _decided(form)}, rows, _states(form, found))
    return told.having(outsider=any(_outside(told, each) for each in rows["transfers"]))


def each_transfer(told: Particulars) -> tuple[Particulars, ...]:
    """The same particulars once for every passing of a share, its columns among the blanks; `outsider` where the register knows no such shareholder."""
    each_alone = ((row, Particulars({**told.blanks, **row}, told.rows, told.states)) for row in told.rows["transfers"])
    return tuple(alone.having(outsider=_outside(told, row)) for row, alone in each_alone)


def _outside(told: Particulars, row: Row) -> bool:
    return row["transferee"].text not in {each["name"].text for each in told.rows["before"]}


def _decided(form: Form) -> Run:
    """What was decided by: a resolution, the one shareholder's decision, or both words while nobody said which."""
    path = "sole_shareholder"
    return Run({"yes": "股东决定", "no": "股东会决议"}.get(str(form.value(path)), "股东会决议（股东决定）"), path if form.value(path) else "")


def _holders(form: Form, rows: tuple[Party, ...]) -> dict[str, tuple[Row, ...]]:
    """Shareholders as they were and as they will be; the lines of the register hold a name and what is held."""
    lines = {side: [(row.at(side), line) for row in rows if row.text("item") == SHARES for line in row.answers.get(side) or ()] for side in ("from", "to")}
    split = {side: [(path, *each.replace("\u3000", " ").partition(" ")[::2]) for path, each in found] for side, found in lines.items()}
    named = {
        side: tuple({"name": Run(printable(name), path), "held": Run(printable(held), path)} for path, name, held in found) for side, found in split.items()
    }
    alone = ({"name": Run(""), "held": Run("")},) if form.value("sole_shareholder") == "yes" else ()
    return {"before": named["from"], "owners": named["to"] or alone}


def _applicants(form: Form, now: Run) -> dict[str, tuple[Row, ...]]:
    if applying.trades_alone(form):
        return {"applicants": ({"name": Run("经营者"), "sign": Run("（签名）")},)}
    return {"applicants": ({"name": now, "sign": Run("（盖章）")},)}


def _states(form: Form, rows: tuple[Party, ...]) -> dict[str, bool]:
    items = {row.text("item") for row in rows}
    step, kind, trader = capital_step(form)[1], former_kind(form), applying.trades_alone(form)
    due = form.value("contribution_due") is not None
    return {
        **{item: item in items for item in SHAPES},
        "trader": trader,
        "company": bool(kind) and not trader,
        "joint_stock": kind == "joint_stock",
        "becomes_joint_stock": kind == "limited_liability" and "company_type" in items,
        "one_shareholder": form.value("sole_shareholder") == "yes",
        "scope": SCOPE in items,
        "scope_grows": any(row.text("item") == SCOPE and row.answers.get("add") for row in rows),
        "scope_shrinks": any(row.text("item") == SCOPE and row.answers.get("remove") for row in rows),
        "listed": bool(items & set(_LISTED)),
        "transfer": SHARES in items,
        "shares_alter": bool(items & {"registered_capital", SHARES}),
        "capital_up": step > 0,
        "capital_down": step < 0,
        "due": due,
        "resolves": bool(items - {SHARES}) or due,
        "amends": charter_alters(form) and "company_type" not in items,
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
    """One row an item of the charter with its old and new content; shares stand among the transfers."""
    return tuple({"item": Run(_LABELS.get(row.text("item"), "")), **_sides(form, row)} for row in rows if row.text("item") in _LISTED)


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
