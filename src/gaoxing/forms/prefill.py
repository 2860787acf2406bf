"""What the register knows goes into the form by itself (预填): the enterprise, when it was established, and what each change changes (原登记内容).

The register's word stands where the applicant said another; that they differ is a finding (checks/register.py). Nothing is filled where it is not
certain which enterprise is meant: two of one name are asked about, and a code that belongs to another name fills nothing.

>>> from gaoxing.forms.register import Sheaf
>>> form = Form("registration_change", "2026", {"enterprise": Answer("昆山样例五金有限公司", Source.SAID)})
>>> consulted(form, Sheaf(())).standing
<Standing.UNKNOWN: 'unknown'>
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gaoxing.facts.fact import Value
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.parties import Party, number, parties
from gaoxing.forms.register import Register, Registered, same_name
from gaoxing.forms.written import amount_text
from gaoxing.standards import credit_code

NAME, CODE, ESTABLISHED, CHANGES, SOLE = "enterprise", "uscc", "established", "changes", "sole_shareholder"
"""The blanks that the register fills."""

CODE_LENGTH = 18
_CENT = Decimal("0.01")


class Standing(StrEnum):
    """What came of looking an enterprise up (查登记簿)."""

    NOT_ASKED = "not_asked"
    FOUND = "found"
    UNKNOWN = "unknown"
    SEVERAL = "several"
    DOWN = "down"


@dataclass(frozen=True)
class Consulted:
    """A form after the register was asked. `found` is the enterprise that code or name leads to; `said` the form before; `filled` whether it was filled."""

    form: Form
    said: Form
    standing: Standing = Standing.NOT_ASKED
    found: Registered | None = None
    filled: bool = False


def consulted(form: Form, register: Register) -> Consulted:
    """Ask the register about the form's enterprise: by its code, else by its name. Raises a Fault where the register does not answer."""
    code, name = credit_code.compact(str(form.value(CODE) or "")), str(form.value(NAME) or "").strip()
    if len(code) != CODE_LENGTH and not name:
        return Consulted(form, form)
    found = tuple(register.find(uscc=code)) if len(code) == CODE_LENGTH else ()
    by_name = () if found or not name else tuple(register.find(name=name))
    if len(by_name) > 1 and not code:
        return Consulted(_asked(form, by_name), form, Standing.SEVERAL)
    one = next(iter((*found, *(by_name if len(by_name) == 1 else ()))), None)
    if one is None:
        return Consulted(form, form, Standing.UNKNOWN)
    if not belongs(form, one):
        return Consulted(form, form, Standing.FOUND, one)
    return Consulted(prefilled(form, one), form, Standing.FOUND, one, filled=True)


def belongs(form: Form, registered: Registered) -> bool:
    """Whether the code and the name that the form has, as far as it has them, are both this enterprise's."""
    code, name = form.value(CODE), form.value(NAME)
    return (not code or credit_code.compact(str(code)) == registered.uscc) and (not name or same_name(str(name), registered.name))


def prefilled(form: Form, registered: Registered) -> Form:
    """The form with what the register says: 原登记内容 of every change, the code, the name, the day of establishment, whether one owns it all."""
    answers = {CODE: registered.uscc, NAME: registered.name}
    told = {path: _answer(form, path, value) for path, value in answers.items() if form.value(path) is None}
    if registered.established and form.matter == "registration_change":
        told[ESTABLISHED] = _answer(form, ESTABLISHED, str(registered.established))
    if registered.shareholders and registered.kind in {"limited_liability", "joint_stock"}:
        told[SOLE] = _answer(form, SOLE, "yes" if len(registered.shareholders) == 1 else "no")
    rows = parties(form, CHANGES)
    for row in rows:
        value = former(registered, row.text("item"))
        if value is not None:
            told[row.at("from")] = _answer(form, row.at("from"), value)
    return form.with_answers({**told, **_after_transfers(registered, rows)})


def former(registered: Registered, item: str) -> Value | None:
    """What is registered of an item that can change (原登记内容), in the shape of its blank; None where the register does not have it."""
    values: dict[str, Value | None] = {
        "name": registered.name,
        "domicile": registered.domicile or None,
        "legal_representative": registered.legal_representative or None,
        "registered_capital": dict(registered.capital) if registered.capital else None,
        "company_type": registered.kind if registered.kind in {"limited_liability", "joint_stock"} else None,
        "business_scope": registered.scope or None,
        "shareholders": tuple(holding_line(each.name, number(each.amount), each.percent, currency(registered)) for each in registered.shareholders) or None,
    }
    return values.get(item)


def holding_line(name: str, amount: Decimal | None, percent: str, unit: str) -> str:
    """A shareholder in one line: 张三　认缴60万元（60%）."""
    undertaken = f"认缴{amount_text(f'{amount:f}', unit)}" if amount is not None else ""
    share = f"（{percent}%）" if percent and undertaken else f"{percent}%" if percent else ""
    return "　".join(each for each in (name, undertaken + share) if each)


def currency(registered: Registered) -> str:
    """The currency of the capital; renminbi where none is known."""
    return str((registered.capital or {}).get("currency", "CNY"))


def step(registered: Registered, row: Party) -> Decimal | None:
    """How much a transfer moves, in whole units: as said, else its percent of the registered capital; None where neither is known."""
    amount = row.answers.get("amount")
    moved = number(amount.get("amount")) if isinstance(amount, dict) else number(amount) if amount else None
    percent, whole = number(row.answers.get("percent")), number((registered.capital or {}).get("amount"))
    if moved is not None or percent is None or whole is None:
        return moved
    exact = whole * percent / 100
    return exact if exact == exact.quantize(_CENT) else None


def _after_transfers(registered: Registered, rows: tuple[Party, ...]) -> dict[str, Answer]:
    """The shareholders as they will be, in the first row that moves a share; nothing where a step is not known, or the capital changes too."""
    moves = [row for row in rows if row.text("item") == "shareholders"]
    if any(row.text("item") == "registered_capital" for row in rows):
        return {}
    held = {each.name: number(each.amount) for each in registered.shareholders}
    after = _moved(registered, moves, held) if moves and held and None not in held.values() else None
    if after is None:
        return {}
    whole = sum(after.values())
    lines = (holding_line(name, amount, _share(amount, whole), currency(registered)) for name, amount in after.items() if amount)
    return {moves[0].at("to"): Answer(tuple(lines), Source.DERIVED)}


def _moved(registered: Registered, moves: list[Party], held: dict[str, Decimal | None]) -> dict[str, Decimal] | None:
    after = {name: amount for name, amount in held.items() if amount is not None}
    for row in moves:
        giver, taker, moved = row.text("transferor"), row.text("transferee"), step(registered, row)
        if not taker or moved is None or after.get(giver, Decimal(-1)) < moved:
            return None
        after[giver] -= moved
        after[taker] = after.get(taker, Decimal(0)) + moved
    return after


def _share(amount: Decimal, whole: Decimal | int) -> str:
    exact = (amount * 100 / whole).quantize(_CENT) if whole else Decimal(0)
    return f"{exact:f}".rstrip("0").rstrip(".") if exact * whole == amount * 100 else ""


def _answer(form: Form, path: str, value: Value) -> Answer:
    """The register's word; where the applicant said the same, their words stay beside it."""
    said = form.answers.get(path)
    return Answer(value, Source.REGISTER, said.evidence if said is not None and said.value == value else ())


def _asked(form: Form, found: tuple[Registered, ...]) -> Form:
    codes = tuple(each.uscc for each in found)
    question = f"登记簿里有{len(found)}家都叫这个名字，是哪一家？请报营业执照上的统一社会信用代码。"
    ask = Ask(CODE, codes, question)
    return Form(form.matter, form.edition, form.answers, (*(each for each in form.asks if each.field != CODE), ask))
