"""Rules on a project's sums and sizes (数目核对): parts and total, own capital, 元 and 万元, 亩 and square metres, numbers with units, industry and content.

Thresholds: `checks/project.toml`. What rests on practice or inference alone is marked [K] and warns.

>>> parts_within_total.id, own_capital.level.value
('PRJ-26', 'warn')
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gaoxing.checks.project import EQUIPMENT, REGULATION, TOTAL, money, number, sum_of
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form
from gaoxing.standards import industry
from gaoxing.standards.expression import expression

PARTS = ("land_cost", "construction_investment", EQUIPMENT, "installation_cost", "working_capital")
"""The parts that the total is made of: land, construction, equipment, installation, working capital."""
OWN, CONTENT, NAME = "own_capital", "content", "project_name"
UNITS = (
    "台套条件吨平㎡栋幢个座间只片支辆升米张块人层批组床",
    ("平方米", "平米", "千瓦", "kW", "MW", "立方米", "公里", "座位"),
)
WITH_UNIT = expression(rf"[\d一二三四五六七八九十百千万亿两]+(?:\.\d+)?\s*[多余]?[万亿千]?(?:[{UNITS[0]}]|{'|'.join(UNITS[1])})")
SECTIONS_OF_WORKS = ("B", "C", "D")


@rule("PRJ-26", basis="《企业投资项目核准和备案管理条例》第十三条", level=Level.REJECT, since=REGULATION)
def parts_within_total(form: Form, on: date, figures: Figures) -> Told | None:
    """The parts of the investment add up to no more than the total; equipment alone is PRJ-02's."""
    total, parts = money(form.value(TOTAL)), dict(_parts(form))
    if total is None or not set(parts) - {EQUIPMENT} or sum(parts.values()) <= total[0]:
        return None
    whole = sum(parts.values(), Decimal(0))
    return f"各项加起来是{sum_of((whole, total[1]))}，比总投资{sum_of(total)}还多。请核对是哪一项说错了，或者总投资少算了。", *(TOTAL, *parts)


@rule("PRJ-27", basis="《企业投资项目核准和备案管理条例》第十三条，各项相加口径（未核实）[K]", level=Level.WARN, since=REGULATION)
def parts_make_the_total(form: Form, on: date, figures: Figures) -> Told | None:
    """Where every part was told, they add up to the total."""
    total, parts = money(form.value(TOTAL)), dict(_parts(form))
    if total is None or len(parts) < len(PARTS) or sum(parts.values()) >= total[0]:
        return None
    whole = sum(parts.values(), Decimal(0))
    told = f"五项加起来是{sum_of((whole, total[1]))}，总投资写的是{sum_of(total)}，差{sum_of((total[0] - whole, total[1]))}。"
    return f"{told}请核对；有别的费用的，可以照填。", *(TOTAL, *parts)


@rule("PRJ-28", basis="固定资产投资项目资本金制度，国发〔2015〕51号（未核实）[K]", level=Level.WARN, since=REGULATION)
def own_capital(form: Form, on: date, figures: Figures) -> Told | None:
    """A project's own capital is a fifth of the total or more in industry; it is never more than the total."""
    total, own, least = money(form.value(TOTAL)), money(form.value(OWN)), figures["own_capital_percent"]
    if total is None or own is None or total[1] != own[1] or not total[0]:
        return None
    share = own[0] * 100 / total[0]
    if least <= share <= 100:
        return None
    return f"自有资金{sum_of(own)}是总投资{sum_of(total)}的{share:.0f}%，一般要在{least}%以上、不超过总投资。请核对这两个数。", OWN, TOTAL


@rule("PRJ-29", basis="金额单位核对，项目总投资的大小（未核实）[K]", level=Level.WARN, since=REGULATION)
def total_of_a_project(form: Form, on: date, figures: Figures) -> Told | None:
    """A total of a few thousand, or of hundreds of billions, means 元 and 万元 mixed up."""
    total, usual = money(form.value(TOTAL)), figures["usual_total"]
    if total is None or total[1] != "CNY" or usual["lowest"] <= total[0] <= usual["highest"]:
        return None
    return f"总投资是{sum_of(total)}，一般的项目不是这个数。请核对单位是元还是万元；确实是这个数的，可以照填。", TOTAL


@rule("PRJ-30", basis="面积单位核对，一亩约666.67平方米（未核实）[K]", level=Level.WARN, since=REGULATION)
def land_in_square_metres(form: Form, on: date, figures: Figures) -> Told | None:
    """A site smaller than a house plot, or floors many times the site, mean that 亩 were written down as square metres."""
    land, floor = number(form.value("land_area")), number(form.value("floor_area"))
    if not land:
        return None
    dense = floor is not None and floor > land * figures["floor_to_land"]
    if land >= figures["least_land"] and not dense:
        return None
    told = f"新增用地只有{land:f}平方米" + (f"，建筑面积却有{floor:f}平方米" if dense and floor is not None else "")
    return f"{told}。请核对单位是亩还是平方米（一亩约666.67平方米），也看看是不是把用地和建筑面积说反了。", "land_area", *(("floor_area",) if dense else ())


@rule("PRJ-31", basis="《企业投资项目核准和备案管理条例》第十三条第一款第二项，写法（未核实）[K]", level=Level.WARN, since=REGULATION)
def scale_in_numbers(form: Form, on: date, figures: Figures) -> Told | None:
    """Scale and content say numbers with their units: what is built, how many machines, how much a year."""
    content = str(form.value(CONTENT) or "")
    if not content or WITH_UNIT.search(content):
        return None
    return "建设规模及内容里没有数量和单位。请写明建多少、上多少设备、一年做多少，例如“购置设备二十台，年产零件一百万件”。", CONTENT


@rule("PRJ-32", basis="备案内容和经营范围不是一回事，备案实务（未核实）[K]", level=Level.WARN, since=REGULATION)
def content_of_its_own(form: Form, on: date, figures: Figures) -> Told | None:
    """Name and content are the project's own, not the business scope copied."""
    found = next(((path, word) for path in (NAME, CONTENT) for word in figures["scope_words"] if word in str(form.value(path) or "")), None)
    if found is None:
        return None
    return f"里面有“{found[1]}”，像是从经营范围抄来的。请写这个项目建什么、上什么设备、做出多少产品。", found[0]


@rule("PRJ-33", basis="《国民经济行业分类》GB/T 4754-2017，行业与内容的对应（未核实）[K]", level=Level.WARN, since=REGULATION)
def industry_of_the_content(form: Form, on: date, figures: Figures) -> Told | None:
    """The industry's code has the standard's form, and a project that makes something is not filed under a trade or a service."""
    code, told = str(form.value("industry") or "").upper(), f"{form.value(NAME) or ''}，{form.value(CONTENT) or ''}"
    if not code:
        return None
    if not industry.well_formed(code):
        return f"行业代码“{code}”不对，一般是一个字母加两到四位数字，例如 C3982。请对照国民经济行业分类核对。", "industry"
    word = next((each for each in figures["making_words"] if each in told), "")
    if not word or code[0] in SECTIONS_OF_WORKS:
        return None
    return f"内容里写了“{word}”，行业选的却是{industry.section_of(code).name}。请核对行业代码。", "industry", CONTENT


RULES: tuple[Rule, ...] = (
    parts_within_total,
    parts_make_the_total,
    own_capital,
    total_of_a_project,
    land_in_square_metres,
    scale_in_numbers,
    content_of_its_own,
    industry_of_the_content,
)


def _parts(form: Form) -> Iterator[tuple[str, Decimal]]:
    """Every part that was told in the total's currency."""
    total = money(form.value(TOTAL))
    told = ((path, money(form.value(path))) for path in PARTS)
    return ((path, part[0]) for path, part in told if part is not None and total is not None and part[1] == total[1])
