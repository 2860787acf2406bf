"""The plan as a picture and as a table (进度图): an SVG with a bar a licence, the joint visits, today's line; the table says the same.

No style attributes, no script: the page's stylesheet may colour the classes, without one the picture is black on white.

>>> from datetime import date
>>> from gaoxing.matters.joint_licence.planning.plan import plan
>>> picture = gantt(plan(("business_licence", "signboard"), {}, date(2026, 11, 25)), date(2026, 11, 26))
>>> picture.startswith('<svg'), 'style=' in picture, picture.count('<title')
(True, False, 3)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from gaoxing.matters.joint_licence.permits.entries import Licence
from gaoxing.matters.joint_licence.planning.plan import Plan, Step
from gaoxing.matters.joint_licence.planning.schedule import Phase
from gaoxing.standards import working_days

WIDTH, LEFT, ROW, HEAD, RIGHT = 640, 232, 32, 40, 24
"""Measures of the picture in its own units: the whole width, the names' column, a row, the scale above, the margin."""

LONGEST_NAME = 16
SCALE = ((30, 5), (80, 10), (10_000, 20))
"""Up to how many working days the scale has a mark every so many."""

COLUMNS = ("事项", "部门", "开始", "办结", "工作日", "说明")


def gantt(plan: Plan, today: date, *, name: str = "plan") -> str:
    """The picture. `name` makes its ids its own where several stand on a page."""
    rows = len(plan.steps)
    height = HEAD + rows * ROW + ROW
    marks = "".join((*_scale(plan, height), *_today(plan, today, height), *_visits(plan, height)))
    bars = "".join(_row(step, number, plan) for number, step in enumerate(plan.steps))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="gantt" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'font-size="13" fill="currentColor"><title id="{name}-title">{escape(_title(plan))}</title>'
        f'<desc id="{name}-desc">{escape(_described(plan))}</desc>{marks}{bars}</svg>'
    )


def rows(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """The picture's table twin, a row a licence in the order of COLUMNS."""
    return tuple(
        (
            each.span.licence.name,
            each.span.licence.authority,
            each.first.isoformat(),
            each.last.isoformat(),
            str(each.span.end - each.span.begin),
            "；".join(notes(each)),
        )
        for each in plan.steps
    )


def notes(step: Step) -> Iterator[str]:
    """What is to be known of a step beside its days."""
    row = step.span.licence
    if len(step.span.phases) > 1:
        yield "，".join(f"{each.label}{each.end - each.begin}个工作日{'' if each.counts else '（不计入）'}" for each in step.span.phases)
    if step.span.end == step.span.begin and not step.span.after_opening:
        yield "当场"
    if row.hearing:
        yield row.hearing.words
    if step.by_commitment:
        yield f"告知承诺{f'，{step.verified_by.isoformat()}前核查' if step.verified_by else '，以后核查'}"
        yield from _doubts(row)
    if step.due:
        yield f"{'开业后' if step.span.after_opening else ''}最晚{step.due.isoformat()}前办"
    if step.critical:
        yield "开业日期卡在这一项"
    if not row.verified:
        yield "期限未核实"


def _doubts(licence: Licence) -> Iterator[str]:
    """What is not known of a licence's commitment."""
    commitment = licence.commitment
    if commitment is not None and commitment.days is None:
        yield "承诺后几天办结没有查到，仍按法定天数算"
    elif commitment is not None and not commitment.verified:
        yield "承诺的天数未核实"


def _title(plan: Plan) -> str:
    return f"办理计划：{plan.start.isoformat()}申请，最早{plan.opening.isoformat()}开业"


def _described(plan: Plan) -> str:
    return "；".join(f"{each.span.licence.name}{each.first.isoformat()}到{each.last.isoformat()}" for each in plan.steps) + "。"


def _x(plan: Plan, day: float) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * day / plan.longest, 1)


def _scale(plan: Plan, height: int) -> Iterator[str]:
    longest = plan.longest
    yield f'<text class="gantt-scale" x="0" y="{HEAD - 14}">工作日</text>'
    step = next(every for most, every in SCALE if longest <= most)
    for day in range(0, longest + 1, step):
        x = _x(plan, day)
        yield f'<line class="gantt-mark" x1="{x}" x2="{x}" y1="{HEAD - 8}" y2="{height - ROW}" stroke="currentColor" stroke-opacity="0.2"/>'
        yield f'<text class="gantt-scale" x="{x}" y="{HEAD - 14}" text-anchor="middle">{"申请" if day == 0 else f"{day}天"}</text>'


def _today(plan: Plan, today: date, height: int) -> Iterator[str]:
    """Today's line, where today lies within the plan."""
    last = max((each.last for each in plan.steps), default=plan.start)
    if not plan.start <= today <= last or last == plan.start:
        return
    x = _x(plan, working_days.count(plan.start, today))
    yield f'<line class="gantt-today" x1="{x}" x2="{x}" y1="{HEAD - 8}" y2="{height - ROW}" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"/>'
    yield f'<text class="gantt-today-label" x="{x}" y="{height - 10}" text-anchor="middle">今天 {today.isoformat()}</text>'


def _visits(plan: Plan, height: int) -> Iterator[str]:
    if plan.visits:
        yield f'<text class="gantt-scale" x="0" y="{height - 10}">上门查看</text>'
    for visit, first, last in plan.visits:
        x, width = _x(plan, visit.first), _x(plan, visit.last) - _x(plan, visit.first)
        told = f"{'联合' if len(visit.licences) > 1 else ''}上门查看：{first.isoformat()}到{last.isoformat()}之间一次"
        yield (
            f'<rect class="gantt-visit" x="{x}" y="{height - ROW + 2}" width="{max(width, 2):.1f}" height="4" fill="currentColor" fill-opacity="0.5">'
            f"<title>{escape(told)}</title></rect>"
        )


def _row(step: Step, number: int, plan: Plan) -> str:
    y = HEAD + number * ROW
    name = step.span.licence.name
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    bars = "".join(_bar(each, step, y, plan) for each in step.span.phases) or _point(step, y, plan)
    return f'<g class="gantt-row"><title>{escape(_told(step))}</title><text x="0" y="{y + 20}">{escape(short)}</text>{bars}</g>'


def _told(step: Step) -> str:
    return "；".join((f"{step.span.licence.name}：{step.first.isoformat()}到{step.last.isoformat()}", *notes(step)))


def _bar(phase: Phase, step: Step, y: int, plan: Plan) -> str:
    x, width = _x(plan, phase.begin), _x(plan, phase.end) - _x(plan, phase.begin)
    kind = "gantt-stopped" if not phase.counts else "gantt-critical" if step.critical else "gantt-bar"
    look = 'fill="none" stroke-dasharray="3 3"' if not phase.counts else f'fill="currentColor" fill-opacity="{0.45 if step.critical else 0.2}"'
    days = f'<text x="{x + width / 2:.1f}" y="{y + 20}" text-anchor="middle">{phase.end - phase.begin}天</text>'
    return f'<rect class="{kind}" x="{x}" y="{y + 6}" width="{width:.1f}" height="20" rx="3" stroke="currentColor" {look}/>{days}'


def _point(step: Step, y: int, plan: Plan) -> str:
    """What is done on the spot, or after the opening: a mark with its word."""
    x = _x(plan, step.span.end)
    anchor, shift = ("end", -8) if x > (LEFT + WIDTH) / 2 else ("start", 8)
    word = "开业后办" if step.span.after_opening else "当场"
    return f'<circle class="gantt-point" cx="{x}" cy="{y + 16}" r="4"/><text x="{x + shift}" y="{y + 20}" text-anchor="{anchor}">{word}</text>'
