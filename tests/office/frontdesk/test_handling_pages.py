"""The clerks' pages: the queue, one case with everything beside it, the buttons their role has, and a sentence where one does not go."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.casework.tables import table
from gaoxing.checks.rule import Finding, Level
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Sent
from gaoxing.office.cases.submitting import submit as submit_case
from gaoxing.office.frontdesk import handling
from gaoxing.office.people.models import Person
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import CODE, ask, hidden, press, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(mine, drafted):
    return submit(mine)


@pytest.fixture
def leader(staff, signed_in):
    return signed_in(staff("leader"))


def words(answer):
    return answer.content.decode()


def test_the_queue_shows_number_name_state_and_clock(clerk, number):
    page = words(clerk.get("/staff/cases"))
    assert all(each in page for each in (number, NAME, "已提交", "共3个"))


def test_an_empty_queue_says_so(clerk):
    assert "没有要办的" in words(clerk.get("/staff/cases"))


def test_a_strange_mark_in_the_address_shows_the_first_page(clerk, number):
    assert number in words(clerk.get("/staff/cases?after=%00<script>"))


def test_the_queue_goes_on_page_by_page(clerk, number, monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.queue.PAGE", 1)
    Case.objects.create(
        reference="second",
        created=timezone.now(),
        changed=timezone.now(),
        words=b"",
        form=b"",
        matter="deregistration",
        state="submitted",
        number="n2",
        rank=timezone.now() + timedelta(days=90),
    )
    page = words(clerk.get("/staff/cases"))
    assert "下一页" in page
    onward = page.split("?after=")[1].split('"')[0]
    second = words(clerk.get(f"/staff/cases?after={onward}"))
    assert number not in second
    assert "回到第一页" in second


def test_a_case_stands_beside_its_words_findings_names_and_papers(clerk, number):
    page = words(clerk.get(f"/staff/cases/{number}"))
    assert all(each in page for each in ("申请人的话", "审查意见 1 条", "名称查重", "附件 0 个", "材料", "经营者姓名", "丁大宝"))


def test_a_decided_case_is_not_told_that_its_own_name_is_taken(clerk, number):
    assert "名称查重（现在）" in words(clerk.get(f"/staff/cases/{number}"))
    Case.objects.filter(number=number).update(state=Case.State.REGISTERED)
    assert "名称查重（现在）" not in words(clerk.get(f"/staff/cases/{number}"))


def test_numbers_are_masked_in_the_form_and_in_the_words(clerk, number):
    page = words(clerk.get(f"/staff/cases/{number}"))
    assert "320583199001011216" not in page
    assert "3205**********1216" in page


@pytest.mark.parametrize(("role", "offered", "missing"), [("window_clerk", "受理", "延长时限"), ("leader", "延长时限", "受理</button>")])
def test_each_role_has_its_own_buttons(staff, signed_in, number, role, offered, missing):
    page = re.sub(r"<svg\b.*?</svg>", "", words(signed_in(staff(role)).get(f"/staff/cases/{number}")), flags=re.DOTALL)
    assert offered in page
    assert missing not in page


def test_no_clerk_submits_corrects_or_withdraws_here(clerk, number, drafted):
    shown = handling.buttons(Case.objects.get(pk=drafted.pk), Person.objects.get(account="window-clerk"), now=timezone.now())
    assert not {each.act for each in shown} & handling.APPLICANTS
    assert {each.act for each in shown} <= set(table("registration").acts)


def test_a_button_that_rests_says_why(examiner, number, drafted):
    shown = handling.buttons(Case.objects.get(pk=drafted.pk), Person.objects.get(account="examiner"), now=timezone.now())
    rests = {each.act: each.rests for each in shown}
    assert rests["defer"] == ("这件事本来就按三个工作日办，不用转。",)
    assert rests["accept"] == ()


def test_every_reason_is_typed_and_written_and_comes_back_where_one_is_not(clerk, number):
    answer = press(clerk, number, "ask_correction", kind=["missing_paper", ""], about=["证明", "哪里"], words=["缺合同", "没选类别"])
    assert answer.status_code == 409
    assert "每一条都要选类别" in words(answer)
    assert 'value="缺合同"' in words(answer)


def test_a_correction_without_any_point_is_asked_for_one(clerk, number):
    answer = press(clerk, number, "ask_correction", kind=["missing_paper"], about=[""], words=[""])
    assert "请写明要补正的地方" in words(answer)


def test_a_page_that_is_older_than_the_case_is_refused(clerk, examiner, number):
    revision = hidden(clerk.get(f"/staff/cases/{number}"), "revision")
    press(examiner, number, "accept")
    late = clerk.post(f"/staff/cases/{number}/act", {"act": "accept", "revision": revision})
    assert (late.status_code, "已经有人办了“受理”" in words(late)) == (409, True)


@pytest.mark.parametrize("posted", [{}, {"act": "accept"}, {"revision": "x", "act": "accept"}, {"revision": "3"}, {"revision": "3", "act": "explode"}])
def test_a_post_that_is_not_from_the_page_changes_nothing(clerk, number, posted):
    assert clerk.post(f"/staff/cases/{number}/act", posted).status_code == 409
    assert Case.objects.get(number=number).state == "submitted"


def test_the_examiner_types_the_code_and_a_wrong_one_comes_back_with_the_sentence(clerk, examiner, number):
    press(clerk, number, "accept")
    press(examiner, number, "examine")
    wrong = press(examiner, number, "register", uscc="92320583MA0000007X")
    assert "最后一位对不上" in words(wrong)
    assert 'value="92320583MA0000007X"' in words(wrong)
    assert press(examiner, number, "register", uscc=CODE).status_code == 302


def test_findings_that_need_a_look_are_ticked_before_the_decision(draft_of, judged_of, owner, clerk, examiner, now):
    case, finding = draft_of(), Finding("X-1", ("name",), Level.MANUAL, "请核对名称凭据", "《规定》第一条")
    submit_case(case, judged_of(findings=(finding,)), Sent("p", case.revision), owner, now=now)
    number = Case.objects.get(pk=case.pk).number
    press(clerk, number, "accept")
    press(examiner, number, "examine")
    assert "请核对名称凭据" in words(examiner.get(f"/staff/cases/{number}"))
    assert "还有要人工看的审查意见" in words(press(examiner, number, "register", uscc=CODE))
    assert press(examiner, number, "register", uscc=CODE, settled="1").status_code == 302


def test_a_refusal_needs_its_reason_and_the_applicant_reads_it(mine, clerk, examiner, number):
    press(clerk, number, "accept")
    press(examiner, number, "examine")
    assert "请写明不予登记的理由" in words(press(examiner, number, "refuse"))
    press(examiner, number, "refuse", kind=["against_law"], about=[""], words=["住所不能作经营用"])
    assert "住所不能作经营用" in words(mine.get(f"/cases/{number}"))


def test_a_clerk_who_is_the_applicant_is_refused(clerk, owner, number):
    Person.objects.filter(account="window-clerk").update(mobile_digest=owner.mobile_digest)
    assert "不能自己办" in words(clerk.get(f"/staff/cases/{number}"))
    assert "不能自己办" in words(press(clerk, number, "accept"))


def test_a_leader_extends_once(leader, number):
    told = {"kind": ["complex"], "about": [""], "words": ["情形复杂，要实地看"]}
    assert press(leader, number, "extend", **told).status_code == 302
    assert "共6个" in words(leader.get(f"/staff/cases/{number}"))
    assert "已经延长过一次" in words(press(leader, number, "extend", **told))


@pytest.mark.parametrize("role", ["steward", "system_administrator", "audit_administrator"])
def test_whoever_handles_no_cases_has_no_page(staff, signed_in, number, role):
    browser = signed_in(staff(role))
    assert browser.get("/staff/cases").status_code == 403
    assert browser.get(f"/staff/cases/{number}").status_code == 403


def test_a_number_that_is_none_is_not_there(clerk):
    assert clerk.get("/staff/cases/320583-2026-999999").status_code == 404
    assert clerk.post("/staff/cases/320583-2026-999999/act", {"act": "accept", "revision": "1"}).status_code == 404


def test_a_draft_is_no_clerks_to_see(clerk, drafted):
    assert clerk.get("/staff/cases/None").status_code == 404


def test_a_file_of_another_case_is_not_there(clerk, number):
    strange = Attachment.objects.create(token="t", case=0, name=b"", media_type="image/png", size=1, sha256="a" * 64, added=timezone.now())
    for path in (f"files/{strange.pk}", f"files/{strange.pk}/preview.jpg", "papers/99.pdf"):
        assert clerk.get(f"/staff/cases/{number}/{path}").status_code == 404


def test_what_the_applicant_writes_while_correcting_is_not_shown_before_it_is_sent(mine, clerk, number, drafted):
    ask(clerk, number)
    mine.post("/cases/open", {"case": drafted.pk})
    mine.post("/draft/words", {"addition": "出资额改成八万元"})
    assert "8万元" not in words(clerk.get(f"/staff/cases/{number}"))
    submit(mine, point="1")
    assert "8万元" in words(clerk.get(f"/staff/cases/{number}"))


def test_a_change_of_the_rules_since_is_told_beside_the_findings_of_the_day(clerk, number, monkeypatch):
    monkeypatch.setattr("gaoxing.office.frontdesk.handling.changes_between", lambda *days: ("新规定一条",))
    page = words(clerk.get(f"/staff/cases/{number}"))
    assert "提交以后规定变了" in page
    assert "新规定一条" in page


def test_the_cases_own_hold_does_not_stand_in_the_way_of_its_name(clerk, number, drafted):
    shown = handling.page(Case.objects.get(pk=drafted.pk), Person.objects.get(account="window-clerk"), now=timezone.now())
    assert all(not name.hits for name in shown.names)
    assert shown.case.holds_name
