"""Charts of any numbers: everything drawn, in proportion, escaped, within the picture; looked at through the SVG alone."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.documents.charts.chart import MOST_SERIES, Chart, Kind, Series
from gaoxing.documents.charts.drawing import svg
from gaoxing.documents.charts.measures import SIZE, SMALL, WIDTH, wide
from gaoxing.documents.charts.rows import table

NAME = "{http://www.w3.org/2000/svg}"
NUMBERS = st.one_of(st.integers(-(10**13), 10**13), st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2))
POSITIVE = st.one_of(st.integers(0, 10**13), st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=2))
WORDS = st.text(st.sampled_from("诉求政策与用工AB12<>&\"' —"), min_size=1, max_size=30)
SINGLE = (Kind.FUNNEL, Kind.SHARE, Kind.SPARK)


@st.composite
def charts(draw, kinds=tuple(Kind)):
    """A chart that can be drawn, of any shape."""
    kind, labels = draw(st.sampled_from(kinds)), tuple(draw(st.lists(WORDS, min_size=1, max_size=MOST_SERIES)))
    number = st.one_of(st.none(), POSITIVE if kind in (Kind.FUNNEL, Kind.SHARE) else NUMBERS)
    rows = draw(st.lists(st.tuples(WORDS, st.tuples(*(number for _ in labels))), min_size=1, max_size=1 if kind in SINGLE else 4))
    stacked = kind in (Kind.BARS, Kind.COLUMNS) and draw(st.booleans())
    return Chart(kind, draw(WORDS), labels, tuple(Series(*row) for row in rows), unit=draw(st.sampled_from(("", "件", "%"))), stacked=stacked)


def bars(*values, stacked=False, kind=Kind.BARS):
    """A chart of one label a number, or of series."""
    series = values if isinstance(values[0], tuple) else (values,)
    labels = tuple(f"第{number}项" for number in range(len(series[0])))
    return Chart(kind, "样例", labels, tuple(Series(f"系列{number}", each) for number, each in enumerate(series)), unit="件", stacked=stacked)


def parsed(chart, **told):
    return ElementTree.fromstring(svg(chart, **told))


def marks(chart):
    """What stands for a number."""
    return [each for each in parsed(chart).iter() if "chart-mark" in (each.get("class") or "")]


def words_of(chart, **told):
    return [each.text for each in parsed(chart, **told).iter(f"{NAME}text")]


def widths(chart):
    return [float(each.get("width")) for each in marks(chart)]


@settings(max_examples=150, deadline=None)
@given(charts())
def test_every_known_number_is_drawn_once(chart):
    wanted = 0 if chart.empty else len(chart.values)
    assert wanted == len(marks(chart)) or chart.kind is Kind.SPARK


@settings(max_examples=150, deadline=None)
@given(charts(), st.sampled_from(("zh", "en")))
def test_a_picture_is_sound_named_and_without_style_or_script(chart, language):
    drawn = svg(chart, language=language)
    root = ElementTree.fromstring(drawn)
    assert root[0].text == chart.title
    assert root[1].text
    assert not re.search(r"style=|<style|<script|on\w+=|nan|inf", re.sub(r">[^<]*<", "><", drawn), re.IGNORECASE)
    assert root.get("aria-labelledby") == "chart-title chart-desc"


@settings(max_examples=150, deadline=None)
@given(charts((Kind.BARS, Kind.COLUMNS, Kind.FUNNEL, Kind.SHARE)))
def test_no_block_is_of_less_than_nothing_or_leaves_the_picture(chart):
    height = float(parsed(chart).get("viewBox").split()[3])
    for each in marks(chart):
        x, y, across, high = (float(each.get(name)) for name in ("x", "y", "width", "height"))
        assert min(across, high) >= 0
        assert -0.1 <= x <= x + across <= WIDTH + 0.1
        assert -0.1 <= y <= y + high <= height + 0.1


@settings(max_examples=100, deadline=None)
@given(st.lists(POSITIVE, min_size=2, max_size=8).filter(any), st.sampled_from((Kind.BARS, Kind.FUNNEL, Kind.SHARE)))
def test_widths_are_in_proportion(values, kind):
    found, most = widths(bars(*values, kind=kind)), max(values)
    longest = found[values.index(most)]
    assert all(abs(each - longest * float(Decimal(value) / Decimal(most))) < 0.05 for value, each in zip(values, found, strict=True))


@settings(max_examples=100, deadline=None)
@given(charts((Kind.BARS, Kind.COLUMNS, Kind.LINES, Kind.FUNNEL, Kind.SHARE)))
def test_no_words_lie_on_others_or_outside(chart):
    boxes = [box(each) for each in parsed(chart).iter(f"{NAME}text")] if not chart.empty else []
    assert all(left >= -1 and right <= WIDTH + 1 for left, right, _, _ in boxes)
    clashes = [(one, other) for place, one in enumerate(boxes) for other in boxes[place + 1 :] if overlap(one, other)]
    assert not clashes


@settings(max_examples=100, deadline=None)
@given(charts())
def test_the_table_says_every_number_of_the_picture(chart):
    rows = table(chart).rows
    assert [each.label for each in rows] == list(chart.labels)
    assert all(len(each.cells) + 1 == len(table(chart).head) for each in rows)
    assert all(("—" in row.cells[place]) == (each.values[number] is None) for number, row in enumerate(rows) for place, each in enumerate(chart.series))


def box(each):
    """Left, right, top and bottom of words, as wide as a face draws them at most."""
    size = int(each.get("font-size") or SIZE)
    across, x, y = wide(each.text, size) * 0.97, float(each.get("x")), float(each.get("y"))
    left = {"end": x - across, "middle": x - across / 2}.get(each.get("text-anchor"), x)
    return left, left + across, y - size * 0.8, y


def overlap(one, other):
    return min(one[1], other[1]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[2], other[2]) > 1


def test_zero_and_unknown_are_not_the_same():
    chart = bars(0, None, 5)
    assert len(marks(chart)) == 2
    assert [each for each in words_of(chart) if not each.startswith("第")] == ["0", "—", "5"]


@pytest.mark.parametrize("chart", [bars(None, None), bars(0, 0, kind=Kind.SHARE), Chart(Kind.LINES, "空", (), (Series("件数", ()),))])
def test_what_has_no_numbers_says_so_in_a_sentence(chart):
    assert words_of(chart) == ["这里还没有数据。"]
    assert words_of(chart, language="en") == ["There are no figures here yet."]


@pytest.mark.parametrize("kind", [Kind.BARS, Kind.COLUMNS, Kind.LINES, Kind.FUNNEL])
def test_nothing_but_zeros_is_drawn_as_zeros(kind):
    assert len(marks(bars(0, 0, kind=kind))) == 2


def test_what_is_below_zero_lies_on_the_other_side_of_the_axis():
    below, above = marks(bars(-5, 10))
    assert float(below.get("x")) + float(below.get("width")) == pytest.approx(float(above.get("x")), abs=0.02)
    assert widths(bars(-5, 10))[1] == pytest.approx(2 * widths(bars(-5, 10))[0], abs=0.03)


def numbers(chart):
    """Where the numbers of bars begin."""
    return [float(each.get("x")) for each in parsed(chart).iter(f"{NAME}text") if each.get("class") == "chart-number"]


@pytest.mark.parametrize("chart", [bars(2, 5, 1), bars((1, 2), (3, 4)), bars((5,), (1,))])
def test_every_number_stands_at_the_end_of_its_own_bar(chart):
    ends = sorted(float(each.get("x")) + float(each.get("width")) for each in marks(chart))
    assert sorted(numbers(chart)) == pytest.approx([each + 6 for each in ends], abs=0.03)


def test_the_number_of_a_stack_stands_at_its_end_and_that_of_nothing_at_the_axis():
    stack = bars((2, 1), (4, None), stacked=True)
    longest = max(float(each.get("x")) + float(each.get("width")) for each in marks(stack))
    assert numbers(stack)[0] == pytest.approx(longest + 6, abs=0.03)
    axis, none = min(numbers(bars(-5, None))), numbers(bars(-5, None))[1]
    assert (none, numbers(bars(-5, None))[0]) == (axis, axis)


def test_stacked_bars_lie_end_to_end_and_say_their_sum():
    chart = bars((2, 3), (4, None), stacked=True)
    first, second = marks(chart)[:2]
    assert float(first.get("x")) + float(first.get("width")) == pytest.approx(float(second.get("x")), abs=0.02)
    assert {"6", "3"} <= set(words_of(chart))
    assert [each.cells for each in table(chart).rows] == [("2", "4", "6"), ("3", "—", "3")]


def test_colour_is_never_the_only_sign():
    chart = bars((1, 2), (3, 4), (5, 6))
    fills = {each.get("fill") for each in marks(chart)}
    assert fills == {"currentColor", "url(#chart-1)", "url(#chart-2)"}
    assert {"系列0", "系列1", "系列2"} <= set(words_of(chart))


def test_a_plan_is_a_broken_line_with_marks_of_its_own():
    paths = [each for each in parsed(bars((1, 2, 3), (2, 3, 4), kind=Kind.LINES)).iter(f"{NAME}path") if "chart-line" in (each.get("class") or "")]
    assert sorted({each.get("stroke-dasharray") or "" for each in paths}) == ["", "6 4"]


def test_a_line_breaks_where_nobody_knows():
    [path] = [each for each in parsed(bars(1, 2, None, 3, 4, kind=Kind.LINES)).iter(f"{NAME}path") if "chart-line" in (each.get("class") or "")]
    assert path.get("d").count("M") == 2


def test_ids_of_two_pictures_do_not_meet():
    one, other = (set(re.findall(r' id="([^"]+)"', svg(bars((1,), (2,)), name=name))) for name in ("a", "b"))
    assert one
    assert not one & other


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"labels": ("甲",), "series": (Series("件数", (1, 2)),)}, "as many numbers"),
        ({"links": ("/a", "/b")}, "as many numbers"),
        ({"series": (Series("件数", (Decimal("NaN"),)),)}, "finite"),
        ({"series": (Series("件数", (1.5,)),)}, "whole ones"),
        ({"series": (Series("件数", (True,)),)}, "whole ones"),
        ({"series": (Series("件数", (1,)),) * 9}, "told apart"),
        ({"kind": Kind.FUNNEL, "series": (Series("件数", (1,)),) * 2}, "one series"),
        ({"kind": Kind.SHARE, "series": (Series("件数", (-1,)),)}, "below zero"),
        ({"kind": Kind.LINES, "stacked": True}, "stacked"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(told, said):
    with pytest.raises(ValueError, match=said):
        Chart(**{"kind": Kind.BARS, "title": "样例", "labels": ("甲",), "series": (Series("件数", (1,)),), **told})


def test_the_table_carries_links_units_shares_and_steps():
    chart = Chart(Kind.FUNNEL, "漏斗", ("线索", "签约", "投产"), (Series("项目", (10, 4, 0)),), unit="个", links=("/1", "/2", ""))
    found = table(chart)
    assert found.head == ("", "项目（个）", "占上一步")
    assert [(each.cells[1], each.link) for each in found.rows] == [("—", "/1"), ("40.0%", "/2"), ("0.0%", "")]
    assert table(chart, "en").head[1] == "项目 (个)"


def test_small_words_are_large_enough_on_a_telephone():
    assert SMALL * 328 / WIDTH >= 10.5
