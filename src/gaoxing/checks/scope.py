"""Rules on the business scope (经营范围): permits, approvals before registration, and the trade that the name tells.

《市场主体登记管理条例》第十四条 (in force 2022-03-01), 《企业名称登记管理规定》第九条 (in force 2021-03-01).
Which items need what, our table says; most of it rests on knowledge [K], so these rules warn or go to a clerk.

>>> approved_before.id, main_business_in_the_name.level.value
('PROC-04', 'warn')
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.forms.form import Form
from gaoxing.standards import business_scope
from gaoxing.standards.expression import expression

REGULATION = date(2022, 3, 1)
FIELD = "business_scope"
BEFORE = "前置"
BRACKET = expression("（[^）]*）")
MANY = 4
LIMITED_NAME = "公司"


@rule("PROC-04", basis="《市场主体登记管理条例》第十四条，《公司登记管理实施办法》第十九条", level=Level.MANUAL, since=REGULATION)
def approved_before(form: Form, on: date, figures: Figures) -> Told | None:
    """What must be approved before registration is registered only with the approval (which items, by our table [K])."""
    first = [each for each in _items(form) if BEFORE in each.licence]
    if not first:
        return None
    return f"{_named(first)}要先批准、后登记：{_permit(first[0])}批下来，才能登记这一项。请先去申请，把批准文件一起交；没批的，先去掉这一项。", FIELD


@rule("SCOPE-01", basis="《公司法》第九条，《市场主体登记管理条例》第十四条", level=Level.INFORM, since=REGULATION)
def permits_after(form: Form, on: date, figures: Figures) -> Told | None:
    """What needs a permit is carried on only with one, though it is registered first (which items, by our table [K])."""
    later = [each for each in _items(form) if each.licensed and BEFORE not in each.licence]
    if not later:
        return None
    told = "；".join(f"{each.name}要办{_permit(each)}" for each in later[:MANY])
    more = f"；另外还有{len(later) - MANY}项" if len(later) > MANY else ""
    return f"领了营业执照还不能马上做：{told}{more}。拿到许可才能经营。可以用“证照联办”一起申请。", FIELD


@rule("SCOPE-02", basis="《企业名称登记管理规定》第九条", level=Level.WARN, since=date(2021, 3, 1))
def main_business_in_the_name(form: Form, on: date, figures: Figures) -> Told | None:
    """The trade in a name is that of the main business, the first item of the scope (the table of trades is ours [K])."""
    name, items = str(form.value("name") or ""), _items(form)
    trade = next((each for each in figures["name_trades"] if each["word"] in name and name.endswith(LIMITED_NAME)), None)
    if trade is None or not items or not items[0].industry_code or _within(items[0], trade["codes"]):
        return None
    fitting = next((each.name for each in items[1:] if _within(each, trade["codes"])), "")
    mend = f"请把“{fitting}”挪到最前面" if fitting else f"请把和“{trade['word']}”对得上的项目加进来、放在最前面"
    return (
        f"名称里的行业是“{trade['word']}”，经营范围的第一项却是“{items[0].name}”。第一项就是主营业务，名称里的行业要和它一致。{mend}，或者换一个名称。",
        FIELD,
        "name",
    )


RULES = (approved_before, permits_after, main_business_in_the_name)


def _items(form: Form) -> list[business_scope.Item]:
    """The catalogue's items on the form, in their order; wordings outside the catalogue are left out."""
    return [each for words in form.value(FIELD) or () if (each := business_scope.resolve(words)) is not None]


def _permit(item: business_scope.Item) -> str:
    """What has to be obtained, without the remarks in brackets."""
    return BRACKET.sub("", item.licence) or "许可"


def _named(items: Iterable[business_scope.Item]) -> str:
    return "、".join(f"“{each.name}”" for each in items)


def _within(item: business_scope.Item, codes: Iterable[str]) -> bool:
    return item.industry_code.startswith(tuple(codes))
