"""Rules on an investment project (企业投资项目) that filing and changing it share: amounts, areas, dates, place and numbers fit together.

《企业投资项目核准和备案管理条例》 in force 2017-02-01. What rests on practice or knowledge alone is marked [K] and warns.

>>> equipment_within_total.id, equipment_within_total.level.value
('PRJ-02', 'reject')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from gaoxing.checks.deadline import earliest, later
from gaoxing.checks.premises import elsewhere
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.checks.sentence import yuan
from gaoxing.forms.form import Form
from gaoxing.standards import credit_code, region_code, telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid

FIGURES = Path(__file__).with_name("project.toml")
REGULATION = date(2017, 2, 1)
SUPERVISION = date(2018, 2, 4)
TOTAL, EQUIPMENT = "total_investment", "equipment_investment"
CODE_STANDARD = date(2021, 8, 1)
CODE = expression(r"(?P<year>\d{2})(?P<month>\d{2})-(?P<region>\d{6})-\d{2}-\d{2}-\d{6}", re.ASCII)
OLD_CODE = expression(r"20\d{2}-\d{6}-\d{2}-\d{2}-\d{6}", re.ASCII)


@rule(
    "PRJ-01", basis="《企业投资项目核准和备案管理条例》第十三条，《法人和其他组织统一社会信用代码编码规则》GB 32100-2015", level=Level.REJECT, since=REGULATION
)
def enterprise_code(form: Form, on: date, figures: Figures) -> Told | None:
    """The enterprise's credit code has the right shape and check characters."""
    code = str(form.value("uscc") or "")
    fault = _code_fault(code) if code else ""
    return (f"统一社会信用代码“{code}”不对：{fault}。", "uscc") if fault else None


@rule("PRJ-02", basis="《企业投资项目核准和备案管理条例》第十三条", level=Level.REJECT, since=REGULATION)
def equipment_within_total(form: Form, on: date, figures: Figures) -> Told | None:
    """Investment in equipment is a part of the total; what is told must be true."""
    total, part = money(form.value(TOTAL)), money(form.value(EQUIPMENT))
    if total is None or part is None or total[1] != part[1] or part[0] <= total[0]:
        return None
    return f"设备投资{sum_of(part)}比总投资{sum_of(total)}还多，这两个数对不上。设备投资是总投资里的一部分，请核对是哪个数说错了。", EQUIPMENT, TOTAL


@rule("PRJ-03", basis="《企业投资项目核准和备案管理条例》第十三条", level=Level.REJECT, since=REGULATION)
def finish_after_start(form: Form, on: date, figures: Figures) -> Told | None:
    """Work is finished after it has begun."""
    start, finish = earliest(form.value("start")), latest(form.value("finish"))
    if start is None or finish is None or finish >= start:
        return None
    return "计划竣工时间比计划开工时间还早。请核对哪年哪月开工、哪年哪月完工。", "finish", "start"


@rule("PRJ-04", basis="《企业投资项目核准和备案管理条例》第十三条、第十九条", level=Level.MANUAL, since=REGULATION)
def filed_before_start(form: Form, on: date, figures: Figures) -> Told | None:
    """A project is filed before work on it begins."""
    start = latest(form.value("start"))
    if start is None or start >= on:
        return None
    return "计划开工时间已经过了。项目要先备案、后开工；还没开工的，请改成新的开工时间；已经开工的，请向工作人员说明，由工作人员看过再办。", "start"


@rule("PRJ-05", basis="《企业投资项目事中事后监管办法》第十五条", level=Level.WARN, since=SUPERVISION)
def start_within_two_years(form: Form, on: date, figures: Figures) -> Told | None:
    """Two years after filing without a start or any procedure, the enterprise explains itself online or withdraws; else the filing lapses."""
    start, years = earliest(form.value("start")), figures["unused_filing_years"]
    if start is None or start <= later(on, years):
        return None
    return (
        f"计划开工时间离现在超过{years}年。备案后满{years}年没有开工、也没有办别的手续的，要在线说明继续做，不然备案会被移除。请核对时间，或者晚些再来备案。",
        "start",
    )


@rule("PRJ-06", basis="《企业投资项目核准和备案管理条例》第三条", level=Level.REJECT, since=REGULATION)
def inside_district(form: Form, on: date, figures: Figures) -> Told | None:
    """Projects are filed where they are built."""
    place = elsewhere(str(form.value("location") or ""), figures["project_district"])
    if not place:
        return None
    home = region_code.region(figures["project_district"])
    return f"项目建在{place}，不在{home.name if home else '本地'}，这里不能备案。项目在哪里建，就到哪里备案；地址说错了的，请改过来。", "location"


@rule("PRJ-07", basis="技术改造通常不新增用地，备案实务（未核实）[K]", level=Level.WARN, since=REGULATION)
def renovation_without_land(form: Form, on: date, figures: Figures) -> Told | None:
    """Technical renovation renews what stands; new land speaks for a new or an enlarged project."""
    if form.value("nature") != "technical_renovation" or not form.value("land_area"):
        return None
    return "建设性质选的是技术改造，又填了新增用地。技术改造一般不另外拿地。请核对是不是新建或扩建；确实要用地的，可以照填。", "nature", "land_area"


@rule("PRJ-08", basis="项目名称写法，备案实务（未核实）[K]", level=Level.WARN, since=REGULATION)
def name_says_what_it_is(form: Form, on: date, figures: Figures) -> Told | None:
    """A project's name ends in 项目 or 工程 and does not advertise."""
    name = str(form.value("project_name") or "")
    if not name or (name.endswith(tuple(figures["name_endings"])) and not any(word in name for word in figures["advertising_words"])):
        return None
    return f"项目名称“{name}”不太像备案用的名称。一般写成“产品或建设内容＋建设性质＋项目”，不写宣传的话。请核对；就要用这个名称的，可以照填。", "project_name"


@rule("PRJ-09", basis="金额单位核对，每平方米建筑面积投资额（未核实）[K]", level=Level.WARN, since=REGULATION)
def plausible_unit(form: Form, on: date, figures: Figures) -> Told | None:
    """An investment far off what a square metre costs means 元 and 万元 mixed up, the commonest mistake."""
    total, area = money(form.value(TOTAL)), number(form.value("floor_area"))
    if total is None or total[1] != "CNY" or not area:
        return None
    each = total[0] / area
    if figures["investment_per_square_metre"]["lowest"] <= each <= figures["investment_per_square_metre"]["highest"]:
        return None
    return (
        f"按总投资{sum_of(total)}、建筑面积{area}平方米算，每平方米投{yuan(round(each, 2))}，数目不大寻常。请核对金额是元还是万元，面积有没有说错。",
        TOTAL,
        "floor_area",
    )


@rule("PRJ-10", basis="《外商投资项目核准和备案管理办法》（未核实）[K]", level=Level.WARN, since=REGULATION)
def foreign_money(form: Form, on: date, figures: Figures) -> Told | None:
    """An investment stated in foreign money speaks for a foreign-invested project, which is told more about."""
    total = money(form.value(TOTAL))
    if total is None or total[1] == "CNY":
        return None
    return "总投资写的是外币。外商投资的项目还要填外方出资情况，也要看准入负面清单；内资项目请换成人民币。请和工作人员核对。", TOTAL


@rule("PRJ-11", basis="《企业投资项目核准和备案管理条例》第十三条，电话号码格式（未核实）[K]", level=Level.WARN, since=REGULATION)
def contact_number(form: Form, on: date, figures: Figures) -> Told | None:
    """The contact's telephone has the form of one."""
    paths = [path for path in form.answers if path.rpartition(".")[2] == "mobile"]
    wrong = [(path, fault) for path in paths if (fault := _telephone_fault(str(form.value(path))))]
    return (wrong[0][1] + "。", *(path for path, _ in wrong)) if wrong else None


@rule("PRJ-12", basis="《项目代码编码规范》GB/T 40058-2021", level=Level.MANUAL, since=CODE_STANDARD)
def code_form(form: Form, on: date, figures: Figures) -> Told | None:
    """A project code reads YYMM-RRRRRR-DD-TT-NNNNNC; those of 2015 to 2020 begin with the year. Its check character's rule was not found."""
    code = str(form.value("project_code") or "")
    found = CODE.fullmatch(code)
    if not code or OLD_CODE.fullmatch(code) or (found and 1 <= int(found["month"]) <= 12):
        return None
    why = f"第三、四位是月份，不会是{found['month']}" if found else "应当是24位，像 2606-320583-89-01-123456 这样，数字中间有四道横杠"
    return f"项目代码“{code}”不对：{why}。请对照备案证核对。", "project_code"


@rule("PRJ-13", basis="《项目代码编码规范》GB/T 40058-2021，《中华人民共和国行政区划代码》GB/T 2260", level=Level.WARN, since=CODE_STANDARD)
def code_region(form: Form, on: date, figures: Figures) -> Told | None:
    """The six figures behind the date are the division where the project was filed."""
    code = str(form.value("project_code") or "")
    region = code[5:11] if CODE.fullmatch(code) or OLD_CODE.fullmatch(code) else ""
    home = figures["project_district"]
    if not region or region == home or home.startswith(region.rstrip("0")):
        return None
    return f"项目代码里的地区代码是{region}，不是昆山的{home}。在别处备案的项目，请到那里办变更；号码念错了的，请对照备案证核对。", "project_code"


FILING_RULES: tuple[Rule, ...] = (
    enterprise_code,
    equipment_within_total,
    finish_after_start,
    inside_district,
    filed_before_start,
    start_within_two_years,
    renovation_without_land,
    name_says_what_it_is,
    plausible_unit,
    foreign_money,
    contact_number,
)
CODE_RULES: tuple[Rule, ...] = (code_form, code_region)


def money(value: Any) -> tuple[Decimal, str] | None:
    """An amount and its currency from a stored sum; None where there is none."""
    amount = number(value.get("amount")) if isinstance(value, Mapping) else None
    return None if amount is None else (amount, str(value["currency"]))


def number(value: Any) -> Decimal | None:
    """A stored decimal; None where there is none.

    >>> number("8200.5"), number("很大"), number(None)
    (Decimal('8200.5'), None, None)
    """
    text = str(value)
    return Decimal(text) if re.fullmatch(r"\d{1,18}(?:\.\d{1,6})?", text, re.ASCII) else None


def sum_of(amount: tuple[Decimal, str]) -> str:
    """A sum as people read it; foreign money with its letters.

    >>> sum_of((Decimal("12000000"), "CNY")), sum_of((Decimal("3000000"), "USD"))
    ('1200万元', '300万USD')
    """
    return yuan(amount[0]) if amount[1] == "CNY" else yuan(amount[0]).removesuffix("元") + amount[1]


def latest(day: Any) -> date | None:
    """The last day that a date, a month or a year can mean.

    >>> latest("2027-02"), latest("2027"), latest("2027-02-03")
    (datetime.date(2027, 2, 28), datetime.date(2027, 12, 31), datetime.date(2027, 2, 3))
    """
    first = earliest(day)
    if first is None or str(day).count("-") == 2:
        return first
    if "-" not in str(day):
        return date(first.year, 12, 31)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - timedelta(days=1)


def _code_fault(given: str) -> str:
    """What is wrong with a code; nothing where only the organisation code inside does not check, which old codes may lack."""
    try:
        credit_code.validate(given)
    except Invalid as fault:
        code = credit_code.compact(given)
        return "" if len(code) == 18 and set(code) <= set(credit_code.ALPHABET) and credit_code.check_digit(code[:17]) == code[17] else str(fault)
    return ""


def _telephone_fault(given: str) -> str:
    try:
        telephone.validate(given)
    except Invalid as fault:
        return str(fault)
    return ""
