"""A list of projects in promotion with every kind of bad row: asked or refused by its line, nothing of it taken in, the good rows beside it are."""

from __future__ import annotations

import pytest

from gaoxing.engines.workbook import Unreadable
from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.projects.importing import PROMOTIONS
from gaoxing.office.projects.models import Promotion, PromotionCount
from gaoxing.office.projects.promoting import Lead, enter
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
HEAD = "项目名称,投资方,镇,计划总投资,招商单位,重大项目,签约日期,协议金额,凭据"
GOOD = "好项目,好投资方,玉山镇,1.2亿元,,省级,2026-11-20,8000万元,投资协议"
Verdict = ImportLine.Verdict


@pytest.fixture
def steward(staff):
    return staff("steward", "s-1")


@pytest.fixture
def sent(steward, now):
    """A list that was sent and judged."""

    def made(*lines, head=HEAD, name="名单.csv", text=None):
        content = text if text is not None else "\n".join((head, *lines)).encode()
        return on_and_on(actions.upload(PROMOTIONS, actions.Sent(name, content), steward, now=now), now)

    return made


@pytest.fixture
def taken_in(sent, steward, now):
    """A list that was sent, judged and confirmed."""
    return lambda *lines: on_and_on(actions.confirm(sent(*lines), steward, now=now), now)


def on_and_on(batch, now):
    while actions.go_on(batch, now=now):
        pass
    return ImportBatch.objects.get(pk=batch.pk)


def told(batch):
    return [(row.verdict, " ".join(row.told)) for row in queries.rows(batch)]


BAD = {
    ",样例公司,,,,,,,": "项目名称",
    "甲项目,,,,,,,,": "投资方",
    f"{'长' * 301},样例公司,,,,,,,": "项目名称",
    f"甲项目,{'长' * 201},,,,,,,": "投资方",
    "甲项目,样例公司,,12000,,,,,": "元还是万元",
    "甲项目,样例公司,,若干,,,,,": "若干",
    "甲项目,样例公司,,300万美元,,,,,": "300万美元",
    "甲项目,样例公司,上海,,,,,,": "这个镇",
    "甲项目,样例公司,,,没有的局,,,,": "这个单位",
    "甲项目,样例公司,,,,国家级,,,": "国家级",
    "甲项目,样例公司,,,,,去年,8000万元,协议": "签约日期",
    "甲项目,样例公司,,,,,2026-02-30,8000万元,协议": "签约日期",
    "甲项目,样例公司,,,,,2026-11-25,8000万元,协议": "今天以后",
    "甲项目,样例公司,,,,,2026-11-20,0元,协议": "签约的要写全",
    "甲项目,样例公司,,,,,2026-11-20,8000万元,": "签约的要写全",
    "甲项目,样例公司,,,,,2026-11-20,,协议": "签约的要写全",
    "甲项目,样例公司,,,,,,8000万元,协议": "签约的要写全",
}


@pytest.mark.parametrize("line", list(BAD))
def test_a_bad_row_is_told_of_and_only_the_good_one_is_taken_in(taken_in, line):
    rows = told(taken_in(line, GOOD))
    assert rows[0][0] in (Verdict.ASKED, Verdict.WRONG)
    assert BAD[line] in rows[0][1]
    assert [each.name for each in Promotion.objects.all()] == ["好项目"]


def test_everything_that_is_wrong_with_a_row_is_told_at_once(sent):
    [(verdict, words)] = told(sent("甲项目,样例公司,海边,12000,没有的局,国家级,2026-11-20,,"))
    assert verdict == Verdict.ASKED
    assert all(each in words for each in ("海边", "12000", "没有的局", "国家级", "签约的要写全"))


def test_the_preview_takes_nothing_in(sent):
    assert [verdict for verdict, _ in told(sent(GOOD))] == [Verdict.NEW]
    assert (Promotion.objects.count(), PromotionCount.objects.count()) == (0, 0)


def test_a_list_sent_twice_counts_once(taken_in, sent):
    taken_in(GOOD)
    assert [verdict for verdict, _ in told(sent(GOOD))] == [Verdict.UNCHANGED]
    assert (Promotion.objects.count(), PromotionCount.objects.count()) == (1, 1)


def test_a_project_that_was_entered_between_preview_and_confirming_is_not_entered_again(sent, steward, now):
    batch = sent(GOOD)
    enter(Lead("好项目", "好投资方"), steward, now=now)
    on_and_on(actions.confirm(batch, steward, now=now), now)
    assert (Promotion.objects.count(), PromotionCount.objects.count()) == (1, 0)


def test_a_project_that_was_given_up_comes_in_anew(taken_in, steward, now):
    press(enter(Lead("好项目", "好投资方"), steward, now=now), "drop", steward, now, note="不来了")
    taken_in(GOOD)
    assert sorted(Promotion.objects.values_list("state", flat=True)) == ["dropped", "signed"]


def test_a_row_twice_in_a_list_comes_in_once(taken_in):
    rows = told(taken_in(GOOD, GOOD))
    assert [verdict for verdict, _ in rows][1] == Verdict.WRONG
    assert (Promotion.objects.count(), PromotionCount.objects.count()) == (1, 1)


@pytest.mark.parametrize("head", ["投资方,镇", "甲,乙,丙", ""])
def test_a_list_without_its_columns_is_refused(sent, head):
    with pytest.raises(Unreadable):
        sent("一,二,三", head=head)
    assert not Promotion.objects.exists()


@pytest.mark.parametrize("text", [b"", b"\xff\xfe\x00\x01", b"PK\x03\x04not a workbook"])
def test_what_is_no_list_is_refused(sent, text):
    with pytest.raises(Unreadable):
        sent(text=text, name="名单.xlsx")
    assert not ImportBatch.objects.exists()


def test_other_headings_for_the_same_columns_are_read(sent, steward, now):
    batch = sent("好项目,好投资方,高新区,1.2亿元", head="名称,投资主体,落户区镇,投资总额")
    on_and_on(actions.confirm(batch, steward, now=now), now)
    row = Promotion.objects.get()
    assert (row.name, row.investor, row.town, row.planned) == ("好项目", "好投资方", "玉山镇", 120_000_000)


def test_whoever_lost_the_role_confirms_nothing(sent, steward, now):
    batch = sent(GOOD)
    RoleAssignment.objects.filter(person=steward).delete()
    with pytest.raises(NotAllowed):
        actions.confirm(batch, steward, now=now)
    assert not Promotion.objects.exists()
