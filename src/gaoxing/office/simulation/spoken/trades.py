"""How people speak of the shop that they want all licences for (证照联办的说法): the trade, and yes or no to what the licences hang on."""

from __future__ import annotations

from random import Random

from gaoxing.office.simulation.invented.trades import trade_of
from gaoxing.office.simulation.invented.truth import Truth
from gaoxing.office.simulation.spoken.numbers import chinese, digits

SAID = {
    "has_sign": ("招牌要挂", "不挂招牌"),
    "to_sewer": ("污水排下水道", "污水不排下水道"),
    "sells_tobacco": ("烟要卖", "烟不卖"),
    "live_show": ("有驻唱", "没有驻唱"),
    "sells_food_prepacked_only": ("只卖包装好的", "不只卖包装好的"),
    "cooks_on_site": ("现做吃的", "不现做"),
    "sells_bulk_food": ("散装的要卖", "散装的不卖"),
    "sells_md2": ("血压计要卖", "二类器械不卖"),
    "sells_md3": ("隐形眼镜要卖", "三类的不卖"),
    "sells_books": ("书报要卖", "书报不卖"),
    "large_ad": ("要做楼顶大型广告", "不做大型广告"),
    "high_risk_item": ("有攀岩", "没有攀岩"),
    "sells_vet_drugs": ("疫苗要卖", "疫苗不卖"),
    "job_brokerage": ("给人介绍工作", "不介绍工作"),
    "hr_other": ("做人事代理", "不做人事代理"),
    "online_recruit": ("在网上收费招聘", "不在网上收费招聘"),
    "vehicle_over_4500kg": ("有超过4.5吨的货车", "没有超过4.5吨的货车"),
    "central_ac": ("用中央空调", "不用集中空调"),
    "offers_bath": ("提供洗浴", "没有洗浴"),
    "serves_meal": ("中午供餐", "不供餐"),
}
ENTITIES = {"sole_trader": "办个体户", "company": "办公司"}
_MENTIONED = 0.6


def statement(meant: Truth, chance: Random) -> str:
    """What is said of the shop at once."""
    trade = trade_of(meant)
    begun = f"{chance.choice(('我想开个', '想开个', '准备开个', '你好，我要开个'))}{chance.choice(trade.words)}"
    told = [answered(f"answers.{each}", meant.values[f"answers.{each}"], chance) for each in trade.asked if chance.random() < _MENTIONED]
    more = [ENTITIES[trade.entity]] if chance.random() < _MENTIONED else []
    more += [f"店名叫{meant.values['name']}"] if chance.random() < _MENTIONED else []
    more += [f"开在{meant.values['premises']}"] if chance.random() < _MENTIONED else []
    return "，".join([begun, *told, *more, chance.choice(("证照一起办", "各种证一起办"))])


def answered(key: str, value: object, chance: Random) -> str:
    """What is said to a question of the licences, or to one of the shop's own."""
    question = key.removeprefix("answers.")
    if question == "area":
        return f"{chance.choice((str(value), chinese(int(str(value)))))}{chance.choice(('平方', '平方米', '平'))}"
    if question == "fitout":
        return f"装修{chance.choice((str(value), chinese(int(str(value)))))}万"
    if question in SAID:
        return SAID[question][0 if value else 1]
    if key == "entity":
        return ENTITIES[str(value)]
    return digits(chance, str(value)) if key.endswith(("mobile", "id_number")) else str(value)
