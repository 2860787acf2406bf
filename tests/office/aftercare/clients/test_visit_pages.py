"""A visit is written down, dictated where speech is installed, struck out, and becomes a request whose words the steward sees first; the steward's own list."""

import pytest

from gaoxing.office.aftercare.clients.visits import note_of
from gaoxing.office.aftercare.models import ClientVisit, Request
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.people import accounts
from tests.office.aftercare.clients.conftest import SAID
from tests.office.aftercare.desk.conftest import read

pytestmark = pytest.mark.django_db
NOTE = {"how": "on_site", "at": "2026-11-24T10:30", "said": SAID, "found": "配电房老旧"}


@pytest.fixture
def client(listed):
    return listed("E1", "steward", contact="张某", mobile="13900001234")


@pytest.fixture
def heard(settings):
    """An office whose speech socket stands elsewhere."""
    settings.LISTENING = "ws://127.0.0.1:9/"


def page(client):
    return f"/staff/clients/{client.pk}/visit"


def test_the_page_of_a_visit_is_ready_to_be_written(of_steward, client):
    shown = read(of_steward.get(page(client)))
    assert all(each in shown for each in ('value="2026-11-24T11:30"', 'name="said"', 'id="words"', "这里还不能听您说，请打字，或者用输入法的语音。"))


def test_a_visit_is_kept_and_stands_on_its_client_s_page(of_steward, client):
    shown = read(of_steward.post(page(client), NOTE, follow=True))
    assert ("走访 1 次" in shown, "配电房老旧" in shown, "2026-11-24 10:30 上门" in shown) == (True, True, True)
    assert note_of(ClientVisit.objects.get()) == {"said": SAID, "found": "配电房老旧"}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"said": " "}, "请写走访时说了什么"),
        ({"at": "昨天"}, "走访时间没有看懂"),
        ({"at": "2026-13-01T10:00"}, "走访时间没有看懂"),
        ({"how": "x"}, "上门、电话还是线上"),
    ],
)
def test_a_visit_that_is_refused_keeps_what_was_typed(of_steward, client, fields, told):
    answer = of_steward.post(page(client), {**NOTE, **fields})
    assert (answer.status_code, told in read(answer), "配电房老旧" in read(answer)) == (409, True, True)
    assert not ClientVisit.objects.exists()


def test_a_visit_leads_to_a_request_with_its_words_in_it(of_steward, client):
    shown = read(of_steward.post(page(client), {**NOTE, "make": "yes"}, follow=True))
    assert f">{SAID}</textarea>" in shown
    assert "听出 2 件事" in shown
    assert "配电房老旧" not in shown


def test_the_words_are_set_right_and_looked_at_before_the_request_is_made(of_steward, client, visited):
    address = f"/staff/visits/{visited(client).pk}/request"
    looked = read(of_steward.post(address, {"words": "员工停车位不够。", "do": "look"}))
    assert "听出 1 件事" in looked
    assert not Request.objects.exists()
    answer = of_steward.post(address, {"words": "员工停车位不够。"})
    made = Request.objects.get()
    assert answer["Location"] == f"/staff/requests/{made.number}"
    assert (content_of(made)["words"], made.client, [each.category for each in made.parts.all()]) == ("员工停车位不够。", client, ["amenities"])


def test_pressed_again_it_leads_to_the_request_that_it_became(of_steward, client, visited):
    visit = visited(client)
    address = f"/staff/visits/{visit.pk}/request"
    of_steward.post(address, {"words": SAID})
    assert of_steward.get(address)["Location"] == of_steward.post(address, {"words": SAID})["Location"]
    assert Request.objects.count() == 1
    assert "转成了诉求" in read(of_steward.get(f"/staff/clients/{client.pk}"))


def test_where_no_problem_is_heard_it_says_so_and_a_category_makes_one(of_steward, client, visited):
    address = f"/staff/visits/{visited(client, said='生产正常。').pk}/request"
    assert "没有听出要解决的问题" in read(of_steward.get(address))
    refused = of_steward.post(address, {"words": "生产正常，就那样。"})
    assert (refused.status_code, "生产正常，就那样。</textarea>" in read(refused)) == (409, True)
    of_steward.post(address, {"words": "生产正常，就那样。", "category": "market"})
    assert Request.objects.get().parts.get().category == "market"


def test_a_visit_by_mistake_is_struck_and_counts_for_nothing(of_steward, client, visited):
    visit = visited(client)
    shown = read(of_steward.post(f"/staff/visits/{visit.pk}/strike", follow=True))
    assert ("已作废" in shown, "还没联系过" in shown, "转成诉求" in shown) == (True, True, False)


@pytest.mark.parametrize("path", ["request", "strike"])
def test_another_steward_s_visit_is_not_found(staff_in, client, visited, path):
    visit = visited(client)
    assert staff_in("colleague").post(f"/staff/visits/{visit.pk}/{path}").status_code == 404


def test_a_note_s_telephone_is_masked_on_the_page(of_steward, client, visited):
    visited(client, said="找厂长13900004321")
    shown = read(of_steward.get(f"/staff/clients/{client.pk}"))
    assert ("13900004321" in shown, "139****4321" in shown) == (False, True)


def test_where_speech_is_installed_the_page_has_the_microphone_and_may_open_its_socket(of_steward, client, heard):
    answer = of_steward.get(page(client))
    assert all(each in read(answer) for each in ('data-ticket="/staff/dictation/ticket"', 'data-way="office"', 'id="microphone-consent"', 'name="draft"'))
    assert "ws://127.0.0.1:9/" in answer["Content-Security-Policy"]


def test_no_recording_of_a_note_is_offered(of_steward, client, heard, settings):
    settings.KEEP_RECORDINGS = 7
    assert "keep-recordings" not in read(of_steward.get(page(client)))


def test_a_ticket_is_given_after_the_consent_alone(of_steward, client, heard):
    version = read(of_steward.get(page(client))).partition('data-version="')[2].partition('"')[0]
    assert of_steward.post("/staff/dictation/ticket").status_code == 403
    assert of_steward.post("/staff/dictation/microphone", {"version": "old"}).status_code == 409
    assert of_steward.post("/staff/dictation/microphone", {"version": version}).json() == {"agreed": True}
    assert of_steward.post("/staff/dictation/ticket").json()["address"] == "ws://127.0.0.1:9/"


def test_without_speech_no_ticket_is_given_with_a_sentence(of_steward):
    answer = of_steward.post("/staff/dictation/ticket")
    assert (answer.status_code, answer.json()["message"]) == (503, "这里没有装语音模型，请打字；打字照样能办。")


def test_an_applicant_dictates_no_note(signed_in, owner):
    assert signed_in(owner).post("/staff/dictation/ticket").status_code == 403


def test_the_steward_s_own_list_says_who_is_silent_red_and_waits(of_steward, client, client_of, brought, visited, listed):
    visited(client)
    listed("E2", "colleague")
    request = brought()
    shown = read(of_steward.get("/staff/steward"))
    assert all(each in shown for each in ("我的企业：2 家", "1 家本季度还没联系", "1 件诉求等您", request.number, "等您受理", "张**", "139****1234"))
    assert "昆山样例E2有限公司" not in shown


def test_a_request_of_nobody_s_client_is_offered_to_every_steward(of_steward, brought):
    request = brought(client=None)
    assert "没有专员的企业提的 1 件" in read(of_steward.get("/staff/steward"))
    assert request.number in read(of_steward.get("/staff/steward"))


def test_an_empty_list_says_who_arranges_it(of_steward):
    assert "安排由领导做" in read(of_steward.get("/staff/steward"))


def test_a_steward_sets_the_number_by_which_they_are_reached(of_steward, cast):
    assert 'value="0512-57001234"' in read(of_steward.post("/staff/steward/reach", {"telephone": "0512-57001234"}, follow=True))
    refused = of_steward.post("/staff/steward/reach", {"telephone": "12"})
    assert (refused.status_code, "电话没有存" in read(refused), 'value="12"' in read(refused)) == (409, True, True)
    of_steward.post("/staff/steward/reach", {"telephone": ""})
    cast["steward"].refresh_from_db()
    assert accounts.own(cast["steward"], "mobile") == ""
