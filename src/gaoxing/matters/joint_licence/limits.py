"""What a trade may not be, or must have (行业的限制): told while the applicant still speaks, each by its article.

>>> [each.id for each in LIMITS][:3]
['JL-05', 'JL-06', 'JL-07']
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.forms.form import Form
from gaoxing.matters.joint_licence.fields import PREFIX
from gaoxing.matters.joint_licence.site import CAPITAL, DISTANCE, KIND

NET, ENTERTAINMENT = date(2002, 11, 15), date(2006, 3, 1)
DISPATCH, TRAVEL = date(2013, 7, 1), date(2009, 5, 1)
FREIGHT, PRINTING, LICENSING = date(2019, 3, 2), date(2001, 8, 2), date(2004, 7, 1)
AREA, HEAVY = f"{PREFIX}area", f"{PREFIX}vehicle_over_4500kg"


@rule("JL-05", basis="《互联网上网服务营业场所管理条例》第八条", level=Level.REJECT, since=NET)
def net_cafe_by_an_enterprise(form: Form, on: date, figures: Figures) -> Told | None:
    """An internet café is run by an enterprise, not by a sole trader."""
    if form.value("trade") != "internet_cafe" or form.value("entity") != "sole_trader":
        return None
    return "网吧要由企业来开，个体工商户不能申请。请改成用公司的名义办，再往下填。", "entity", "trade"


@rule("JL-06", basis="《互联网上网服务营业场所管理条例》第九条", level=Level.REJECT, since=NET)
def net_cafe_outside_dwellings(form: Form, on: date, figures: Figures) -> Told | None:
    """No internet café in a dwelling or its courtyard."""
    if form.value("trade") != "internet_cafe" or form.value(KIND) != "dwelling":
        return None
    return "居民住宅楼（院）里不能开网吧。请换到商铺、商场等商业用房，再办。", KIND, "trade"


@rule("JL-07", basis="《互联网上网服务营业场所管理条例》第九条", level=Level.REJECT, since=NET)
def net_cafe_away_from_schools(form: Form, on: date, figures: Figures) -> Told | None:
    """No internet café within 200 metres of a primary or secondary school."""
    distance = _number(form, DISTANCE)
    if form.value("trade") != "internet_cafe" or distance is None or distance > figures["school_distance"]:
        return None
    return (
        f"中学、小学校园周围 {figures['school_distance']} 米内不能开网吧，您说的是 {distance:g} 米。请换一个地方，或者请窗口按规定的量法核实距离。",
        DISTANCE,
        "trade",
    )


@rule("JL-08", basis="《娱乐场所管理条例》第七条", level=Level.REJECT, since=ENTERTAINMENT)
def singing_outside_dwellings(form: Form, on: date, figures: Figures) -> Told | None:
    """No place of entertainment in a dwelling, nor below the first floor underground."""
    if form.value("trade") != "ktv" or form.value(KIND) not in {"dwelling", "deep_basement"}:
        return None
    where = "居民楼、居民住宅区里" if form.value(KIND) == "dwelling" else "地下一层以下"
    return f"{where}不能开歌舞娱乐场所。请换到允许的商业用房，再办。", KIND, "trade"


@rule("JL-09", basis="《娱乐场所管理条例》第七条 [K]", level=Level.MANUAL, since=ENTERTAINMENT)
def singing_in_a_basement(form: Form, on: date, figures: Figures) -> Told | None:
    """Whether the first floor underground is meant by «地下一层以下» is read differently: a clerk looks."""
    if form.value("trade") != "ktv" or form.value(KIND) != "basement":
        return None
    return "地下一层能不能开歌舞娱乐场所，各地的看法不一样。请先请工作人员问文旅部门，再签租约。", KIND, "trade"


@rule("JL-10", basis="《娱乐场所管理条例》第七条 [K]", level=Level.MANUAL, since=ENTERTAINMENT)
def singing_away_from_schools(form: Form, on: date, figures: Figures) -> Told | None:
    """No place of entertainment around schools; how near that is the article does not say, so a clerk looks."""
    distance = _number(form, DISTANCE)
    if form.value("trade") != "ktv" or distance is None or distance > figures["school_surroundings"]:
        return None
    return f"学校周围不能开歌舞娱乐场所，您说的是 {distance:g} 米。请先请工作人员和文旅部门核实，再签租约。", DISTANCE, "trade"


@rule("JL-11", basis="《劳动合同法》第五十七条", level=Level.REJECT, since=DISPATCH)
def dispatch_with_capital(form: Form, on: date, figures: Figures) -> Told | None:
    """Labour dispatch needs a registered capital of 2,000,000 yuan at least."""
    return _short_of(form, "dispatch_co", figures["dispatch_capital_least"], "劳务派遣")


@rule("JL-12", basis="《旅行社条例》第六条", level=Level.REJECT, since=TRAVEL)
def travel_with_capital(form: Form, on: date, figures: Figures) -> Told | None:
    """A travel agency needs a registered capital of 300,000 yuan at least."""
    return _short_of(form, "travel", figures["travel_capital_least"], "旅行社")


@rule("JL-13", basis="《道路运输条例》第二十四条", level=Level.INFORM, since=FREIGHT)
def light_lorries(form: Form, on: date, figures: Figures) -> Told | None:
    """General freight with lorries up to 4500 kilograms needs no transport permit."""
    if form.value("trade") != "freight_co" or form.value(HEAVY) is not False:
        return None
    return "总质量4500千克及以下的普通货车跑货运，不用办道路运输经营许可证和车辆营运证，领了营业执照就可以开始。", HEAVY, "trade"


@rule("JL-14", basis="《行政许可法》第三十一条", level=Level.REJECT, since=LICENSING)
def area_of_nothing(form: Form, on: date, figures: Figures) -> Told | None:
    """What is handed in is true: a shop has an area."""
    area = _number(form, AREA)
    return None if area is None or area > 0 else ("营业面积要大于零，不然没有场所可以办证。请按租赁合同或者产权证上的平方米数重新填。", AREA)


@rule("JL-15", basis="《行政许可法》第三十一条 [K]", level=Level.MANUAL, since=LICENSING)
def area_beyond_belief(form: Form, on: date, figures: Figures) -> Told | None:
    """An area that hardly any shop has is looked at by a clerk: perhaps a slip of the tongue."""
    area = _number(form, AREA)
    if area is None or area <= figures["area_doubtful"]:
        return None
    return f"营业面积 {area:g} 平方米大得不寻常，是不是多说了位数？请核对，确实这么大的请工作人员接着办。", AREA


@rule("JL-16", basis="《印刷业管理条例》", level=Level.WARN, since=PRINTING)
def printing_by_an_individual(form: Form, on: date, figures: Figures) -> Told | None:
    """An individual may not print publications or packaging."""
    if form.value("trade") != "printshop" or form.value("entity") != "sole_trader":
        return None
    return "个人不能做出版物印刷和包装装潢印刷。只做打字复印、名片的请说清楚；要做书刊、包装的请改成公司。", "entity", "trade"


LIMITS = (
    net_cafe_by_an_enterprise,
    net_cafe_outside_dwellings,
    net_cafe_away_from_schools,
    singing_outside_dwellings,
    singing_in_a_basement,
    singing_away_from_schools,
    dispatch_with_capital,
    travel_with_capital,
    light_lorries,
    area_of_nothing,
    area_beyond_belief,
    printing_by_an_individual,
)


def _number(form: Form, path: str) -> float | None:
    value = form.value(path)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _short_of(form: Form, trade: str, least: int, name: str) -> Told | None:
    value = form.value(CAPITAL)
    if form.value("trade") != trade or not isinstance(value, dict) or value.get("currency") != "CNY" or Decimal(str(value.get("amount"))) >= least:
        return None
    said = Decimal(str(value["amount"])) / 10_000
    return f"做{name}，注册资本至少 {least // 10_000} 万元，您说的是 {said.normalize():f} 万元。请增加注册资本，再申请。", CAPITAL, "trade"
