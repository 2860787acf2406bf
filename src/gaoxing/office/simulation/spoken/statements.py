"""A whole statement (陈述): what somebody says of what they mean, in an order, a register and words of their own; something is left out, something put right.

What is left out is asked for later. A correction names a wrong value first and the right one behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from gaoxing.office.simulation.invented import truth
from gaoxing.office.simulation.invented.truth import Truth
from gaoxing.office.simulation.spoken import trades
from gaoxing.office.simulation.spoken.numbers import chinese, share_of, sum_of

Clause = Callable[[Truth, Random], str]

OPENINGS = {
    "company_registration": ("我想注册一家公司", "我要开公司", "我们要注册公司", "你好，我想办个公司的营业执照，公司设立", "办公司设立登记", "想开个有限公司"),
    "registration_change": ("我要办变更登记", "我们公司要变更", "办个变更", "来办变更登记"),
    "deregistration": ("我要注销", "我要办注销登记", "不做了，来办注销", "注销登记"),
    "sole_trader_registration": ("我想办个体户", "我要办个体工商户的执照", "你好，我想办个个体工商户", "个体户开业登记", "办个体户执照"),
}
FILLERS = ("嗯", "那个", "呃", "你好", "麻烦问一下", "")
CORRECTIONS = ("不对，是", "不对不对，应该是", "哦说错了，是", "等一下，改成")
_SAID, _CORRECTED, _CHATTY = 0.82, 0.12, 0.4


def statement(meant: Truth, chance: Random) -> str:
    """Everything that is said at once."""
    if meant.matter == "joint_licence":
        return trades.statement(meant, chance)
    chatty = chance.random() < _CHATTY
    clauses = [each(meant, chance) for each in _CLAUSES[meant.matter] if chance.random() < _SAID]
    opening = (chance.choice(FILLERS) + "，" if chatty else "").lstrip("，") + chance.choice(OPENINGS[meant.matter])
    between = chance.choice(("，", "，", "。", "；"))
    text = between.join([opening, *(each for each in clauses if each)])
    return f"{text}。" if chance.random() < 0.8 else text


def corrected(chance: Random, wrong: str, right: str) -> str:
    """The value, now and then said wrongly first and put right at once."""
    return f"{wrong}，{chance.choice(CORRECTIONS)}{right}" if wrong != right and chance.random() < _CORRECTED else right


def _name(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('名称叫', '名字叫', '公司叫' if meant.matter.startswith('company') else '店名叫', '名称是'))}{meant.values['name']}"


def _capital(meant: Truth, chance: Random) -> str:
    right = int(meant.values["registered_capital"]["amount"])
    said = corrected(chance, sum_of(chance, chance.choice(truth.CAPITALS)), sum_of(chance, right))
    return f"{chance.choice(('注册资本', '注册资金', '注册资本是', '注册资本定在'))}{said}"


def _domicile(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('住所在', '地址在', '注册地址是', '公司住所是'))}{address(meant.values['domicile'], chance)}"


def address(whole: str, chance: Random) -> str:
    """An address as it is said: whole, or without the city."""
    return whole if chance.random() < 0.7 else whole.removeprefix("昆山市")


def holders(meant: Truth, chance: Random) -> str:
    """Who holds how much, as shares, as sums, or as a rest."""
    holders = [each for each in meant.parties if each.percent]
    names, capital = [each.person.name for each in holders], int(meant.values["registered_capital"]["amount"])
    if len(holders) == 1:
        return chance.choice((f"股东就我一个，我叫{names[0]}", f"我叫{names[0]}，股东就我一个人", f"{names[0]}一个人出资"))
    shares = [share_of(chance, each.percent) for each in holders]
    sums = [sum_of(chance, capital * each.percent // 100) for each in holders]
    ways = [
        "，".join(f"{name}占{share}" for name, share in zip(names, shares, strict=True)),
        "，".join(f"{name}出{told}" for name, told in zip(names, sums, strict=True)),
        "，".join([f"{name}占{share}" for name, share in list(zip(names, shares, strict=True))[:-1]] + [f"剩下的都是{names[-1]}的"]),
    ]
    if len({each.percent for each in holders}) == 1:
        ways.append(f"{'和'.join(names)}{'一人一半' if len(names) == 2 else '平分'}")
    lead = chance.choice(("", f"股东{chinese(len(names)) if len(names) != 2 else '两'}个人，", "股东是"))
    return f"{lead}{chance.choice(ways)}"


def _posts(meant: Truth, chance: Random) -> str:
    head = meant.head.name
    other = next((each.person.name for each in meant.parties if "supervisor" in each.roles), "")
    first = chance.choice((f"{head}当法定代表人、董事和经理", f"法定代表人是{head}，董事和经理也是{head}", f"法人{head}，董事是{head}，经理也是{head}"))
    return f"{first}，{chance.choice((f'监事是{other}', f'{other}当监事'))}" if other else first


def _scope(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('经营范围', '经营范围是', '主要做', '经营'))}{'、'.join(meant.values['business_scope'])}"


def _term(meant: Truth, chance: Random) -> str:
    term: Any = meant.values["operating_term"]
    if term == "indefinite":
        return chance.choice(("经营期限长期", "期限写长期", "长期经营"))
    years = chance.choice((chinese(term["years"]), str(term["years"])))
    return f"{chance.choice(('经营期限', '营业期限'))}{years}年"


def _method(meant: Truth, chance: Random) -> str:
    return chance.choice(("都是现金出资，成立之日起五年内缴足", "都用货币出资，五年内缴清", ""))


def _operator(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('经营者叫', '经营者是我，我叫', '我叫'))}{meant.values['operator.name']}"


def _premises(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('店开在', '经营场所在', '地址在', '铺面在'))}{address(meant.values['premises'], chance)}"


def _composition(_meant: Truth, chance: Random) -> str:
    return chance.choice(("个人经营", "就我一个人经营", "属于个人经营"))


def _funds(meant: Truth, chance: Random) -> str:
    right = int(meant.values["funds"]["amount"])
    said = corrected(chance, sum_of(chance, chance.choice(truth.FUNDS)), sum_of(chance, right))
    return f"{chance.choice(('出资额', '资金数额', '打算投', '出资'))}{said}"


def _employees(meant: Truth, chance: Random) -> str:
    count = int(meant.values["employees"])
    return f"从业人数{chance.choice((str(count), '两' if count == 2 else chinese(count)))}{chance.choice(('个人', '人'))}"


def _enterprise(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('企业是', '', '名称是'))}{meant.values['enterprise']}"


def _code(meant: Truth, chance: Random) -> str:
    return f"{chance.choice(('统一社会信用代码', '代码是', '信用代码'))}{meant.values['uscc']}"


def change_of(meant: Truth, chance: Random) -> str:
    """What is to be changed, into what."""
    item, to = next((path.split(".")[1], path) for path in meant.values if path.endswith((".to", ".add")))
    value = meant.values[to]
    if item == "domicile":
        return f"{chance.choice(('住所改成', '地址搬到', '住所变更为'))}{address(value, chance)}"
    if item == "legal_representative":
        return f"{chance.choice(('法定代表人换成', '法人改成', '法定代表人变更为'))}{value}"
    if item == "registered_capital":
        return f"{chance.choice(('注册资本增加到', '注册资本改成', '增资到'))}{sum_of(chance, int(value['amount']))}"
    return f"{chance.choice(('经营范围增加', '经营范围要加'))}{'、'.join(value)}"


def _procedure(meant: Truth, chance: Random) -> str:
    return chance.choice(("走简易注销", "简易注销") if meant.values["procedure"] == "simplified" else ("普通注销", "走普通注销"))


def _reason(meant: Truth, _chance: Random) -> str:
    return f"原因是{meant.values['reason']}"


_CLAUSES: dict[str, tuple[Clause, ...]] = {
    "company_registration": (_name, _capital, _domicile, holders, _posts, _method, _scope, _term),
    "registration_change": (_enterprise, _code, change_of),
    "deregistration": (_enterprise, _code, _procedure, _reason),
    "sole_trader_registration": (_name, _operator, _premises, _composition, _funds, _employees, _scope),
}
