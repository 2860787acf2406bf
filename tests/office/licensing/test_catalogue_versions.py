"""The versions of the zone's catalogue: who published each and when, any of them brought back by a preview, and two administrators at once."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.licensing import catalogue_versions, local
from gaoxing.office.licensing.models import LocalCatalogue
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import item
from tests.office.licensing.keeping_catalogue import FORM, PREVIEW, PUBLISH, button_of, filled, looked_at, published, read
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
BY = Actor(0, "operator")
FOOD = "[licence.food_operation]\npromised = {}\n"
BROKEN = '[licence.signboard]\nafter = ["gone_by_now"]\n'


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def administrator(staff, signed_in):  # noqa: F811
    return signed_in(staff("system_administrator", "sysadm"))


@pytest.fixture
def colleague(staff, signed_in):  # noqa: F811
    return signed_in(staff("system_administrator", "sysadm2"))


@pytest.fixture
def versions(db, now):
    """Publishes tables one after the other; their numbers."""

    def made(*texts):
        return [local.publish(text, by=BY, now=now + timedelta(minutes=number)).pk for number, text in enumerate(texts)]

    return made


def promised():
    return {each["id"]: each["promised"] for each in local.joint().licence_rows(local.standing_text(on=TODAY))}["food_operation"]


def test_a_zone_without_a_table_of_its_own_has_no_version(administrator):
    assert catalogue_versions.versions(on=TODAY) == ((), 0)
    assert "还没有发布过，现在用的是出厂目录" in read(administrator.get("/staff/catalogue"))


def test_versions_are_told_newest_first_with_what_each_changed(versions):
    one, two, three = versions(FOOD.format(5), FOOD.format(5) + "[licence.signboard]\npromised = 2\n", FOOD.format(4))
    shown, older = catalogue_versions.versions(on=TODAY)
    assert ([each.number for each in shown], older) == ([three, two, one], 0)
    assert [each.changed for each in shown][1:] == [("户外招牌（店招标牌）设置备案/指导",), ("食品经营许可",)]
    assert set(shown[0].changed) == {"食品经营许可", "户外招牌（店招标牌）设置备案/指导"}


def test_a_version_says_who_published_it_and_when(administrator):
    published(administrator, promised="5")
    page = read(administrator.get("/staff/catalogue"))
    assert "2026-11-24 10:30 发布 · 王某 · " in " ".join(page.replace("<strong>", "").split())


def test_what_no_person_published_names_nobody(versions):
    versions(FOOD.format(5))
    assert catalogue_versions.versions(on=TODAY)[0][0].by == ""


def test_only_the_newest_that_was_not_withdrawn_holds(versions, now):
    one, two, three = versions(FOOD.format(5), FOOD.format(4), FOOD.format(3))
    local.withdraw(three, by=BY, now=now)
    shown = {each.number: each for each in catalogue_versions.versions(on=TODAY)[0]}
    assert (shown[two].in_force, shown[three].withdrawn, shown[one].in_force) == (True, True, False)
    assert promised() == 4


def test_long_lists_of_versions_go_page_by_page(versions, administrator):
    numbers = versions(*(FOOD.format(day) for day in range(catalogue_versions.PAGE + 3)))
    shown, older = catalogue_versions.versions(on=TODAY)
    rest, end = catalogue_versions.versions(older, on=TODAY)
    assert [each.number for each in (*shown, *rest)] == numbers[::-1]
    assert (len(rest), end) == (3, 0)
    page = read(administrator.get(f"/staff/catalogue?before={older}"))
    assert (f"第 {numbers[0]} 版" in page, f"恢复第 {numbers[-1]} 版" in page) == (True, False)


def test_the_last_version_of_a_page_is_told_against_the_one_that_follows(versions):
    versions(*([FOOD.format(5)] * catalogue_versions.PAGE), FOOD.format(5))
    assert catalogue_versions.versions(on=TODAY)[0][-1].changed == ()


def test_an_earlier_version_is_looked_at_against_what_holds_and_then_restored(administrator, versions):
    one, _two = versions(FOOD.format(5), FOOD.format(3))
    page = read(administrator.get(f"/staff/catalogue/versions/{one}"))
    assert f"恢复第 {one} 版：看看改了什么" in page
    assert "承诺工作日：3 → 5" in page
    assert promised() == 3
    assert administrator.post(PUBLISH, button_of(page)).status_code == 302
    assert promised() == 5


def test_a_restored_version_is_a_new_one_that_says_whose_text_it_is(administrator, versions):
    one, _two = versions(FOOD.format(5), FOOD.format(3))
    administrator.post(PUBLISH, button_of(read(administrator.get(f"/staff/catalogue/versions/{one}"))))
    newest = catalogue_versions.versions(on=TODAY)[0][0]
    assert (newest.restores, newest.in_force, newest.by) == (one, True, "王某")
    assert f"内容同第 {one} 版" in read(administrator.get("/staff/catalogue"))
    assert Entry.objects.filter(act="catalogue.restored", subject=newest.number).count() == 1


def test_a_text_that_is_not_that_versions_is_no_restoring(administrator, versions):
    (one,) = versions(FOOD.format(5))
    administrator.post(PUBLISH, {"text": FOOD.format(9), "base": str(one), "restores": str(one)})
    assert not Entry.objects.filter(act="catalogue.restored").exists()
    assert Entry.objects.filter(act="catalogue.published").count() == 2


def test_a_withdrawn_version_can_be_brought_back(administrator, versions, now):
    (one,) = versions(FOOD.format(5))
    local.withdraw(one, by=BY, now=now)
    assert promised() is None
    administrator.post(PUBLISH, button_of(read(administrator.get(f"/staff/catalogue/versions/{one}"))))
    assert promised() == 5


def test_one_goes_back_to_the_shipped_catalogue_in_the_same_way(administrator, versions):
    versions(FOOD.format(5))
    page = read(administrator.get("/staff/catalogue/versions/0"))
    assert "回到出厂目录" in page
    assert "承诺工作日：5 → 没有" in page
    administrator.post(PUBLISH, button_of(page))
    assert (promised(), local.standing_text(on=TODAY)) == (None, "")


def test_what_holds_can_be_read_and_not_restored(administrator, versions):
    (one,) = versions(FOOD.format(5))
    page = read(administrator.get(f"/staff/catalogue/versions/{one}"))
    assert f"第 {one} 版，现行" in page
    assert "promised = 5" in page
    assert PUBLISH not in page


def test_a_version_that_is_none_is_not_found(administrator):
    assert administrator.get("/staff/catalogue/versions/99").status_code == 404


def test_an_old_version_that_no_longer_fits_is_told_with_its_fault_and_not_restored(administrator, now):
    old = LocalCatalogue.objects.create(text=BROKEN, made=now, made_by=0, withdrawn=now)
    answer = administrator.get(f"/staff/catalogue/versions/{old.pk}")
    assert answer.status_code == 409
    assert "“after”写了没有的“gone_by_now”" in read(answer)
    assert local.standing_text(on=TODAY) == ""


def test_versions_that_cannot_be_compared_are_listed_all_the_same(now):
    LocalCatalogue.objects.create(text="这不是", made=now, made_by=0)
    (only,) = catalogue_versions.versions(on=TODAY)[0]
    assert (only.changed, only.in_force) == ((), True)


def test_an_old_case_keeps_its_days_through_all_versions(administrator, versions, sent_case, now):
    (one,) = versions(FOOD.format(5))
    case = sent_case()
    local.withdraw(one, by=BY, now=now)
    assert item(case, "food_operation").days == 5


def test_a_form_of_before_somebody_elses_version_is_told_and_keeps_what_was_typed(administrator, colleague):
    sent = filled(administrator, promised="5", fee="样例收费")
    published(colleague, "signboard", promised="2")
    answer = administrator.post(PREVIEW.format("food_operation"), sent)
    page = read(answer)
    assert (answer.status_code, "您打开以后，目录又换了一版" in page, 'value="样例收费"' in page) == (409, True, True)


def test_the_form_that_came_back_can_be_sent_again_and_keeps_both_changes(administrator, colleague):
    sent = filled(administrator, promised="5")
    published(colleague, "signboard", promised="2")
    administrator.post(PREVIEW.format("food_operation"), sent)
    again = {**sent, "base": str(LocalCatalogue.objects.latest("pk").pk)}
    administrator.post(PUBLISH, button_of(read(administrator.post(PREVIEW.format("food_operation"), again))))
    rows = {each["id"]: each["promised"] for each in local.joint().licence_rows(local.standing_text(on=TODAY))}
    assert (rows["food_operation"], rows["signboard"]) == (5, 2)


def test_a_preview_of_before_somebody_elses_version_publishes_nothing(administrator, colleague):
    stale = button_of(read(looked_at(administrator, promised="5")))
    published(colleague, "signboard", promised="2")
    answer = administrator.post(PUBLISH, stale)
    assert (answer.status_code, "这次没有发布" in read(answer)) == (409, True)
    assert LocalCatalogue.objects.count() == 1
    assert "promised = 5" in read(answer)


def test_the_same_button_pressed_twice_publishes_once(administrator):
    button = button_of(read(looked_at(administrator, promised="5")))
    assert [administrator.post(PUBLISH, button).status_code for _ in range(2)] == [302, 409]
    assert LocalCatalogue.objects.count() == 1


def test_a_version_withdrawn_meanwhile_makes_a_preview_stale_too(administrator, versions, now):
    one, two = versions(FOOD.format(5), FOOD.format(3))
    stale = button_of(read(administrator.get(f"/staff/catalogue/versions/{one}")))
    local.withdraw(two, by=BY, now=now)
    assert administrator.post(PUBLISH, stale).status_code == 409


def test_what_was_refused_as_stale_leaves_no_entry(versions, now):
    (one,) = versions(FOOD.format(5))
    entries = Entry.objects.count()
    with pytest.raises(NotAllowed, match="又换了一版"):
        local.publish(FOOD.format(4), by=BY, now=now, base=one - 1)
    assert (Entry.objects.count(), LocalCatalogue.objects.count()) == (entries, 1)


def test_a_version_is_withdrawn_once(administrator, versions):
    (one,) = versions(FOOD.format(5))
    assert administrator.post(f"/staff/catalogue/{one}/withdraw").status_code == 302
    answer = administrator.post(f"/staff/catalogue/{one}/withdraw")
    assert (answer.status_code, "这一版已经撤回过了" in unescape(answer.content.decode())) == (409, True)
    assert Entry.objects.filter(act="catalogue.withdrawn").count() == 1


@pytest.mark.parametrize("base", ["", "x", "-1", "9" * 20, "１"])
def test_a_base_that_is_no_number_is_as_if_none_were_sent_and_never_breaks(administrator, base):
    assert administrator.post(PUBLISH, {"text": FOOD.format(5), "base": base}).status_code == 302


@pytest.mark.parametrize("before", ["", "x", "-1", "9" * 20])
def test_a_page_of_versions_that_is_none_is_the_first(administrator, versions, before):
    versions(FOOD.format(5))
    assert "现行" in read(administrator.get(f"/staff/catalogue?before={before}"))


def test_a_form_without_its_base_is_taken_as_stale(administrator):
    sent = filled(administrator, promised="5", base=None)
    assert administrator.post(PREVIEW.format("food_operation"), sent).status_code == 409


def test_a_form_opened_anew_shows_the_version_that_holds(administrator, colleague):
    published(colleague, promised="6")
    assert 'name="promised" value="6"' in read(administrator.get(FORM.format("food_operation")))


def test_a_version_to_come_says_its_day_and_can_be_looked_at_and_withdrawn(administrator, versions):
    held, coming = versions(FOOD.format(5), "from = 2027-01-01\n" + FOOD.format(4))
    shown = read(administrator.get("/staff/catalogue"))
    assert [each.begins for each in catalogue_versions.versions(on=TODAY)[0]] == [date(2027, 1, 1), None]
    assert "2027-01-01 起用" in shown
    assert all(f"/staff/catalogue/{each}/withdraw" in shown for each in (held, coming))
    page = read(administrator.get(f"/staff/catalogue/versions/{coming}"))
    assert f"第 {coming} 版，2027-01-01 起用" in page
    assert "恢复，马上起用" not in page
