"""The enterprise's pages: its list, one request with who has what until when, what is asked of it, and the acts that stand open; nobody else's."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.notices.templatetags.notified import linked, to_requests
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import *  # noqa: F403
from tests.office.aftercare.conftest import CALL, ENTERPRISE, PROBLEMS, WORDS, again, part
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands an hour after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1))


@pytest.fixture
def staff_in(cast, signed_in):  # noqa: F811
    """A browser in which one of the staff is signed in, with a password of their own."""

    def made(who):
        Person.objects.filter(pk=cast[who].pk).update(password_due=False)
        return signed_in(Person.objects.get(pk=cast[who].pk))

    return made


@pytest.fixture
def mine(owner, signed_in):  # noqa: F811
    """The enterprise's browser."""
    return signed_in(owner)


@pytest.fixture
def asked(in_hand, press):
    """The first part of a request, whose unit waits for the enterprise."""
    return lambda: press(in_hand(), "ask_enterprise", "power", reason="facts", note="请说清楚是哪个车间")


def read(answer):
    return answer.content.decode()


def page(browser, request):
    return read(browser.get(f"/requests/{request.number}"))


def post(browser, request, act, **fields):
    """Press a button by the page as it stands now; `part` names the part."""
    row = part(request, fields["part"]) if "part" in fields else again(request)
    return browser.post(f"/requests/{request.number}/act", {"act": act, "revision": row.revision, **fields})


def photo(name="配电柜.png"):
    out = io.BytesIO()
    Image.new("RGB", (900, 900), "white").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


def test_the_list_says_how_many_and_what_each_is_about(mine, brought):
    first, second = brought(), brought(words="食堂吃饭排长队")
    shown = read(mine.get("/requests"))
    assert "我的诉求（2 件）" in shown
    assert shown.index(second.number) < shown.index(first.number)
    assert "已经收到，服务专员马上看" in shown


def test_an_empty_list_says_what_to_do(mine):
    assert "还没有提过诉求" in read(mine.get("/requests"))


def test_what_waits_for_the_enterprise_is_told_and_can_be_seen_alone(mine, brought, answered):
    waiting, other = answered(), brought(words="食堂吃饭排长队")
    assert "有 1 件等您" in read(mine.get("/requests"))
    shown = read(mine.get("/requests?show=asked"))
    assert waiting.number in shown
    assert other.number not in shown


def test_a_part_that_waits_is_asked_too(mine, asked):
    asked()
    assert "有 1 件在等您补充" in read(mine.get("/requests?show=asked"))


def test_what_is_over_stands_apart(mine, accepted, brought):
    over, going = accepted(), brought(words="食堂吃饭排长队")
    assert over.number in read(mine.get("/requests?show=over"))
    assert going.number in read(mine.get("/requests?show=open"))
    assert over.number not in read(mine.get("/requests?show=open"))


def test_the_list_goes_on_page_by_page(mine, brought, monkeypatch):
    monkeypatch.setattr("gaoxing.office.aftercare.mine.listed.PAGE", 2)
    every = [brought(words=f"第{number}处路灯不亮") for number in range(3)]
    first = read(mine.get("/requests"))
    onward = re.search(r"before=(\d+)", first)[1]
    assert every[0].number not in first
    assert every[0].number in read(mine.get(f"/requests?before={onward}"))


@pytest.mark.parametrize("query", ["before=x", "before=٣", "show=everything", "before=" + "9" * 30])
def test_a_strange_address_gives_the_list(mine, brought, query):
    assert brought().number in read(mine.get(f"/requests?{query}"))


def test_words_that_were_deleted_leave_a_sentence(mine, brought):
    Request.objects.filter(pk=brought().pk).update(content=b"")
    assert "内容已经删去" in read(mine.get("/requests"))


def test_one_request_says_where_it_stands_who_looks_after_it_and_what_was_said(mine, brought):
    shown = page(mine, brought())
    assert all(each in shown for each in ("已提交", "王某", WORDS, "联系人甲", "139****1234", ENTERPRISE))


def test_every_part_names_its_unit_its_state_and_its_clock(mine, sent):
    shown = page(mine, sent())
    assert all(each in shown for each in ("样例供电服务站", "样例城管中队", "已派单", "个工作日", PROBLEMS[0].words))


def test_a_unit_is_not_named_before_the_part_was_sent(mine, planned):
    assert "样例供电服务站" not in page(mine, planned())


def test_replies_by_stage_and_answers_stand_with_their_part(mine, in_hand, press):
    found = press(in_hand(), "reply", "power", note="先换了临时变压器", next_reply="2026-11-27")
    shown = page(mine, found.request)
    assert all(each in shown for each in ("先换了临时变压器", "阶段答复", "下次答复：2026-11-27"))


def test_an_answer_says_its_outcome_and_what_cannot_be_done_says_why(mine, sent, press):
    request = sent()
    press(part(request, 2), "sign", "city")
    press(part(request, 2), "decline", "city", reason="resources_lacking", note="今年没有空地")
    shown = page(mine, request)
    assert all(each in shown for each in ("答复不能办", "现在没有资源，列入计划", "今年没有空地"))


def test_an_outcome_is_told_to_an_english_reader_in_english(mine, answered):
    request = answered()
    mine.post("/comfort", {"language": "en", "next": "/requests"})
    shown = page(mine, request)
    assert "<strong>Solved</strong>" in shown
    assert "解决" not in shown
    assert "(Enterprise)" in shown


def test_what_offices_tell_each_other_stays_there(mine, in_hand, press):
    found = press(in_hand(), "advise", "city", note="路面可以开挖，内部意见")
    assert "内部意见" not in page(mine, found.request)


def test_the_objection_of_a_unit_is_not_read_out(mine, sent, press):
    found = press(part(sent(), 1), "object", "power", reason="not_our_duty", note="内部说明")
    shown = page(mine, found.request)
    assert "单位认为不归它管" in shown
    assert "内部说明" not in shown


def test_a_request_not_taken_up_says_why_and_where_to_go(mine, brought, press):
    request = press(brought(), "not_accept", "steward", reason="legal_dispute", note="请打 12368")
    shown = page(mine, request)
    assert "已经或者应当走诉讼" in shown
    assert "请打 12368" in shown


def test_nobody_elses_request_is_there(brought, other, signed_in, staff_in):  # noqa: F811
    request = brought()
    for browser in (signed_in(other), *map(staff_in, ("power", "colleague", "examiner"))):
        assert browser.get(f"/requests/{request.number}").status_code == 404
        assert browser.post(f"/requests/{request.number}/act", {"act": "withdraw", "revision": 1}).status_code == 404


def test_its_steward_is_sent_to_the_desk(answered, staff_in):
    request = answered()
    assert staff_in("steward").get(f"/requests/{request.number}")["Location"] == f"/staff/requests/{request.number}"


def test_the_clerk_who_brought_it_reads_it_and_accepts_nothing(answered, cast, staff_in):
    request = answered()
    Request.objects.filter(pk=request.pk).update(brought_by=cast["window_clerk"])
    shown = page(staff_in("window_clerk"), request)
    assert WORDS in shown
    assert "问题解决了没有" not in shown


def test_a_stranger_is_led_to_the_sign_in(client, brought):
    assert client.get(f"/requests/{brought().number}")["Location"].startswith("/sign-in")


def test_an_agent_reads_and_accepts_for_the_enterprise(answered, owner, other, signed_in, now):  # noqa: F811
    empower(owner, other, acts=["see_case", "submit_case"], matters=[], span=Span(now.date(), now.date() + timedelta(days=9)), now=now)
    request = answered()
    agent = signed_in(other)
    assert "委托人" in read(agent.get("/requests"))
    assert post(agent, request, "accept", rating="4", solved="yes").status_code == 302
    assert again(request).events.latest("number").role == "agent"


def test_the_enterprise_answers_what_a_unit_waits_for_with_words_and_a_photo(mine, asked):
    found = asked()
    shown = page(mine, found.request)
    assert all(each in shown for each in ("单位等您补充", "请说清楚是哪个车间", "补充情况"))
    answer = post(mine, found.request, "supply", part=1, words="三号车间，每天下午", photo=photo())
    assert answer.status_code == 302
    assert part(found.request, 1).state == "in_hand"
    assert [each.material for each in files.of(again(found.request))] == ["诉求第1件"]


def test_an_answer_without_words_is_refused_and_nothing_is_done(mine, asked):
    found = asked()
    answer = post(mine, found.request, "supply", part=1, words="")
    assert (answer.status_code, "请写明给企业的解释" in read(answer)) == (409, True)
    assert part(found.request, 1).state == "waiting"


def test_the_enterprise_accepts_with_a_rating_and_whether_it_is_solved(mine, answered):
    request = answered()
    assert "都有答复了，请您验收" in page(mine, request)
    assert post(mine, request, "accept", rating="5", solved="yes", words="很快").status_code == 302
    request = again(request)
    assert (request.state, request.rating, request.solved) == ("accepted", 5, True)


@pytest.mark.parametrize(
    "fields", [{}, {"rating": "5"}, {"rating": "9", "solved": "yes"}, {"rating": "x", "solved": "yes"}, {"rating": "3", "solved": "perhaps"}]
)
def test_an_acceptance_that_says_nothing_is_refused_with_the_words_kept(mine, answered, fields):
    request = answered()
    answer = post(mine, request, "accept", words="写了半天的话", **fields)
    assert (answer.status_code, "请选满意程度" in read(answer), "写了半天的话" in read(answer)) == (409, True, True)
    assert again(request).state == "answered"


def test_a_dissatisfied_enterprise_says_why_and_it_is_done_again(mine, answered):
    request = answered()
    answer = post(mine, request, "reject", reason=["unsolved", "slow"], words="还是天天跳闸")
    assert answer.status_code == 302
    request = again(request)
    assert (request.state, request.rejections) == ("redoing", 1)
    assert request.events.latest("number").reason == "unsolved slow"


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"words": "不行"}, "请写明不满意的地方"), ({"reason": "slow"}, "写清楚具体是什么"), ({"reason": "bad", "words": "差"}, "请从这些里选")],
)
def test_dissatisfaction_without_a_typed_reason_is_refused_with_the_words_kept(mine, answered, fields, said):
    request = answered()
    answer = post(mine, request, "reject", **fields)
    assert (answer.status_code, said in read(answer), fields.get("words", "") in read(answer)) == (409, True, True)


def test_it_is_opened_again_within_thirty_days(mine, accepted):
    request = accepted()
    assert "要求再办（到 2026-12-24 为止）" in page(mine, request)
    assert post(mine, request, "reopen", reason="came_back", words="又跳闸了").status_code == 302
    assert again(request).state == "redoing"


def test_a_request_is_withdrawn_before_it_is_answered(mine, sent):
    request = sent()
    assert post(mine, request, "withdraw").status_code == 302
    assert again(request).state == "withdrawn"
    assert "撤回这件诉求" not in page(mine, request)


def test_facts_are_added_with_photos_and_the_unit_reads_those_of_its_part(mine, sent):
    request = sent()
    assert post(mine, request, "supplement", words="昨天又停了", about="1", file=photo()).status_code == 302
    shown = page(mine, request)
    assert "昨天又停了" in shown
    assert "传了 1 个文件" in shown
    assert [len(files.of_part(each)) for each in Part.objects.filter(request=request)] == [1, 1]


def test_a_photo_alone_is_a_supplement_and_nothing_is_none(mine, sent):
    request = sent()
    answer = post(mine, request, "supplement", words=" ")
    assert (answer.status_code, "请写明补充什么情况" in read(answer)) == (409, True)
    assert post(mine, request, "supplement", file=photo()).status_code == 302


def test_nothing_is_added_once_all_is_answered(mine, answered):
    request = answered()
    answer = post(mine, request, "supplement", words="还有一件")
    assert (answer.status_code, "请在验收时说" in read(answer), "还有一件" in read(answer)) == (409, True, False)


def test_a_file_that_is_none_is_refused_and_nothing_is_done(mine, asked):
    found = asked()
    answer = post(mine, found.request, "supply", part=1, words="三号车间", file=SimpleUploadedFile("x.exe", b"MZ" + b"\0" * 99))
    assert (answer.status_code, "三号车间" in read(answer)) == (409, True)
    assert part(found.request, 1).state == "waiting"
    assert not Attachment.objects.exists()


def test_too_many_words_are_told_and_kept(mine, sent):
    answer = post(mine, sent(), "supplement", words="电" * 2001)
    assert (answer.status_code, "最多写 2000 个字" in read(answer), "电" * 2001 in read(answer)) == (409, True, True)


def test_a_stale_page_is_told_so_with_the_words_kept(mine, answered):
    request = answered()
    stale = {"act": "reject", "revision": request.revision, "reason": "slow", "words": "等了半个月"}
    post(mine, request, "accept", rating="5", solved="yes")
    answer = mine.post(f"/requests/{request.number}/act", stale)
    assert (answer.status_code, "已经有人办了“验收”" in read(answer)) == (409, True)


def test_a_stale_page_takes_no_file(mine, asked, press):
    found = asked()
    revision = part(found.request, 1).revision
    press(found, "supply", "steward", note="专员代记")
    answer = mine.post(f"/requests/{found.request.number}/act", {"act": "supply", "part": 1, "revision": revision, "words": "三号车间", "file": photo()})
    assert answer.status_code == 409
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"act": "receive"}, {"act": ""}, {"revision": "x"}, {"revision": "-1"}, {"part": "x", "act": "supply"}, {"part": "77", "act": "supply"}]
)
def test_a_post_that_is_not_from_the_page_is_refused_with_a_sentence(mine, brought, fields):
    request = brought()
    answer = mine.post(f"/requests/{request.number}/act", {"act": "withdraw", "revision": request.revision, **fields})
    assert (answer.status_code, "请刷新页面" in read(answer)) == (409, True)
    assert again(request).state == "submitted"


def test_a_file_is_opened_by_the_enterprise_its_steward_and_the_unit_of_its_part_alone(mine, sent, staff_in, signed_in, other, settings):  # noqa: F811
    request, settings.SCANNER = sent(), "none"
    post(mine, request, "supplement", words="看照片", file=photo())
    file = files.of(again(request))[0]
    address = f"/requests/{request.number}/files/{file.pk}"
    for who in ("steward", "power", "leader"):
        assert staff_in(who).get(f"{address}/preview.jpg").status_code == 200
    assert mine.get(address)["Content-Disposition"].startswith("attachment")
    for browser in (signed_in(other), staff_in("police"), staff_in("examiner")):
        assert browser.get(address).status_code == 404


def test_a_unit_does_not_open_what_was_sent_for_another_part(mine, asked, staff_in):
    found = asked()
    post(mine, found.request, "supply", part=1, words="三号车间", file=photo())
    file = files.of(again(found.request))[0]
    assert staff_in("power").get(f"/requests/{found.request.number}/files/{file.pk}/preview.jpg").status_code == 200
    assert files.of_part(part(found.request, 2)) == ()


def test_a_merged_request_reads_the_answer_to_the_same_problem_and_nothing_else(mine, brought, sent, press, other, now):
    main = sent()
    follower = brought(words="我们这里也老是跳闸", problems=PROBLEMS[:1])
    press(follower, "merge", "steward", main=main.pk)
    for number, who in ((1, "power"), (2, "city")):
        press(part(main, number), "sign", who)
    press(part(main, 1), "advise", "city", note="同意")
    press(part(main, 1), "finish", "power", note="换了变压器", outcome="solved")
    press(part(main, 2), "finish", "city", note="划了停车线", outcome="solved")
    shown = page(mine, follower)
    assert "换了变压器" in shown
    assert "划了停车线" not in shown
    assert main.number not in shown


def test_an_enterprise_without_a_steward_is_told_who_comes(mine, brought, client_of):
    client_of.stewardships.all().delete()
    assert "值班的服务专员会接手" in page(mine, brought())


def test_the_page_speaks_english(mine, answered):
    mine.cookies["language"] = "en"
    mine.post("/comfort", {"language": "en", "next": "/requests"})
    shown = page(mine, answered())
    assert "Awaiting acceptance" in shown
    assert "问题解决了没有" not in shown


def test_the_page_of_saying_it_begins_a_draft_of_a_request(client):
    shown = read(client.get("/requests/new"))
    assert 'action="/drafts/new"' in shown
    assert 'value="enterprise_request"' in shown


def test_no_page_carries_a_style_of_its_own(mine, answered):
    assert "style=" not in page(mine, answered()) + read(mine.get("/requests")) + read(mine.get("/requests/new"))


def test_a_call_is_not_asked_of_the_enterprise_itself(mine, answered):
    request = answered()
    post(mine, request, "accept", rating="1", solved="no")
    assert again(request).rating == 1
    assert CALL["whom"] in page(mine, request)


def test_a_notice_leads_to_the_page_of_its_request(mine, brought):
    request = brought()
    assert f'<a href="/requests/{request.number}">{request.number}</a>' in read(mine.get("/notices"))


@pytest.mark.parametrize(
    ("told", "shown"), [("见 R2026-000007-2", '见 <a href="/requests/R2026-000007">R2026-000007</a>-2'), ("AR2026-000007", "AR2026-000007")]
)
def test_only_the_number_of_a_request_is_made_a_link(told, shown):
    assert to_requests(linked(told)) == shown
