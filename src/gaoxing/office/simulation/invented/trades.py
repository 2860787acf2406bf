"""The trades of joint cases (行业): how people call the shop, what it is set up as, and what they answer to the questions that its licences hang on."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from gaoxing.office.simulation.invented import firms, persons, places
from gaoxing.office.simulation.invented.truth import Party, Truth, money


@dataclass(frozen=True)
class Trade:
    """A trade: its id, how people call it, the word its name ends in, the entity, the questions asked, and square metres from … to …."""

    id: str
    words: tuple[str, ...]
    ends: str
    entity: str
    asked: tuple[str, ...] = ()
    area: tuple[int, int] = (30, 200)


SIGN, SEWER, AREA, FITOUT, TOBACCO = "has_sign", "to_sewer", "area", "fitout", "sells_tobacco"
FURTHER = (AREA, FITOUT, "central_ac", "sells_bulk_food", "cooks_on_site", "sells_food_prepacked_only", "offers_bath")
"""Asked only where other answers lead there."""

SHOP, COMPANY = "sole_trader", "company"
TRADES = (
    Trade("restaurant", ("火锅店", "饭店", "面馆"), "火锅店", SHOP, (AREA, FITOUT, SIGN, TOBACCO, SEWER), (60, 900)),
    Trade("cafe_tea", ("奶茶店", "咖啡馆"), "奶茶店", SHOP, (AREA, FITOUT, SIGN, SEWER, "live_show")),
    Trade("bakery", ("面包店", "烘焙店"), "面包店", SHOP, (AREA, FITOUT, SIGN)),
    Trade("convenience", ("便利店",), "便利店", SHOP, ("sells_food_prepacked_only", "cooks_on_site", TOBACCO, "sells_md2", "sells_books", SIGN)),
    Trade("supermarket", ("超市",), "超市", SHOP, (TOBACCO, "sells_books", "sells_md2", AREA, FITOUT, SIGN, "large_ad"), (300, 3000)),
    Trade("pharmacy", ("药店",), "大药房", SHOP, ("sells_md2", "sells_md3", "sells_food_prepacked_only", SIGN)),
    Trade("hotel", ("宾馆", "民宿"), "宾馆", SHOP, ("cooks_on_site", SIGN, SEWER)),
    Trade("barber_beauty", ("理发店", "美容店"), "理发店", SHOP, (SIGN,)),
    Trade("gym", ("健身房",), "健身馆", SHOP, ("high_risk_item", AREA, FITOUT, "cooks_on_site", SIGN), (200, 1500)),
    Trade("pool", ("游泳馆",), "游泳馆", SHOP, (AREA, FITOUT, "cooks_on_site", SIGN), (600, 2000)),
    Trade("internet_cafe", ("网吧",), "网络服务", COMPANY, ("cooks_on_site", "sells_food_prepacked_only", SIGN)),
    Trade("ktv", ("KTV",), "娱乐", COMPANY, ("cooks_on_site", TOBACCO, SIGN)),
    Trade("bookshop", ("书店",), "书店", SHOP, ("cooks_on_site", AREA, FITOUT, SIGN)),
    Trade("pet_clinic", ("宠物医院",), "宠物医院", SHOP, ("sells_vet_drugs", SEWER, SIGN)),
    Trade("hr_agency", ("人力资源公司",), "人力资源", COMPANY, ("job_brokerage", "hr_other", "online_recruit")),
    Trade("dispatch_co", ("劳务派遣公司",), "劳务派遣", COMPANY, ("job_brokerage",)),
    Trade("freight_co", ("货运公司",), "货物运输", COMPANY, ("vehicle_over_4500kg",)),
    Trade("garage", ("汽修店",), "汽修店", SHOP, (SEWER, SIGN)),
    Trade("device_sales", ("卖医疗器械的公司",), "医疗器械", COMPANY, ("sells_md2", "sells_md3")),
    Trade("food_factory", ("食品厂",), "食品", COMPANY, (SEWER,)),
    Trade("cosmetics_factory", ("化妆品厂",), "化妆品", COMPANY, (SEWER,)),
    Trade("childcare", ("托育园",), "托育", COMPANY, ("serves_meal", SIGN)),
    Trade("kindergarten", ("民办幼儿园",), "教育", COMPANY, ("serves_meal",)),
    Trade("travel", ("旅行社",), "旅行社", COMPANY),
    Trade("printshop", ("打印店",), "图文店", SHOP),
    Trade("hazchem_co", ("卖危险化学品的公司",), "化工", COMPANY),
    Trade("canteen", ("职工食堂",), "食堂", SHOP, (AREA, FITOUT, SEWER), (100, 600)),
)


def joint(chance: Random, number: int) -> Truth:
    """Somebody who wants everything for their shop at once; the trades go round."""
    trade, person = TRADES[number % len(TRADES)], persons.person(chance)
    town = chance.choice(places.TOWNS)
    mark = firms.mark(chance)
    name = f"昆山{mark}{trade.ends}有限公司" if trade.entity == COMPANY else f"昆山市{town}{mark}{trade.ends}"
    values: dict[str, Any] = {
        "trade": trade.id,
        "entity": trade.entity,
        "premises": places.place(chance),
        "name": name,
        "operator.name": person.name,
        "operator.mobile": person.mobile,
        "operator.id_number": person.identity,
        "capital": money(2_000_000),
        **{f"answers.{each}": _answered(each, trade, chance) for each in dict.fromkeys((*trade.asked, *FURTHER))},
    }
    return Truth("joint_licence", values, (Party(person, 100, ("operator",)),))


def trade_of(meant: Truth) -> Trade:
    """The trade that a truth is about."""
    return next(each for each in TRADES if each.id == meant.values["trade"])


def _answered(question: str, trade: Trade, chance: Random) -> bool | int:
    if question == AREA:
        return chance.randrange(*trade.area)
    if question == FITOUT:
        return chance.randrange(5, 200)
    return chance.random() < (0.75 if question in (SIGN, "serves_meal", "vehicle_over_4500kg", "job_brokerage", "sells_md2") else 0.35)
