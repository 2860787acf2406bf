"""A judged name as the page shows it (名称预查结论): the verdict as icon and word, the four parts with what offends marked, why, and what instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _

from gaoxing.names.judgement import Hit, Judgement, Verdict
from gaoxing.names.name import Kind, Part
from gaoxing.office.frontdesk.name_check import CheckedName, Coverage
from gaoxing.office.frontdesk.name_words import kind_word, rule_title, verdict_word

FOUR = (Kind.REGION, Kind.TRADE_NAME, Kind.TRADE, Kind.FORM)
MOST_SHOWN = 5
"""Names met under one rule that stand open; the rest fold up."""

SIGNALS = {Verdict.FREE: "free", Verdict.SIMILAR: "warn", Verdict.RESTRICTED: "manual", Verdict.UNAVAILABLE: "reject", Verdict.FORBIDDEN: "forbidden"}


@dataclass(frozen=True)
class NamePiece:
    """A stretch of a part, and whether it offends."""

    text: str
    marked: bool


@dataclass(frozen=True)
class NamePart:
    """One of the parts (组成部分): what it is called, and its stretches; none where the name lacks it."""

    label: str
    pieces: tuple[NamePiece, ...] = ()


@dataclass(frozen=True)
class NameWhy:
    """Why (理由): signal and word, the rule's title and official number (E1, empty where it has none), the sentence, what to do next, and the article.

    `names` are those met under this rule.
    """

    signal: str
    word: str
    title: str
    rule: str
    message: str
    basis: str
    remedy: str = ""
    names: tuple[str, ...] = ()

    @property
    def near(self) -> tuple[str, ...]:
        """The names met that stand open."""
        return self.names[:MOST_SHOWN]

    @property
    def further(self) -> tuple[str, ...]:
        """Those that fold up."""
        return self.names[MOST_SHOWN:]


@dataclass(frozen=True)
class NameShown:
    """Everything beside a name blank. `signal` names icon and colour; `word` stands beside them; `standing` says where the register was not searched."""

    signal: str
    word: str
    onward: str
    standing: str = ""
    parts: tuple[NamePart, ...] = ()
    findings: tuple[NameWhy, ...] = ()
    hits: tuple[NameWhy, ...] = ()
    suggestions: tuple[str, ...] = field(default=())

    @property
    def met(self) -> int:
        """How many names it meets."""
        return sum(len(why.names) for why in self.hits)


def name_shown(checked: CheckedName) -> NameShown:
    """The judgement as shown. Where the register was not searched, nothing is called 可用."""
    judged = checked.judgement
    unsearched = judged.verdict is Verdict.FREE and checked.coverage is not Coverage.SEARCHED
    return NameShown(
        "unsearched" if unsearched else SIGNALS[judged.verdict],
        _("还没查重名") if unsearched else verdict_word(judged.verdict),
        _onward(judged, unsearched=unsearched),
        _standing(checked.coverage),
        name_parts(judged),
        tuple(_why(each.verdict, each.rule, each.message, each.basis, remedy=each.remedy) for each in judged.findings),
        _hits(judged.hits),
        judged.suggestions,
    )


def spoken_verdict(checked: CheckedName) -> str:
    """The verdict in one sentence, for those who hear the page."""
    shown = name_shown(checked)
    return _("名称“%(name)s”：%(word)s。") % {"name": checked.judgement.name.text, "word": shown.word}


def name_parts(judged: Judgement) -> tuple[NamePart, ...]:
    """The parts as they stand in the name, each cut where something offends; behind them those of the four that are lacking.

    Where it meets other names, it is the 字号 that offends.
    """
    spans = [(each.start, each.end) for each in judged.findings if each.end > each.start and each.verdict is not Verdict.FREE]
    spans += [(part.start, part.end) for part in judged.name.parts if part.kind is Kind.TRADE_NAME and judged.hits]
    standing = tuple(NamePart(kind_word(part.kind), _cut(part, spans)) for part in judged.name.parts)
    lacking = tuple(NamePart(kind_word(kind)) for kind in FOUR if judged.name.part(kind) is None)
    return standing + lacking


def _cut(part: Part, spans: list[tuple[int, int]]) -> tuple[NamePiece, ...]:
    edges = {part.start, part.end, *(edge for span in spans for edge in span if part.start < edge < part.end)}
    return tuple(
        NamePiece(part.text[start - part.start : end - part.start], any(first <= start and end <= last for first, last in spans))
        for start, end in pairwise(sorted(edges))
    )


def _hits(hits: tuple[Hit, ...]) -> tuple[NameWhy, ...]:
    """One reason for all names met under the same rule and with the same sentence."""
    met: dict[tuple[Verdict, str, str, str], list[str]] = {}
    for each in hits:
        met.setdefault((each.verdict, each.rule, each.message, each.basis), []).append(each.name)
    return tuple(_why(*reason, names=tuple(names)) for reason, names in met.items())


def _why(verdict: Verdict, rule: str, message: str, basis: str, *, remedy: str = "", names: tuple[str, ...] = ()) -> NameWhy:
    word = _("提醒") if verdict is Verdict.FREE else verdict_word(verdict)
    signal = "warn" if verdict is Verdict.FREE else SIGNALS[verdict]
    number = rule if rule[-1:].isdecimal() else ""
    return NameWhy(signal, word, rule_title(rule), number, message, basis.replace(" [K]", "[K]").replace("[K]", _("（未核实）")), remedy, names)


def _onward(judged: Judgement, *, unsearched: bool) -> str:
    if unsearched:
        return _("写法上没有发现问题；有没有重名还不知道。")
    return {
        Verdict.FREE: _("没有查到相同或者相近的名称。最后以登记机关的结论为准。"),
        Verdict.SIMILAR: _("可以继续用，风险由您承担；也可以换一个字号。"),
        Verdict.RESTRICTED: _("要先批准，或者由工作人员核对：请看下面要带什么，也可以改。"),
        Verdict.UNAVAILABLE: _("请按下面说的改，改好再往下办。"),
        Verdict.FORBIDDEN: _("这样的名称不能登记，请按下面说的改。"),
    }[judged.verdict]


def _standing(coverage: Coverage) -> str:
    """A sentence where the register was not searched: why, and what next; empty where it was."""
    return {
        Coverage.SEARCHED: "",
        Coverage.HALF_SAID: _("名称还没说全，缺字号或者组织形式（如“有限公司”），还没有查重名；说全了就查。"),
        Coverage.OWN_UNKNOWN: _("还没有查重名：要先知道是哪一家企业变更，才能把它自己的名称除外。请先说企业现在的名称。"),
        Coverage.OTHER_POOL: _("没有查重名：这个名称归别处的登记机关，不在这里的名称库里。请向那里查询。"),
        Coverage.NOT_LOADED: _("没有查重名：登记机关的名称库还没有装进来，这里只看了名称的写法和用字。请到窗口查重名。"),
        Coverage.OUTAGE: _("名称库现在查不了，没有查重名；名称已经记下。请过一会儿再看，或者到窗口查。"),
    }[coverage]
