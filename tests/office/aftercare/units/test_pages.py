"""The units' desk: the list by what is due, one part with only what its unit may see, each act by its form, what was typed kept beside a refusal."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, Request, RequestReveal
from gaoxing.office.aftercare.units import desk
from gaoxing.office.audit.models import Entry
from tests.office.aftercare.conftest import ENTERPRISE, PROBLEMS, acts, again, part
from tests.office.aftercare.units.conftest import picture, read, where

pytestmark = pytest.mark.django_db


@pytest.fixture
def posted(browser):
    """Posts an act on a part by its page, with the revision that it shows."""

    def done(found, who, act, **fields):
        found = Part.objects.select_related("request").get(pk=found.pk)
        return browser(who).post(where(found, "/act"), {"act": act, "revision": found.revision, **fields})

    return done


def test_the_list_tells_lead_and_co_unit_apart_and_says_how_many(sent, browser):
    sent()
    page = read(browser("city").get("/staff/parts"))
    assert "诉求里的事：2 件" in page
    assert page.count('<span class="tag">主办</span>') == page.count('<span class="tag">协办</span>') == 1
    assert ENTERPRISE in page
    assert page.index(PROBLEMS[0].words) < page.index(PROBLEMS[1].words)
    assert "绿灯 来得及" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("role=lead", 1),
        ("role=help", 1),
        ("role=force", 0),
        ("state=dispatched", 2),
        ("state=done", 0),
        ("light=green", 2),
        ("light=red", 0),
        ("category=utilities", 1),
        ("light=paused", 0),
        ("light=double_red", 0),
        ("light=yellow", 0),
        ("state=all", 2),
    ],
)
def test_the_list_is_narrowed(sent, browser, query, count):
    sent()
    assert f"诉求里的事：{count} 件" in read(browser("city").get(f"/staff/parts?{query}"))


def test_a_part_that_nobody_signed_for_is_listed_as_yellow_and_a_late_one_as_red(sent, cast, now):
    sent()
    for light, days in (("yellow", 2), ("red", 6), ("double_red", 9)):
        found = {each: desk.rows(cast["power"], desk.Narrowed(light=each), now=now + timedelta(days=days)).count() for each in ("yellow", "red", "double_red")}
        assert found == {**dict.fromkeys(("yellow", "red", "double_red"), 0), light: 1}


def test_a_filter_that_nobody_knows_is_left_out_and_said(sent, browser):
    sent()
    page = read(browser("power").get("/staff/parts?light=blue&after=nonsense"))
    assert "看不懂的筛选" in page
    assert "诉求里的事：1 件" in page


def test_a_long_list_goes_on_page_by_page_and_misses_none(sent, cast, now, monkeypatch):
    request = sent()
    for number in range(3, 8):
        Part.objects.create(request=request, number=number, category="other", lead=part(request, 1).lead, state="done", changed=now)
    monkeypatch.setattr(desk, "PAGE", 2)
    seen, after = [], ""
    while True:
        found = desk.listed(cast["power"], desk.Narrowed(state="all"), now=now, after=after)
        seen += [each.number for each in found.parts]
        if not (after := found.onward):
            break
    assert seen == [1, 7, 6, 5, 4, 3]


def test_another_units_part_is_not_found(sent, browser):
    found = part(sent(), 1)
    assert browser("police").get(where(found)).status_code == 404
    assert browser("police").post(where(found, "/act"), {"act": "sign", "revision": 1}).status_code == 404
    assert browser("police").get(where(found, "/force")).status_code == 404
    assert browser("power").get(where(part(found.request, 2))).status_code == 404


def test_a_unit_sees_its_own_part_and_nothing_of_the_others(sent, browser):
    found = part(sent(), 1)
    page = read(browser("power").get(where(found)))
    assert PROBLEMS[0].words in page
    assert PROBLEMS[1].words not in page
    assert "style=" not in page
    assert Entry.objects.filter(act="part.read", subject=found.pk).count() == 1


def test_stewards_and_leaders_read_a_part_and_others_of_the_staff_do_not(sent, browser):
    found = part(sent(), 1)
    assert [browser(who).get(where(found)).status_code for who in ("steward", "leader", "colleague", "window_clerk")] == [200, 200, 404, 404]


def test_whom_to_reach_is_masked_until_a_reason_is_given_and_that_is_kept(sent, browser):
    found = part(sent(), 1)
    power = browser("power")
    page = read(power.get(where(found)))
    assert "139****1234" in page
    assert "联系人甲" not in page
    shown = read(power.post(where(found, "/reveal"), {"reason": "reveal.contact", "words": "约上门时间"}))
    assert "13900001234" in shown
    assert "联系人甲" in shown
    assert RequestReveal.objects.get().path == "reach"
    assert Entry.objects.filter(act="request.revealed").count() == 1


def test_without_a_reason_nothing_is_shown_and_what_was_typed_stays(sent, browser):
    found = part(sent(), 1)
    answer = browser("power").post(where(found, "/reveal"), {"reason": "", "words": "约上门时间"})
    assert (answer.status_code, "13900001234" in read(answer), "约上门时间" in read(answer)) == (409, False, True)
    assert not RequestReveal.objects.exists()


def test_a_unit_signs_by_its_page(sent, posted):
    found = part(sent(), 1)
    assert posted(found, "power", "sign").status_code == 302
    assert part(found.request, 1).state == "in_hand"


def test_a_co_unit_cannot_sign_and_is_told_who_can(sent, posted):
    answer = posted(part(sent(), 1), "city", "sign")
    assert (answer.status_code, "由主办单位经办人来办" in read(answer)) == (409, True)


def test_a_return_names_its_reason_and_the_unit_that_should_have_it(sent, posted, units):
    found = part(sent(), 1)
    fields = {"kind": "not_our_duty", "words": "道路归交警管"}
    answer = posted(found, "power", "object", **fields)
    assert (answer.status_code, "该主办的单位" in read(answer), "道路归交警管" in read(answer)) == (409, True, True)
    assert posted(found, "power", "object", **fields, suggested=units["power"].pk).status_code == 409
    assert posted(found, "power", "object", **fields, suggested=units["police"].pk).status_code == 302
    assert note_of(part(found.request, 1).events.get(act="object"))["suggested"] == units["police"].pk


def test_what_was_wrongly_classed_need_not_name_a_unit(sent, posted):
    found = part(sent(), 1)
    assert posted(found, "power", "object", kind="wrongly_classed", words="这是两件事").status_code == 302


def test_an_enterprise_is_asked_for_a_list_and_the_clock_pauses(in_hand, posted, browser):
    found = in_hand()
    assert posted(found, "power", "ask_enterprise", kind="papers", needs=" \n ").status_code == 409
    assert posted(found, "power", "ask_enterprise", kind="papers", needs="配电图\n跳闸时间表").status_code == 302
    page = read(browser("power").get(where(found)))
    assert "暂停 等企业" in page
    assert '<li lang="zh-Hans">跳闸时间表</li>' in page
    assert posted(found, "power", "supply", note="电话里说清楚了").status_code == 302
    assert part(found.request, 1).state == "in_hand"


@pytest.mark.parametrize("days", ["", "0", "4", "many"])
def test_an_extension_names_days_within_what_its_category_allows(in_hand, posted, days):
    answer = posted(in_hand(), "power", "ask_extension", kind="outside", words="等上级批", note="要等变压器到货", days=days)
    assert (answer.status_code, "1 到 3 天" in read(answer), "要等变压器到货" in read(answer)) == (409, True, True)


def test_an_extension_is_granted_by_the_days_that_were_asked(in_hand, posted, press):
    found = in_hand()
    due = found.due
    assert posted(found, "power", "ask_extension", kind="outside", words="等上级批", note="要等变压器到货", days="2").status_code == 302
    assert note_of(part(found.request, 1).events.get(act="ask_extension"))["until"] == "2026-12-01"
    after = press(part(found.request, 1), "grant_extension", "leader", later=timedelta(hours=2))
    assert (due.date().isoformat(), after.due.date().isoformat()) == ("2026-11-27", "2026-12-01")


def test_a_reply_by_stage_names_a_working_day(in_hand, posted, browser):
    found = in_hand()
    for day, said in (("2026-11-28", "不上班"), ("", "下次答复的日子"), ("2026-11-24", "今天以后")):
        answer = posted(found, "power", "reply", note="变压器在路上", next_reply=day)
        assert (answer.status_code, said in read(answer), "变压器在路上" in read(answer)) == (409, True, True)
    assert posted(found, "power", "reply", note="变压器在路上", next_reply="2026-11-26").status_code == 302
    assert "说好 11-26 再答复" in read(browser("power").get(where(found)))


def test_a_part_is_answered_with_its_outcome_and_evidence(in_hand, posted, press, browser):
    found = press(in_hand(), "advise", "city", note="路面可以开挖")
    assert posted(found, "power", "finish", note="换好了变压器", outcome="solved", file=picture()).status_code == 302
    found = part(found.request, 1)
    [file] = files.of_part(found)
    assert (found.state, found.outcome, note_of(found.events.get(act="finish"))["files"]) == ("done", "solved", [file.pk])
    assert browser("city").get(where(found, f"/files/{file.pk}")).status_code in (200, 409)
    assert browser("police").get(where(found, f"/files/{file.pk}")).status_code == 404
    assert browser("city").get(where(part(found.request, 2), f"/files/{file.pk}")).status_code == 404


def test_evidence_is_not_taken_where_the_answer_is_refused(in_hand, posted):
    found = in_hand()
    answer = posted(found, "power", "finish", note="换好了变压器", outcome="solved", file=picture())
    assert (answer.status_code, "协办单位没有答复" in read(answer), "换好了变压器" in read(answer)) == (409, True, True)
    assert files.of_part(part(found.request, 1)) == ()


def test_a_file_is_sent_by_itself_and_none_is_a_sentence(in_hand, browser):
    found, power = in_hand(), browser("power")
    assert power.post(where(found, "/act"), {"act": "file", "file": picture()}).status_code == 302
    assert "照片和证据 1 个" in read(power.get(where(found)))
    assert "还没有选文件" in read(power.post(where(found, "/act"), {"act": "file"}))
    assert "证据由主办" in read(browser("steward").post(where(found, "/act"), {"act": "file", "file": picture()}))


def test_what_cannot_be_done_needs_a_typed_reason(in_hand, posted):
    found = in_hand()
    assert posted(found, "power", "decline", kind="", words="", note="现在没有政策").status_code == 409
    assert posted(found, "power", "decline", kind="policy_none", words="查过了", note="现在没有政策").status_code == 302
    assert part(found.request, 1).state == "impossible"


def test_a_co_unit_advises_the_lead_by_the_same_page(in_hand, posted, browser):
    found = in_hand()
    assert posted(found, "city", "advise", note="路面可以开挖").status_code == 302
    assert "路面可以开挖" in read(browser("power").get(where(found)))
    assert found.co_units.get().advised is not None


def test_too_much_and_what_is_not_from_the_page_is_refused_with_a_sentence(in_hand, posted, browser):
    found = in_hand()
    assert "最多写 2000 个字" in read(posted(found, "power", "advise", note="多" * 2001))
    assert "没有这个操作" in read(posted(found, "power", "grant_extension"))
    assert "这次操作不完整" in read(browser("power").post(where(found, "/act"), {"act": "sign", "revision": "x"}))
    assert acts(part(found.request, 1))[-1] == "sign"


def test_two_who_press_at_once_are_told_who_was_quicker(sent, browser):
    found = part(sent(), 1)
    fields = {"act": "sign", "revision": found.revision}
    power = browser("power")
    assert [power.post(where(found, "/act"), fields).status_code for _ in range(2)] == [302, 409]


def test_a_lead_unit_answers_a_supervision_on_its_part(in_hand, press, posted, browser):
    found = in_hand()
    press(again(found.request), "supervise", "leader", reason="overdue", later=timedelta(minutes=30))
    page = read(browser("power").get(where(found)))
    assert "答复督办" in page
    revision = again(found.request).revision
    answer = browser("power").post(where(found, "/act"), {"act": "answer_supervision", "revision": revision, "note": "明天换变压器"})
    assert answer.status_code == 302
    assert again(found.request).supervised_until is None


def test_the_start_page_leads_a_unit_to_its_desk(cast, browser):
    assert "/staff/parts" in read(browser("power").get("/staff"))
    assert "/staff/parts" not in read(browser("window_clerk").get("/staff"))


@pytest.fixture
def followed(in_hand, brought, press, other):
    """A part into whose request the neighbour's was merged, and that one."""
    follower = brought(words="我们这里也老是跳闸", problems=PROBLEMS[:1])
    Request.objects.filter(pk=follower.pk).update(enterprise="昆山样例邻居有限公司", owner=other, client=None)
    found = in_hand()
    press(found, "advise", "city", note="可以开挖")
    return part(found.request, 1), press(follower, "merge", "leader", main=found.request_id)


def test_each_merged_enterprise_has_a_blank_of_its_own_where_a_part_is_answered(followed, browser):
    found, follower = followed
    page = read(browser("power").get(where(found)))
    assert page.count(f'name="answer-{follower.number}"') == 2
    assert "给“昆山样例邻居有限公司”的答复" in page


def test_an_answer_to_a_merged_enterprise_is_kept_while_the_page_is_refused_and_given_once_it_is_whole(followed, browser):
    found, follower = followed
    power, blank = browser("power"), f"answer-{follower.number}"
    post = {"act": "finish", "revision": str(found.revision), "note": "换了变压器", "outcome": ""}
    refused = power.post(where(found, "/act"), {**post, blank: "贵公司下周换"})
    assert (refused.status_code, "贵公司下周换" in read(refused)) == (409, True)
    lacking = power.post(where(found, "/act"), {**post, "outcome": "solved"})
    assert (lacking.status_code, "每一家看到的是给它自己的" in read(lacking)) == (409, True)
    assert power.post(where(found, "/act"), {**post, "outcome": "solved", blank: "贵公司下周换"}).status_code == 302
    assert part(found.request, 1).state == "done"


def test_words_for_a_merged_enterprise_are_not_lost_where_the_act_no_longer_stands_open(followed, browser, press):
    found, follower = followed
    press(found, "ask_enterprise", "power", reason="papers")
    post = {"act": "finish", "revision": str(found.revision), "note": "换了变压器", "outcome": "solved", f"answer-{follower.number}": "贵公司下周换"}
    assert "贵公司下周换" in read(browser("power").post(where(found, "/act"), post))


def test_a_part_that_nothing_was_merged_into_asks_for_one_answer(in_hand, browser):
    assert 'name="answer-' not in read(browser("power").get(where(in_hand())))
