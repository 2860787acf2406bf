"""The leader's pages: what waits for a decision, deciding of objections and extensions, named leaders, the answer to a supervision, who was shown what."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.models import NamedLeader, Part
from tests.office.aftercare.conftest import ENTERPRISE, again, part
from tests.office.aftercare.desk.conftest import desk, post, read

pytestmark = pytest.mark.django_db
LEADING = "/staff/requests/leading"


@pytest.fixture
def leader(staff_in):
    return staff_in("leader")


@pytest.fixture
def objected(sent, press):
    return lambda: press(part(sent(), 1), "object", "power", reason="not_our_duty", note="线路归供电公司管")


@pytest.fixture
def extended(in_hand, press):
    return lambda **told: press(in_hand(**told), "ask_extension", "power", reason="outside", note="要等变压器到货", days=3)


def decide(browser, row, act, **fields):
    """Decide of a part by the page as it stands now."""
    row = part(row.request, row.number)
    return browser.post(f"{desk(row.request)}/parts/{row.number}/decide", {"act": act, "revision": row.revision, "part": row.pk, **fields})


def test_an_objection_stands_with_its_reason_and_the_day_it_is_decided(leader, objected):
    found = objected()
    shown = read(leader.get(LEADING))
    assert all(each in shown for each in ("退回异议 1 件，当天定", f"{found.request.number}-1", "样例供电服务站", ENTERPRISE, "前定"))


def test_an_objection_is_decided_by_sending_the_part_to_another_unit(leader, objected, units):
    found = objected()
    assert decide(leader, found, "redispatch", unit=units["city"].pk, note="归城管").status_code == 302
    found = part(found.request, 1)
    assert (found.state, found.lead.code) == ("dispatched", "city")


def test_an_objection_is_decided_by_designating_the_unit(leader, objected, units):
    found = objected()
    assert decide(leader, found, "designate", unit=units["power"].pk).status_code == 302
    assert part(found.request, 1).designated is True


def test_a_decision_without_a_unit_is_refused_with_the_note_kept(leader, objected):
    found = objected()
    answer = decide(leader, found, "redispatch", note="归别家管")
    assert (answer.status_code, 'role="alert"' in read(answer), "归别家管" in read(answer)) == (409, True, True)
    assert part(found.request, 1).state == "objected"


def test_a_refused_decision_keeps_the_reason_that_was_chosen_for_its_own_part_alone(leader, extended):
    first, second = extended(), extended(words="路灯老是不亮")
    answer = decide(leader, first, "refuse_extension", kind="can_be_done", words="", note="再想想")
    shown = read(answer)
    assert (answer.status_code, shown.count('value="can_be_done" selected'), shown.count("再想想")) == (409, 1, 1)
    assert [part(each.request, 1).state for each in (first, second)] == ["extension_asked"] * 2


def test_a_refused_designation_keeps_the_unit_that_was_chosen(leader, objected, units):
    found = objected()
    fields = {"act": "designate", "revision": "0", "part": found.pk, "unit": units["police"].pk}
    answer = leader.post(f"{desk(found.request)}/parts/1/decide", fields)
    assert (answer.status_code, read(answer).count(f'value="{units["police"].pk}" selected')) == (409, 1)


def test_what_is_no_decision_is_refused(leader, objected):
    answer = decide(leader, objected(), "sign")
    assert (answer.status_code, "没有这个操作" in read(answer)) == (409, True)


def test_an_extension_is_granted_or_refused(leader, extended):
    found = extended()
    assert "申请延期 1 件" in read(leader.get(LEADING))
    assert decide(leader, found, "grant_extension").status_code == 302
    assert part(found.request, 1).state == "in_hand"


def test_what_the_enterprise_is_not_satisfied_with_waits_for_the_leader(leader, answered, press):
    request = press(answered(), "reject", "applicant", reason="unsolved")
    shown = read(leader.get(LEADING))
    assert "要安排重办 1 件" in shown
    assert request.number in shown


@pytest.mark.parametrize(("days", "word"), [(0, "红灯 1 件"), (30, "双红 1 件")])
def test_what_is_late_is_red_and_what_is_long_late_double_red(leader, sent, now, days, word):
    Part.objects.filter(request=sent(), number=1).update(due=now - timedelta(days=days))
    assert word in read(leader.get(LEADING))


def test_a_supervision_is_listed_read_by_the_lead_unit_and_answered_on_its_page(leader, sent, staff_in):
    request, power = sent(), staff_in("power")
    post(leader, request, "supervise", kind="declined", words="推了两次")
    assert "督办中 1 件" in read(leader.get(LEADING))
    address = f"{desk(request)}/supervision"
    assert "推了两次" in read(power.get(address))
    empty = power.post(address, {"act": "answer_supervision", "revision": again(request).revision, "note": ""})
    assert (empty.status_code, "请写明怎么答复督办" in read(empty)) == (409, True)
    answer = power.post(address, {"act": "answer_supervision", "revision": again(request).revision, "note": "明天换好"})
    assert (answer.status_code, again(request).supervised_until) == (302, None)
    assert "现在没有督办在等答复" in read(power.get(address))


@pytest.mark.parametrize("who", ["steward", "power"])
def test_a_supervision_leads_back_to_where_one_comes_from(leader, sent, staff_in, who):
    request = sent()
    post(leader, request, "supervise", kind="declined", words="推了两次")
    shown = read(staff_in(who).get(f"{desk(request)}/supervision"))
    assert (f'href="{desk(request)}"' in shown, 'href="/staff/parts"' in shown) == (who == "steward", who == "power")


def test_the_rungs_of_leaders_are_said_in_english_too(leader):
    leader.post("/comfort", {"language": "en", "next": "/"})
    shown = read(leader.get("/staff/requests/leaders"))
    assert [each for each in ("分管领导", "主要领导") if each in shown.partition("<main")[2]] == []


def test_a_supervision_is_nobody_elses(leader, sent, staff_in):
    request = sent()
    post(leader, request, "supervise", kind="declined", words="推了两次")
    for who in ("colleague", "police", "examiner"):
        assert staff_in(who).get(f"{desk(request)}/supervision").status_code == 404


def test_a_bad_rating_waits_to_be_called_back(leader, accepted):
    accepted(1)
    assert "差评要回访 1 件" in read(leader.get(LEADING))


def test_a_leader_is_named_for_a_unit_and_taken_off_again(leader, cast, units):
    assert "还没有指定全区的督办领导" in read(leader.get(LEADING))
    place = {"rung": "2", "unit": units["power"].pk, "category": ""}
    assert leader.post("/staff/requests/leaders", {**place, "person": cast["chief"].pk}).status_code == 302
    assert all(each in read(leader.get("/staff/requests/leaders")) for each in ("指定了 1 处", "分管领导", "样例供电服务站"))
    leader.post("/staff/requests/leaders", {**place, "person": ""})
    assert not NamedLeader.objects.exists()


def test_somebody_who_is_no_leader_is_not_named_and_the_choice_is_kept(leader, cast, units):
    answer = leader.post("/staff/requests/leaders", {"rung": "3", "unit": units["city"].pk, "category": "utilities", "person": cast["steward"].pk})
    assert (answer.status_code, "没有领导的角色" in read(answer), 'value="3" selected' in read(answer)) == (409, True, True)
    assert not NamedLeader.objects.exists()


@pytest.mark.parametrize("address", [LEADING, "/staff/requests/leaders"])
def test_the_leaders_pages_are_closed_to_others(staff_in, address):
    assert [staff_in(who).get(address).status_code for who in ("steward", "power", "examiner")] == [403, 403, 403]


def test_a_steward_decides_nothing_of_a_part(objected, staff_in, units):
    found = objected()
    assert decide(staff_in("steward"), found, "designate", unit=units["power"].pk).status_code == 403
    assert part(found.request, 1).state == "objected"


def test_a_part_that_is_none_is_not_there(leader, objected):
    assert leader.post(f"{desk(objected().request)}/parts/77/decide", {"act": "designate", "revision": 1}).status_code == 404


def test_the_audit_administrator_reads_who_was_shown_what_and_nobody_else(leader, brought, staff, staff_in, cast):
    request = brought()
    leader.post(f"{desk(request)}/reveal", {"path": "mobile", "reason": "reveal.contact", "words": "核对号码"})
    cast["auditor"] = staff("audit_administrator", "auditor")
    assert "显示诉求打码内容的理由" in read(staff_in("auditor").get("/staff/requests/reveals"))
    assert leader.get("/staff/requests/reveals").status_code == 403


def test_the_leaders_page_speaks_english_and_carries_no_style(leader, objected):
    objected()
    leader.post("/comfort", {"language": "en", "next": LEADING})
    shown = read(leader.get(LEADING)) + read(leader.get("/staff/requests/leaders"))
    assert all(each not in shown for each in ("style=", "退回异议", "督办领导"))
