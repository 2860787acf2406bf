"""Where a table's states and ways stand in its picture (流转图的布局): layers from top to bottom, and one line that gathers all ways to a state.

Between two layers lies a gutter; in it every state that is led to from above the gutter has a track of its own. A way drops from its state onto the track of
its target; a track ends in the target where that stands right below the gutter, else it joins the target's trunk at the side. So lines cross but never lie on
each other, and each leads to one state only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gaoxing.casework.table import Table, Transition

BOX_HEIGHT, BOX_GAP = 52, 28
TRACK, PADDING = 24, 20
LANE, MARGIN = 18, 16


@dataclass(frozen=True)
class Way:
    """All acts that lead from one state to another, and whether the target stands right below."""

    source: str
    target: str
    acts: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """Pixels: the top left corner of each state, where each way leaves (x), the height of each target's track in each gutter, the side lane of each trunk."""

    width: int
    height: int
    box: int
    corners: Mapping[str, tuple[int, int]]
    layer: Mapping[str, int]
    ways: tuple[Way, ...]
    ports: Mapping[tuple[str, str], int]
    tracks: Mapping[tuple[int, str], int]
    lanes: Mapping[str, int]

    def towards(self, way: Way) -> int:
        """Where a way turns to once it has left its state (x): its target right below, or the trunk."""
        return self.middle(way.target) if self.layer[way.source] + 1 == self.layer[way.target] else self.lanes[way.target]

    def middle(self, state: str) -> int:
        """The middle of a state, where its arrow comes in."""
        return self.corners[state][0] + self.box // 2


def ways(table: Table) -> tuple[Way, ...]:
    """The ways between different states, acts that lead alike gathered."""
    pairs = dict.fromkeys((row.source, row.target) for row in table.transitions if row.source != row.target)
    return tuple(Way(source, target, tuple(row.act for row in table.transitions if (row.source, row.target) == (source, target))) for source, target in pairs)


def staying(table: Table, state: str) -> tuple[Transition, ...]:
    """The acts that leave a state as it is."""
    return tuple(row for row in table.leaving(state) if row.target == state)


def arranged(table: Table, box: int) -> Layout:
    """The layout of a table whose states are `box` pixels wide."""
    found = ways(table)
    layer = _layers(table, found)
    rows = [[state for state in table.states if layer[state] == number] for number in range(max(layer.values()) + 1)]
    back, onward = _distant(table, found, layer)
    left = MARGIN + LANE * len(back) + BOX_GAP
    inner = max(len(row) for row in rows) * (box + BOX_GAP) - BOX_GAP
    lanes = {state: MARGIN + LANE * number for number, state in enumerate(back)}
    lanes |= {state: left + inner + BOX_GAP + LANE * number for number, state in enumerate(onward)}
    starts = {state: x for row in rows for state, x in _side_by_side(row, left, inner, box)}
    tops, tracks, bottom = _stacked(rows, [_targets(number, found, layer, lanes, starts) for number in range(len(rows) + 1)])
    corners = {state: (starts[state], tops[state]) for state in table.states}
    width = left + inner + BOX_GAP + LANE * len(onward) + MARGIN
    return Layout(width, bottom, box, corners, layer, found, _ports(found, layer, starts, lanes, box), tracks, lanes)


def _layers(table: Table, found: Sequence[Way]) -> dict[str, int]:
    """A state stands below all that lead forward to it; forward is the order of the table."""
    order = {state: number for number, state in enumerate(table.states)}
    layer = dict.fromkeys(order, 0)
    for state in order:
        before = [layer[way.source] + 1 for way in found if way.target == state and order[way.source] < order[state]]
        layer[state] = max(before, default=0)
    return layer


def _distant(table: Table, found: Sequence[Way], layer: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """The states that are come to from afar and so need a trunk: from below or beside, and only from above."""
    back = [state for state in table.states if any(way.target == state and layer[way.source] >= layer[state] for way in found)]
    far = {way.target for way in found if layer[way.source] + 1 != layer[way.target]}
    return back, [state for state in table.states if state in far and state not in back]


def _side_by_side(row: Sequence[str], left: int, inner: int, box: int) -> Iterator[tuple[str, int]]:
    """The left edge of each state of a layer, the layer in the middle."""
    start = left + (inner - len(row) * (box + BOX_GAP) + BOX_GAP) // 2
    return ((state, start + place * (box + BOX_GAP)) for place, state in enumerate(row))


def _stacked(rows: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]) -> tuple[dict[str, int], dict[tuple[int, str], int], int]:
    """The upper edges of the states, the heights of the tracks and the lower edge of the picture."""
    tops: dict[str, int] = {}
    tracks: dict[tuple[int, str], int] = {}
    y = MARGIN
    for number, above in enumerate(targets):
        tracks |= {(number, target): y + TRACK * place for place, target in enumerate(above, 1)}
        y += TRACK * len(above) + (PADDING if number else 0)
        if number < len(rows):
            tops |= dict.fromkeys(rows[number], y)
            y += BOX_HEIGHT
    return tops, tracks, y + MARGIN


def _targets(gutter: int, found: Sequence[Way], layer: Mapping[str, int], lanes: Mapping[str, int], starts: Mapping[str, int]) -> list[str]:
    """Which targets have a track above layer `gutter`, the outermost at the top: those led to from the layer above, and those right below."""
    present = dict.fromkeys(way.target for way in found if layer[way.source] + 1 == gutter or layer[way.target] == gutter)
    middle = (min(starts.values()) + max(starts.values())) / 2
    towards = {target: starts[target] if layer[target] == gutter else lanes[target] for target in present}
    return sorted(present, key=lambda target: -abs(towards[target] - middle))


def _ports(found: Sequence[Way], layer: Mapping[str, int], starts: Mapping[str, int], lanes: Mapping[str, int], box: int) -> dict[tuple[str, str], int]:
    """Where each way leaves its state: in the order in which they turn to the left or right."""
    ports: dict[tuple[str, str], int] = {}
    for source, x in starts.items():
        towards = {way.target: starts[way.target] if layer[way.target] == layer[source] + 1 else lanes[way.target] for way in found if way.source == source}
        own = sorted(towards, key=lambda target: towards[target])
        ports |= {(source, target): x + box * number // (len(own) + 1) for number, target in enumerate(own, 1)}
    return ports
