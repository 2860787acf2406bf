"""Why a figure is not taken though its topic is known (不能直接填的数): growth, plans, parts of a year or of the firm, others' figures, dollars, vague ones.

Each reason has the sentence in which it is asked about; what is somebody else's or only planned is not asked about.

>>> SENTENCES["growth"][:6]
'这是增加的数'
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gaoxing.facts.cultivation.topics import MONEY, THINGS
from gaoxing.facts.cultivation.values import Value
from gaoxing.facts.cultivation.years import Years
from gaoxing.standards.expression import expression

REASON_LATER = "several"
SENTENCES = {
    "growth": "这是增加的数，不是总数。那一年的总数是多少？",
    "vague": "准确的数是多少？",
    "currency": "这里要填人民币金额。折合人民币是多少元？",
    "unit": "单位是元还是万元？",
    "year": "这是哪一年的数？",
    "several": "这是几年合计的数，还是哪一年的？请一年一年地说。",
    "unfinished": "这只是一年里的一部分，或者这一年还没有过完。全年的总数是多少？",
    "part": "这只是其中一部分。全公司的总数是多少？",
    "average": "这是平均数。全年的总数是多少？",
    "conflict": "前后说了两个数，以哪一个为准？",
    "pending": "还没有授权或者已经失效的不算。有效的有几项？",
    "income": "“收入”是销售收入还是总收入？",
}
"""Reason → the question. `others` and `plan` have none: they are no figures of this enterprise's past."""

OTHERS = expression(
    "同行|隔壁|人家|别人|别家|对手|竞品|友商|他们|她们|它们|(?:整个)?行业(?:平均|里|内)|母公司|总公司|集团|子公司|客户|供应商|上家(?!公司)|朋友|老东家|兄弟公司|关联公司|龙头|参股"
)
OURS = expression("我们|咱们?|自己|本公司|我司|我公司|我这")
PLAN = expression(
    "计划|预计|预算|目标|打算|争取|力争|准备|希望|估计|预期|有望|指标|要做到|想做到|想做|冲(?:一|刺|到)|规划|要是|如果|假如|假设|明年|后年|下一年|未来|将来|应该能|能到|会到|合同约定|考核"
)
SUPPOSED = expression("如果|要是|假如|假设|比如说?|例如")
ACTUAL = expression("实际|结果|最后|最终|真正|审计")
IS_PLAN = expression("(?:的|，)?(?:这)?(?:就)?(?:只)?(?:是|算)?(?:个)?(?:目标|预算|计划|预计|预期|估的|估计|预测|指标)")
GROWN = expression(
    "(?:增长|增加|新增|净增|增|上涨|涨|多|减少|下降|减|少|降|下滑|缩水|翻|提高|提升|追加|超|差|缺|亏|还差|新招|招|走|离职|裁|扩招|入职)(?:了|掉|出|出来)?$"
)
AVERAGE = expression("(?:每个?月|月均|每季度?|每天|日均|人均|平均|年均|每人|每个人|单月|一个月|每年(?![^，。；]{0,10}(?:都|均))|单季|一季度)[^，。；]{0,10}$")
WHOLE_SPAN = expression("(?:[两二三四五]年|这些年|历年|几年)(?:以?来|间|里|下来)?(?:的)?[^，。；]{0,8}(?:一共|累计|总共|合计|加起来|共)|累计")
PART = expression(
    "(?:业务|产品线?|板块|事业部|分公司|子公司|门店|车间|单品|海外|国外|外贸|出口|国内|线上|电商|软件|硬件|服务|项目|材料|设备|人工|老产品|新产品|部门)(?:的|这块|部分|那块|上|这一块)*$"
)
PART_OF_YEAR = expression(
    "上半年|下半年|半年|前[0-9一二三四五六七八九十两]+个月|季度|[到至截](?:现在|目前|今天)|至今|月底|月份|[0-9一二三四五六七八九十]月(?!.*年底)|春节|目前为止|到目前"
)
DENIED = expression("(?:不是|并非|没有|没到|没做到|不到|还没|不足)$")
PENDING = expression(
    "在申请|申请中|正在申请|刚申请|申请了|受理|在审|实审|审查|公示|没授权|未授权|没下来|没下证|没拿到|失效|过期|到期|作废|放弃|转让|卖|在报|待批|等着|进入实质|初审|买来|受让的"
)
NOW = expression("现在|目前|眼下|如今|截至今天")
STOCK = frozenset({"staff", "technical_staff", "research_staff", "total_assets", "net_assets", "liabilities"})
"""What is counted at a moment, not over a year."""


def reason(text: str, value: Value, item: str, kind: str, year: int | None, marks: Sequence[Years], on: date) -> str:
    """Why the figure is not taken, empty where it is; `unit` and `year` come last, for they only want a question."""
    clause, behind = _clause(text, value.start), text[value.end : value.end + 12]
    since = max((each.end for each in marks if each.end <= value.start), default=0)
    if _others(clause):
        return "others"
    if _planned(clause, behind, marks, value, text) or (year is not None and year > on.year):
        return "plan"
    if value.amount is not None and DENIED.search(text, max(0, value.start - 4), value.start):
        return "denied"
    if kind == THINGS and _pending(text, value):
        return "pending"
    return _of_the_figure(text, value, item, kind, year, marks, on, clause, text[max(since, value.start - len(clause)) : value.start])


def _of_the_figure(text: str, value: Value, item: str, kind: str, year: int | None, marks: Sequence[Years], on: date, clause: str, recent: str) -> str:
    if GROWN.search(text, max(0, value.start - 6), value.start):
        return "growth"
    if value.amount is None:
        return "vague"
    if AVERAGE.search(clause):
        return "average"
    if kind == MONEY and WHOLE_SPAN.search(clause):
        return REASON_LATER
    if kind == MONEY and PART.search(_before_topic(clause)):
        return "part"
    if value.currency not in (None, "CNY"):
        return "currency"
    return _of_the_time(value, item, kind, year, marks, on, recent)


def _of_the_time(value: Value, item: str, kind: str, year: int | None, marks: Sequence[Years], on: date, clause: str) -> str:
    mark = next((each for each in reversed(marks) if each.end <= value.start), None)
    if kind != THINGS or item == "transformations":
        if (mark is not None and mark.partial) or PART_OF_YEAR.search(clause):
            return "unfinished"
        if year == on.year and item not in STOCK:
            return "unfinished"
        if year is not None and year != on.year and item in STOCK and NOW.search(clause):
            return "year"
    return ""


def _clause(text: str, at: int) -> str:
    """The words from the last full stop to a place."""
    return text[max(text.rfind(stop, 0, at) for stop in "。；！？") + 1 : at]


def _others(clause: str) -> bool:
    other = [each.end() for each in OTHERS.finditer(clause)]
    return bool(other) and OURS.search(clause, other[-1]) is None


def _planned(clause: str, behind: str, marks: Sequence[Years], value: Value, text: str) -> bool:
    if IS_PLAN.match(behind):
        return True
    if SUPPOSED.search(clause):
        return True
    plan = [each.end() for each in PLAN.finditer(clause)]
    if not plan:
        return False
    begin = value.start - len(clause)
    freed = any(begin + plan[-1] <= each.start and each.end <= value.start for each in marks)
    return not (freed or ACTUAL.search(clause, plan[-1]))


def _before_topic(clause: str) -> str:
    """The words before the last topic of a clause."""
    from gaoxing.facts.cultivation.topics import find_topics

    topics = [each for each in find_topics(clause) if each.item]
    return clause[: topics[-1].start] if topics else ""


def _pending(text: str, value: Value) -> bool:
    stops = [place for stop in "。；，！" if (place := text.find(stop, value.end)) >= 0]
    opening = max(text.rfind(stop, 0, value.start) for stop in "。；，！、") + 1
    return PENDING.search(text[opening : min(stops, default=len(text))]) is not None
