"""A name held against one name of the pool (名称比对): rules E1–E3, B1–B2 (binding), N1–N5, G1 (informative); the heaviest that holds.

《企业名称登记管理规定》 art 17 and the matching rules 工商企注字〔2017〕133号. N4 (partly the same sounds, [K]) is read so: the syllables in another order,
or all but one of them the same where one of the names has three or more. G1 is told by shape alone, where one character is another. A sole trader's
name beside an enterprise's, and a province's name beside a city's, are only shown [K].

>>> from gaoxing.names.composition import split
>>> met("B1", split("昆山沐禾信息技术有限公司"), split("昆山沐禾智能科技有限公司"))
True
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from gaoxing.names.judgement import Hit, Verdict
from gaoxing.names.name import Name
from gaoxing.names.neighbour import Neighbour, State
from gaoxing.names.organisation import Holder, holder
from gaoxing.names.period import binds, free_from
from gaoxing.names.places import MUNICIPALITIES, division_of
from gaoxing.names.readings import readings, same_sound
from gaoxing.names.rule_book import rule_in_force
from gaoxing.names.shapes import similar
from gaoxing.names.trade import Kinship, kinship

ORDER = ("E1", "E2", "E3", "B1", "B2", "N1", "N2", "N5", "N3", "N4", "G1")
"""The rules, the heaviest first; N5 stands for N2 and N3 where neither name has a trade."""
_SAME_NAME = ("E1", "E2", "E3", "B1", "B2", "N1")
_SAME_CLASS = ("N2", "N3", "N4", "G1")
_TRADELESS = ("N5", "G1")


class Parts(Protocol):
    """The parts of a name, as `Name` and `Neighbour` both have them."""

    @property
    def region(self) -> str:
        """The division as written."""

    @property
    def trade_name(self) -> str:
        """字号."""

    @property
    def trade(self) -> str:
        """The trade."""

    @property
    def form(self) -> str:
        """The form of organisation."""


def compare(name: Name, neighbour: Neighbour, on: date, *, sole_trader: bool = False) -> Hit | None:
    """The heaviest rule under which the two names meet on that day; None where they do not, or the other no longer binds or lies in another pool."""
    bearing = _bearing(name, neighbour)
    if bearing is None or not binds(neighbour, on):
        return None
    for rule_id in _possible(name, neighbour):
        holding = rule_in_force(rule_id, on)
        if holding is not None and _meets(rule_id, name, neighbour):
            hit = Hit(neighbour.name, rule_id, holding.verdict, str(neighbour.state), _MESSAGES[rule_id], holding.basis, free_from(neighbour, on))
            return _softened(_dated(hit, neighbour), name, neighbour, bearing, sole_trader=sole_trader)
    return None


def met(rule_id: str, one: Parts, other: Parts) -> bool:
    """Whether the two names meet under that rule, whatever the heavier ones say. Raises KeyError for E1, which looks at whole names, and unknown ones."""
    return _RULES[rule_id](one, other)


def _meets(rule_id: str, name: Name, neighbour: Neighbour) -> bool:
    return name.text == neighbour.name if rule_id == "E1" else _RULES[rule_id](name, neighbour)


def _possible(name: Name, neighbour: Neighbour) -> tuple[str, ...]:
    """The rules that can hold at all, told by 字号 and trade: most neighbours of a common 字号 are of other trades and need no more."""
    if name.text == neighbour.name or _same_name(name, neighbour):
        return _SAME_NAME
    if _same_class(name, neighbour):
        return _SAME_CLASS
    return _TRADELESS if _tradeless(name, neighbour) else ()


def _bearing(name: Name, neighbour: Neighbour) -> bool | None:
    """Whether the pool is the name's own: False where a province's or a national name only meets a city's; None where it is another city's."""
    place = division_of(name.region)
    if place is None or not place.code:
        return bool(place)
    own = place.prefecture
    if len(own) == 2 and own not in MUNICIPALITIES:
        return False if neighbour.prefecture.startswith(own) else None
    if not neighbour.prefecture.startswith(own):
        return None
    theirs = division_of(neighbour.region)
    return theirs is None or len(theirs.prefecture) != 2 or theirs.prefecture in MUNICIPALITIES


def _softened(hit: Hit, name: Name, neighbour: Neighbour, bearing: bool, *, sole_trader: bool) -> Hit:
    """A binding hit that is only shown: across pools, or where one of them is a sole trader's."""
    if hit.verdict is not Verdict.UNAVAILABLE:
        return hit
    theirs = neighbour.sole_trader if neighbour.sole_trader is not None else holder(neighbour.form) is Holder.SHOP
    if theirs or sole_trader or holder(name.form) is Holder.SHOP:
        rule_id = "N1" if hit.rule in {"B1", "B2"} else hit.rule
        return replace(hit, rule=rule_id, verdict=Verdict.SIMILAR, message=f"{hit.message}个体工商户的名称一般分开比对，由工作人员核对。")
    if not bearing:
        return replace(hit, verdict=Verdict.SIMILAR, message=f"{hit.message}两个名称不在同一登记机关的库里，仅供参考。")
    return hit


def _dated(hit: Hit, neighbour: Neighbour) -> Hit:
    """The message with the state told, where it is not simply registered."""
    told = _STATES.get(neighbour.state, "")
    until = f"，{hit.free_from.isoformat()} 起不再占用" if hit.free_from else ""
    return replace(hit, message=f"{hit.message}{told}{until}。" if told else hit.message)


def _reordered(one: Parts, other: Parts) -> bool:
    return _place(one) == _place(other) and (one.trade_name, one.trade, one.form) == (other.trade_name, other.trade, other.form)


def _place(parts: Parts) -> str:
    place = division_of(parts.region)
    return (place.code or place.words) + place.zone if place else parts.region


def _same_name(one: Parts, other: Parts) -> bool:
    return bool(one.trade_name) and one.trade_name == other.trade_name


def _kin(one: Parts, other: Parts) -> Kinship:
    return kinship((one.trade, one.form), (other.trade, other.form))


def _same_class(one: Parts, other: Parts) -> bool:
    """Of the same trade or of near ones: what the informative rules ask."""
    return bool(one.trade_name and other.trade_name) and _kin(one, other) in {Kinship.SAME, Kinship.NEAR}


def _tradeless(one: Parts, other: Parts) -> bool:
    both = (one.trade, one.form), (other.trade, other.form)
    return bool(one.trade_name and other.trade_name) and all(kinship(each, each) is Kinship.NONE for each in both)


def _sounds_alike(one: Parts, other: Parts) -> bool:
    return one.trade_name != other.trade_name and same_sound(one.trade_name, other.trade_name)


def _contains(one: Parts, other: Parts) -> bool:
    short, long = sorted((one.trade_name, other.trade_name), key=len)
    return 2 <= len(short) < len(long) and short in long


def _partly(one: Parts, other: Parts) -> bool:
    """N4: all syllables in another order, or all but one where one name has three or more."""
    short, long = sorted((one.trade_name, other.trade_name), key=len)
    if len(short) < 2 or len(long) - len(short) > 1 or len(long) > 16 or short == long:
        return False
    shared = _shared(readings(short), readings(long))
    return shared == len(long) or (len(long) > 2 and shared == len(long) - 1)


def _shared(short: tuple[frozenset[str], ...], long: tuple[frozenset[str], ...]) -> int:
    """How many syllables can be paired, each once (a largest matching, so that polyphones are read the way that fits)."""
    owner: dict[int, int] = {}

    def placed(mine: int, tried: set[int]) -> bool:
        for theirs, reading in enumerate(long):
            if theirs not in tried and not short[mine].isdisjoint(reading):
                tried.add(theirs)
                if theirs not in owner or placed(owner[theirs], tried):
                    owner[theirs] = mine
                    return True
        return False

    return sum(placed(mine, set()) for mine in range(len(short)))


def _looks_alike(one: Parts, other: Parts) -> bool:
    """One character is another, which looks like it."""
    if len(one.trade_name) != len(other.trade_name) or len(one.trade_name) < 2:
        return False
    different = [pair for pair in zip(one.trade_name, other.trade_name, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and similar(*different[0])


_RULES: dict[str, Callable[[Parts, Parts], bool]] = {
    "E2": lambda one, other: _same_name(one, other) and _reordered(one, other),
    "E3": lambda one, other: _same_name(one, other) and one.trade == other.trade and _kin(one, other) is Kinship.SAME,
    "B1": lambda one, other: _same_name(one, other) and _kin(one, other) is Kinship.SAME,
    "B2": lambda one, other: _same_name(one, other) and _kin(one, other) is Kinship.NONE,
    "N1": lambda one, other: _same_name(one, other) and _kin(one, other) in {Kinship.NEAR, Kinship.LOOSE},
    "N2": lambda one, other: _same_class(one, other) and _sounds_alike(one, other),
    "N3": lambda one, other: _same_class(one, other) and _contains(one, other),
    "N4": lambda one, other: _same_class(one, other) and _partly(one, other),
    "N5": lambda one, other: _tradeless(one, other) and (_sounds_alike(one, other) or _contains(one, other)),
    "G1": lambda one, other: (_same_class(one, other) or _tradeless(one, other)) and _looks_alike(one, other),
}
_LINK = "有投资关系或者受让名称的除外，请带材料到窗口；没有的，请换字号。"
_RISK = "可以继续申报，但要自己承担以后被投诉、被要求改名的风险；稳妥的做法是换字号。"
_MESSAGES = {
    "E1": f"与已有名称完全相同。{_LINK}",
    "E2": f"与已有名称只是各部分的先后不同。{_LINK}",
    "E3": f"字号和行业都与已有名称相同，只有行政区划或者组织形式不同。{_LINK}",
    "B1": f"字号相同，行业也相同。{_LINK}",
    "B2": f"字号相同，其中一个名称没有行业。{_LINK}",
    "N1": f"字号相同，行业相近。{_RISK}",
    "N2": f"字号的读音相同，行业相同或者相近。{_RISK}",
    "N3": f"字号互相包含，行业相同或者相近。{_RISK}",
    "N4": f"字号的读音部分相同，行业相同或者相近。{_RISK}",
    "N5": f"两个名称都没有具体行业，字号读音相同或者互相包含。{_RISK}",
    "G1": f"字号的字形相近，行业相同或者相近。{_RISK}",
}
_STATES = {State.RETAINED: "对方名称在保留期内", State.RELEASED: "对方名称已注销或者变更，未满一年", State.HELD: "对方名称正在办理，暂时占用"}
