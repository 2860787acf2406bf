"""Rules on what was said beside what the register says (与登记簿核对): a register here is a copy, so whatever differs goes to a clerk or is shown.

They judge `figures["register"]`, what came of asking the register; where it was not asked they say nothing.

>>> [each.id for each in CHANGE_RULES]
['REG-01', 'REG-02', 'REG-03', 'REG-04', 'REG-05']
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.checks.sentence import yuan
from gaoxing.facts.fact import Value
from gaoxing.forms import register
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, number, parties
from gaoxing.forms.prefill import CHANGES, CODE, ESTABLISHED, NAME, Consulted, belongs, former, step
from gaoxing.forms.register import Registered, same_name
from gaoxing.forms.written import day, money
from gaoxing.standards import credit_code

REGULATION = date(2022, 3, 1)
COMPANY_LAW = date(2024, 7, 1)
REGISTER = "register"
"""The key of the figures under which the register's answer stands."""

LABELS = {
    "name": "名称",
    "domicile": "住所",
    "legal_representative": "法定代表人",
    "registered_capital": "注册资本",
    "company_type": "公司类型",
}
"""Items whose former content is said and registered in the same shape."""


@rule("REG-01", basis="《市场主体登记管理条例》第十七条", level=Level.MANUAL, since=REGULATION)
def another_enterprise(form: Form, on: date, figures: Figures) -> Told | None:
    """The code and the name are those of one enterprise."""
    asked = _asked(figures)
    if asked is None or asked.found is None or belongs(asked.said, asked.found):
        return None
    code, name, found = credit_code.compact(str(asked.said.value(CODE) or "")), asked.said.value(NAME), asked.found
    if code == found.uscc:
        return f"代码{code}在登记簿上是“{found.name}”的，您说的是“{name}”。请对照营业执照，看是代码错了还是名称错了。", CODE, NAME
    return f"“{found.name}”在登记簿上的代码是{found.uscc}，您说的是{code}。请对照营业执照核对代码。", CODE, NAME


@rule("REG-02", basis="《公司法》第三十四条，《市场主体登记管理条例》第二十四条", level=Level.WARN, since=REGULATION)
def said_otherwise(form: Form, on: date, figures: Figures) -> Told | None:
    """What was said to be registered is what is registered; the register's word stands on the form."""
    asked = _filled(figures)
    differing = list(_differing(asked)) if asked else []
    if not differing:
        return None
    told = "；".join(f"{label}您说原来是“{said}”，登记簿上是“{registered}”" for label, said, registered, _ in differing)
    return f"{told}。表上按登记簿填。已经变更过的请核对日期；登记簿不对的，请带营业执照请工作人员核对。", *(path for *_, path in differing)


@rule("REG-03", basis="《市场主体登记管理条例》第三十一条，《市场主体登记管理条例实施细则》第四十四条", level=Level.MANUAL, since=REGULATION)
def no_longer_there(form: Form, on: date, figures: Figures) -> Told | None:
    """Who is deregistered, revoked or closed by order changes nothing any more; who moved away changes at the other authority."""
    asked = _filled(figures)
    state = asked.found.status if asked and asked.found else register.ACTIVE
    if state in {register.ACTIVE, "dormant"}:
        return None
    then = {"moved": "请到迁入地的登记机关办", "cancelled": "已经终止，不能再变更"}.get(state, "不能再变更，要清算以后申请注销")
    return f"登记簿上这家企业是“{register.STATES[state]}”状态，{then}。和您知道的不一样的，请带营业执照请工作人员核对。", NAME, CODE


@rule("REG-03B", basis="《市场主体登记管理条例》第三十三条，《市场主体登记管理条例实施细则》第四十八条", level=Level.MANUAL, since=REGULATION)
def closed_already(form: Form, on: date, figures: Figures) -> Told | None:
    """Who is deregistered is so for good; who was revoked or closed by order goes the ordinary way."""
    asked = _filled(figures)
    state = asked.found.status if asked and asked.found else register.ACTIVE
    if state == "cancelled":
        return "登记簿上这家企业已经注销了，不用再注销一次。请核对名称和代码；确实没有注销的，请带营业执照请工作人员核对。", NAME, CODE
    if state not in {"revoked", "ordered_closed"} or form.value("procedure") != "simplified":
        return None
    return f"登记簿上这家企业是“{register.STATES[state]}”状态，不能走简易注销。请改走普通注销，先成立清算组清算。", "procedure", CODE


@rule("REG-04", basis="《公司法》第三十二条、第八十四条", level=Level.MANUAL, since=COMPANY_LAW)
def no_such_shareholder(form: Form, on: date, figures: Figures) -> Told | None:
    """Only a registered shareholder hands a share on, and not more than they hold."""
    asked = _filled(figures)
    rows = [row for row in parties(form, CHANGES) if row.text("item") == "shareholders" and row.text("transferor")]
    if asked is None or asked.found is None or not asked.found.shareholders or not rows:
        return None
    held = {each.name: number(each.amount) for each in asked.found.shareholders}
    taken = {row.text("transferee") for row in rows}
    strangers = [row for row in rows if row.text("transferor") not in held and row.text("transferor") not in taken]
    if strangers:
        known = "、".join(held)
        return f"登记簿上的股东是{known}，没有{strangers[0].text('transferor')}。请核对转让方是谁。", *(row.at("transferor") for row in strangers)
    return next(_too_much(asked.found, rows, held, taken), None)


@rule("REG-05", basis="《市场主体登记管理条例》第二十四条", level=Level.WARN, since=REGULATION)
def scope_as_it_is(form: Form, on: date, figures: Figures) -> Told | None:
    """What is added to the scope is not yet in it, and what leaves it is."""
    asked = _filled(figures)
    row = next((each for each in parties(form, CHANGES) if each.text("item") == "business_scope"), None)
    if asked is None or asked.found is None or not asked.found.scope or row is None:
        return None
    there = [each for each in row.answers.get("add", ()) if each in asked.found.scope]
    absent = [each for each in row.answers.get("remove", ()) if each not in asked.found.scope]
    if there:
        return f"“{'”“'.join(there)}”登记簿上已经有了，不用再增加。请核对要增加的是不是别的项目。", row.at("add")
    if absent:
        return f"“{'”“'.join(absent)}”不在登记的经营范围里，没法去掉。请照营业执照上的写法说要去掉哪一项。", row.at("remove")
    return None


CHANGE_RULES: tuple[Rule, ...] = (another_enterprise, said_otherwise, no_longer_there, no_such_shareholder, scope_as_it_is)
CLOSING_RULES: tuple[Rule, ...] = (another_enterprise, closed_already)


def _asked(figures: Figures) -> Consulted | None:
    asked = figures.get(REGISTER)
    return asked if isinstance(asked, Consulted) else None


def _filled(figures: Figures) -> Consulted | None:
    """What the register said where it is certain which enterprise is meant."""
    asked = _asked(figures)
    return asked if asked is not None and asked.filled else None


def _differing(asked: Consulted) -> Iterator[tuple[str, str, str, str]]:
    """Label, what was said, what is registered, and the path, of each item that differs."""
    if asked.found is None:
        return
    founded, said = asked.found.established, asked.said.value(ESTABLISHED)
    if founded and isinstance(said, str) and not str(founded).startswith(said):
        yield "成立日期", day(said), day(str(founded)), ESTABLISHED
    for row in parties(asked.said, CHANGES):
        item, was = row.text("item"), row.answers.get("from")
        registered = former(asked.found, item) if item in LABELS else None
        if was is not None and registered is not None and not _agree(item, was, registered):
            yield LABELS[item], _shown(was), _shown(registered), row.at("from")


def _agree(item: str, said: Value, registered: Value) -> bool:
    if isinstance(said, dict) and isinstance(registered, dict):
        return said.get("currency") == registered.get("currency") and number(said.get("amount")) == number(registered.get("amount"))
    if item == "domicile":
        return _within(str(said), str(registered))
    return same_name(str(said), str(registered))


def _within(said: str, registered: str) -> bool:
    """Whether an address is the other or the end of it: 元丰路1号 agrees with 江苏省昆山市玉山镇元丰路1号, and not with 元丰路11号."""
    short, whole = "".join(said.split()), "".join(registered.split())
    before = whole.removesuffix(short)
    return whole.endswith(short) and not (before[-1:].isdigit() and short[:1].isdigit())


def _shown(value: Value) -> str:
    if isinstance(value, dict):
        return money(value)
    return {"limited_liability": "有限责任公司", "joint_stock": "股份有限公司"}.get(str(value), str(value))


def _too_much(found: Registered, rows: list[Party], held: dict[str, Decimal | None], taken: set[str]) -> Iterator[Told]:
    """Of each who hands on more than they hold; who also takes a share is left out, for the order of the steps is not known."""
    for giver in dict.fromkeys(row.text("transferor") for row in rows):
        steps = [step(found, row) for row in rows if row.text("transferor") == giver]
        moved = sum((each for each in steps if each is not None), Decimal(0))
        own = held.get(giver)
        if own is not None and giver not in taken and moved > own:
            told = f"{giver}在登记簿上认缴{yuan(own)}，这次转出的加起来是{yuan(moved)}，超过了。请核对转让的数。"
            yield told, *(row.at("transferor") for row in rows if row.text("transferor") == giver)
