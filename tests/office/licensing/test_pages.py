"""The pages of a joint case: the applicant's board, a unit's desk with nothing of another unit's, the window, the zone's catalogue, the public sheet."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import further
from gaoxing.office.licensing.duties import apply_due
from gaoxing.office.licensing.models import Desk, HelpAsked, LocalCatalogue
from gaoxing.office.licensing.permissions import files_of
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Unit
from tests.office.licensing.conftest import code_of, item, states, why
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def client_of(signed_in):  # noqa: F811
    """A browser in which somebody is signed in."""
    return signed_in


def read(answer):
    return answer.content.decode()


def test_the_applicants_board_shows_every_licence_and_what_it_waits_for(sent_case, client_of, owner):
    case = sent_case()
    page = read(client_of(owner).get(f"/cases/{case.number}/licences"))
    assert page.count('class="joint-item') == 6
    assert "要先拿到：市场主体设立登记" in page
    assert "gantt-today" in page
    assert "style=" not in page


def test_another_applicant_finds_no_board(sent_case, client_of, now):
    other = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    assert client_of(other).get(f"/cases/{sent_case().number}/licences").status_code == 404


def test_a_unit_sees_its_own_licence_and_of_another_units_nothing(registered, client_of, cast):
    case = registered()
    fire = client_of(cast["fire"])
    assert "消防" in read(fire.get("/staff/licences-to-do"))
    assert fire.get(f"/staff/licences-to-do/{case.number}/fire_check").status_code == 200
    assert fire.get(f"/staff/licences-to-do/{case.number}/food_operation").status_code == 404


def test_a_unit_reads_only_its_blanks_and_never_anothers_notes(registered, client_of, cast, act, now):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "厨师健康证明过期"))
    further.fill(case, {"fs_manager_name": "丁小样", "floor_no": "一层"}, by=Actor(1, "applicant"), now=now)
    page = read(client_of(cast["fire"]).get(f"/staff/licences-to-do/{case.number}/fire_check"))
    assert "厨师健康证明过期" not in page
    assert "丁小样" not in page
    assert "丁小样" in read(client_of(cast["market"]).get(f"/staff/licences-to-do/{case.number}/food_operation"))


def test_a_unit_opens_only_the_files_of_its_own_papers(registered, client_of, cast, owner, settings, now):
    case = registered()
    health = next(each["name"] for each in item(case, "food_operation").materials if each["id"] == "fs_manager_doc")
    file = Attachment.objects.create(case=case.pk, material=health, token="t" * 32, name=b"", media_type="image/png", size=1, sha256="a", added=now)
    answer = client_of(cast["fire"]).get(f"/staff/licences-to-do/{case.number}/fire_check/files/{file.pk}")
    assert answer.status_code == 404
    assert client_of(cast["fire"]).get(f"/staff/licences-to-do/{case.number}/fire_check/files/{file.pk}/preview.jpg").status_code == 404


def test_reading_a_licence_stands_in_the_audit(registered, client_of, cast):
    client_of(cast["fire"]).get(f"/staff/licences-to-do/{registered().number}/fire_check")
    assert Entry.objects.filter(act="item.read", actor=cast["fire"].pk).count() == 1


def test_a_unit_acts_by_its_page_and_a_refusal_keeps_the_page(registered, client_of, cast):
    case, fire = registered(), client_of(cast["fire"])
    where, revision = f"/staff/licences-to-do/{case.number}/fire_check", item(case, "fire_check").revision
    assert fire.post(f"{where}/act", {"act": "complete", "revision": revision}).status_code == 302
    answer = fire.post(f"{where}/act", {"act": "examine", "revision": revision + 1})
    assert (answer.status_code, "先上门看过场地" in read(answer)) == (409, True)
    assert states(case)["fire_check"] == "accepted"


def test_the_window_sends_the_list_and_offers_times_and_the_applicant_picks_one(registered, act, client_of, cast, owner):
    case = registered()
    for each in ("food_operation", "fire_check", "drainage", "seal_filing", "signboard"):
        act(case, each, "complete")
    window, mine = client_of(cast["window_clerk"]), client_of(owner)
    assert case.number in read(window.get("/staff/joint"))
    revision = Case.objects.get(pk=case.pk).revision
    assert window.post(f"/staff/joint/{case.number}/act", {"act": "visit", "revision": revision}).status_code == 302
    page = read(mine.get(f"/cases/{case.number}/licences"))
    assert page.count('name="slot"') == 6
    visit = case.visits.get()
    mine.post(f"/cases/{case.number}/licences/visit", {"visit": visit.pk, "slot": 1})
    assert {name for name, state in states(case).items() if state == "visit"} == {"food_operation", "fire_check", "drainage"}
    assert "已约好 2026-11-26 14:00 上门" in read(mine.get(f"/cases/{case.number}/licences"))


@pytest.mark.parametrize("revision", ["9" * 5_000, "", "-1", "五"])
def test_a_revision_no_page_ever_showed_is_no_page(registered, client_of, owner, revision):
    case = registered()
    where = f"/cases/{case.number}/licences/food_operation/act"
    assert client_of(owner).post(where, {"act": "withdraw", "revision": revision}).status_code == 404


def test_the_one_list_goes_out_by_the_windows_page(registered, act, client_of, cast):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
    for each in ("fire_check", "drainage", "seal_filing", "signboard"):
        act(case, each, "complete")
    window, revision = client_of(cast["window_clerk"]), Case.objects.get(pk=case.pk).revision
    assert "缺健康证明" in read(window.get(f"/staff/joint/{case.number}"))
    window.post(f"/staff/joint/{case.number}/act", {"act": "send", "revision": revision})
    assert Case.objects.get(pk=case.pk).state == "correction_asked"


def test_a_commitment_is_signed_only_when_it_was_agreed_to(registered, client_of, owner):
    case, mine = registered(), client_of(owner)
    assert mine.post(f"/cases/{case.number}/licences/fire_check/commit").status_code == 409
    mine.post(f"/cases/{case.number}/licences/fire_check/commit", {"agreed": "yes"})
    assert item(case, "fire_check").committed is not None
    assert mine.post(f"/cases/{case.number}/licences/signboard/commit", {"agreed": "yes"}).status_code == 409


def test_the_results_wait_for_all_where_that_was_chosen_and_come_when_it_is_changed(registered, act, client_of, owner):
    case, mine = registered(), client_of(owner)
    mine.post(f"/cases/{case.number}/licences/delivery", {"delivery": "all"})
    for name in ("complete", "examine"):
        act(case, "signboard", name)
    act(case, "signboard", "grant", number="样-店招-1")
    assert item(case, "signboard").issued is None
    mine.post(f"/cases/{case.number}/licences/delivery", {"delivery": "ready"})
    assert item(case, "signboard").issued is not None


def test_the_public_page_tells_what_holds_and_nothing_of_people(registered, client_of):
    case = registered()
    page = read(Client().get(f"/permits/{case.joint.token}"))
    assert code_of(case.pk) in page
    assert "13900001234" not in page
    assert Client().get("/permits/nothing-of-this").status_code == 404


@pytest.mark.parametrize("kind", ["pdf", "ofd"])
def test_the_comprehensive_sheet_is_drawn(registered, client_of, owner, kind):
    answer = client_of(owner).get(f"/cases/{registered().number}/licences/sheet.{kind}")
    assert (answer.status_code, answer.content[:2]) == (200, b"%P" if kind == "pdf" else b"PK")


def test_a_licence_without_a_unit_lies_with_the_leader_until_one_is_named(sent_case, client_of, cast, units):
    Desk.objects.filter(authority="消防救援机构").delete()
    case, head, window = sent_case(), client_of(cast["leader"]), client_of(cast["window_clerk"])
    page = read(head.get(f"/staff/licences-to-do/{case.number}/fire_check"))
    assert "还没有写明“消防救援机构”对应哪个单位" in page
    lost = item(case, "fire_check")
    window.post("/staff/joint/route", {"item": lost.pk, "unit": units["fire"].pk})
    assert item(case, "fire_check").unit == units["fire"]
    assert head.get(f"/staff/licences-to-do/{case.number}/fire_check").status_code == 404


@pytest.fixture
def administrator(staff, client_of):
    return client_of(staff("system_administrator", "sysadm"))


def test_a_zones_table_is_previewed_before_it_holds(administrator):
    text = "[licence.food_operation]\npromised = 3\n"
    page = read(administrator.post("/staff/catalogue/preview", {"text": text}))
    assert "食品经营许可" in page
    assert not LocalCatalogue.objects.exists()
    administrator.post("/staff/catalogue/publish", {"text": text})
    assert LocalCatalogue.objects.get().text == text


def test_a_published_table_reckons_for_new_cases_and_leaves_old_ones(administrator, sent_case):
    before = sent_case()
    administrator.post("/staff/catalogue/publish", {"text": "[licence.food_operation]\npromised = 3\n"})
    after = sent_case()
    assert (item(before, "food_operation").days, item(after, "food_operation").days) == (10, 3)


@pytest.mark.parametrize(
    ("text", "why_not"),
    [
        ('[licence.signboard]\nafter = ["moon"]\n', "第 2 行"),
        ('[licence.business_licence]\nafter = ["food_operation"]\n', "绕成了圈"),
        ("这不是", "TOML"),
    ],
)
def test_a_table_with_a_fault_is_refused_with_its_line(administrator, text, why_not):
    for way in ("preview", "publish"):
        answer = administrator.post(f"/staff/catalogue/{way}", {"text": text})
        assert (answer.status_code, why_not in read(answer)) == (400, True)
    assert not LocalCatalogue.objects.exists()


def test_a_withdrawn_table_no_longer_holds(administrator):
    administrator.post("/staff/catalogue/publish", {"text": "[licence.food_operation]\npromised = 3\n"})
    administrator.post(f"/staff/catalogue/{LocalCatalogue.objects.get().pk}/withdraw")
    assert LocalCatalogue.objects.get().withdrawn is not None
    assert "已撤回" in read(administrator.get("/staff/catalogue"))


def test_units_are_named_for_authorities_on_the_page(administrator):
    unit = Unit.objects.create(code="N1", name="样例新单位")
    administrator.post("/staff/catalogue/units", {"authority": "教育局", "unit": unit.pk})
    assert Desk.objects.get(authority="教育局").unit == unit
    administrator.post("/staff/catalogue/units", {"authority": "教育局", "unit": ""})
    assert not Desk.objects.filter(authority="教育局").exists()


def test_an_unknown_trade_is_offered_the_nearest_ones_and_lands_on_a_clerks_desk(visitor, client_of, cast):
    visitor.post("/draft/words", {"words": "我要开个密室逃脱，证照一起办"})
    page = read(visitor.get("/draft/licences"))
    assert "这一行目录里没有" in page
    visitor.post("/draft/ask-window")
    asked = HelpAsked.objects.get()
    clerk = client_of(cast["window_clerk"])
    assert "请接手" in read(clerk.get("/staff/joint"))
    clerk.post(f"/staff/joint/help/{asked.pk}/take")
    assert asked.case.helps.get().clerk == cast["window_clerk"]
    assert "密室逃脱" in read(clerk.get("/desk"))


def test_the_plan_of_a_draft_shows_licences_papers_and_what_is_not_needed(visitor):
    visitor.post("/draft/words", {"words": "我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌，证照一起办"})
    page = read(visitor.get("/draft/licences"))
    assert "食品经营许可证" in page
    assert "不用再办公共场所卫生许可证" in page
    assert "gantt" in page


def test_a_paper_is_sent_once_for_all_who_ask_for_it(registered, client_of, owner, cast):
    case, mine = registered(), client_of(owner)
    asked = {code: {each["name"] for each in item(case, code).materials if not each["given"]} for code in ("food_operation", "fire_check", "signboard")}
    plan = min((asked["food_operation"] & asked["fire_check"]) - asked["signboard"])
    drawn = io.BytesIO()
    Image.new("RGB", (900, 700), "white").save(drawn, "PNG")
    answer = mine.post(f"/cases/{case.number}/licences/files", {"material": plan, "file": SimpleUploadedFile("图.png", drawn.getvalue())})
    assert answer.status_code == 302
    file = Attachment.objects.get(case=case.pk)
    assert [file in files_of(item(case, each)) for each in asked] == [True, True, False]
    assert mine.post(f"/cases/{case.number}/licences/files", {"material": "没有的材料"}).status_code == 409


def test_duties_are_counted_from_the_opening_and_reminded_of_once(sent_case, client_of, owner, now):
    case = sent_case("开家书店，两百平方，招牌要挂")
    client_of(owner).post(f"/cases/{case.number}/licences/opening", {"day": "2026-12-01"})
    duty = case.duties.get()
    assert duty.due.isoformat() == "2026-12-31"
    assert [apply_due(now=now), apply_due(now=now + timedelta(days=32)), apply_due(now=now + timedelta(days=32))] == [0, 1, 0]
