"""A clerk who took a draft up by its code sees it masked, edits it without storing a star, and is shown a value for a reason that the applicant reads."""

import re

import pytest
from django.utils import timezone

from gaoxing.office.attachments.actions import Sent, receive
from gaoxing.office.attachments.scanning import scan_due
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import queries, resumption
from gaoxing.office.cases.models import Help, Reveal
from gaoxing.office.frontdesk import helped
from gaoxing.office.people import my_data
from tests.engines.photographs import page, photo
from tests.office.cases.conftest import NAME, SAID
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db
PHONE, NUMBER, HOME = "13800001234", "320583199001011216", "前进西路200号"
WHY = {"reason": "reveal.contact", "words": "电话核对住所"}


@pytest.fixture
def case(draft_of):
    return draft_of()


@pytest.fixture
def desk(clerk, case):
    """The clerk's browser, with the draft in hand."""
    clerk.post("/resume", {"code": resumption.make(case, now=timezone.now()), "agree": "yes"})
    return clerk


def text(answer):
    return answer.content.decode()


def said(case):
    case.refresh_from_db()
    return queries.words_of(case)


def box(page):
    return re.search(r'<textarea id="words"[^>]*>\s([^<]*)</textarea>', page)[1]


@pytest.mark.parametrize("path", ["/desk", "/draft/check", "/draft/history", "/draft/newest", "/draft/blanks/operator.mobile", "/draft/print", "/draft/papers"])
def test_no_number_and_no_home_address_stands_on_any_page(desk, path):
    page = text(desk.get(path))
    assert [each for each in (PHONE, NUMBER, HOME) if each in page] == []


def test_a_clerk_who_signed_in_is_not_asked_who_they_are(clerk, stranger):
    page = text(clerk.get("/resume"))
    assert ("您已经登录" in page, 'name="clerk"' in page, 'href="/staff"' in page.partition("<main")[2]) == (True, False, True)
    page = text(stranger.get("/resume"))
    assert ("您已经登录" in page, 'name="clerk"' in page) == (False, True)


def test_the_applicant_sees_the_own_words_whole(mine, drafted):
    assert NUMBER in box(text(mine.get("/desk")))


def test_what_the_page_sends_back_masked_stays_what_was_said(desk, case):
    desk.post("/draft/words", {"words": box(text(desk.get("/desk"))).replace("五万元", "六万元")})
    assert said(case).statement == SAID.replace("五万元", "六万元")
    assert queries.form_of(case).value("operator.id_number") == NUMBER


def test_saving_while_typing_answers_with_masked_words_and_says_that_the_clerk_wrote(desk, case):
    answer = desk.post("/draft/words", {"words": f"{SAID}，电话0512-57301234"}, headers={"hx-request": "true"})
    assert [each for each in (PHONE, NUMBER, "57301234") if each in text(answer)] == []
    assert said(case).stated.author == "王某"


def test_half_a_number_is_refused_and_nothing_is_stored(desk, case):
    before = said(case)
    answer = desk.post("/draft/words", {"words": box(text(desk.get("/desk"))).replace("138****1234", "139****1234")})
    assert (answer.status_code, "只改一半" in text(answer)) == (409, True)
    assert said(case) == before


def test_an_entry_is_amended_under_its_mask(desk, case):
    desk.post("/draft/words", {"addition": f"备用手机{PHONE}"})
    number = said(case).entries[-1].number
    desk.post(f"/draft/turns/{number}", {"said": "备用的手机138****1234"})
    assert said(case).entries[-1].said == f"备用的手机{PHONE}"


def test_a_blank_left_empty_or_masked_keeps_its_value_and_another_takes_its_place(desk, case):
    for typed in ("", "138****1234"):
        desk.post("/draft/correct", {"path": "operator.mobile", "row": "", "text": typed})
    assert (said(case).corrections, queries.form_of(case).value("operator.mobile")) == (queries.words_of(case).corrections, PHONE)
    desk.post("/draft/correct", {"path": "operator.mobile", "row": "", "text": "13900005678"})
    case.refresh_from_db()
    assert queries.form_of(case).value("operator.mobile") == "13900005678"


def test_stars_in_a_blank_are_refused(desk, case):
    answer = desk.post("/draft/correct", {"path": "operator.address", "row": "", "text": "昆山市****1号"})
    assert (answer.status_code, "星号" in text(answer)) == (409, True)


@pytest.mark.parametrize(("path", "value"), [("operator.mobile", PHONE), ("operator.id_number", NUMBER), ("operator.address", HOME), ("said.0", NUMBER)])
def test_one_value_is_shown_once_for_a_reason(desk, path, value):
    answer = desk.post("/draft/reveal", {"path": path, **WHY})
    assert answer["Location"] == "/desk#whole"
    assert value in re.search(r'id="whole"[^>]*>([^<]*)', text(desk.get("/desk")))[1]
    assert value not in text(desk.get("/desk"))


def test_the_reason_is_kept_and_the_applicant_reads_who_looked(desk, case, owner):
    desk.post("/draft/reveal", {"path": "operator.mobile", **WHY})
    assert Entry.objects.filter(act="case.revealed", subject=case.pk, reason="reveal.contact").count() == 1
    assert [each.what for each in my_data.looks(owner) if each.act == "case.revealed"] == ["移动电话"]
    assert all(each in text(desk.get("/draft/who")) for each in ("谁看过打了码的内容", "移动电话", "联系申请人"))


@pytest.mark.parametrize("given", [{}, {"reason": "reveal.contact"}, {"reason": "curious", "words": "看看"}])
def test_without_a_reason_nothing_is_shown(desk, given):
    assert desk.post("/draft/reveal", {"path": "operator.mobile", **given}).status_code == 409
    assert not Reveal.objects.exists()


@pytest.mark.parametrize("path", ["", "name", "said.9", "operator", "a" * 500])
def test_what_is_not_masked_is_not_found(desk, path):
    assert desk.post("/draft/reveal", {"path": path, **WHY}).status_code == 404


def test_who_gave_the_draft_back_is_shown_nothing_and_still_sees_it_masked(desk, case):
    Help.objects.all().delete()
    assert desk.post("/draft/reveal", {"path": "operator.mobile", **WHY}).status_code == 404
    assert PHONE not in text(desk.get("/desk"))


def test_papers_are_drawn_masked_and_whole_once_after_a_reason(desk, case, monkeypatch):
    drawn = []
    real = helped.papers_form
    monkeypatch.setattr(helped, "papers_form", lambda *given, **more: drawn.append(real(*given, **more)) or drawn[-1])
    desk.get("/draft/papers/0.pdf")
    answer = desk.post("/draft/reveal", {"path": "papers", **WHY})
    desk.get("/draft/papers")
    desk.get("/draft/papers/0.pdf")
    desk.get("/draft/papers/0.pdf")
    numbers = [each.value("operator.id_number") for each in drawn]
    assert answer["Location"] == "/draft/papers"
    assert (numbers[0], numbers[-2], numbers[-1]) == ("3205**********1216", NUMBER, "3205**********1216")


def test_a_form_keeps_everything_else_when_it_is_masked(case):
    masked = helped.masked_form(queries.form_of(case))
    assert masked.value("name") == NAME
    assert masked.value("operator.mobile") == "138****1234"


def test_a_stranger_and_an_applicant_have_no_such_address(client, mine, drafted):
    assert "登录已经过期" in text(client.post("/draft/reveal", {"path": "operator.mobile", **WHY}))
    assert mine.post("/draft/reveal", {"path": "operator.mobile", **WHY}).status_code == 403


def test_a_statement_changed_elsewhere_shows_the_other_text_to_nobody_who_helps(desk, case):
    answer = desk.post("/draft/words", {"words": "我要开一家公司", "page": "abcdefghijklmnop", "step": "1", "base": "0" * 16})
    assert (answer.status_code, NUMBER in text(answer)) == (409, False)
    assert desk.post("/draft/merge", {"mine": "甲", "theirs": "乙", "keep": "mine"}).status_code == 409


@pytest.fixture
def file(case, settings, tmp_path):
    """A photograph that the applicant sent, not scanned yet."""
    settings.DATA, settings.SCANNER = tmp_path, "rehearsal"
    sent = Sent("租约.jpg", photo(image=page(700, 900, lines=8)))
    return receive(case.pk, sent, material="经营场所使用证明", actor=Actor(1, "applicant"), now=timezone.now())


def test_a_file_of_the_draft_waits_for_the_scanner_before_the_clerk_has_it(desk, mine, case, file):
    refused = desk.get(f"/draft/attachments/{file.pk}/file")
    assert (refused.status_code, "还没有查毒" in text(refused)) == (409, True)
    mine.post("/cases/open", {"case": case.pk})
    assert mine.get(f"/draft/attachments/{file.pk}/file").status_code == 200
    scan_due(now=timezone.now())
    assert desk.get(f"/draft/attachments/{file.pk}/file").status_code == 200


@pytest.mark.parametrize("kind", ["preview.jpg", "file"])
def test_that_the_clerk_opened_a_file_is_kept_and_that_its_owner_did_is_not(desk, mine, case, file, kind):
    scan_due(now=timezone.now())
    mine.post("/cases/open", {"case": case.pk})
    mine.get(f"/draft/attachments/{file.pk}/{kind}")
    assert not Entry.objects.filter(act="case.file_opened").exists()
    desk.get(f"/draft/attachments/{file.pk}/{kind}")
    entry = Entry.objects.get(act="case.file_opened")
    assert (entry.role, entry.subject) == ("window_clerk", case.pk)
