"""What of the cockpit leads on for whom: a link stands only where its page opens for the one who looks; no number is lost with its link."""

from dataclasses import replace

import pytest

from gaoxing.casework.clock import Light
from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.indicators.cockpit.lights import Row
from gaoxing.office.indicators.cockpit.number import Block, Picture
from gaoxing.office.indicators.cockpit.page import Page
from gaoxing.office.indicators.cockpit.reachable import reachable
from gaoxing.office.indicators.cockpit.urgent import Waiting
from tests.office.indicators.cockpit.conftest import MONTH

pytestmark = pytest.mark.django_db
OPEN, SHUT = "/staff/indicators/gdp", "/staff/requests?light=red"


@pytest.fixture
def made(now):
    chart = Chart(Kind.BARS, "图", ("甲", "乙"), (Series("件数", (1, 2)),), links=(OPEN, SHUT))
    row = Row("requests", "企业诉求", {Light.RED: 3}, {Light.RED: SHUT}, SHUT)
    block = Block("b", "样例", (), (Picture("p", chart),), SHUT)
    return Page(MONTH, now, running=True, waiting=(Waiting("a", "红灯", 3, SHUT), Waiting("b", "来源不一", 1, OPEN)), lights=(row,), blocks=(block,))


def test_a_leader_keeps_every_link(made, leader, now):
    assert reachable(made, leader, on=now.date()) == made


def test_whoever_has_no_rooms_keeps_the_links_to_the_figures_alone(made, of_a_unit, now):
    found = reachable(made, of_a_unit, on=now.date())
    assert [each.address for each in found.waiting] == ["", OPEN]
    assert found.blocks[0].address == ""
    assert found.blocks[0].pictures[0].chart.links == (OPEN, "")


def test_no_number_is_lost_with_its_link(made, of_a_unit, now):
    found = reachable(made, of_a_unit, on=now.date())
    assert [each.count for each in found.waiting] == [3, 1]
    assert found.lights[0].cells[1] == (3, "")
    assert found.blocks[0].pictures[0].chart.series == made.blocks[0].pictures[0].chart.series


@pytest.mark.parametrize("address", ["", "/nowhere/at/all"])
def test_what_is_no_page_of_the_office_is_no_link(made, leader, now, address):
    odd = replace(made, waiting=(Waiting("a", "样例", 1, address),))
    assert reachable(odd, leader, on=now.date()).waiting[0].address == ""
