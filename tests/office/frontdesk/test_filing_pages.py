"""The page of submitting: everything at once before, a receipt after; double posts, stale tabs, other devices and ended sessions lose nothing."""

import pytest
from django.test import Client

from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.people import accounts
from tests.office.cases.conftest import NAME, SAID, TYPED
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import ask, on_the_page, submit

pytestmark = pytest.mark.django_db


def test_a_whole_draft_offers_one_button(mine, drafted):
    page = mine.get("/draft/submit").content.decode()
    assert "内容属实，提交" in page
    assert "先改好这几处" not in page


def test_the_receipt_names_number_time_matter_name_and_papers(mine, drafted):
    number = submit(mine)
    page = mine.get(f"/cases/{number}/receipt").content.decode()
    assert all(each in page for each in (number, "个体工商户设立登记", NAME, "申请书"))


def test_the_receipt_says_at_once_what_was_decided_at_once(mine, drafted):
    number = submit(mine)
    assert "看执照，接着办" not in mine.get(f"/cases/{number}/receipt").content.decode()
    Case.objects.filter(number=number).update(state=Case.State.REGISTERED)
    page = mine.get(f"/cases/{number}/receipt").content.decode()
    assert "准予登记" in page
    assert f'href="/cases/{number}">看执照，接着办' in page


def test_what_is_missing_and_what_is_wrong_is_told_at_once_with_links(mine, draft_of):
    said, typed = SAID.replace("320583199001011216", "320583199001011217"), {key: value for key, value in TYPED.items() if key != "postcode"}
    mine.post("/cases/open", {"case": draft_of(said, typed).pk})
    page = mine.get("/draft/submit").content.decode()
    assert "先改好这几处，才能提交" in page
    assert 'href="/draft/check#item-operator-id_number"' in page
    assert 'href="/draft/check#open"' in page
    assert "内容属实，提交" not in page


def test_a_post_past_the_page_is_stopped_with_every_sentence(mine, draft_of):
    typed = {key: value for key, value in TYPED.items() if key != "postcode"}
    mine.post("/cases/open", {"case": draft_of(SAID.replace("011216", "011217"), typed).pk})
    answer = mine.post("/draft/submit", on_the_page(mine))
    assert answer.status_code == 409
    assert "请先答完剩下的问题" in answer.content.decode()
    assert "请按审查意见改好" in answer.content.decode()
    assert Submission.objects.count() == 0


def test_a_double_post_gives_the_same_receipt(mine, drafted):
    posted = on_the_page(mine)
    first, second = (mine.post("/draft/submit", posted) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Submission.objects.count() == 1


def test_a_stale_tab_is_told_the_number_and_nothing_is_submitted_again(mine, drafted):
    stale = on_the_page(mine)
    number = submit(mine)
    answer = mine.post("/draft/submit", stale)
    assert answer.status_code == 409
    assert number in answer.content.decode()
    assert Submission.objects.count() == 1


def test_another_device_is_told_the_same(mine, drafted, signed_in, owner):
    other = signed_in(owner)
    other.post("/cases/open", {"case": drafted.pk})
    stale = on_the_page(other)
    number = submit(mine)
    answer = other.post("/draft/submit", stale)
    assert (answer.status_code, number in answer.content.decode()) == (409, True)


def test_a_page_that_is_older_than_the_draft_says_so(mine, drafted):
    posted = on_the_page(mine)
    mine.post("/draft/words", {"addition": "从业人数改成三个人"})
    answer = mine.post("/draft/submit", posted)
    assert answer.status_code == 409
    assert "刚才在别处改过" in answer.content.decode()


def test_words_typed_into_a_submitted_case_are_refused_with_its_number(mine, drafted):
    session, reference = mine.session, drafted.reference
    number = submit(mine)
    session = mine.session
    session["draft"], session["drafts"] = reference, [reference]
    session.save()
    answer = mine.post("/draft/words", {"words": "再加一句"})
    assert (answer.status_code, number in answer.content.decode()) == (409, True)
    assert Case.objects.count() == 1


def test_a_stranger_is_led_to_the_sign_in_and_back(drafted):
    answer = Client().get("/draft/submit")
    assert answer["Location"] == "/sign-in?next=%2Fdraft%2Fsubmit"


def test_a_session_that_ended_loses_nothing(mine, drafted, signed_in, owner):
    posted = on_the_page(mine)
    mine.session.flush()
    assert "登录已经过期，这一次没有送出" in mine.post("/draft/submit", posted).content.decode()
    again = signed_in(owner)
    assert queries.draft(drafted.reference) is not None
    assert "接着填" in again.get("/cases").content.decode()
    again.post("/cases/open", {"case": drafted.pk})
    assert submit(again).startswith("320583-")


@pytest.mark.parametrize("wrong", [{"token": ""}, {"token": "x" * 200}, {"revision": "many"}, {"revision": "٣"}, {"revision": ""}])
def test_a_post_that_is_not_from_the_page_is_refused_with_a_sentence(mine, drafted, wrong):
    answer = mine.post("/draft/submit", {**on_the_page(mine), **wrong})
    assert answer.status_code == 409
    assert "这次提交不完整" in answer.content.decode()


def test_without_a_draft_there_is_nothing_to_submit(mine):
    assert "没有可以提交的草稿" in mine.get("/draft/submit").content.decode()


def test_a_matter_that_is_handed_on_elsewhere_leads_there(mine, drafted):
    mine.post("/draft/matter", {"matter": "project_filing"})
    answer = mine.get("/draft/submit")
    assert (answer.status_code, answer["Location"]) == (302, "/draft/project")


def test_somebody_elses_draft_is_not_there(mine, draft_of, now):
    theirs = draft_of(person=accounts.applicant_of("13900009999", language="zh-hans", now=now))
    assert mine.post("/cases/open", {"case": theirs.pk}).status_code == 404
    session = mine.session
    session["draft"], session["drafts"] = theirs.reference, [theirs.reference]
    session.save()
    assert mine.get("/draft/submit").status_code == 404


def test_a_draft_begun_before_signing_in_goes_to_whoever_submits_it(mine, drafted):
    Case.objects.filter(pk=drafted.pk).update(owner=None)
    submit(mine)
    assert Case.objects.get(pk=drafted.pk).owner is not None


def test_changed_rules_are_shown_and_have_to_be_looked_at(mine, drafted, monkeypatch):
    for place in ("frontdesk.filing", "cases.submitting"):
        monkeypatch.setattr(f"gaoxing.office.{place}.changes_between", lambda *days: ("申请书换了版本",))
    assert "您填写以后，规定变了" in mine.get("/draft/submit").content.decode()
    posted = on_the_page(mine)
    assert "请先看看变了什么" in mine.post("/draft/submit", posted).content.decode()
    assert mine.post("/draft/submit", {**posted, "rules": "seen"}).status_code == 302


def test_the_points_of_a_correction_stand_on_the_page_and_each_must_be_answered(mine, drafted, clerk):
    number = submit(mine)
    ask(clerk, number)
    mine.post("/cases/open", {"case": drafted.pk})
    assert "缺租赁合同，请补一份" in mine.get("/draft/submit").content.decode()
    answer = mine.post("/draft/submit", on_the_page(mine))
    assert "逐条改好或者说明" in answer.content.decode()
    assert submit(mine, point="1") == number


def test_after_the_check_the_way_to_submitting_is_shown(mine, drafted):
    mine.post("/draft/confirm", {"revision": drafted.revision, "draft": ""})
    assert 'href="/draft/submit"' in mine.get("/draft/done").content.decode()
