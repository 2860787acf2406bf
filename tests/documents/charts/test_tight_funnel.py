"""A tight funnel: one line a stage, with name, bar, number and the share of the stage before."""

import re

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.documents.charts.drawing import svg
from gaoxing.documents.charts.funnel import TIGHT

STAGES = ("线索", "在谈", "已签约", "已经拿到土地并且全部备案的项目")


def drawn(*values, tight=True):
    return svg(Chart(Kind.FUNNEL, "招商", STAGES[: len(values)], (Series("项目", values),), unit="个", tight=tight))


def test_every_stage_has_one_line():
    assert f'viewBox="0 0 360 {TIGHT * 3}"' in drawn(40, 20, 10)
    assert f'viewBox="0 0 360 {TIGHT * 3}"' not in drawn(40, 20, 10, tight=False)


def test_the_share_of_the_stage_before_stands_at_the_end():
    assert ">50.0%<" in drawn(40, 20)


def test_a_stage_that_nobody_knows_has_no_bar():
    assert drawn(40, None, 10).count("chart-mark") == 2


def test_a_bar_is_as_wide_as_its_number_around_the_same_middle():
    bars = [(float(x), float(wide)) for x, wide in re.findall(r'class="chart-mark[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"', drawn(40, 20))]
    assert bars[0][1] == 2 * bars[1][1]
    assert len({x + wide / 2 for x, wide in bars}) == 1


def test_a_name_too_long_for_its_room_is_cut():
    assert ">已经拿到土地…<" in drawn(40, 20, 10, 5)


def test_nothing_reached_any_stage():
    assert drawn(0, 0).count("chart-mark") == 2
