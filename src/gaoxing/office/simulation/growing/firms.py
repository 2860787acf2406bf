"""Invented enterprises (编造的企业): the n-th of a run is always the same; names are put together of syllables, codes and numbers are sound and nobody's.

>>> credit_code_of(7)
'91320583MB00000786'
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from django.db.models import Q

from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.people import demo
from gaoxing.office.simulation.world import World
from gaoxing.standards import credit_code, region_code

ENTERPRISES, PROJECTS = 806, 218
"""Clients of the zone in the year that is played: 重点企业 and 投资项目 (the published figures of 2024)."""

_FIRST = "岚崧泓砚笙珩翎沅栩澍珞湛旻芃霁煜峤璟穗荻筱澈"
_SECOND = "川岑沚屿枫汀棠砾樾淙岫芷湄澜珂坞蘅洲柏堰桐溪"
_THIRD = "曜钧桓铄臻翊昀骁锟霖炜哲策航帆衡启骏烨硕锦"
_STRIDE = 1_361
_KEPT_FREE = 1
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何"
POSTS = ("总经理助理", "综合部经理", "行政主管", "财务经理", "项目经理", "厂务经理", "法务主管", "副总经理")
_STAFF = ((12, 60), (60, 300), (300, 1_200), (1_200, 4_000))
_SHARES = (34, 41, 20, 5)


@dataclass(frozen=True)
class Trade:
    """What an enterprise does: in the words of its name, of the list, of the classification, and what it makes."""

    name: str
    industry: str
    code: str
    product: str
    high_tech: bool


TRADES = (
    Trade("精密机械", "通用设备制造业", "C3484", "精密零部件", True),
    Trade("电子", "计算机、通信和其他电子设备制造业", "C3982", "电子线路板", True),
    Trade("光电科技", "计算机、通信和其他电子设备制造业", "C3974", "光电显示模组", True),
    Trade("智能装备", "专用设备制造业", "C3569", "自动化生产设备", True),
    Trade("汽车零部件", "汽车制造业", "C3670", "汽车零部件", True),
    Trade("新材料", "化学原料和化学制品制造业", "C2659", "功能薄膜材料", True),
    Trade("生物医药", "医药制造业", "C2740", "诊断试剂", True),
    Trade("模具", "专用设备制造业", "C3525", "精密模具", False),
    Trade("包装制品", "橡胶和塑料制品业", "C2926", "塑料包装制品", False),
    Trade("软件", "软件和信息技术服务业", "I6513", "工业软件", True),
    Trade("食品", "食品制造业", "C1439", "速冻食品", False),
    Trade("供应链管理", "装卸搬运和仓储业", "G5990", "仓储物流", False),
)


@dataclass(frozen=True, repr=False)
class Firm:
    """The n-th client of a kind: what the zone's list says of it. `mark` is its name's own word."""

    kind: Client.Kind
    number: int
    mark: str
    name: str
    uscc: str
    trade: Trade
    town: str
    staff: int
    revenue: str
    contact: str
    post: str
    mobile: str

    @property
    def code(self) -> str:
        """Its number on the list."""
        return code_of(self.kind, self.number)


def counts(world: World) -> dict[Client.Kind, int]:
    """How many clients of each kind a run has."""
    return {Client.Kind.ENTERPRISE: world.size(ENTERPRISES), Client.Kind.PROJECT: world.size(PROJECTS)}


def code_of(kind: str, number: int) -> str:
    """The number that the zone's list gives the n-th client of a kind."""
    return f"{'E' if kind == Client.Kind.ENTERPRISE else 'P'}{number:04}"


def client_of(kind: Client.Kind, number: int) -> Client | None:
    """The n-th client of a kind as it stands on the office's list; None before it came there."""
    return Client.objects.filter(kind=kind, code=code_of(kind, number), until=None).first()


def served(kind: str, number: int, *, on: date) -> Stewardship | None:
    """The term of whoever serves the n-th client of a kind on a day, with the client and the steward; None where it is not listed, or nobody's."""
    runs = Q(until=None) | Q(until__gte=on)
    terms = Stewardship.objects.filter(runs, client__kind=kind, client__code=code_of(kind, number), client__until=None, since__lte=on)
    return terms.select_related("client", "steward").order_by("-since", "-pk").first()


def enterprise(world: World, number: int) -> Firm:
    """The n-th key enterprise of a run. The first is the demonstration's applicant's."""
    chance, trade = world.chance("firm", number), TRADES[_weighed(world, number)]
    size = chance.choices(range(len(_STAFF)), _SHARES)[0]
    mark, mobile = mark_of(world, number), demo.MOBILES[0] if number == 1 else f"139001{number:05}"
    return Firm(
        Client.Kind.ENTERPRISE,
        number,
        mark,
        f"昆山{mark}{trade.name}有限公司",
        credit_code_of(number),
        trade,
        _town(chance),
        chance.randint(*_STAFF[size]),
        str(Client.Revenue.values[size]),
        person(chance),
        chance.choice(POSTS),
        mobile,
    )


def project(world: World, number: int) -> Firm:
    """The n-th investment project on the list: an enterprise of the list builds it, some an enterprise that is not on it."""
    chance = world.chance("listed project", number)
    most = counts(world)[Client.Kind.ENTERPRISE]
    builder = enterprise(world, chance.randint(1, most) if chance.random() < 0.7 else most + number)
    name = f"{builder.mark}{builder.trade.product}{chance.choice(('扩建', '新建', '技术改造', '二期'))}项目"
    return Firm(
        Client.Kind.PROJECT,
        number,
        builder.mark,
        name,
        builder.uscc,
        builder.trade,
        _town(chance),
        0,
        "",
        person(chance),
        "项目经理",
        f"139003{number:05}",
    )


def one(world: World, kind: str, number: int) -> Firm:
    """The n-th client of a kind."""
    return project(world, number) if kind == Client.Kind.PROJECT else enterprise(world, number)


def credit_code_of(number: int) -> str:
    """A sound credit code; the n-th of a range that is given to nobody."""
    body = f"MB{number:06}"
    head = f"91320583{body}{credit_code.organisation_check(body)}"
    return head + credit_code.check_digit(head)


def mark_of(world: World, number: int) -> str:
    """Three syllables; no two enterprises of a run share them."""
    whole = len(_FIRST) * len(_SECOND) * len(_THIRD)
    place = (world.chance("marks").randrange(whole) + number * _STRIDE) % whole
    rest, first = divmod(place, len(_FIRST))
    third, second = divmod(rest, len(_SECOND))
    return _FIRST[first] + _SECOND[second] + _THIRD[third]


def _weighed(world: World, number: int) -> int:
    """The place of its trade: those first in the table are more frequent."""
    return min(world.chance("trade", number).randrange(len(TRADES)), world.chance("trade again", number).randrange(len(TRADES) + 4))


def _town(chance: Random) -> str:
    """The zone's own town most often."""
    names = [each.name for each in region_code.towns()]
    return names[0] if chance.random() < 0.7 else chance.choice(names[_KEPT_FREE:])


def person(chance: Random) -> str:
    """Somebody's name: a surname and one syllable, so that it is nobody's in particular."""
    return chance.choice(_SURNAMES) + chance.choice(_SECOND)
