"""The pages of clients: the list, one client with its posts, coverage whose counts open their records, handing over; nobody sees another steward's."""

import re
from datetime import timedelta
from html import unescape

import pytest

from gaoxing.office.aftercare.clients import contacts, listing
from gaoxing.office.aftercare.clients.contacts import Reach
from gaoxing.office.aftercare.models import Client
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.delegating import Span, delegate
from tests.office.aftercare.desk.conftest import read
from tests.office.importing.conftest import table as rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(listed):
    return listed("E1", "steward", contact="张某", mobile="13900001234", town="样例一镇")


def place(client, more=""):
    return f"/staff/clients/{client.pk}{more}"


def counts(page):
    """Every count of the coverage page with the address that it opens."""
    return re.findall(r'<a[^>]*href="(/staff/clients\?[^"]*)">(?:缺 )?(\d+)', page)


def test_the_list_says_how_many_who_serves_them_and_how_they_stand(of_leader, client, listed, visited):
    visited(client)
    listed("P1", kind="project", name="样例扩建项目")
    shown = read(of_leader.get("/staff/clients"))
    assert all(each in shown for each in ("服务对象：2 家", client.name, "样例一镇", "联系过", "没有专员", "还没联系过", "导入重点企业"))


def test_a_steward_sees_their_own_alone_and_is_offered_no_import(of_steward, client, listed):
    other = listed("E2", "colleague")
    shown = read(of_steward.get("/staff/clients"))
    assert (client.name in shown, other.name in shown, "导入重点企业" in shown, 'name="steward"' in shown) == (True, False, False, False)
    assert of_steward.get(place(other)).status_code == 404


def test_a_deputy_sees_the_clients_of_whom_they_stand_in_for(staff_in, client, cast, now):
    browser = staff_in("colleague")
    assert browser.get(place(client)).status_code == 404
    delegate(cast["steward"], cast["colleague"], kind="deputy", acts=["handle_request"], span=Span(now.date(), now.date()), now=now)
    shown = read(browser.get(place(client)))
    assert "王某 代班到 11-24" in shown


def test_the_list_is_narrowed_searched_and_goes_on_page_by_page(of_leader, listed, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    names = [listed(f"E{each}", "steward").name for each in range(3)]
    first = read(of_leader.get("/staff/clients?standing=silent"))
    onward = unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
    assert names[2] not in first
    assert "standing=silent" in onward
    second = read(of_leader.get(onward))
    assert (names[2] in second, names[0] in second, "回到第一页" in second) == (True, False, True)
    assert "服务对象：1 家" in read(of_leader.get("/staff/clients?q=E1"))


@pytest.mark.parametrize("query", ["kind=shop", "standing=happy", "steward=x", "quarter=2026Q9"])
def test_a_filter_nobody_knows_is_told(of_leader, client, query):
    assert "网址里有看不懂的筛选" in read(of_leader.get(f"/staff/clients?{query}"))


def test_an_empty_list_says_what_to_do(of_leader, of_steward, client):
    assert "没有符合的" in read(of_leader.get("/staff/clients?q=无此企业"))
    Client.objects.filter(pk=client.pk).update(until="2026-01-01")
    assert "名单由领导导入" in read(of_steward.get("/staff/clients"))


def test_the_list_is_handed_out_as_it_is_narrowed_without_contacts(of_leader, client, listed):
    listed("E2")
    answer = of_leader.get("/staff/clients?steward=none&as=xlsx")
    table = rows_of(answer)
    assert table[-1][:3] == ["重点企业", "E2", "昆山样例E2有限公司"]
    assert client.name not in str(table)
    assert Entry.objects.filter(act="list.exported").count() == 1


def test_a_client_shows_what_is_known_masked_and_each_look_is_kept(of_steward, client):
    shown = read(of_steward.get(place(client)))
    assert all(each in shown for each in (client.name, "张**", "139****1234", "专员任期 1 段", "走访 0 次", "诉求 0 件", "谁能看，为什么"))
    assert "13900001234" not in shown
    assert Entry.objects.filter(act="client.read", subject=client.pk).count() == 1


def test_a_contact_is_shown_once_for_a_reason(of_steward, client):
    shown = read(of_steward.post(place(client, "/contact"), {"do": "show", "contact": "0", "reason": "reach.visit"}, follow=True))
    assert 'href="tel:13900001234"' in shown
    assert "13900001234" not in read(of_steward.get(place(client)))
    assert Entry.objects.get(act="client.shown").reason == "reach.visit"


@pytest.mark.parametrize(("fields", "told"), [({"contact": "0"}, "请选为什么要看"), ({"contact": "9", "reason": "reach.visit"}, "没有这位联系人")])
def test_nothing_is_shown_without_a_reason_or_of_nobody(of_steward, client, fields, told):
    answer = of_steward.post(place(client, "/contact"), {"do": "show", **fields})
    assert (answer.status_code, told in read(answer), "13900001234" in read(answer)) == (409, True, False)


def test_a_contact_is_entered_and_taken_out(of_steward, client):
    of_steward.post(place(client, "/contact"), {"do": "add", "name": "李某", "post": "会计", "telephone": "13900005678"})
    number = client.contacts.get().pk
    assert "联系人 2 位" in read(of_steward.get(place(client)))
    of_steward.post(place(client, "/contact"), {"do": "remove", "contact": str(number)})
    assert "联系人 1 位" in read(of_steward.get(place(client)))


def test_a_contact_that_is_refused_keeps_what_was_typed(of_steward, client):
    shown = read(of_steward.post(place(client, "/contact"), {"do": "add", "name": "李某某", "telephone": "139"}))
    assert "电话没有存" in shown
    assert 'value="李某某"' in shown


def test_the_profile_is_changed_and_a_refusal_keeps_what_was_typed(of_steward, client):
    of_steward.post(place(client, "/profile"), {"industry": "模具", "town": "样例二镇", "staff": "88"})
    client.refresh_from_db()
    assert (client.industry, client.town, client.staff) == ("模具", "样例二镇", 88)
    answer = of_steward.post(place(client, "/profile"), {"industry": "注塑", "staff": "很多"})
    assert (answer.status_code, 'value="注塑"' in read(answer), "请写整数" in read(answer)) == (409, True, True)


def test_a_leader_hands_a_client_over_with_its_reason(of_leader, client, cast):
    of_leader.post(place(client, "/steward"), {"steward": cast["colleague"].pk, "since": "2026-11-25", "why": "片区调整"})
    assert "片区调整" in read(of_leader.get(place(client)))
    assert [each.steward for each in client.stewardships.order_by("since")] == [cast["steward"], cast["colleague"]]


@pytest.mark.parametrize(("fields", "told"), [({}, "请选是哪一位"), ({"since": "昨天"}, "没有看懂"), ({"since": "2026-01-01"}, "过去的任期")])
def test_a_hand_over_that_cannot_be_stays_on_the_page(of_leader, client, cast, fields, told):
    answer = of_leader.post(place(client, "/steward"), {"steward": cast["colleague"].pk if fields else "", "why": "片区调整", **fields})
    assert (answer.status_code, told in read(answer), "片区调整" in read(answer)) == (409, True, True)


def test_a_steward_hands_nothing_over(of_steward, client, cast):
    assert "交给另一位专员" not in read(of_steward.get(place(client)))
    assert of_steward.post(place(client, "/steward"), {"steward": cast["colleague"].pk}).status_code == 403
    assert of_steward.get("/staff/clients/hand-over").status_code == 403


def test_all_clients_of_a_steward_go_to_another_at_once(of_leader, client, listed, cast):
    listed("E2", "steward")
    shown = read(of_leader.post("/staff/clients/hand-over", {"giver": cast["steward"].pk, "taker": cast["colleague"].pk}))
    assert "交接好了，一共 2 家" in shown
    assert client.stewardships.get(until=None).steward == cast["colleague"]


def test_what_a_steward_who_was_dismissed_has_can_still_be_handed_over(of_leader, client, cast):
    cast["steward"].assignments.all().delete()
    page = read(of_leader.get("/staff/clients/hand-over"))
    assert "（steward）1 家" in page
    of_leader.post("/staff/clients/hand-over", {"giver": cast["steward"].pk, "taker": cast["colleague"].pk})
    assert client.stewardships.get(until=None).steward == cast["colleague"]


@pytest.mark.parametrize("taker", ["", "steward"])
def test_a_hand_over_to_nobody_or_the_same_is_refused(of_leader, client, cast, taker):
    answer = of_leader.post("/staff/clients/hand-over", {"giver": cast["steward"].pk, "taker": cast[taker].pk if taker else "", "why": "调整"})
    assert (answer.status_code, "请选" in read(answer), 'value="调整"' in read(answer)) == (409, True, True)


def test_every_count_of_the_coverage_page_opens_just_so_many_clients(of_leader, client, listed, visited, cast):
    visited(client)
    visited(listed("E2", "colleague", town="样例二镇"), "colleague")
    listed("E3", town="样例二镇")
    listed("P1", "steward", kind="project")
    found = counts(read(of_leader.get("/staff/coverage")))
    assert len(found) > 20
    for address, count in found:
        assert f"服务对象：{count} 家" in read(of_leader.get(unescape(address))), address


def test_coverage_is_counted_from_the_records_of_a_quarter(of_leader, client, visited):
    visited(client, ago=60)
    now, before = (read(of_leader.get(f"/staff/coverage{query}")) for query in ("", "?quarter=2026Q3"))
    assert ("沉默 1 家" in now, "2026 年第 3 季度</span>" in before, "那个季度最后一天" in before) == (True, True, True)
    assert "网址里的季度看不懂" in read(of_leader.get("/staff/coverage?quarter=2026Q9"))


def test_a_steward_s_coverage_counts_their_own_alone(of_steward, client, listed):
    listed("E2", "colleague")
    shown = read(of_steward.get("/staff/coverage"))
    assert ("这里只算您服务的" in shown, "按服务专员" in shown, ">1/1<" in shown) == (True, False, True)


def test_a_client_late_with_its_unit_is_red_in_list_coverage_and_its_page(of_leader, client, client_of, sent, cast, now, monkeypatch):
    request = sent(client=client)
    request.parts.update(due=now - timedelta(days=1))
    for address in ("/staff/clients?standing=red", "/staff/clients", place(client)):
        assert "有超期" in read(of_leader.get(address))
    assert "服务对象：1 家" in read(of_leader.get("/staff/clients?standing=red"))
    assert request.number in read(of_leader.get(place(client)))


def test_what_is_nearly_due_is_yellow(of_leader, client, client_of, sent, now):
    sent(client=client).parts.update(due=now + timedelta(days=1), yellow_from=now - timedelta(hours=1))
    assert "快到期" in read(of_leader.get(place(client)))
    assert "服务对象：1 家" in read(of_leader.get("/staff/clients?standing=yellow"))


@pytest.mark.parametrize("who", ["power", "examiner", "window_clerk", "task_force_lead"])
def test_nobody_else_of_the_staff_opens_the_pages(staff_in, client, who):
    browser = staff_in(who)
    for address in ("/staff/clients", "/staff/coverage", "/staff/steward", place(client), place(client, "/visit")):
        assert browser.get(address).status_code == 403


def test_contacts_of_the_list_and_others_are_told_apart(of_steward, client, cast, now):
    contacts.add(client, Reach(0, "李某", "会计", "13900005678"), cast["steward"], now=now)
    assert read(of_steward.get(place(client))).count("名单上的") == 1
