"""The letter of a self-assessment (资质自评书): every rung with its verdict, conditions, gaps, evidence wanted and sources; what was not confirmed is marked.

It is laid out like every deed, so that the PDF and the Word document come of the same blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from gaoxing.checks.assessment.plausible import Doubt
from gaoxing.checks.assessment.rung import UNCONFIRMED, Line, Standing
from gaoxing.checks.assessment.verdict import TERMS, Judged, Scored, Verdict
from gaoxing.documents.deed import TEMPLATE
from gaoxing.documents.document import Layout
from gaoxing.documents.printable import printable
from gaoxing.forms.cultivation import named

TITLE = "企业培育梯队自评书"
BASIS = "各级资质的认定、评价办法和通知，见正文所列"
NONE = "—"
UNSEEN = "（未核实）"
DISCLAIMER = (
    "本自评书由系统按企业自己填报的数据和上面所列日期有效的规定算出，供企业和服务人员参考，不是认定、评价的结论，也不代替申报材料。"
    "是否符合，以主管部门受理后的审核、评审为准。"
)
UNCONFIRMED_SAID = "标“未核实”的条件没有核实到官方原文，判断只作提示，不计入总的结论，由工作人员核对原文。"
EXPERTS_SAID = "“需专家”的条件和得分由评审专家判断，系统只给出可能的范围。"
SUMMARY, CONDITIONS, ITEMS = (
    ("资质", "判断", "得分（要达到）", "还缺的数", "下一步"),
    ("条件", "判断", "现状和要求", "差距", "证明材料"),
    ("评分项", "得分", "现状", "升一档", "证明材料"),
)

Block = dict[str, Any]


def letter(standings: Sequence[Standing], on: date, *, enterprise: str = "", uscc: str = "") -> Layout:
    """The letter for these standings, in their order, on the day. Values as `documents/deed.py` has them."""
    blocks = [
        *_opening(on, enterprise, uscc),
        *_doubted(standings[0].doubts if standings else ()),
        _heading("一、总的结论"),
        _table(SUMMARY, [_summary(each) for each in standings], (3, 2, 3, 4, 5)),
        *(block for number, each in enumerate(standings, start=2) for block in _rung(each, number)),
        _heading("说明"),
        *(_paragraph(each) for each in (DISCLAIMER, UNCONFIRMED_SAID, EXPERTS_SAID)),
        _paragraph(f"出具日期：{_day(on)}"),
    ]
    values = {"on": on.isoformat(), "title": TITLE, "basis": BASIS, "blocks": blocks}
    return Layout(f"{TITLE}（{on.isoformat()}）", TITLE, TEMPLATE, values, BASIS, "Self-assessment before the rungs of cultivation")


def confirmed(basis: str) -> str:
    """A basis as it is printed: that it was not confirmed said in words.

    >>> confirmed("某办法第三条 [K]"), confirmed("某办法，数字未核实[K]")
    ('某办法第三条（未核实）', '某办法，数字未核实')
    """
    bare = basis.replace(UNCONFIRMED, "").strip()
    return bare if bare == basis or "未核实" in bare else f"{bare}{UNSEEN}"


def _opening(on: date, enterprise: str, uscc: str) -> Iterator[Block]:
    told = [f"企业名称：{enterprise}" if enterprise else "", f"统一社会信用代码：{uscc}" if uscc else ""]
    if any(told):
        yield _paragraph("　".join(each for each in told if each))
    yield _paragraph(f"下面是按{_day(on)}有效的规定，对企业填报的数据逐条判断的结果。每一条写明判断、差距、要准备的证明材料和依据。")


def _doubted(doubts: Sequence[Doubt]) -> Iterator[Block]:
    if doubts:
        yield _heading("请先核对这些数")
        yield from (_paragraph(each.message) for each in doubts)
        yield _paragraph("核对以前，这些数按没有填算，各级资质都不判满足。")


def _summary(standing: Standing) -> list[str]:
    lacking = "、".join(named(each) for each in standing.wants[:4]) + (f"等{len(standing.wants)}个" if len(standing.wants) > 4 else "")
    return [_called(standing), TERMS[standing.verdict], _score(standing), lacking, _next(standing)]


def _called(standing: Standing) -> str:
    return standing.rung.name + (f"（{standing.batch}年批次）" if standing.batch else "")


def _score(standing: Standing) -> str:
    if standing.mark is None:
        return ""
    points = f"{standing.worst}" if standing.worst == standing.best else f"{standing.worst}至{standing.best}"
    return f"{points}（{standing.mark}）"


def _next(standing: Standing) -> str:
    """The gaps that are to be closed, else the cheapest step to more points."""
    if standing.gaps:
        return "；".join(each.sentence for each in standing.gaps[:2])
    step = standing.step.outcome.step if standing.step and standing.verdict is not Verdict.MET else None
    return f"{step.gap.sentence}，加{step.points}分" if step else ""


def _rung(standing: Standing, number: int) -> Iterator[Block]:
    yield _heading(f"{_ORDINALS[number - 1]}、{_called(standing)}：{TERMS[standing.verdict]}")
    yield _table(CONDITIONS, [_condition(each) for each in (*standing.criteria, *standing.scored)], (4, 3, 5, 5, 4))
    if standing.items:
        yield _paragraph(f"评分：{_score(standing).replace('（', '分（要达到')}")
        yield _table(ITEMS, [_item(each) for each in standing.items], (4, 3, 4, 5, 4))
    if standing.direct:
        yield _paragraph("得分不够时，有下面一条也可以：")
        yield _table(CONDITIONS, [_condition(each) for each in standing.direct], (4, 3, 5, 5, 4))
    if standing.wants:
        yield _paragraph(f"还缺{len(standing.wants)}个数：{'、'.join(named(each) for each in standing.wants)}。")
    yield _paragraph(f"依据：{'；'.join(_sources(standing))}。")


_ORDINALS = "一二三四五六七八九十"


def _condition(line: Line[Judged]) -> list[str]:
    told = line.outcome
    shown = told.value + (f"（要：{told.threshold}）" if told.threshold else "")
    return [_titled(line), TERMS[told.verdict], shown, told.gap.sentence if told.gap else told.note, "、".join(line.condition.evidence)]


def _item(line: Line[Scored]) -> list[str]:
    told = line.outcome
    points = f"{told.worst}" if told.worst == told.best else f"{told.worst}至{told.best}"
    step = f"{told.step.gap.sentence}，加{told.step.points}分" if told.step else told.note
    return [_titled(line), f"{points}/{told.most}", told.value, step, "、".join(line.condition.evidence)]


def _titled(line: Line[Any]) -> str:
    return line.condition.title + ("" if line.condition.confirmed else UNSEEN)


def _sources(standing: Standing) -> list[str]:
    bases = [
        *(each.condition.basis for each in standing.criteria),
        *(each.condition.basis for each in standing.items),
        *(each.condition.basis for each in (*standing.scored, *standing.direct)),
    ]
    return list(dict.fromkeys(map(confirmed, bases)))


def _day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def _heading(text: str) -> Block:
    return {**_EMPTY, "kind": "heading", "runs": _runs(text)}


def _paragraph(text: str) -> Block:
    return {**_EMPTY, "kind": "paragraph", "runs": _runs(text)}


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Block:
    cells = [[_runs(cell or NONE) for cell in row] for row in rows]
    return {**_EMPTY, "kind": "table", "runs": [], "head": list(head), "rows": cells, "widths": list(widths)}


_EMPTY: Block = {"number": "", "basis": "", "head": [], "rows": [], "widths": []}


def _runs(text: str) -> list[dict[str, str]]:
    return [{"text": printable(text), "path": ""}]
