"""The steward's desk: the list, one request, every act of the table pressed once by whoever may, refusals that keep what was typed, nobody else's."""

import re

import pytest

from gaoxing.office.aftercare.models import Request, RequestReveal
from gaoxing.office.audit.models import Entry
from tests.office.aftercare.conftest import ENTERPRISE, PROBLEMS, WORDS, acts, again, part
from tests.office.aftercare.desk.conftest import called, desk, post, read

pytestmark = pytest.mark.django_db
PHONE = "车间老是跳闸，打13900004321找我"


@pytest.fixture
def steward(staff_in):
    return staff_in("steward")


def rows(count=2, **fields):
    """The rows of a plan as a page posts them."""
    given = {"row": [str(each) for each in range(count)]}
    for each in range(count):
        given |= {f"number-{each}": str(each + 1), f"words-{each}": PROBLEMS[each].words, f"category-{each}": PROBLEMS[each].category}
    return {**given, **fields}


def test_the_list_says_how_many_what_they_are_and_by_when_the_enterprise_is_called(steward, brought):
    request = brought()
    shown = read(steward.get("/staff/requests"))
    assert all(each in shown for each in ("先到期的在前：1 件", request.number, ENTERPRISE, "已提交", "前联系企业"))


def test_the_list_is_narrowed_and_goes_on_page_by_page(steward, brought, monkeypatch):
    monkeypatch.setattr("gaoxing.office.aftercare.desk.queue.PAGE", 2)
    every = [brought(words=f"第{number}处路灯不亮") for number in range(3)]
    first = read(steward.get("/staff/requests?state=submitted"))
    onward = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert every[2].number not in first
    assert every[2].number in read(steward.get(onward))
    assert "没有符合筛选的诉求" in read(steward.get("/staff/requests?light=red"))


@pytest.mark.parametrize("query", ["light=blue", "state=draft", "unit=x", "duty=rest"])
def test_a_filter_nobody_knows_is_told(steward, brought, query):
    brought()
    assert "网址里有看不懂的筛选" in read(steward.get(f"/staff/requests?{query}"))


def test_an_empty_desk_says_so(steward):
    assert "没有要办的诉求" in read(steward.get("/staff/requests"))


@pytest.mark.parametrize("typed", ["样例诉求", "13900001234"])
def test_a_request_is_found_by_name_or_telephone_and_the_search_is_kept_without_the_words(steward, brought, typed):
    request = brought()
    assert request.number in read(steward.post("/staff/requests/search", {"q": typed}))
    assert Entry.objects.filter(act="request.searched").count() == 1


def test_a_number_leads_straight_to_its_request(steward, brought):
    request = brought()
    assert steward.post("/staff/requests/search", {"q": request.number})["Location"] == desk(request)


@pytest.mark.parametrize(("typed", "told"), [("", "请先填要找的"), ("1390000", "没有这个编号"), ("无此企业名", "没有找到这家企业")])
def test_a_search_that_finds_nothing_says_what_to_try_and_keeps_what_was_typed(steward, brought, typed, told):
    brought()
    shown = read(steward.post("/staff/requests/search", {"q": typed}))
    assert told in shown
    assert f'value="{typed}"' in shown


def test_one_request_shows_its_words_beside_its_parts_and_each_look_is_kept(steward, sent):
    request = sent()
    shown = read(steward.get(desk(request)))
    assert f'<a href="#part-1"><mark>{PROBLEMS[0].words}</mark></a>' in shown
    assert all(each in shown for each in (ENTERPRISE, "样例供电服务站", "样例城管中队", "联系和回访 1 次", "谁能看，为什么"))
    assert Entry.objects.filter(act="request.read").count() == 1


def test_the_contact_is_masked(steward, brought):
    shown = read(steward.get(desk(brought())))
    assert "139****1234" in shown
    assert all(each not in shown for each in ("13900001234", "联系人甲"))


def test_a_masked_value_is_shown_once_for_a_reason_that_is_kept(steward, brought):
    request = brought()
    reason = re.search(r'<option value="(reveal\.[^"]+)"', read(steward.get(desk(request))))[1]
    answer = steward.post(f"{desk(request)}/reveal", {"path": "mobile", "reason": reason, "words": "打电话联系企业"})
    assert answer.status_code == 302
    assert "13900001234" in read(steward.get(desk(request)))
    assert "13900001234" not in read(steward.get(desk(request)))
    assert RequestReveal.objects.get().path == "mobile"


def test_a_reveal_without_a_reason_is_refused_with_its_words_kept(steward, brought):
    answer = steward.post(f"{desk(brought())}/reveal", {"path": "mobile", "reason": "", "words": "打电话联系企业"})
    assert (answer.status_code, "请选为什么要看" in read(answer), "打电话联系企业" in read(answer)) == (409, True, True)
    assert not RequestReveal.objects.exists()


def test_what_is_not_masked_cannot_be_asked_for(steward, brought):
    assert steward.post(f"{desk(brought())}/reveal", {"path": "enterprise", "reason": "x", "words": "y"}).status_code == 404


def test_outsiders_find_no_such_request(brought, staff_in, signed_in, other):
    request = brought()
    for who in ("colleague", "power", "examiner"):
        assert staff_in(who).get(desk(request)).status_code in (403, 404)
    assert staff_in("colleague").post(f"{desk(request)}/act", {"act": "receive", "revision": request.revision}).status_code == 404
    assert signed_in(other).get(desk(request)).status_code in (403, 404)
    assert again(request).state == "submitted"


def test_a_stranger_is_led_to_the_sign_in(client, brought):
    assert client.get(desk(brought()))["Location"].startswith("/sign-in")


def test_a_steward_who_opens_the_enterprises_page_is_sent_to_the_desk(steward, brought):
    request = brought()
    assert steward.get(f"/requests/{request.number}")["Location"] == desk(request)


def test_a_request_is_taken_up_and_the_contact_recorded(steward, brought):
    request = brought()
    assert post(steward, request, "receive").status_code == 302
    assert post(steward, request, "contact", **called(note="先换变压器")).status_code == 302
    assert again(request).state == "contacted"
    assert all(each in read(steward.get(desk(request))) for each in ("先换变压器", "电话"))


def test_a_contact_without_whom_is_refused_with_what_was_typed_kept(steward, brought, press):
    request = press(brought(), "receive", "steward")
    answer = post(steward, request, "contact", **called(whom="", note="谈了很久"))
    assert (answer.status_code, "请写明联系了谁" in read(answer), "谈了很久" in read(answer)) == (409, True, True)


def test_a_request_is_not_taken_up_with_a_reason_and_the_channel(steward, brought):
    request = brought()
    answer = post(steward, request, "not_accept", kind="legal_dispute", words="已经起诉")
    assert (answer.status_code, "请写明企业应该走的渠道" in read(answer), "已经起诉" in read(answer)) == (409, True, True)
    assert post(steward, request, "not_accept", kind="legal_dispute", words="已经起诉", note="请打 12368").status_code == 302
    assert again(request).state == "not_accepted"


def test_the_parts_are_planned_confirmed_and_dispatched(steward, brought, press, units):
    request = press(press(brought(), "receive", "steward"), "contact", "steward", **called())
    leads = {"lead-0": units["power"].pk, "lead-1": units["city"].pk, "co-0": [units["city"].pk]}
    answer = steward.post(f"{desk(request)}/plan", rows(do="save", revision=again(request).revision, **leads))
    assert answer["Location"] == f"{desk(request)}#parts"
    assert post(steward, request, "decompose").status_code == 302
    assert post(steward, request, "dispatch").status_code == 302
    assert [each.lead.code for each in again(request).parts.all()] == ["power", "city"]
    assert part(request, 1).state == "dispatched"


def test_a_part_without_a_unit_is_not_dispatched(steward, brought, press):
    request = press(press(press(brought(), "receive", "steward"), "contact", "steward", **called()), "decompose", "steward")
    assert "有的事还没有主办单位" in read(steward.get(desk(request)))
    assert post(steward, request, "dispatch").status_code == 409


@pytest.mark.parametrize(("do", "fields", "count"), [("add", {}, 3), ("split:0", {}, 3), ("drop:1", {}, 1), ("join", {"tick-0": "1", "tick-1": "1"}, 1)])
def test_rows_of_the_plan_change_on_the_page_alone(steward, brought, press, do, fields, count):
    request = press(brought(), "receive", "steward")
    shown = read(steward.post(f"{desk(request)}/plan", rows(do=do, revision=request.revision, **fields)))
    assert f"改分解：{count} 件事" in shown
    assert again(request).parts.count() == 2


def test_a_plan_that_is_refused_keeps_its_rows(steward, brought, press):
    request = press(brought(), "receive", "steward")
    answer = steward.post(f"{desk(request)}/plan", rows(do="save", revision="0", **{"words-0": "换过的话"}))
    assert (answer.status_code, "已经有人改过" in read(answer), "换过的话" in read(answer)) == (409, True, True)


def test_the_page_of_the_plan_masks_numbers_and_keeps_them_where_they_were_not_touched(steward, brought, press):
    request = press(brought(words=PHONE, problems=(type(PROBLEMS[0])("utilities", PHONE),)), "receive", "steward")
    shown = read(steward.get(f"{desk(request)}/plan"))
    masked = PHONE.replace("13900004321", "139****4321")
    assert masked in shown
    assert "13900004321" not in shown
    one = {"row": "0", "number-0": "1", "category-0": "utilities", "words-0": masked, "do": "save"}
    assert steward.post(f"{desk(request)}/plan", {**one, "revision": request.revision}).status_code == 302
    answer = steward.post(f"{desk(request)}/plan", {**one, "words-0": f"急！{masked}", "revision": again(request).revision})
    assert (answer.status_code, "第 1 行里有打了码的号码" in read(answer)) == (409, True)


def test_similar_requests_stand_side_by_side_and_one_is_merged_into_the_other(steward, brought, sent):
    main, follower = sent(), brought(words="我们这里车间老是跳闸", problems=PROBLEMS[:1])
    assert all(each in read(steward.get(f"{desk(follower)}/merge")) for each in (main.number, "很像", "同一家企业", WORDS))
    answer = steward.post(f"{desk(follower)}/merge", {"main": main.number, "revision": follower.revision})
    assert answer.status_code == 302
    assert again(follower).main_id == main.pk
    assert follower.number in read(steward.get(desk(main)))


def test_a_main_request_that_is_none_is_refused_with_its_number_kept(steward, brought):
    request = brought()
    answer = steward.post(f"{desk(request)}/merge", {"main": "R2026-999999", "revision": request.revision})
    assert (answer.status_code, "没有这个编号的诉求" in read(answer), "R2026-999999" in read(answer)) == (409, True, True)


def test_an_acceptance_by_call_a_bad_rating_called_back_by_another_and_the_archive(steward, answered, staff_in):
    request = answered()
    assert post(steward, request, "accept", **called(rating="1", solved="no")).status_code == 302
    shown = read(steward.get(desk(request)))
    assert "差评还没有回访，请先回访" in shown
    assert "企业评价 1 分" in shown
    assert post(staff_in("leader"), request, "call_back", **called(note="说明了原因")).status_code == 302
    assert post(steward, request, "archive").status_code == 302
    assert again(request).state == "archived"


def test_dissatisfaction_by_call_is_redone_by_a_leader(steward, answered, staff_in):
    request = answered()
    assert post(steward, request, "reject", **called(kind="unsolved", words="还是跳闸")).status_code == 302
    assert post(staff_in("leader"), request, "redo", part=["1"], note="换人复核").status_code == 302
    assert (again(request).state, part(request, 1).state) == ("in_hand", "dispatched")


def test_a_steward_adds_facts_and_opens_again_for_the_enterprise(steward, sent, accepted):
    assert post(steward, sent(), "supplement", note="企业说昨天又停了").status_code == 302
    request = accepted(words="食堂吃饭排长队")
    assert post(steward, request, "reopen", kind="came_back", words="又排队了").status_code == 302
    assert acts(again(request))[-1] == "reopen"


def test_a_leader_supervises_and_the_steward_answers(steward, sent, staff_in):
    request, leader = sent(), staff_in("leader")
    assert post(leader, request, "supervise", kind="declined", words="推了两次").status_code == 302
    assert "推了两次" in read(steward.get(desk(request)))
    assert post(steward, request, "answer_supervision", note="明天换好").status_code == 302
    assert again(request).supervised_until is None


@pytest.mark.parametrize("fields", [{"revision": "x"}, {"revision": "-1"}, {"act": "nothing"}, {"act": ""}, {"act": "submit"}])
def test_a_post_that_is_not_from_the_page_is_refused_with_a_sentence(steward, brought, fields):
    request = brought()
    answer = steward.post(f"{desk(request)}/act", {"act": "receive", "revision": request.revision, **fields})
    assert (answer.status_code, 'role="alert"' in read(answer), again(request).state) == (409, True, "submitted")


def test_a_stale_page_is_told_who_was_quicker(steward, brought, press):
    request = brought()
    stale = {"act": "receive", "revision": request.revision}
    press(request, "receive", "steward")
    answer = steward.post(f"{desk(request)}/act", stale)
    assert (answer.status_code, "已经有人办了“受理”" in read(answer)) == (409, True)


def test_the_desk_speaks_english_and_carries_no_style_of_its_own(steward, sent):
    steward.cookies["language"] = "en"
    request = sent()
    steward.post("/comfort", {"language": "en", "next": "/staff/requests"})
    shown = read(steward.get(desk(request))) + read(steward.get("/staff/requests"))
    assert "With the units" in shown
    assert all(each not in shown for each in ("style=", "企业的话"))


def test_a_request_whose_words_were_deleted_still_opens(steward, brought):
    request = brought()
    Request.objects.filter(pk=request.pk).update(content=b"")
    assert steward.get(desk(request)).status_code == 200


def test_the_staff_page_leads_to_the_desk_and_the_leader_to_theirs(steward, staff_in):
    assert 'href="/staff/requests"' in read(steward.get("/staff"))
    assert 'href="/staff/requests/leading"' not in read(steward.get("/staff"))
    assert 'href="/staff/requests/leading"' in read(staff_in("leader").get("/staff"))


def test_whom_the_record_of_a_contact_names_is_masked_and_when_and_how_are_not(steward, brought, press):
    request = press(press(brought(), "receive", "steward"), "contact", "steward", whom="样例人丙 13900004321", when="昨天", how="上门")
    shown = read(steward.get(desk(request)))
    assert "样" + "*" * 15 in shown
    assert all(each in shown for each in ("昨天", "上门"))
    assert all(each not in shown for each in ("样例人丙", "13900004321", "4321"))


def looks():
    """Of which requests the audit says that somebody saw them, in order."""
    numbers = {str(each.pk): each.number for each in Request.objects.all()}
    return [numbers[str(each)] for each in Entry.objects.filter(act="request.read").order_by("pk").values_list("subject", flat=True)]


def test_each_look_at_the_plan_is_kept_a_refused_one_too(steward, brought, press):
    request = press(brought(), "receive", "steward")
    steward.get(f"{desk(request)}/plan")
    steward.post(f"{desk(request)}/plan", rows(do="add", revision=request.revision))
    steward.post(f"{desk(request)}/plan", rows(do="save", revision="0"))
    assert looks() == [request.number] * 3


def test_a_look_at_what_a_request_may_be_merged_into_is_kept_for_each_that_is_shown(steward, brought, sent):
    main, follower = sent(), brought(words="我们这里车间老是跳闸", problems=PROBLEMS[:1])
    steward.get(f"{desk(follower)}/merge")
    assert looks() == [follower.number, main.number]


def test_a_refused_act_that_shows_the_request_again_is_a_look_at_it(steward, brought):
    request = brought()
    post(steward, request, "archive")
    assert looks() == [request.number]


def test_what_is_not_on_the_desk_is_not_looked_at(staff_in, brought):
    request = brought()
    for page in ("", "/plan", "/merge"):
        assert staff_in("colleague").get(f"{desk(request)}{page}").status_code == 404
    assert looks() == []
