"""An administrator of the zone edits a licence by a form: the table of all, the form, what it changes, and that it then holds. No line of TOML is typed."""

import tomllib
from datetime import date

import pytest
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.licensing import local
from gaoxing.office.licensing.models import Desk, LocalCatalogue
from tests.office.licensing.conftest import item
from tests.office.licensing.keeping_catalogue import FORM, PREVIEW, SAID, blanks_of, filled, looked_at, published, read
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def administrator(staff, signed_in):  # noqa: F811
    return signed_in(staff("system_administrator", "sysadm"))


def held():
    """What the zone's table says of licences."""
    return tomllib.loads(local.standing_text(on=TODAY)).get("licence", {})


def test_every_licence_stands_in_the_table_with_its_days_and_its_mark(administrator, units):
    page = read(administrator.get("/staff/catalogue"))
    assert page.count('href="/staff/catalogue/licences/') == 37
    assert page.count('class="tag doubt"') == 12
    assert "37 个事项" in page
    assert "本区改过 0 个，停办 0 个，未核实 12 个" in page
    assert "样例市场监管分局" in page


def test_a_licence_opens_with_all_that_stands(administrator):
    page = read(administrator.get(FORM.format("fire_check")))
    sent = blanks_of(page)
    assert sent["authority"] == "消防救援机构"
    assert sent["material"] == local.joint().standing("", "fire_check")["materials"]
    assert (sent["commitment"], sent["verified"], sent["promised"], sent["base"]) == ("yes", "yes", "", "0")
    assert "营业面积超过300平方米，并且装修投入超过30万元时才要" in page
    assert "style=" not in page


def test_the_form_says_which_unit_handles_it_or_that_nobody_does(administrator, units):
    assert "现在由 样例消防大队 办" in read(administrator.get(FORM.format("fire_check")))
    assert "还没有对应的单位" in read(administrator.get(FORM.format("travel_agency")))


def test_a_licence_that_is_none_has_no_form(administrator):
    assert administrator.get(FORM.format("moon")).status_code == 404
    assert administrator.post(PREVIEW.format("moon"), {}).status_code == 404


def test_a_changed_form_is_previewed_with_days_of_plans_and_holds_only_once_published(administrator):
    page = read(looked_at(administrator, "tobacco_retail", promised="7"))
    assert "承诺工作日：没有 → 7" in page
    assert "20 → <strong>10</strong>" in page
    assert "常见的算例里，3 个的天数、证照或者材料变了" in page
    assert not LocalCatalogue.objects.exists()


def test_a_published_form_is_the_table_that_an_upload_would_be(administrator):
    assert published(administrator, promised="5", fee="不收费").status_code == 302
    assert LocalCatalogue.objects.get().text == ('[licence.food_operation]\npromised = 5\nfee = "不收费"\nsource = "样例通知〔2026〕1号"\nas_of = 2026-11-20\n')
    assert administrator.post("/staff/catalogue/preview", {"text": LocalCatalogue.objects.get().text}).status_code == 200


def test_two_licences_edited_one_after_the_other_both_hold(administrator):
    published(administrator, promised="5")
    published(administrator, "signboard", promised="2")
    assert {key: row["promised"] for key, row in held().items()} == {"food_operation": 5, "signboard": 2}


def test_a_new_case_reckons_with_the_form_and_an_old_one_does_not(administrator, sent_case):
    before = sent_case()
    published(administrator, promised="3", authority="样例审批局")
    after = sent_case()
    assert (item(before, "food_operation").days, item(after, "food_operation").days) == (10, 3)
    assert item(after, "food_operation").authority == "样例审批局"


def test_an_authority_of_the_zones_own_can_be_given_a_unit(administrator, units):
    published(administrator, authority="样例审批局")
    assert "样例审批局" in read(administrator.get("/staff/catalogue"))
    administrator.post("/staff/catalogue/units", {"authority": "样例审批局", "unit": units["fire"].pk})
    assert Desk.objects.get(authority="样例审批局").unit == units["fire"]


def test_a_case_goes_to_the_unit_of_the_zones_own_authority(administrator, units, sent_case):
    published(administrator, "signboard", authority="样例审批局")
    administrator.post("/staff/catalogue/units", {"authority": "样例审批局", "unit": units["fire"].pk})
    assert item(sent_case(), "signboard").unit == units["fire"]


def test_a_paper_is_taken_off_and_another_put_on_by_ticks(administrator, sent_case):
    ticks = [each for each in local.joint().standing("", "signboard")["materials"] if each != "site_consent"]
    page = read(looked_at(administrator, "signboard", material=[*ticks, "house_safety"]))
    assert "不交了：</span>" not in page
    assert "多交：房屋建筑质量安全证明（鉴定）" in page
    published(administrator, "signboard", material=[*ticks, "house_safety"])
    asked = {each["id"] for each in item(sent_case(), "signboard").materials}
    assert ("house_safety" in asked, "site_consent" in asked) == (True, False)


def test_a_licence_that_is_shut_is_no_longer_taken_and_its_applicant_reads_why(administrator, sent_case, visitor):
    published(administrator, "signboard", off="本区招牌由样例街道办")
    assert not sent_case().items.filter(licence="signboard").exists()
    visitor.post("/draft/words", {"words": "我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌，证照一起办"})
    assert "不在本区的一窗里办：本区招牌由样例街道办" in read(visitor.get("/draft/licences"))


def test_whom_to_ask_and_the_fee_reach_the_applicants_plan(administrator, visitor):
    published(administrator, fee="样例不收费", window="样例大厅 3 号窗口", telephone="0512-55550000")
    visitor.post("/draft/words", {"words": "我想在高新区开个火锅店，四百平，装修五十万，证照一起办"})
    page = read(visitor.get("/draft/licences"))
    assert "样例不收费，样例大厅 3 号窗口" in page
    assert 'href="tel:0512-55550000"' in page


def test_a_promise_longer_than_the_law_is_warned_of_and_may_be_published_all_the_same(administrator):
    page = read(looked_at(administrator, promised="12"))
    assert "“食品经营许可”承诺 12 个工作日，比法定的 10 个工作日还长" in page
    published(administrator, promised="12")
    assert held()["food_operation"]["promised"] == 12


def test_a_warning_that_holds_already_is_not_repeated(administrator):
    published(administrator, promised="12")
    assert "还长" not in read(looked_at(administrator, "signboard", promised="2"))


def test_a_confirmed_fact_loses_its_mark_with_paper_and_day(administrator):
    published(administrator, verified="yes")
    assert held()["food_operation"]["verified"] is True
    assert read(administrator.get("/staff/catalogue")).count('class="tag doubt"') == 11
    assert blanks_of(read(administrator.get(FORM.format("food_operation"))))["source"] == SAID["source"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"promised": "五天"}, "承诺工作日要写 0 到 1000 的整数"),
        ({"source": ""}, "请写改动是按哪份文件来的"),
        ({"as_of": "2027-01-01"}, "核对的日期还没有到"),
        ({"authority": " "}, "办理部门不能空着"),
        ({"telephone": "55550000"}, "座机请加上区号"),
        ({"material": ["moon"]}, "材料里有一样目录里没有"),
    ],
)
def test_what_cannot_be_taken_is_told_at_its_blank_and_what_was_typed_stays(administrator, changed, told):
    answer = looked_at(administrator, fee="样例收费", **changed)
    page = read(answer)
    assert (answer.status_code, told in page, 'value="样例收费"' in page) == (400, True, True)
    assert not LocalCatalogue.objects.exists()


def test_what_the_catalogue_itself_refuses_is_told_with_its_line(administrator):
    answer = looked_at(administrator, "business_licence", off="样例")
    assert answer.status_code == 400
    assert "第 2 行：“市场主体设立登记”不能停办：别的证照都要先有它" in read(answer)


def test_one_goes_back_to_the_form_with_all_that_was_typed(administrator):
    sent = filled(administrator, promised="4", fee="样例收费", material=["legal_id"])
    page = read(administrator.post(PREVIEW.format("food_operation"), {**sent, "again": "yes"}))
    kept = blanks_of(page)
    assert (kept["promised"], kept["fee"], kept["material"]) == ("4", "样例收费", ["legal_id"])


def test_a_form_that_changes_nothing_has_nothing_to_publish(administrator):
    page = read(looked_at(administrator))
    assert "没有改动，不用发布" in page
    assert "/staff/catalogue/publish" not in page


def test_what_only_its_source_changes_can_be_published(administrator):
    published(administrator, promised="5")
    page = read(looked_at(administrator, source="样例通知〔2026〕2号"))
    assert "只是写法、依据不同" in page
    published(administrator, source="样例通知〔2026〕2号")
    assert held()["food_operation"]["source"] == "样例通知〔2026〕2号"


def test_remarks_of_the_table_stay_and_those_that_cannot_are_counted(administrator):
    administrator.post("/staff/catalogue/publish", {"text": "# 我们的\n[licence.signboard]\npromised = 2\n"})
    assert "没能留下" not in read(looked_at(administrator, promised="5"))
    administrator.post("/staff/catalogue/publish", {"text": "# 我们的\n[licence]\nsignboard.promised = 2\n"})
    assert "1 行注释（# 开头）没能留下" in read(looked_at(administrator, "signboard", promised="3"))


def test_a_published_form_leaves_one_entry_of_who_did_it(administrator):
    published(administrator, promised="5")
    entry = Entry.objects.get(act="catalogue.published")
    assert (entry.subject, entry.role) == (LocalCatalogue.objects.get().pk, "system_administrator")


def test_looking_alone_leaves_no_entry_and_no_version(administrator):
    before = Entry.objects.count()
    administrator.get(FORM.format("signboard"))
    looked_at(administrator, "signboard", promised="2")
    assert (Entry.objects.count(), LocalCatalogue.objects.count()) == (before, 0)


def test_the_pages_are_there_in_english_too(administrator):
    administrator.post("/comfort", {"language": "en", "next": "/"})
    assert "37 licences" in read(administrator.get("/staff/catalogue"))
    assert "Working days promised" in read(administrator.get(FORM.format("food_operation")))
    assert "Promised working days are a whole number" in read(looked_at(administrator, promised="x"))
    assert "Of the usual examples, 3 change" in read(looked_at(administrator, "tobacco_retail", promised="7"))


def test_a_table_that_a_newer_catalogue_does_not_bear_is_told_and_the_shipped_one_is_shown(administrator):
    LocalCatalogue.objects.create(text='[licence.signboard]\nafter = ["gone_by_now"]\n', made=timezone.now(), made_by=0)
    page = read(administrator.get("/staff/catalogue"))
    assert "和新的出厂目录对不上" in page
    assert "“after”写了没有的“gone_by_now”" in page
    assert administrator.get(FORM.format("signboard")).status_code == 200
