"""Rules on the business scope (经营范围): permits, approvals before registration, the trade that the name tells, what the catalogue holds.

《市场主体登记管理条例》第十四条 (in force 2022-03-01), 《企业名称登记管理规定》第九条 (in force 2021-03-01).
Which items need what on which day, our table says; most of it rests on knowledge [K], so these rules warn or go to a clerk.

>>> approved_before.id, main_business_in_the_name.level.value
('PROC-04', 'warn')
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.facts.scope_advice import disagreement
from gaoxing.facts.scope_search import nearest
from gaoxing.forms.form import Form
from gaoxing.standards import business_scope
from gaoxing.standards.business_scope import BEFORE

REGULATION = date(2022, 3, 1)
FIELD = "business_scope"
MANY = 4
LONGEST_SHOWN = 40
"""Characters of an unknown wording that a sentence repeats."""


@rule("PROC-04", basis="《市场主体登记管理条例》第十四条，《公司登记管理实施办法》第十九条", level=Level.MANUAL, since=REGULATION)
def approved_before(form: Form, on: date, figures: Figures) -> Told | None:
    """What must be approved before registration is registered only with the approval (which items, by our table [K])."""
    first = [each for each in _items(form, on) if each.approval == BEFORE]
    if not first:
        return None
    return f"{_named(first)}要先批准、后登记：{_permit(first[0])}批下来，才能登记这一项。请先去申请，把批准文件一起交；没批的，先去掉这一项。", FIELD


@rule("SCOPE-01", basis="《公司法》第九条，《市场主体登记管理条例》第十四条", level=Level.INFORM, since=REGULATION)
def permits_after(form: Form, on: date, figures: Figures) -> Told | None:
    """What needs a permit is carried on only with one, though it is registered first (which items, by our table [K])."""
    later = [each for each in _items(form, on) if each.licensed and each.approval != BEFORE]
    if not later:
        return None
    told = "；".join(f"{each.name}要办{_permit(each)}" for each in later[:MANY])
    more = f"；另外还有{len(later) - MANY}项" if len(later) > MANY else ""
    return f"领了营业执照还不能马上做：{told}{more}。拿到许可才能经营。可以用“证照联办”一起申请。", FIELD


@rule("SCOPE-02", basis="《企业名称登记管理规定》第九条", level=Level.WARN, since=date(2021, 3, 1))
def main_business_in_the_name(form: Form, on: date, figures: Figures) -> Told | None:
    """The trade in a name is that of the main business, the first item of the scope (the table of trades is ours [K])."""
    told = disagreement(_items(form, on), str(form.value("name") or ""), on)
    return (told, FIELD, "name") if told else None


@rule("SCOPE-03", basis="《市场主体登记管理条例》第十四条，《市场主体登记管理条例实施细则》第十二条", level=Level.WARN, since=REGULATION)
def outside_the_catalogue(form: Form, on: date, figures: Figures) -> Told | None:
    """Every item is one of the published catalogue (ours holds a part of it [K], so the nearest is offered and nothing refused)."""
    told = unknown_items(form.value(FIELD) or (), on)
    return (told, FIELD) if told else None


@rule("SCOPE-04", basis="《市场主体登记管理条例》第十四条", level=Level.MANUAL, since=REGULATION)
def no_longer_offered(form: Form, on: date, figures: Figures) -> Told | None:
    """An item that ended is not registered anew (on which day it ended, by our table [K])."""
    told = ended_items(form.value(FIELD) or (), on)
    return (told, FIELD) if told else None


@rule("SCOPE-05", basis="《市场主体登记管理条例》第十四条", level=Level.WARN, since=REGULATION)
def too_many_items(form: Form, on: date, figures: Figures) -> Told | None:
    """The scope is chosen by what is really carried on, not in dozens (from how many it is told, is ours [K])."""
    count, most = len(form.value(FIELD) or ()), int(figures["many_scope_items"])
    if count <= most:
        return None
    return f"经营范围写了{count}项，一般5到15项就够。太宽了，开户、开票、投标时反而容易被问。请只留真正要做的，主营的放在第一项，其余的去掉。", FIELD


RULES = (approved_before, permits_after, main_business_in_the_name, outside_the_catalogue, no_longer_offered, too_many_items)


def unknown_items(scope: Iterable[str], on: date) -> str:
    """The sentence about wordings that the catalogue does not hold, with the nearest one; empty where it holds all."""
    unknown = [each for each in scope if business_scope.resolve(each, on) is None]
    if not unknown:
        return ""
    near = nearest(unknown[0], on, most=1)
    mend = f"最接近的是“{near[0]}”，是这一项就换过来" if near else "请点“改”，用平常的话查一查规范写法"
    others = f"另外还有{len(unknown) - 1}项也不在。" if len(unknown) > 1 else ""
    return f"“{_short(unknown[0])}”不在我们手头的经营项目目录里。{mend}；确实没有对应的，请工作人员帮您核对。{others}"


def ended_items(scope: Iterable[str], on: date) -> str:
    """The sentence about items that are not offered any more on the day, with what is chosen instead; empty where there are none."""
    gone = [old for each in scope if (old := business_scope.ended(each, on)) is not None]
    if not gone:
        return ""
    told = "；".join(f"“{each.name}”改用{_named(business_scope.item(new) for new in each.successors)}" for each in gone[:MANY])
    return f"有{len(gone)}项目录里已经停用：{told}。请换成现在的写法；已经登记在执照上的，请工作人员看要不要跟着改。"


def _items(form: Form, on: date) -> list[business_scope.Item]:
    """The catalogue's items on the form as they stood on the day, in their order; wordings outside the catalogue are left out."""
    return [each for words in form.value(FIELD) or () if (each := business_scope.resolve(words, on)) is not None]


def _permit(item: business_scope.Item) -> str:
    """What has to be obtained."""
    return item.permit or "许可"


def _named(items: Iterable[business_scope.Item]) -> str:
    return "、".join(f"“{each.name}”" for each in items)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
