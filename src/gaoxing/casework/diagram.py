"""Draws a table of states (流转图) as an SVG that needs no style sheet, script or font of its own; a style sheet may colour its classes.

>>> from gaoxing.casework.tables import table
>>> svg(table("change"))[:5]
'<svg '
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gaoxing.casework.layout import BOX_HEIGHT, Layout, arranged, staying
from gaoxing.casework.table import Table, Term

LETTER, SMALL = 16, 12
NARROW = 0.56
"""How wide a Latin letter is beside a Chinese character."""

CHINESE, ENGLISH = "zh", "en"
_LINE = 'fill="none" stroke="currentColor"'


def svg(table: Table, *, current: str = "", language: str = CHINESE, name: str = "states") -> str:
    """The picture. `current` marks the state of a case, `language` is `zh` or `en`, `name` begins the ids, so that two pictures can stand on one page.

    Raises KeyError for a `current` that the table does not know.
    """
    now = table.states[current] if current else None
    box = max(_box(table, state, language) for state in table.states)
    layout = arranged(table, box)
    title = {CHINESE: f"{table.term}的流转图", ENGLISH: f"The life of a case: {table.english}"}[language]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="states" viewBox="0 0 {layout.width} {layout.height}" width="{layout.width}" height="{layout.height}" '
        f'role="img" aria-labelledby="{escape(name)}-title {escape(name)}-description" color="#1b2524" font-family="sans-serif">',
        f'<title id="{escape(name)}-title">{escape(title)}</title>',
        f'<desc id="{escape(name)}-description">{escape(_described(table, language, _word(now, language) if now else ""))}</desc>',
        f'<rect class="ground" width="{layout.width}" height="{layout.height}" fill="#ffffff"/>',
        *_lines(layout),
        *(_state(table, layout, state, language, marked=state == current) for state in table.states),
        *_labels(table, layout, language),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lines(layout: Layout) -> Iterator[str]:
    """For each state that is led to: its tracks, its trunk, the drops onto them and the arrow."""
    for target in dict.fromkeys(way.target for way in layout.ways):
        pieces, dots = list(_drops(layout, target)), []
        own = {gutter: y for (gutter, each), y in layout.tracks.items() if each == target}
        for gutter, y in own.items():
            joints = list(_joints(layout, target, gutter, trunk=len(own) > 1))
            pieces.append(f"M{min(joints)} {y}H{max(joints)}")
            dots += [(x, y) for x in joints if min(joints) < x < max(joints)]
        if len(own) > 1:
            pieces.append(f"M{layout.lanes[target]} {min(own.values())}V{max(own.values())}")
        x, top = layout.middle(target), layout.corners[target][1]
        pieces.append(f"M{x} {own[layout.layer[target]]}V{top - 6}")
        marks = "".join(f'<circle cx="{x}" cy="{y}" r="2.5" fill="currentColor"/>' for x, y in dict.fromkeys(dots))
        arrow = f'<path d="M{x - 5} {top - 9}L{x} {top}L{x + 5} {top - 9}z" fill="currentColor"/>'
        yield f'<g class="way"><path d="{"".join(pieces)}" {_LINE} stroke-width="1.2"/>{marks}{arrow}</g>'


def _drops(layout: Layout, target: str) -> Iterator[str]:
    for way in layout.ways:
        if way.target == target:
            x, bottom = layout.ports[way.source, target], layout.corners[way.source][1] + BOX_HEIGHT
            yield f"M{x} {bottom}V{layout.tracks[layout.layer[way.source] + 1, target]}"


def _joints(layout: Layout, target: str, gutter: int, *, trunk: bool) -> Iterator[int]:
    """Where something meets a track: the ways that drop onto it, the trunk, and the arrow into the target."""
    yield from (layout.ports[way.source, target] for way in layout.ways if way.target == target and layout.layer[way.source] + 1 == gutter)
    if trunk:
        yield layout.lanes[target]
    if gutter == layout.layer[target]:
        yield layout.middle(target)


def _state(table: Table, layout: Layout, state: str, language: str, *, marked: bool) -> str:
    x, y = layout.corners[state]
    own = table.states[state]
    size = f'width="{layout.box}" height="{BOX_HEIGHT}" rx="6"'
    shape = f'<rect x="{x}" y="{y}" {size} fill="{"#d9edea" if marked else "#ffffff"}" stroke="currentColor" stroke-width="{3 if marked else 1.5}"/>'
    if own.final:
        shape += f'<rect x="{x + 4}" y="{y + 4}" width="{layout.box - 8}" height="{BOX_HEIGHT - 8}" rx="4" {_LINE}/>'
    stays = _staying(table, state, language)
    words = _text(layout.middle(state), y + (24 if stays else 32), LETTER, _word(own, language), "middle")
    more = _text(layout.middle(state), y + 42, SMALL, stays, "middle") if stays else ""
    return f'<g class="state{" current" if marked else ""}">{shape}{words}{more}</g>'


def _labels(table: Table, layout: Layout, language: str) -> Iterator[str]:
    """The acts, each beside the line by which it leaves its state."""
    for way in layout.ways:
        acts = _listed([_word(table.acts[act], language) for act in way.acts], language)
        y = layout.tracks[layout.layer[way.source] + 1, way.target]
        x, left = layout.ports[way.source, way.target], layout.towards(way) < layout.ports[way.source, way.target]
        yield f'<g class="act">{_text(x + (-5 if left else 5), y - 5, SMALL, acts, "end" if left else "start")}</g>'


def _text(x: int, y: int, size: int, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="currentColor">{escape(words)}</text>'


def _staying(table: Table, state: str, language: str) -> str:
    acts = [_word(table.acts[row.act], language) for row in staying(table, state)]
    return f"↺ {_listed(acts, language)}" if acts else ""


def _box(table: Table, state: str, language: str) -> int:
    """How wide a state must be for its words."""
    words, more = _word(table.states[state], language), _staying(table, state, language)
    return int(max(_wide(words) * LETTER, _wide(more) * SMALL, 6 * LETTER)) + 24


def _wide(words: str) -> float:
    return sum(NARROW if character.isascii() else 1 for character in words)


def _described(table: Table, language: str, now: str) -> str:
    """The picture in words: where one goes from each state, and where the case stands."""
    said = []
    for state in table.states.values():
        rows = [(_word(table.acts[row.act], language), _word(table.states[row.target], language)) for row in table.leaving(state.id) if row.target != state.id]
        if language == CHINESE:
            said.append(f"{state.term}：" + ("，".join(f"{act}→{target}" for act, target in rows) or "到此为止") + "。")
        else:
            said.append(f"{state.english}: " + (", ".join(f"{act} → {target}" for act, target in rows) or "the end") + ".")
    here = ({CHINESE: f"现在是{now}。", ENGLISH: f"Now: {now}. "}[language],) if now else ()
    return "".join((*here, *said)) if language == CHINESE else " ".join((*here, *said))


def _word(term: Term, language: str) -> str:
    return term.term if language == CHINESE else term.english


def _listed(words: list[str], language: str) -> str:
    return ("、" if language == CHINESE else ", ").join(words)
