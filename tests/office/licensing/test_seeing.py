"""Who sees what of a joint case, field by field and paper by paper; on a desk what is due first stands first."""

import re

import pytest
from django.test import Client

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing import further, sending
from gaoxing.office.licensing.models import Item
from gaoxing.office.licensing.permissions import desk, files_of, names_of, units_of, visible_to
from gaoxing.office.people import accounts
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import UNITS, item, why
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
LICENCES = ("business_licence", "food_operation", "fire_check", "signboard", "drainage", "seal_filing")
LEASE, PLAN = "住所（经营场所）使用证明", "经营场所平面布局图"


@pytest.fixture
def sent(now):
    """A file that came under a name."""

    def made(case, material):
        row = {"token": f"{material}{case.pk}"[:32], "media_type": "image/png", "size": 1, "sha256": "a", "added": now, "name": b""}
        return Attachment.objects.create(case=case.pk, material=material, **row)

    return made


@pytest.fixture
def page_of(signed_in, cast):  # noqa: F811
    """A licence's page as one of the cast sees it."""
    return lambda case, licence, who: signed_in(cast[who]).get(f"/staff/licences-to-do/{case.number}/{licence}")


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licence_s_page_opens_to_its_own_unit_alone(registered, page_of, licence):
    case = registered()
    own = item(case, licence).unit.code
    assert {code: page_of(case, licence, code).status_code for code in UNITS} == {code: 200 if code == own else 404 for code in UNITS}


@pytest.mark.parametrize("licence", LICENCES)
def test_a_unit_is_shown_the_blanks_of_its_own_form_and_no_others(registered, owner, page_of, licence, now):
    case = registered()
    further.fill(case, {each.id: f"填写{number}号内容" for number, each in enumerate(further.asked(case))}, by=Actor(owner.pk, "applicant"), now=now)
    texts, found = further.filled(case), item(case, licence)
    own = {each["id"] for each in found.fields}
    shown = page_of(case, licence, found.unit.code).content.decode()
    assert {key for key, text in texts.items() if text in shown} == own & set(texts)


@pytest.mark.parametrize("licence", LICENCES)
def test_what_came_before_submitting_reaches_each_unit_that_asks_for_it_and_no_other(registered, sent, licence):
    case = registered()
    lease, found = sent(case, LEASE), item(case, licence)
    asks = any(each["id"] == "premises_right" for each in found.materials)
    assert list(files_of(found).values_list("pk", flat=True)) == ([lease.pk] if asks else [])


@pytest.mark.parametrize("material", ["各项许可自己的其他材料", "各项许可的申请表", "", "别的什么"])
def test_what_belongs_to_no_one_permit_is_shown_to_no_unit(registered, sent, material):
    case = registered()
    sent(case, material)
    assert not any(files_of(each).exists() for each in Item.objects.filter(case=case))


def test_what_lay_with_no_licence_reaches_exactly_those_who_ask_for_its_paper_once_it_is_placed(registered, sent, owner, now):
    case = registered()
    file = sent(case, "各项许可自己的其他材料")
    paper = next(each["name"] for each in item(case, "food_operation").materials if each["id"] == "fs_manager_doc")
    assert sending.unplaced(case) == (file,)
    sending.place(case, file.pk, paper, by=Actor(owner.pk, "applicant"), now=now)
    assert {each.licence for each in Item.objects.filter(case=case) if files_of(each).exists()} == {"food_operation"}
    assert not sending.unplaced(case)


def test_only_a_loose_file_and_a_paper_of_the_case_can_be_placed(registered, sent, owner, now):
    case, by = registered(), Actor(owner.pk, "applicant")
    loose, lies = sent(case, "各项许可的申请表"), sent(case, LEASE)
    paper = sending.papers_of(case)[0]
    for number, material in ((lies.pk, paper), (loose.pk, "没有的材料"), (-1, paper)):
        with pytest.raises(NotAllowed, match="请选一个还没有归的文件"):
            sending.place(case, number, material, by=by, now=now)


def test_the_same_file_is_not_placed_twice_with_one_paper(registered, sent, owner, now):
    case, by = registered(), Actor(owner.pk, "applicant")
    first, second = sent(case, "各项许可的申请表"), sent(case, "别的什么")
    paper = sending.papers_of(case)[0]
    sending.place(case, first.pk, paper, by=by, now=now)
    with pytest.raises(NotAllowed, match="同一个文件"):
        sending.place(case, second.pk, paper, by=by, now=now)


@pytest.mark.parametrize(("who", "where"), [("applicant", "/cases/{}/licences/files/place"), ("window_clerk", "/staff/joint/{}/files")])
def test_applicant_and_window_place_a_file_by_their_pages(registered, sent, cast, signed_in, monkeypatch, who, where):  # noqa: F811
    monkeypatch.setattr("gaoxing.office.attachments.queries.name_of", lambda file: "申请书.png")
    case = registered()
    file, browser = sent(case, "各项许可的申请表"), signed_in(cast[who])
    page = browser.get(f"/cases/{case.number}/licences" if who == "applicant" else f"/staff/joint/{case.number}").content.decode()
    assert "1 个文件还没有归到哪一样材料" in page
    assert browser.post(where.format(case.number), {"file": file.pk, "material": ""}).status_code == 409
    assert browser.post(where.format(case.number), {"file": file.pk, "material": sending.papers_of(case)[0]}).status_code == 302
    assert not sending.unplaced(case)


def test_before_submitting_the_papers_of_the_very_licences_stand_in_place_of_the_collective_rows(visitor):
    visitor.post("/draft/words", {"words": "我想开个火锅店，四百平，装修五十万，门口挂招牌，证照一起办"})
    page = visitor.get("/draft/attachments").content.decode()
    assert "各项许可自己的其他材料" not in page
    assert page.count("招牌效果图") >= 1 or "效果图" in page
    assert "食品经营许可" in page


def test_a_draft_without_a_known_trade_keeps_the_collective_rows(visitor):
    visitor.post("/draft/words", {"words": "我要开个密室逃脱，证照一起办"})
    assert "各项许可自己的其他材料" in visitor.get("/draft/attachments").content.decode()


def test_a_file_that_came_early_stands_once_at_its_paper(registered, sent, page_of, monkeypatch):
    monkeypatch.setattr("gaoxing.office.attachments.queries.name_of", lambda file: "图纸.png")
    case = registered()
    file = sent(case, PLAN)
    page = page_of(case, "food_operation", "market").content.decode()
    assert page.count(f'/food_operation/files/{file.pk}"') == 1


def test_the_applicant_s_board_counts_what_came_early(registered, sent, owner, signed_in):  # noqa: F811
    case = registered()
    sent(case, LEASE)
    page = signed_in(owner).get(f"/cases/{case.number}/licences").content.decode()
    assert re.search(r"使用证明（产权证明/租赁合同）</span> <span class=\"tag\">已传 1 个", page)


def test_an_item_of_before_the_names_were_mapped_still_shows_its_own():
    assert names_of({"name": "平面图"}) == ("平面图",)
    assert names_of({"name": PLAN, "brought_as": [PLAN]}) == (PLAN,)


def test_another_applicant_sees_no_licence(registered, now, signed_in):  # noqa: F811
    case = registered()
    stranger = accounts.applicant_of("13900009999", language="zh-hans", now=now)
    assert not visible_to(stranger, on=now.date()).exists()
    assert signed_in(stranger).get(f"/cases/{case.number}/licences").status_code == 404


@pytest.mark.parametrize(
    "where", ["/cases/{0}/licences", "/staff/licences-to-do", "/staff/licences-to-do/{0}/fire_check", "/staff/joint/{0}", "/staff/catalogue"]
)
def test_who_is_not_signed_in_is_led_to_signing_in(registered, where):
    answer = Client().get(where.format(registered().number))
    assert answer.status_code in (302, 401, 403)
    assert "样例" not in answer.content.decode()


@pytest.mark.parametrize("who", ["market", "fire", "works", "window_clerk"])
def test_the_catalogue_opens_to_the_system_administrator_alone(cast, signed_in, who):  # noqa: F811
    assert signed_in(cast[who]).get("/staff/catalogue").status_code in (403, 404)


def test_a_unit_s_acts_are_its_own(registered, cast, signed_in):  # noqa: F811
    case = registered()
    revision = item(case, "fire_check").revision
    answer = signed_in(cast["works"]).post(f"/staff/licences-to-do/{case.number}/fire_check/act", {"act": "complete", "revision": revision})
    assert (answer.status_code, item(case, "fire_check").revision) == (404, revision)


def test_a_desk_holds_the_licences_of_its_unit(registered, cast, units, now):
    registered()
    assert units_of(cast["fire"], on=now.date()) == {units["fire"].pk}
    assert set(desk(cast["fire"], on=now.date()).values_list("licence", flat=True)) == {"fire_check"}
    assert not desk(cast["applicant"], on=now.date()).exists()


def test_what_is_due_first_stands_first_and_what_waits_last(sent_case, cast, signed_in):  # noqa: F811
    case = sent_case()
    page = signed_in(cast["market"]).get("/staff/licences-to-do").content.decode()
    places = [page.index(f"/{case.number}/{each}") for each in ("business_licence", "food_operation")]
    assert places == sorted(places)


def test_a_note_of_a_unit_is_not_shown_to_the_applicant_nor_to_another(registered, cast, act, owner, signed_in, page_of):  # noqa: F811
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", words="内部说法甲"))
    assert "内部说法甲" in page_of(case, "food_operation", "market").content.decode()
    assert "内部说法甲" not in page_of(case, "fire_check", "fire").content.decode()
    assert "内部说法甲" not in signed_in(owner).get(f"/cases/{case.number}/licences").content.decode()


def test_the_public_page_says_no_name_no_number_and_no_place(registered, owner):
    case = registered()
    page = Client().get(f"/permits/{case.joint.token}").content.decode()
    assert [each for each in ("丁大宝", "样例路", "13900001234", "139****1234") if each in page] == []
    assert Client().get("/permits/" + "x" * 43).status_code == 404


def test_the_plan_page_shows_what_is_saved_in_all_four_respects(visitor):
    visitor.post("/draft/words", {"words": "我想开个火锅店，四百平，装修五十万，门口挂招牌，烟不卖，油水要下下水道，证照一起办"})
    page = visitor.get("/draft/licences").content.decode()
    rows = re.findall(r'<th scope="row">([^<]+)</th><td>(\d+)</td><td>(\d+)</td>', page)
    assert rows == [("申请表（张）", "6", "1"), ("材料（份）", "32", "22"), ("要填的（项）", "111", "51"), ("法定时限（工作日）", "45", "20")]
