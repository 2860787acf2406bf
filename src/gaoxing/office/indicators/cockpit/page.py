"""The cockpit put together (驾驶舱): its blocks for a period, what waits for a leader, and the moment at which all of it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.aftercare.wording import category_of
from gaoxing.office.indicators.cockpit import pictures
from gaoxing.office.indicators.cockpit.lights import Row
from gaoxing.office.indicators.cockpit.lights import rows as lights_of
from gaoxing.office.indicators.cockpit.number import Block, Number, Picture
from gaoxing.office.indicators.cockpit.pictures import Line
from gaoxing.office.indicators.cockpit.reading import Looked, monthly, numbers, value
from gaoxing.office.indicators.cockpit.urgent import Waiting, waiting
from gaoxing.office.indicators.computing.service import read_ahead
from gaoxing.office.indicators.definitions import indicators
from gaoxing.office.indicators.held import held
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import Reader

EMPTY: Mapping[str, Promise] = {
    "service": gettext_lazy("这一期没有服务对象名单：由领导在“导入名单”里导入重点企业和投资项目，再分配服务专员。"),
    "requests": gettext_lazy("这一期没有企业诉求：企业、专员或者窗口提了，这里就有数。"),
    "licences": gettext_lazy("这一期没有登记，也没有联办发证：窗口办成第一件，这里就有数。"),
    "ladder": gettext_lazy("还没有企业的资质：在“导入名单”里导入高新技术企业等名单。"),
    "projects": gettext_lazy("还没有招商项目，也没有备案：在“招商项目”里录入线索，或者在“导入名单”里导入。"),
    "stuck": gettext_lazy("这一期以前没有人提过办不成事。"),
    "zone": gettext_lazy("还没有录入过：在“指标”里录入或者导入，每个数都要写来源和日期。"),
    "evaluation": gettext_lazy("还没有录入过评价的单项：在“指标”里录入，写明来源和日期。"),
}
"""What is missing where nothing of a block is known, and where it is entered."""

SERVICE = ("enterprises_covered", "projects_covered", "clients_covered_share", "clients_contacted_share")
REQUESTS = ("requests_received", "requests_closed", "requests_satisfied", "requests_in_time", "requests_solved")
LICENCES = ("licences_granted", "registration_days", "registration_days_promised", "joint_licences_issued", "joint_cases_issued", "joint_applications_saved")
LADDER = ("high_tech_enterprise_valid", "high_tech_enterprise_new", "technology_sme_valid", "gazelle_valid", "potential_unicorn_valid", "unicorn_valid")
PROJECTS = ("signed_projects", "signed_large_projects", "signed_large_amount", "project_filings", "major_projects_investment")
STUCK = ("stuck_taken", "stuck_done", "stuck_concluded", "causes_removed")
ZONE = "economy"
"""The group of the zone's own figures."""
EVALUATION = (
    "evaluation_industrial_output",
    "evaluation_high_tech_revenue",
    "evaluation_research_intensity",
    "evaluation_contracts_per_head",
    "evaluation_fine_enterprises",
    "evaluation_business_environment",
)
"""The single lists of the national evaluation."""


@dataclass(frozen=True)
class Page:
    """The cockpit of a period, as of a moment."""

    period: Period
    at: datetime
    running: bool
    waiting: tuple[Waiting, ...]
    lights: tuple[Row, ...]
    blocks: tuple[Block, ...]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of every block."""
        return tuple(each for block in self.blocks for each in block.numbers)

    def block(self, id_: str) -> Block:
        """The block of a name. Raises StopIteration for none."""
        return next(each for each in self.blocks if each.id == id_)


def page(person: Reader, period: Period, *, now: datetime) -> Page:
    """The cockpit as somebody reads it at a moment."""
    looked, lights = looked_at(person, period, now=now), lights_of(now)
    made = (_lit(lights), *(build(looked) for build in blocks()))
    told = tuple(each for block in made for each in block.numbers)
    return Page(period, now, looked.running, waiting(lights, told, now=now), lights, made)


def looked_at(person: Reader, period: Period, *, now: datetime) -> Looked:
    """From where the figures of a period are read."""
    return Looked(person, period, now, held(indicators().values()))


def blocks() -> tuple[Callable[[Looked], Block], ...]:
    """What builds each block of figures, in the order of the page; one of which nothing is known says what is missing."""

    def complete(build: Callable[[Looked], Block]) -> Callable[[Looked], Block]:
        return lambda looked: _said(build(looked))

    return tuple(map(complete, _BLOCKS))


def _said(block: Block) -> Block:
    """The block, with what is missing where nothing of it is known."""
    return block if block.known or block.id not in EMPTY else replace(block, empty=str(EMPTY[block.id]))


def _service(looked: Looked) -> Block:
    chart = pictures.contacted(looked.until, now=looked.now)
    return Block("service", _("服务覆盖"), numbers(looked, SERVICE), (Picture("contacted", chart),), reverse("coverage"))


def _lit(lights: Sequence[Row]) -> Block:
    return Block("lights", _("亮灯情况"), (), (Picture("lights", pictures.lit(lights), lights=True),), reverse("requests_desk"), now=True)


def _requests(looked: Looked) -> Block:
    read_ahead(Period.year(looked.period.first.year), now=looked.now)
    ids = [each for each in limits().categories if f"requests_received_{each}" in indicators()]
    received, closed = ([value(looked, f"requests_{what}_{each}") for each in ids] for what in ("received", "closed"))
    links = [pictures.records_of(f"requests_received_{each}", looked.period) for each in ids]
    by_class = pictures.classes([category_of(each) for each in ids], received, closed, links)
    lines = (_line(looked, "requests_received", _("收到")), _line(looked, "requests_closed", _("办结")))
    drawn = (Picture("classes", by_class), Picture("requests", pictures.months(_("诉求"), looked.period.first.year, lines, _("件"))))
    return Block("requests", _("诉求闭环"), numbers(looked, REQUESTS), drawn, reverse("requests_figures"))


def _licences(looked: Looked) -> Block:
    lines = (_line(looked, "licences_granted", _("新设登记")), _line(looked, "joint_licences_issued", _("联办发证")))
    chart = pictures.months(_("登记和联办"), looked.period.first.year, lines, _("件"))
    return Block("licences", _("登记和证照联办"), numbers(looked, LICENCES), (Picture("licences", chart),), reverse("joint_window"))


def _ladder(looked: Looked) -> Block:
    chart = pictures.ladder(looked.until, today=looked.on)
    return Block("ladder", _("企业梯队"), numbers(looked, LADDER), (Picture("ladder", chart),), reverse("zone_ladder"))


def _projects(looked: Looked) -> Block:
    return Block("projects", _("招商项目"), numbers(looked, PROJECTS), (Picture("funnel", pictures.funnel()),), reverse("promotions"))


def _stuck(looked: Looked) -> Block:
    return Block("stuck", _("办不成事"), numbers(looked, STUCK), (), reverse("stuck_report"))


def _zone(looked: Looked) -> Block:
    ids = tuple(each.id for each in indicators().values() if each.group.id == ZONE)
    note = _("这些是各部门公布、录入的数，不是本系统算的；每个数点开看来源和日期。")
    return Block("zone", _("园区主要指标"), numbers(looked, ids), (), reverse("indicators"), (note,))


def _evaluation(looked: Looked) -> Block:
    return Block("evaluation", _("国家高新区评价：首批单项"), numbers(looked, EVALUATION), (), reverse("indicators"))


def _line(looked: Looked, id_: str, name: str) -> Line:
    return Line(id_, name, monthly(looked, id_))


_BLOCKS: tuple[Callable[[Looked], Block], ...] = (
    _stuck,
    _requests,
    _service,
    _licences,
    _ladder,
    _projects,
    _zone,
    _evaluation,
)
"""The blocks in the order of the page."""
