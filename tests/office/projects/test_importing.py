"""A list of projects in promotion is judged row by row and taken in: leads and signed ones, each once; what cannot be read is asked."""

from __future__ import annotations

import pytest

from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.registry import importer
from gaoxing.office.people.models import Unit
from gaoxing.office.projects.importing import PROMOTIONS
from gaoxing.office.projects.models import Promotion, PromotionCount
from gaoxing.office.projects.promoting import counted
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
HEAD = "项目名称,投资方,镇,计划总投资,招商单位,重大项目,签约日期,协议金额,凭据\n"
Verdict = ImportLine.Verdict


@pytest.fixture
def steward(staff):
    return staff("steward", "s-1")


@pytest.fixture
def imported(steward, now):
    """A list, judged, and taken in."""

    def made(*lines, confirm=True):
        batch = actions.upload(PROMOTIONS, actions.Sent("名单.csv", (HEAD + "\n".join(lines) + "\n").encode()), steward, now=now)
        on_and_on(batch, now)
        if confirm:
            on_and_on(actions.confirm(batch, steward, now=now), now)
        return ImportBatch.objects.get(pk=batch.pk)

    return made


def on_and_on(batch, now):
    while actions.go_on(batch, now=now):
        pass


def told(batch):
    return [(row.verdict, " ".join(row.told)) for row in queries.rows(batch)]


def test_the_list_is_entered_among_those_that_can_be_imported():
    assert importer("promotions") is PROMOTIONS


def test_a_lead_and_a_signed_project_are_taken_in(imported):
    Unit.objects.create(code="invest", name="样例招商局")
    imported("示例项目甲,样例投资有限公司,高新区,1.2亿元,样例招商局,昆山市级,,,", "示例项目乙,样例投资有限公司,,,,,2026-11-20,8000万元,投资协议")
    first, second = Promotion.objects.order_by("pk")
    assert (first.state, first.town, first.planned, first.listed, first.bureau.name) == ("lead", "玉山镇", 120_000_000, "county", "样例招商局")
    assert (second.state, counted(second)[0].amount, second.stages.get().evidence) == ("signed", 80_000_000, "投资协议")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("甲项目,样例公司,,12000,,,,,", "元还是万元"),
        ("甲项目,样例公司,海边,,,,,,", "没有“海边”这个镇"),
        ("甲项目,样例公司,,,,国家级,,,", "看不懂"),
        ("甲项目,样例公司,,,没有的局,,,,", "没有“没有的局”这个单位"),
        ("甲项目,样例公司,,,,,2026-11-20,,", "签约的要写全"),
        ("甲项目,样例公司,,,,,,8000万元,协议", "签约的要写全"),
        ("甲项目,样例公司,,,,,2026-11-20,8000,协议", "签约的要写全"),
        ("甲项目,样例公司,,,,,2026-11-30,8000万元,协议", "今天以后"),
    ],
)
def test_what_cannot_be_read_is_asked_before_anything_is_taken_in(imported, line, words):
    [(verdict, sentence)] = told(imported(line, confirm=False))
    assert verdict == Verdict.ASKED
    assert words in sentence
    assert Promotion.objects.count() == 0


def test_a_project_that_is_known_is_left_as_it_is(imported):
    imported("甲项目,样例公司,,,,,,,")
    assert told(imported("甲项目,样例公司,玉山镇,,,,,,", confirm=False))[0][0] == Verdict.UNCHANGED
    assert Promotion.objects.count() == 1


def test_a_row_that_names_a_former_investor_counts_nothing_anew(imported, steward, now):
    line = "甲项目,样例公司,,,,,2026-11-20,8000万元,投资协议"
    imported(line)
    press(Promotion.objects.get(), "change_investor", steward, now, day="2026-11-22", evidence="补充协议", investor="示例控股公司")
    [(verdict, words)] = told(imported(line.replace("投资协议", "协议"), confirm=False))
    assert verdict == Verdict.UNCHANGED
    assert "由“样例公司”换成“示例控股公司”" in words
    assert Promotion.objects.count() == PromotionCount.objects.count() == 1


def test_a_row_that_comes_twice_in_a_file_is_told_of(imported):
    rows = told(imported("甲项目,样例公司,,,,,,,", "甲项目,样例公司,,,,,,,", confirm=False))
    assert rows[1][0] == Verdict.WRONG


def test_whoever_does_not_promote_imports_nothing(staff, now):
    with pytest.raises(NotAllowed):
        actions.upload(PROMOTIONS, actions.Sent("名单.csv", HEAD.encode()), staff("examiner", "e-1"), now=now)
