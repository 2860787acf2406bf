"""The picture of a table: everything in it, nothing on top of anything else, and words for whoever does not see it."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as Tree

import pytest

from gaoxing.casework import diagram, tables
from gaoxing.casework.layout import BOX_HEIGHT, arranged, staying, ways
from tests.casework.sound import SOUND

[LOAN] = tables.load(SOUND, "loan.toml")
EVERY = [*(tables.table(name) for name in ("registration", "change", "deregistration")), LOAN]
SVG = "{http://www.w3.org/2000/svg}"
BOX = 180


@pytest.fixture(params=EVERY, ids=lambda table: table.id)
def table(request):
    return request.param


@pytest.fixture(params=["zh", "en"])
def language(request):
    return request.param


def words(picture):
    return [each.text for each in Tree.fromstring(picture).iter(f"{SVG}text")]


def test_every_state_stands_in_the_picture_once(table, language):
    shown = words(diagram.svg(table, language=language))
    for state in table.states.values():
        assert shown.count(state.term if language == "zh" else state.english) >= 1


def test_every_way_is_named(table):
    shown = words(diagram.svg(table))
    for way in ways(table):
        assert "、".join(table.acts[act].term for act in way.acts) in shown


def test_what_leaves_a_state_as_it_is_stands_within_it(table):
    shown = words(diagram.svg(table))
    for state in table.states:
        acts = [table.acts[row.act].term for row in staying(table, state)]
        assert not acts or f"↺ {'、'.join(acts)}" in shown


def test_the_picture_can_be_read_without_being_seen(table, language):
    root = Tree.fromstring(diagram.svg(table, language=language, name="case-7"))
    ids = [root.find(f"{SVG}{part}").get("id") for part in ("title", "desc")]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == ids == ["case-7-title", "case-7-description"]
    described = root.find(f"{SVG}desc").text
    assert all((state.term if language == "zh" else state.english) in described for state in table.states.values())


def test_the_picture_keeps_to_the_security_policy(table):
    picture = diagram.svg(table)
    assert not re.search(r"style=|<style|<script|\son\w+=|href", picture)


def test_where_the_case_stands_is_marked_and_said():
    picture = diagram.svg(EVERY[0], current="examined")
    marked = [each for each in Tree.fromstring(picture).iter(f"{SVG}g") if each.get("class") == "state current"]
    assert [each.find(f"{SVG}text").text for each in marked] == ["已审查"]
    assert "现在是已审查。" in picture
    assert "Now: Examined." in diagram.svg(EVERY[0], current="examined", language="en")


def test_a_state_that_the_table_does_not_know_cannot_be_marked():
    with pytest.raises(KeyError, match="lost"):
        diagram.svg(LOAN, current="lost")


def test_signs_of_markup_in_words_are_written_as_words():
    [odd] = tables.load(SOUND.replace('term = "已借出"', 'term = "已<借>&出"'), "loan.toml")
    assert "已<借>&出" in words(diagram.svg(odd))


def test_no_state_lies_on_another_or_outside(table):
    layout = arranged(table, BOX)
    for (x, y), (other_x, other_y) in combinations(layout.corners.values(), 2):
        assert abs(x - other_x) >= BOX or abs(y - other_y) >= BOX_HEIGHT
    assert all(0 < x < layout.width - BOX and 0 < y < layout.height - BOX_HEIGHT for x, y in layout.corners.values())


def test_no_line_lies_on_another(table):
    layout = arranged(table, BOX)
    assert len(set(layout.tracks.values())) == len(layout.tracks)
    assert len(set(layout.lanes.values())) == len(layout.lanes)
    by_layer = {(layout.layer[source], x) for (source, _), x in layout.ports.items()}
    assert len(by_layer) == len(layout.ports)


def test_tracks_run_between_the_states_never_through_them(table):
    layout = arranged(table, BOX)
    for y in layout.tracks.values():
        assert all(not top <= y <= top + BOX_HEIGHT for _, top in layout.corners.values())


def test_trunks_run_beside_the_states(table):
    layout = arranged(table, BOX)
    left, right = min(x for x, _ in layout.corners.values()), max(x + BOX for x, _ in layout.corners.values())
    assert all(not left <= x <= right for x in layout.lanes.values())


def test_every_way_has_a_track_and_a_place_to_turn_to(table):
    layout = arranged(table, BOX)
    for way in layout.ways:
        assert (layout.layer[way.source] + 1, way.target) in layout.tracks
        assert 0 < layout.towards(way) < layout.width


def test_words_fit_into_their_states(table, language):
    root = Tree.fromstring(diagram.svg(table, language=language))
    box = min(int(each.get("width")) for each in root.iter(f"{SVG}rect") if each.get("class") != "ground" and each.get("rx") == "6")
    for group in root.iter(f"{SVG}g"):
        if group.get("class") == "state":
            for text in group.iter(f"{SVG}text"):
                assert sum(0.5 if each.isascii() else 1 for each in text.text) * int(text.get("font-size")) < box
