"""An enterprise's own figures (企业自评数据) as they are in truth, and how they are told: as a table, by word of mouth, in a letter. Sums in 万元.

Which rungs it holds is drawn by shares that look like the zone's: 856 valid high-tech certificates are published for all of its enterprises, 97 of
them first ones; of the 806 key enterprises about half hold one here, and about one in nine of those is a first one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from gaoxing.office.simulation.growing.firms import Firm
from gaoxing.office.simulation.growing.spoken import wan, written
from gaoxing.office.simulation.world import World

HIGH_TECH, FIRST, RENEWED, TECHNOLOGY, SPECIALISED, GIANT, INNOVATIVE, GAZELLE, POTENTIAL, UNICORN = 0.52, 0.11, 0.88, 0.42, 0.14, 0.1, 0.22, 0.05, 0.008, 0.002
"""Shares: of the key enterprises those with a high-tech certificate, of which first in the year, of those that end renewed; with the other certificates."""

_YEARS = 5
_TERM = timedelta(days=3 * 365)


@dataclass(frozen=True)
class Year:
    """A year's figures: heads, and sums in ten thousands of yuan."""

    year: int
    staff: int
    technical: int
    research_staff: int
    revenue: int
    high_tech: int
    research: int
    assets: int
    net: int

    @property
    def cost(self) -> int:
        """What it costs to earn that."""
        return self.revenue * 9 // 10


@dataclass(frozen=True, repr=False)
class Figures:
    """What is true of an enterprise: its day of founding, its years, the oldest first, its rights, how long and how strong in its niche."""

    founded: date
    years: tuple[Year, ...]
    rights_one: int
    rights_two: int
    niche_years: int
    market_share: int
    high_tech: bool


@dataclass(frozen=True)
class Certificate:
    """One that an enterprise holds: of which rung, its number, from when until when."""

    rung: str
    number: str
    since: date
    until: date


def figures(world: World, firm: Firm) -> Figures:
    """The figures of the years before the run."""
    chance, last = world.chance("figures", firm.number), world.begins.year - 1
    founded = date(chance.randint(2003, 2021), chance.randint(1, 12), chance.randint(1, 28))
    per_head, growth = chance.randint(45, 140), chance.choice((0.94, 1.0, 1.05, 1.1, 1.16, 1.24, 1.4))
    share, good = chance.uniform(0.03, 0.09) if firm.trade.high_tech else chance.uniform(0.005, 0.04), firm.trade.high_tech and chance.random() < 0.8
    years = []
    for back in range(min(_YEARS, last - founded.year + 1), 0, -1):
        scale = growth ** (1 - back) * chance.uniform(0.95, 1.05)
        years.append(_year(last + 1 - back, max(8, int(firm.staff * scale)), per_head, share, chance))
    rights = (chance.randint(0, 5), chance.randint(3, 30)) if good else (0, chance.randint(0, 6))
    return Figures(founded, tuple(years), *rights, chance.randint(1, min(15, last - founded.year + 1)), chance.randint(2, 24), good)


def _year(year: int, staff: int, per_head: int, share: float, chance: Random) -> Year:
    revenue = staff * per_head
    technical = int(staff * chance.uniform(0.07, 0.32))
    assets = int(revenue * chance.uniform(0.7, 1.5))
    net = int(assets * chance.uniform(0.3, 0.7))
    return Year(year, staff, technical, max(1, technical * 2 // 3), revenue, int(revenue * chance.uniform(0.45, 0.95)), int(revenue * share), assets, net)


HEADINGS = (
    "年度,职工总数,科技人员数,研发人员数,销售收入（万元）,总收入（万元）,高新技术产品（服务）收入（万元）,研发费用（万元）,境内研发费用（万元）,委托外部研发费用（万元）,"
    "成本费用总额（万元）,资产总额（万元）,净资产（万元）,负债总额（万元）,主营业务收入（万元）,科技成果转化数,成立日期,居民企业,禁止、限制、淘汰类产品,"
    "重大安全、质量、环境、科研诚信问题,经营异常或者严重违法失信名单,核心知识产权所有权,属于国家重点支持的高新技术领域,Ⅰ类知识产权数,Ⅱ类知识产权数,"
    "自主研发取得,从事细分市场年数,细分市场占有率（%）,主导制定标准数,国家级科技奖励,省部级以上研发机构,融过资,已经上市,战略性产业重大突破,"
    "国家级、省级科技奖励,“创客中国”全国500强"
)


def table(told: Figures) -> bytes:
    """The figures as an enterprise sends them: a row a year."""
    return "\n".join((HEADINGS, *(",".join(map(str, _row(told, each))) for each in told.years))).encode("utf-8-sig")


def _row(told: Figures, each: Year) -> tuple[object, ...]:
    sums = (each.revenue, each.revenue, each.high_tech, each.research, each.research, 0, each.cost, each.assets, each.net, each.assets - each.net)
    rights, yes = told.rights_one + told.rights_two, ("否", "是")
    answers = ("是", "否", "否", "否", yes[rights > 0], yes[told.high_tech], told.rights_one, told.rights_two, yes[rights > 0])
    heads = (each.year, each.staff, each.technical, each.research_staff)
    further = (told.rights_one // 4, "否", yes[told.rights_one > 4], "否", "否", "否", "否", "否")
    return (*heads, *sums, each.revenue, each.year % 4 + told.rights_one, told.founded.isoformat(), *answers, told.niche_years, told.market_share, *further)


def statements(told: Figures, chance: Random) -> Iterator[str]:
    """The figures as they are said, a year at a time, the last one first; what nobody has at hand is left out."""
    for back, each in enumerate(reversed(told.years[-2:])):
        when = chance.choice(("去年", f"{each.year}年")) if not back else f"{each.year}年"
        parts = [
            f"营收{wan(each.revenue, chance)}",
            chance.choice(("研发费用{0}", "研发花了{0}")).format(wan(each.research, chance)),
            chance.choice(("职工{0}人，其中科技人员{1}人", "一共{0}个人，科技人员{1}人")).format(written(each.staff), written(each.technical)),
        ]
        if chance.random() < 0.6:
            parts.append(f"资产总额{wan(each.assets, chance)}，净资产{wan(each.net, chance)}")
        if chance.random() < 0.5:
            parts.append(f"高新技术产品收入{wan(each.high_tech, chance)}")
        yield f"我们{when}{'，'.join(parts)}。"


def letter(told: Figures) -> str:
    """The figures as a letter has them: whole sentences with units, the newest year."""
    last = told.years[-1]
    return (
        f"我公司成立于{told.founded.year}年{told.founded.month}月{told.founded.day}日。{last.year}年销售收入{last.revenue}万元，研发费用{last.research}万元，"
        f"职工总数{last.staff}人，科技人员{last.technical}人，资产总额{last.assets}万元，净资产{last.net}万元。"
        f"发明专利{told.rights_one}项，实用新型和软件著作权{told.rights_two}项。"
    )


def wrong(told: Figures, read: dict[str, object]) -> dict[str, tuple[str, str]]:
    """What was read otherwise than it is: input → what was read, what is true. What was not read at all is none of these."""
    true: dict[str, object] = {"rights_class_one": told.rights_one, "rights_class_two": told.rights_two, "founded": told.founded.isoformat()}
    for each in told.years:
        heads = {"staff": each.staff, "technical_staff": each.technical, "research_staff": each.research_staff}
        sums = {"revenue": each.revenue, "high_tech_income": each.high_tech, "research": each.research, "total_assets": each.assets, "net_assets": each.net}
        true |= {f"{name}@{each.year}": value for name, value in heads.items()}
        true |= {f"{name}@{each.year}": value * 10_000 for name, value in sums.items()}
    return {key: (str(value), str(true[key])) for key, value in read.items() if key in true and str(value) != str(true[key])}


def certificates(world: World, firm: Firm) -> Sequence[Certificate]:
    """What an enterprise holds on the first day and comes to hold in the year, each from the day of its list."""
    return tuple(_certificates(world, firm, world.chance("certificates", firm.number)))


def _certificates(world: World, firm: Firm, chance: Random) -> Iterator[Certificate]:
    year = world.begins.year
    rich = 1.35 if firm.trade.high_tech else 0.35
    if chance.random() < HIGH_TECH * rich:
        yield from _high_tech(year, firm, chance)
    if chance.random() < TECHNOLOGY * rich and firm.staff <= 500:
        day = date(year, chance.randint(4, 11), 15)
        yield Certificate("technology_sme", f"{year}32058300{firm.number:06}", day, date(year + 1, 3, 31))
    specialised = chance.random() < SPECIALISED * rich
    if specialised or chance.random() < INNOVATIVE:
        yield Certificate("innovative_sme", "", date(year - 1, 6, 30), date(year + 2, 6, 29))
    if specialised:
        begun = date(year if chance.random() < 0.3 else year - 1, 10, 20)
        yield Certificate("specialised_sme", "", begun, date(begun.year + 3, 10, 19))
        if chance.random() < GIANT:
            yield Certificate("little_giant", "", date(year - 1, 7, 14), date(year + 2, 6, 30))
    for rung, share in (("gazelle", GAZELLE * rich), ("potential_unicorn", POTENTIAL * rich), ("unicorn", UNICORN * rich)):
        if chance.random() < share:
            day = date(year, 9, 26)
            yield Certificate(rung, "", day, day + _TERM)


def _high_tech(year: int, firm: Firm, chance: Random) -> Iterator[Certificate]:
    """A certificate of three years: a first one of this year, or one of the three years before, renewed in this year where it ends."""
    day = chance.choice((date(year, 11, 6), date(year, 11, 19), date(year, 12, 16)))
    if chance.random() < FIRST:
        yield _certificate(day, firm)
        return
    begun = date(year - chance.randint(1, 3), day.month, day.day)
    yield _certificate(begun, firm)
    if begun.year == year - 3 and chance.random() < RENEWED:
        yield _certificate(day, firm)


def _certificate(begun: date, firm: Firm) -> Certificate:
    until = date(begun.year + 3, begun.month, begun.day) - timedelta(days=1)
    return Certificate("high_tech_enterprise", f"GR{begun.year}32{firm.number:06}", begun, until)
