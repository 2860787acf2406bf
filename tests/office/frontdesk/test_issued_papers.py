"""Receipts and notices of a case: each act's own paper, with the reasons in words, the remedies where one is refused, as PDF and DOCX; nobody else's."""

import io
import json

import pypdf
import pytest

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table_for
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.frontdesk import issued_papers
from gaoxing.office.people import accounts
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import ask, press, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(mine, drafted):
    return submit(mine)


def last(number):
    """The values of the newest event's paper, as text."""
    event = Case.objects.get(number=number).events.order_by("-number").first()
    return json.dumps(issued_papers.layout(event).values, ensure_ascii=False)


def test_every_paper_belongs_to_an_act_of_the_table():
    assert set(issued_papers.ACTS) <= set(table_for("company_registration").acts)


def test_the_receipt_names_number_name_and_what_was_handed_in(number):
    assert all(each in last(number) for each in (number, NAME, "提交回执", "申请书"))


def test_the_one_time_notice_lists_every_defect(number, clerk):
    ask(clerk, number)
    assert all(each in last(number) for each in ("一次性告知书", "缺材料（经营场所证明）", "缺租赁合同，请补一份"))


def test_the_notice_of_acceptance_has_its_day_and_authority(number, clerk):
    press(clerk, number, "accept")
    assert all(each in last(number) for each in ("受理通知书", "予以受理", "昆山市行政审批局"))


def test_a_refusal_gives_the_reasons_and_both_remedies(number, clerk):
    press(clerk, number, "not_accept", kind=["not_our_office"], about=[""], words=["由别的机关登记"])
    assert '"text": ""' not in last(number)
    assert all(each in last(number) for each in ("不属于本机关登记", "由别的机关登记", "六十日", "行政复议", "六个月", "行政诉讼"))


@pytest.fixture
def refused(number, staff, now):
    """The same case refused by an examiner, for two reasons."""
    examiner = staff("examiner")
    for act in ("accept", "examine"):
        fire(number, Pressed(act), examiner, now=now)
    reasons = (Reason("name_unlawful", "字号是县名以上的行政区划名称"), Reason("permit_missing", "应当先取得前置批准"))
    return fire(number, Pressed("refuse", reasons=reasons), examiner, now=now)


def test_a_notice_of_refusal_names_the_case_its_reasons_and_both_remedies(refused):
    told = last(refused.number)
    assert all(each in told for each in ("不予登记通知书", refused.number, NAME, "名称不符合规定", "字号是县名以上的行政区划名称", "应当先经批准而未批准"))
    assert all(each in told for each in ("六十日", "行政复议", "六个月", "行政诉讼", "昆山市行政审批局"))


def test_the_notice_of_refusal_is_drawn_with_all_of_it(refused, mine):
    number = refused.events.latest("number").number
    pdf = mine.get(f"/cases/{refused.number}/papers/{number}.pdf").content
    drawn = "".join("".join(each.extract_text().split()) for each in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert all(each in drawn for each in (refused.number, NAME, "名称不符合规定", "应当先取得前置批准", "行政复议", "行政诉讼"))


def test_the_applicants_page_leads_to_the_notice_of_refusal_and_to_the_rating(refused, mine):
    page = mine.get(f"/cases/{refused.number}").content.decode()
    assert "不予登记通知书" in page
    assert "理由和救济途径写在通知书里" in page
    assert "非常不满意" in page


def test_a_withdrawal_has_its_receipt(number, owner, now):
    fire(number, Pressed("withdraw"), owner, now=now)
    assert "撤回回执" in last(number)


def test_what_was_changed_later_does_not_change_an_earlier_paper(mine, number, drafted, clerk):
    first = last(number)
    ask(clerk, number)
    mine.post("/cases/open", {"case": drafted.pk})
    mine.post("/draft/words", {"addition": "名称改成昆山市玉山镇测试佳味面馆"})
    event = Case.objects.get(number=number).events.get(number=1)
    assert json.dumps(issued_papers.layout(event).values, ensure_ascii=False) == first


@pytest.mark.parametrize(("kind", "magic"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_paper_is_had_from_the_page_of_the_case(mine, number, kind, magic):
    assert f"/cases/{number}/papers/1.{kind}" in mine.get(f"/cases/{number}").content.decode()
    assert mine.get(f"/cases/{number}/papers/1.{kind}").content.startswith(magic)
    assert Entry.objects.filter(act="papers.taken", reason=kind).exists()


@pytest.mark.parametrize("path", ["papers/1.exe", "papers/99.pdf"])
def test_what_is_no_paper_is_not_there(mine, number, path):
    assert mine.get(f"/cases/{number}/{path}").status_code == 404


def test_somebody_elses_paper_is_not_there(number, signed_in, now):
    other = signed_in(accounts.applicant_of("13900009999", language="zh-hans", now=now))
    assert other.get(f"/cases/{number}/papers/1.pdf").status_code == 404
