"""The pages of signing: the applicant asks, a signer without an account signs by a link of their own, the clerk sees how it stands."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import signing
from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.notices.queries import content_of
from gaoxing.office.people import accounts
from gaoxing.office.signatures.models import Signature, Signer
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import on_the_page, submit

pytestmark = pytest.mark.django_db
NUMBER = "320583199001011216"


@pytest.fixture(autouse=True)
def rehearsed(settings):
    settings.SIGNING, settings.REAL_NAME_SERVICE = {"GAOXING_SIGNING_URL": "rehearsal"}, "rehearsal"


def ref(browser, path="/draft/signing"):
    return re.search(r'name="person" value="([^"]+)"', browser.get(path).content.decode())[1]


def ask(browser, how="show"):
    """Ask the first who must sign; the path of the link that is shown."""
    page = browser.post("/draft/signing/ask", {"person": ref(browser), "how": how}).content.decode()
    found = re.search(r'value="http://testserver(/sign/[^"]+)"', page)
    return found[1] if found else ""


def opened(link):
    """A browser that opened a link."""
    browser = Client()
    assert browser.get(link)["Location"] == "/sign"
    return browser


def digest(browser):
    return re.search(r'name="papers" value="([^"]+)"', browser.get("/sign").content.decode())[1]


def prove(browser, number=NUMBER):
    return browser.post("/sign/identity", {"number": number, "agreed": "yes"})


def sign(browser):
    prove(browser)
    return browser.post("/sign/confirm", {"papers": digest(browser), "read": "yes"})


def test_who_has_not_chosen_is_offered_to_sign_by_a_link_before_submitting(mine, drafted):
    page = mine.get("/draft/submit").content.decode()
    assert "用电子签名</a>" in page
    assert "用纸面签名：内容属实，提交" in page


def test_once_a_link_was_asked_for_nothing_more_is_offered(mine, drafted):
    sign(opened(ask(mine)))
    page = mine.get("/draft/submit").content.decode()
    assert "用电子签名</a>" not in page
    assert "用纸面签名：内容" not in page
    assert "要签名的人都签好了" in page


@pytest.mark.parametrize("setting", [{}, {"GAOXING_SIGNING_URL": "ftp://nowhere"}])
def test_without_a_provider_that_can_be_read_nothing_electronic_is_offered(mine, drafted, settings, setting):
    settings.SIGNING = setting
    page = mine.get("/draft/submit").content.decode()
    assert "用电子签名</a>" not in page
    assert "内容属实，提交" in page


def test_a_link_can_be_followed_on_the_device_that_shows_it(mine, drafted):
    page = mine.post("/draft/signing/ask", {"person": ref(mine), "how": "show"}).content.decode()
    assert re.search(r'<a class="button primary" href="http://testserver/sign/[^"]+">', page)


def test_both_ways_stand_beside_each_other_and_nobody_must_choose(mine, drafted):
    page = mine.get("/draft/signing").content.decode()
    assert all(each in page for each in ("电子签名：发链接", "纸面签名：打印材料", "效力一样", "没有法律效力"))
    assert "内容属实，提交" in mine.get("/draft/submit").content.decode()


def test_a_signer_sees_what_they_sign_signs_and_the_draft_goes_on(mine, drafted):
    browser = opened(ask(mine))
    page = browser.get("/sign").content.decode()
    assert all(each in page for each in ("丁大宝，请您签名", "经营者", "3205**********1216", "申请书"))
    assert NUMBER not in page
    submitting = mine.get("/draft/submit").content.decode()
    assert "等这些人电子签名" in submitting
    assert "都签好了，再打开这一页" in submitting
    assert ">去改<" not in submitting
    assert sign(browser)["Location"] == "/sign"
    assert "您签好了" in browser.get("/sign").content.decode()
    assert submit(mine).startswith("320583-")


def test_a_post_past_the_page_waits_for_the_signature(mine, drafted):
    posted = on_the_page(mine)
    ask(mine)
    answer = mine.post("/draft/submit", posted)
    assert (answer.status_code, "还有人没有签名" in answer.content.decode()) == (409, True)


def test_the_papers_come_as_pictures_and_nobody_elses(mine, drafted):
    browser = opened(ask(mine))
    answer = browser.get("/sign/papers/0/1.png")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert browser.get("/sign/papers/99/1.png").status_code == browser.get("/sign/papers/0/99.png").status_code == 404


def test_what_is_drawn_for_a_signer_has_nobodys_number_whole(mine, drafted, monkeypatch):
    drawn = []
    monkeypatch.setattr("gaoxing.office.frontdesk.papers.pages", lambda layout: drawn.append(str(layout.values)) or (b"\x89PNG",))
    opened(ask(mine)).get("/sign")
    assert drawn
    assert not [each for each in drawn if NUMBER in each or "13800001234" in each]


def test_without_a_link_nothing_is_shown(mine, drafted):
    ask(mine)
    for path in ("/sign", "/sign/papers/0/1.png", "/sign/nonsense"):
        answer = Client().get(path)
        assert (answer.status_code, "丁大宝" in answer.content.decode()) == (409, False)


def test_wrong_links_are_braked(db):
    browser = Client()
    told = [browser.get(f"/sign/wrong{number}").content.decode() for number in range(11)]
    assert "试错的链接太多了" in told[-1]
    assert "试错的链接太多了" not in told[0]


def test_a_wrong_number_is_told_and_costs_a_try(mine, drafted):
    browser = opened(ask(mine))
    answer = prove(browser, "320583199001011224")
    assert (answer.status_code, "还可以试 4 次" in answer.content.decode()) == (409, True)


def test_a_browser_that_did_not_prove_itself_cannot_sign_though_another_did(mine, drafted):
    link = ask(mine)
    first, other = opened(link), opened(link)
    prove(first)
    answer = other.post("/sign/confirm", {"papers": "x", "read": "yes"})
    assert (answer.status_code, "先核对您的证件" in answer.content.decode()) == (409, True)


@pytest.mark.parametrize(("path", "post"), [("identity", {"number": NUMBER}), ("object", {"words": " "})])
def test_what_is_not_filled_in_is_asked_for(mine, drafted, path, post):
    browser = opened(ask(mine))
    assert browser.post(f"/sign/{path}", post).status_code == 409


def test_signing_needs_the_tick(mine, drafted):
    browser = opened(ask(mine))
    prove(browser)
    assert "勾选" in browser.post("/sign/confirm", {"papers": digest(browser)}).content.decode()
    assert not Signature.objects.exists()


def test_an_edit_after_the_signature_lapses_it_and_says_what_changed(mine, drafted):
    browser = opened(ask(mine))
    sign(browser)
    mine.post("/draft/words", {"addition": "从业人数改成三个人"})
    assert "申请人改了内容" in browser.get("/sign").content.decode()
    page = mine.get("/draft/signing").content.decode()
    assert "签过以后内容改了" in page
    assert "从业人数" in page


def test_an_objection_reaches_the_applicant_and_ends_the_link(mine, drafted, owner):
    browser = opened(ask(mine))
    assert "告诉申请人了" in browser.post("/sign/object", {"words": "出资额不对"}).content.decode()
    assert "出资额不对" in mine.get("/draft/signing").content.decode()
    assert Notice.objects.get(event="signing_objected").person == owner.pk
    assert browser.get("/sign").status_code == 409


def test_a_link_is_sent_by_text_and_stands_in_the_clear_nowhere(mine, drafted):
    ask(mine, how="send")
    notice = Notice.objects.get(event="signing_asked", channel=Channel.SMS)
    link = re.search(r"http://testserver(/sign/\S+)", content_of(notice)[1])[1]
    assert opened(link).get("/sign").status_code == 200
    assert link.split("/")[-1].encode() not in bytes(notice.content)


def test_a_link_ends_with_its_time_and_with_the_submission(mine, drafted, now):
    browser = opened(ask(mine))
    Signer.objects.update(until=now - timedelta(days=400), touched=now)
    assert "要一个新的链接" in browser.get("/sign").content.decode()


def test_after_the_submission_there_is_nothing_to_sign(mine, drafted):
    browser = opened(ask(mine))
    sign(browser)
    submit(mine)
    assert "不用再签" in browser.get("/sign").content.decode()


def test_paper_takes_the_link_back(mine, drafted):
    browser = opened(ask(mine))
    mine.post("/draft/signing/paper", {"person": ref(mine)})
    assert browser.get("/sign").status_code == 409
    assert "内容属实，提交" in mine.get("/draft/submit").content.decode()


def test_leaving_needs_the_link_again(mine, drafted):
    browser = opened(ask(mine))
    browser.post("/sign/leave")
    assert browser.get("/sign").status_code == 409


def test_without_a_provider_paper_is_the_way(mine, drafted, settings):
    person = ref(mine)
    settings.SIGNING = {}
    assert "没有接电子签名服务" in mine.get("/draft/signing").content.decode()
    assert mine.post("/draft/signing/ask", {"person": person}).status_code == 409


def test_an_outage_is_seen_by_signer_and_applicant_and_can_be_tried_again(mine, drafted, settings):
    browser = opened(ask(mine))
    prove(browser)
    settings.SIGNING = {"GAOXING_SIGNING_URL": "failing"}
    answer = browser.post("/sign/confirm", {"papers": digest(browser), "read": "yes"})
    assert (answer.status_code, "没有签成" in answer.content.decode()) == (409, True)
    assert "没有签成" in mine.get("/draft/signing").content.decode()
    settings.SIGNING = {"GAOXING_SIGNING_URL": "rehearsal"}
    assert sign(browser).status_code == 302


def test_somebody_elses_draft_asks_nobody(mine, drafted, signed_in, now):
    person = ref(mine)
    other = signed_in(accounts.applicant_of("13900009999", language="zh-hans", now=now))
    assert other.post("/draft/signing/ask", {"person": person}).status_code == 409
    assert mine.post("/draft/signing/ask", {"person": "nobody"}).status_code == 409


def test_the_clerk_sees_the_table_and_ticks_paper(mine, drafted, clerk):
    number = submit(mine)
    path = f"/staff/cases/{number}/signatures"
    page = clerk.get(path).content.decode()
    assert "还没有签名" in page
    assert clerk.post(f"{path}/see", {"person": ref(clerk, path), "identity": "seen"})["Location"] == path
    page = clerk.get(path).content.decode()
    assert "核对无误" in page
    assert "窗口当面看过证件" in page
    drafted.refresh_from_db()
    assert [each.passed for each in signing.identities_verified(drafted, on=drafted.submissions.get().rules_on)] == [True]
    assert Entry.objects.get(act="signing.seen").reason == "identity"


def test_a_tick_for_nobody_is_refused(mine, drafted, clerk):
    path = f"/staff/cases/{submit(mine)}/signatures"
    assert clerk.post(f"{path}/see", {"person": "nobody"}).status_code == 409
    assert mine.get(path).status_code in {403, 404}
