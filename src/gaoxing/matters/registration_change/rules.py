"""The rules that a change of registration is checked by (变更登记审查规则): 《公司法》 (2023), 《市场主体登记管理条例》 and its 实施细则.

>>> len({each.id for each in RULES}) == len(RULES)
True
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from gaoxing.checks import filer, parameters, premises, register
from gaoxing.checks.deadline import whole_day
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.checks.sentence import day, yuan
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, parties
from gaoxing.matters.registration_change.body_rules import BODY_RULES
from gaoxing.matters.registration_change.capital_rules import CAPITAL_RULES
from gaoxing.matters.registration_change.fields import ITEMS, capital_step, changed
from gaoxing.matters.registration_change.scope_rules import SCOPE_RULES
from gaoxing.matters.registration_change.share_rules import SHARE_RULES
from gaoxing.matters.registration_change.trader_rules import TRADER_RULES
from gaoxing.standards import business_scope

TABLES = (parameters.SHARED, Path(__file__).with_name("parameters.toml"))
REGULATION = date(2022, 3, 1)
COMPANY_LAW = date(2024, 7, 1)
LABELS = dict(ITEMS)
BEFORE = "前置"
MANY = 5


@rule("CHANGE-01", basis="《市场主体登记管理条例》第二十四条", level=Level.REJECT, since=REGULATION)
def nothing_changes(form: Form, on: date, figures: Figures) -> Told | None:
    """A change registers something that was not registered before."""
    same = [row for row in parties(form, "changes") if row.answers.get("from") is not None and row.answers.get("from") == row.answers.get("to")]
    if not same:
        return None
    return f"{_label(same[0])}变更前后是一样的，不用变更。请核对原来登记的内容和要改成的内容。", *(row.at("to") for row in same)


@rule("CHANGE-02", basis="《市场主体登记管理条例》第二十四条", level=Level.REJECT, since=REGULATION)
def same_item_twice(form: Form, on: date, figures: Figures) -> Told | None:
    """Every item but the shareholders changes once in one application."""
    rows = [row for row in parties(form, "changes") if row.answers.get("item") not in {None, "shareholders"}]
    twice = [row for row in rows if sum(other.answers["item"] == row.answers["item"] for other in rows) > 1]
    if not twice:
        return None
    return f"{_label(twice[0])}填了不止一次，一次申请里每一项只能有一个变更结果。请留下最后定的那一条。", *(row.at("item") for row in twice)


@rule("CHANGE-03", basis="《市场主体登记管理条例》第二十四条、第四十六条", level=Level.WARN, since=REGULATION)
def late(form: Form, on: date, figures: Figures) -> Told | None:
    """The change is applied for within thirty days of the resolution."""
    resolved = whole_day(form.value("resolved"))
    if resolved is None or on <= resolved + timedelta(days=figures["change_days"]):
        return None
    return f"决议是{day(resolved)}作出的，已经过了{figures['change_days']}日的申请期限。现在仍可以申请，请尽快办；逾期不办的，登记机关会责令改正。", "resolved"


@rule("CHANGE-04", basis="《公司法》第三十五条", level=Level.REJECT, since=COMPANY_LAW)
def resolved_in_the_future(form: Form, on: date, figures: Figures) -> Told | None:
    """The resolution on the change was taken before it is applied for."""
    resolved = whole_day(form.value("resolved"))
    if resolved is None or resolved <= on:
        return None
    return f"变更决议的日期{day(resolved)}还没有到。请先作出决议，或者核对日期。", "resolved"


@rule("CHANGE-05", basis="《市场主体登记管理条例》第二十七条，《市场主体登记管理条例实施细则》第三十五条", level=Level.REJECT, since=REGULATION)
def moves_away(form: Form, on: date, figures: Figures) -> Told | None:
    """Who moves to another district applies to the authority there, before moving."""
    row = next(iter(changed(form, "domicile")), None)
    place = premises.elsewhere(row.text("to"), figures["district"]) if row else ""
    if not row or not place:
        return None
    return f"新住所在{place}，不归这里管。请在搬迁前到{place}的登记机关申请变更登记，档案由两边登记机关移交。", row.at("to")


@rule("CHANGE-06", basis="《市场主体登记管理条例实施细则》第三十五条", level=Level.WARN, since=REGULATION)
def without_door(form: Form, on: date, figures: Figures) -> Told | None:
    """The new domicile goes down to the number, the building or the room."""
    row = next(iter(changed(form, "domicile")), None)
    if row is None or not row.text("to") or premises.DOOR.search(row.text("to")):
        return None
    return f"新住所“{row.text('to')}”没有写到门牌号或房间号。请补上几号、几幢、几室；确实没有门牌的，请附位置图。", row.at("to")


@rule("CHANGE-07", basis="《公司法》第二百二十四条、第二百二十五条，《市场主体登记管理条例实施细则》第三十六条", level=Level.WARN, since=COMPANY_LAW)
def capital_falls(form: Form, on: date, figures: Figures) -> Told | None:
    """Less capital: creditors are told within ten days, an announcement within thirty, and forty-five days pass before the change is applied for."""
    row, step = capital_step(form)
    if row is None or step >= 0:
        return None
    notice, days = "10日内通知债权人，30日内公告", figures["reduction_days"]
    told = f"注册资本减少{yuan(-step)}：决议后{notice}，公告满{days}日才能申请变更登记（用减资弥补亏损的，只要30日内公告）。"
    return told + "请准备公告的材料和债务清偿或者担保的说明。", row.at("to")


@rule("CHANGE-08", basis="《市场主体登记管理条例实施细则》第三十六条", level=Level.REJECT, since=REGULATION)
def reduction_too_early(form: Form, on: date, figures: Figures) -> Told | None:
    """The announcement of a reduction runs forty-five days first."""
    announced = whole_day(form.value("reduction_announced"))
    if announced is None or capital_step(form)[1] >= 0 or on >= announced + timedelta(days=figures["reduction_days"]):
        return None
    ready = announced + timedelta(days=figures["reduction_days"])
    return f"减资公告是{day(announced)}发布的，要满{figures['reduction_days']}日。请在{day(ready)}以后再来申请。", "reduction_announced"


@rule("CHANGE-09", basis="《公司法》第四十七条、第二百二十八条，《市场主体登记管理条例实施细则》第三十六条", level=Level.INFORM, since=COMPANY_LAW)
def capital_rises(form: Form, on: date, figures: Figures) -> Told | None:
    """More capital of a limited company is paid within five years of the change."""
    row, step = capital_step(form)
    if row is None or step <= 0:
        return None
    return (
        f"注册资本增加{yuan(step)}：有限责任公司新增的部分，要从变更登记之日起{figures['pay_in_years']}年内缴足；股份有限公司要先缴足股款。请量力而行。",
        row.at("to"),
    )


@rule("CHANGE-10", basis="《公司法》第十条、第三十五条，《市场主体登记管理条例实施细则》第三十三条", level=Level.INFORM, since=COMPANY_LAW)
def who_signs(form: Form, on: date, figures: Figures) -> Told | None:
    """The new legal representative signs the application, and is a director acting for the company, or its manager."""
    row = next(iter(changed(form, "legal_representative")), None)
    if row is None or not row.text("to"):
        return None
    return f"申请书由新的法定代表人{row.text('to')}签字；{row.text('to')}要是代表公司执行事务的董事或者经理，还不是的请一并备案任职。", row.at("to")


@rule("CHANGE-11", basis="《公司法》第七条、第十二条", level=Level.REJECT, since=COMPANY_LAW)
def name_against_type(form: Form, on: date, figures: Figures) -> Told | None:
    """A company's name shows its type: 股份有限公司 in the name of a company limited by shares, 有限公司 in that of a limited one."""
    kind, name = (next(iter(changed(form, item)), None) for item in ("company_type", "name"))
    if kind is None or not kind.text("to") or name is None or not name.text("to"):
        return None
    joint = "股份" in name.text("to")
    if joint == (kind.text("to") == "joint_stock"):
        return None
    wanted = "股份有限公司" if not joint else "有限公司或者有限责任公司"
    return f"公司类型和新名称对不上：按新的类型，名称里要写明“{wanted}”。请改新名称，或者核对公司类型。", name.at("to"), kind.at("to")


@rule("CHANGE-12", basis="《市场主体登记管理条例实施细则》第四条", level=Level.MANUAL, since=REGULATION)
def another_level(form: Form, on: date, figures: Figures) -> Told | None:
    """A company limited by shares is registered at the level of a prefecture or above."""
    row = next(iter(changed(form, "company_type")), None)
    if row is None or row.text("to") != "joint_stock":
        return None
    return "股份有限公司的登记由设区的市以上的登记机关负责，并且要符合股份有限公司的设立条件。工作人员会告诉您在哪里办。", row.at("to")


@rule("CHANGE-13", basis="《公司法》第九条，《市场主体登记管理条例》第十四条", level=Level.REJECT, since=REGULATION)
def added_and_removed(form: Form, on: date, figures: Figures) -> Told | None:
    """No item of the scope is added and removed at once."""
    row = next(iter(changed(form, "business_scope")), None)
    both = [item for item in row.answers.get("add", ()) if item in row.answers.get("remove", ())] if row else []
    if row is None or not both:
        return None
    return f"“{both[0]}”又在增加里，又在减少里。请定下来是增加还是去掉。", row.at("add"), row.at("remove")


@rule("CHANGE-14", basis="《公司法》第九条，《市场主体登记管理条例》第十四条", level=Level.INFORM, since=REGULATION)
def licensed_items(form: Form, on: date, figures: Figures) -> Told | None:
    """What needs a permit is done only with one, though it is registered first (which items do, by our table [K])."""
    row, added = _added(form, on)
    licensed = [each.name for each in added if each.licensed and each.approval != BEFORE]
    if row is None or not licensed:
        return None
    shown = "、".join(licensed[:MANY]) + (f"等{len(licensed)}项" if len(licensed) > MANY else "")
    return f"增加的{shown}要经批准才能经营：变更登记以后去办许可，拿到了再做。", row.at("add")


@rule("CHANGE-14B", basis="《市场主体登记管理条例》第十四条、第二十六条", level=Level.MANUAL, since=REGULATION)
def approved_before(form: Form, on: date, figures: Figures) -> Told | None:
    """An approval that must come before registration is handed in, within so many days of being given (which items, by our table [K])."""
    row, added = _added(form, on)
    first = "、".join(f"“{each.name}”" for each in added if each.approval == BEFORE)
    if row is None or not first:
        return None
    return f"增加的{first}要先批准、后登记。请在批准之日起{figures['approval_days']}日内带批准文件来申请；没批的，先去掉这一项。", row.at("add")


RULES: tuple[Rule, ...] = (
    *filer.RULES,
    nothing_changes,
    same_item_twice,
    late,
    resolved_in_the_future,
    moves_away,
    without_door,
    capital_falls,
    reduction_too_early,
    capital_rises,
    who_signs,
    name_against_type,
    another_level,
    added_and_removed,
    licensed_items,
    approved_before,
    *SCOPE_RULES,
    *SHARE_RULES,
    *CAPITAL_RULES,
    *BODY_RULES,
    *TRADER_RULES,
    *register.CHANGE_RULES,
)


def figures(on: date) -> Figures:
    """The figures of law in force on the day: the shared ones and this matter's own."""
    return parameters.merged(TABLES, on)


def _added(form: Form, on: date) -> tuple[Party | None, tuple[business_scope.Item, ...]]:
    """The row that changes the scope, and the catalogue's items that it adds."""
    row = next(iter(changed(form, "business_scope")), None)
    known = (business_scope.resolve(item, on) for item in row.answers.get("add", ())) if row else ()
    return row, tuple(each for each in known if each is not None)


def _label(row: Party) -> str:
    return LABELS.get(row.text("item"), "这一项")
