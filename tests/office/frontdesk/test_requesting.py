"""A draft of the desk becomes a request of an enterprise: told apart, set right, submitted once, and nothing of it lost on the way."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.form import Ask
from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.actions import MOST_PROBLEMS
from gaoxing.office.aftercare.models import Client, Request, Stewardship
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import handed_on
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import kept, requesting
from gaoxing.office.frontdesk.my_cases import listed
from gaoxing.office.people import my_data
from gaoxing.office.people.models import Person
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db
SAID = "我们是昆山样例诉求有限公司，车间老是跳闸，料都废了；另外员工停车位不够。联系人丁小样，电话13900001234"
ENTERPRISE = "昆山样例诉求有限公司"


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def said(mine):
    """Says something on the quick page, in the applicant's browser or another."""

    def made(words=SAID, browser=mine):
        browser.post("/consent")
        return browser.post("/drafts/new", {"words": words, "matter": "enterprise_request", "next": "request"})

    return made


@pytest.fixture
def steward_in(staff, signed_in, now):
    """A steward's browser, and the enterprise that they serve."""
    person = staff("steward")
    client = Client.objects.create(kind="enterprise", code="E001", name=ENTERPRISE, since=now.date())
    Stewardship.objects.create(client=client, steward=person, since=now.date())
    return signed_in(person)


def text(answer):
    return answer.content.decode()


def carried(browser, **more):
    """What the page of submitting carries, as it stands."""
    page = text(browser.get("/draft/request"))
    found = {name: re.search(rf'name="{name}"[^>]* value="([^"]*)"', page) for name in ("draft", "case", "revision", "enterprise", "contact", "mobile")}
    return {**{name: each[1] for name, each in found.items() if each}, **more}


def submit(browser, **more):
    return browser.post("/draft/request", carried(browser, **more))


def photo():
    out = io.BytesIO()
    Image.new("RGB", (900, 900), "white").save(out, "PNG")
    return SimpleUploadedFile("配电柜.png", out.getvalue(), content_type="image/png")


def test_what_is_said_on_the_quick_page_comes_to_the_page_of_submitting(said):
    assert said()["Location"] == "/draft/request"


def test_the_page_shows_each_problem_with_its_category_and_what_was_said_of_the_rest(said, mine):
    said()
    page = text(mine.get("/draft/request"))
    assert all(each in page for each in ("听出 2 件事", "车间老是跳闸", "要素保障", "停车位不够", "生活与园区配套", ENTERPRISE, "丁小样", "13900001234"))


def test_the_draft_becomes_a_request_with_its_parts_and_its_contact(said, mine, owner):
    said()
    answer = submit(mine)
    request = Request.objects.get()
    assert answer["Location"] == f"/requests/{request.number}"
    assert (request.state, request.source, request.owner, request.parts.count()) == ("submitted", "enterprise", owner, 2)
    assert content_of(request)["contact"] == "丁小样"
    assert Entry.objects.filter(act="draft.handed_on", actor=owner.pk, subject=request.case).count() == 1


def test_the_draft_is_nobodys_to_write_in_any_more_and_no_clerks_to_read(said, mine, owner, clerk, now):
    said()
    reference = Case.objects.get().reference
    submit(mine)
    case = Case.objects.get()
    assert (case.state, case.number, case.rank) == ("completed", None, None)
    session = mine.session
    session["draft"], session["drafts"] = reference, [reference]
    session.save()
    assert mine.post("/draft/words", {"words": "再加一句"}).status_code == 409
    assert listed(owner, now=now) == ()


def test_where_my_cases_are_my_requests_are_too(said, mine):
    said()
    submit(mine)
    assert "我的诉求：1 件" in text(mine.get("/cases"))


def test_the_way_of_every_matter_leads_there_too(said, mine):
    said()
    assert mine.get("/draft/submit")["Location"] == "/draft/request"
    mine.post("/draft/confirm", {"revision": Case.objects.get().revision, "draft": ""})
    assert 'href="/draft/submit"' in text(mine.get("/draft/done"))


def test_pressed_twice_it_is_one_request(said, mine):
    said()
    posted = carried(mine)
    first, second = (mine.post("/draft/request", posted) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Request.objects.count() == 1


def test_a_page_older_than_the_draft_is_told_so(said, mine):
    said()
    posted = carried(mine)
    mine.post("/draft/words", {"addition": "还有食堂排队太长"})
    answer = mine.post("/draft/request", posted)
    assert (answer.status_code, "草稿又改过" in text(answer)) == (409, True)
    assert not Request.objects.exists()


def test_the_blanks_are_set_right_on_the_page(said, mine):
    said("车间老是跳闸")
    submit(mine, enterprise=ENTERPRISE, contact="丁大样", mobile="0512-57301234", urgent="yes")
    request = Request.objects.get()
    assert (request.enterprise, request.urgent) == (ENTERPRISE, True)
    assert content_of(request)["mobile"] == "0512-57301234"


def test_whoever_signed_in_is_offered_as_the_one_to_reach(said, mine, owner):
    Client.objects.create(kind="enterprise", code="E001", name=ENTERPRISE, person=owner, since="2026-01-01")
    said("车间老是跳闸")
    assert f'value="{ENTERPRISE}"' in text(mine.get("/draft/request"))
    submit(mine, contact="丁小样")
    assert Request.objects.get().client.code == "E001"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"contact": ""}, "请写联系人和电话"),
        ({"mobile": ""}, "请写联系人和电话"),
        ({"mobile": "1390000"}, "联系电话"),
        ({"enterprise": ""}, "请写明是哪一家企业"),
    ],
)
def test_what_is_missing_is_told_with_everything_kept(said, mine, wrong, told):
    said()
    answer = submit(mine, **{"contact": "丁中样", **wrong})
    assert (answer.status_code, told in text(answer)) == (409, True)
    assert wrong.get("contact", "丁中样") in text(answer)
    assert Case.objects.get().state == "draft"


def test_without_a_problem_it_is_asked_plainly_and_nothing_is_lost(said, mine):
    said("谢谢你们上次帮忙")
    page = text(mine.get("/draft/request"))
    assert "没有听出要解决的问题" in page
    assert "谢谢你们上次帮忙" in page
    answer = submit(mine, enterprise=ENTERPRISE, contact="丁小样", mobile="13900001234")
    assert (answer.status_code, "没有听出要解决的问题。请说说" in text(answer)) == (409, True)
    assert Case.objects.get().state == "draft"


def test_abuse_without_a_problem_is_asked_plainly_and_never_scolded(said, mine):
    said("你们这帮废物")
    page = text(mine.get("/draft/request"))
    assert "没有听出要解决的问题" in page
    assert "请说说碰到了什么难处" in page


def test_whoever_insists_is_heard_by_the_steward(said, mine):
    said("谢谢你们上次帮忙")
    submit(mine, enterprise=ENTERPRISE, contact="丁小样", mobile="13900001234", insist="yes")
    assert [each.category for each in Request.objects.get().parts.all()] == ["other"]


def test_abuse_with_a_problem_in_it_is_taken_without_a_word(said, mine):
    said("你们这帮废物，" + SAID)
    page = text(mine.get("/draft/request"))
    assert "听出 2 件事" in page
    assert "文明" not in page
    assert submit(mine).status_code == 302


def test_a_legal_dispute_gets_the_right_channel_and_is_still_taken(said, mine):
    said("客户欠我们货款一直不给，已经起诉了。联系人丁小样，电话13900001234，昆山样例诉求有限公司")
    page = text(mine.get("/draft/request"))
    assert "听起来可能要走诉讼" in page
    assert "12368" in page
    assert submit(mine, enterprise=ENTERPRISE).status_code == 302


def test_the_same_again_shows_how_the_first_one_stands(said, mine):
    said()
    submit(mine)
    said()
    first = Request.objects.get()
    page = text(mine.get("/draft/request"))
    assert "同样的诉求提过了" in page
    assert f'href="/requests/{first.number}"' in page
    answer = submit(mine)
    assert (answer.status_code, f"已经提过（{first.number}）" in text(answer)) == (409, True)


def test_more_problems_than_can_be_taken_are_split_and_none_is_lost(said, mine, monkeypatch):
    monkeypatch.setattr(requesting, "MOST_PROBLEMS", 1)
    said()
    assert "多出 1 件" in text(mine.get("/draft/request"))
    answer = submit(mine, split="yes")
    assert answer["Location"] == "/draft/request"
    page = text(mine.get("/draft/request"))
    assert "停车位不够" in page
    assert "跳闸" not in page
    assert Request.objects.get().parts.count() == 1


def test_the_words_of_a_split_hold_every_problem_once():
    every = tuple(requesting.Problem("other", f"第{number}件") for number in range(MOST_PROBLEMS + 3))
    asked = requesting.Asking(Case(), "全部", every, requesting.Blanks())
    first, rest = requesting.rest_of(asked)
    assert (asked.over, len(first.problems), rest) == (3, MOST_PROBLEMS, "第40件；第41件；第42件")


def test_where_two_categories_are_open_the_first_is_taken():
    form = Form(
        "enterprise_request", "2026", {"requests.0.content": Answer("找地方", Source.SAID)}, (Ask("requests.0.category", ("market", "amenities"), "哪一类？"),)
    )
    assert requesting.problems_of(form) == (requesting.Problem("market", "找地方"),)


def test_photos_go_along(said, mine):
    said()
    mine.post("/draft/request", carried(mine, photo=photo()))
    request = Request.objects.get()
    assert len(files.of(request)) == 1
    assert "配电柜.png" in text(mine.get(f"/requests/{request.number}"))
    assert kept._left().count() == 0


def test_a_file_that_is_none_stops_it_with_a_sentence(said, mine):
    said()
    answer = submit(mine, file=SimpleUploadedFile("x.exe", b"MZ" + b"\0" * 99))
    assert answer.status_code == 409
    assert not Request.objects.exists()


def test_a_steward_brings_one_for_an_enterprise_they_serve(said, steward_in):
    said("车间老是跳闸", steward_in)
    assert f'<option value="{ENTERPRISE}">' in text(steward_in.get("/draft/request"))
    submit(steward_in, enterprise=ENTERPRISE, contact="丁小样", mobile="13900001234")
    request = Request.objects.get()
    assert (request.source, request.owner, request.client.code, request.events.get().role) == ("steward", None, "E001", "steward")
    assert Case.objects.get().owner is None


def test_a_window_clerk_brings_one_and_reads_what_came_of_it(said, clerk):
    said("车间老是跳闸", clerk)
    answer = submit(clerk, enterprise=ENTERPRISE, contact="丁小样", mobile="13900001234")
    assert Request.objects.get().source == "window"
    assert "车间老是跳闸" in text(clerk.get(answer["Location"]))


def test_staff_without_the_power_bring_none(said, examiner):
    said("车间老是跳闸", examiner)
    assert "没有这个角色" in text(examiner.get("/draft/request"))


def test_a_clerk_who_helps_sees_the_number_masked_and_hands_the_applicants_on(said, mine, clerk, owner, now):
    said()
    case = Case.objects.get()
    case.helps.create(clerk=Person.objects.get(kind="staff"), since=now)
    session = clerk.session
    session["draft"], session["drafts"], session["fetched"] = case.reference, [case.reference], [case.reference]
    session.save()
    assert "13900001234" not in text(clerk.get("/draft/request"))
    assert submit(clerk).status_code == 302
    request = Request.objects.get()
    assert (request.owner, request.source, content_of(request)["mobile"]) == (owner, "window", "13900001234")


def test_somebody_elses_draft_is_not_there(said, mine, clerk):
    said()
    reference = Case.objects.get().reference
    session = clerk.session
    session["draft"], session["drafts"], session["fetched"] = reference, [reference], [reference]
    session.save()
    assert clerk.get("/draft/request").status_code == 404


def test_another_matter_and_an_empty_desk_are_told_what_to_do(mine, drafted):
    assert "不是企业诉求" in text(mine.get("/draft/request"))
    mine.post("/draft/restart", {})
    assert "没有可以提交的草稿" in text(mine.get("/draft/request"))


def test_a_stranger_is_led_to_the_sign_in_and_keeps_the_draft(client):
    client.post("/consent")
    client.post("/drafts/new", {"words": SAID, "matter": "enterprise_request", "next": "request"})
    assert client.get("/draft/request")["Location"] == "/sign-in?next=%2Fdraft%2Frequest"
    assert Case.objects.get().state == "draft"


def test_a_request_that_came_otherwise_gets_a_place_for_its_files(said, mine, owner, now):
    said()
    submit(mine)
    Request.objects.update(case=None)
    request = Request.objects.get()
    mine.post(f"/requests/{request.number}/act", {"act": "supplement", "revision": request.revision, "words": "看照片", "photo": photo()})
    request.refresh_from_db()
    assert Case.objects.get(pk=request.case).owner == owner
    assert Attachment.objects.get().case == request.case


def test_the_draft_goes_with_its_request_and_with_its_person(said, mine, owner, now):
    said()
    submit(mine)
    assert not kept._handed_on().exists()
    my_data.delete(owner, now=now)
    assert not handed_on.handed_on().exists()
    assert Request.objects.get().owner is None


def test_the_draft_of_a_request_that_is_gone_is_swept(said, mine, now):
    said()
    submit(mine)
    Request.objects.all().delete()
    assert kept._forget_handed_on(now) == 1
    assert not Case.objects.exists()
