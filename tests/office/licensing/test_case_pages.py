"""What the window, the applicant and the public read of one joint case: times of a visit, papers by who writes them, the sheet's names. All invented."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localtime

from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import board, results
from gaoxing.office.licensing.models import Item, Visit
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


@pytest.fixture
def offering(sent_case, client_of, cast):
    """The window offers these times for a new case: the answer, and the case."""
    case, window = sent_case(), client_of(cast["window_clerk"])

    def post(*slots):
        revision = Case.objects.get(pk=case.pk).revision
        return window.post(f"/staff/joint/{case.number}/act", {"act": "visit", "revision": revision, "slot": slots}), case

    return post


def read(answer):
    return answer.content.decode()


def written(moment):
    return f"{localtime(moment):%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize("typed", ["明天上午", "2026-13-40T09:30", "2026-12-01T09:30+08:00", "９点半"])
def test_a_time_that_is_none_is_told_and_stays_on_the_page(offering, now, typed):
    answer, _case = offering(written(now + timedelta(days=3)), typed)
    assert (answer.status_code, f"上门时间“{typed}”看不懂" in read(answer), f'value="{typed}"' in read(answer)) == (409, True, True)
    assert not Visit.objects.exists()


def test_a_time_that_is_over_is_not_left_out_silently(offering, now):
    past = now - timedelta(days=1)
    answer, _case = offering(written(now + timedelta(days=3)), written(past))
    assert (answer.status_code, f"{localtime(past):%Y-%m-%d %H:%M} 已经过了" in read(answer)) == (409, True)
    assert not Visit.objects.exists()


def test_the_times_that_were_typed_are_offered_and_no_others(offering, now):
    wanted = [now + timedelta(days=3), now + timedelta(days=4)]
    answer, case = offering(*map(written, wanted), "", "  ")
    assert answer.status_code == 302
    assert [each[:16] for each in Visit.objects.get(case=case).slots] == [written(each) for each in wanted]


def test_left_empty_the_usual_times_are_offered(offering):
    answer, case = offering("", "")
    assert (answer.status_code, len(Visit.objects.get(case=case).slots)) == (302, 6)


def test_a_visit_that_was_is_not_announced_any_more(sent_case, now):
    case = sent_case()
    Visit.objects.create(case=case, slots=[], offered=now, starts=now + timedelta(hours=2), picked=now)
    assert len(board.board(Case.objects.get(pk=case.pk), now=now).appointed) == 1
    assert board.board(Case.objects.get(pk=case.pk), now=now + timedelta(hours=3)).appointed == ()


def test_what_the_applicant_brings_stands_apart_from_what_the_system_writes(sent_case, client_of, owner):
    case = sent_case()
    page = read(client_of(owner).get(f"/cases/{case.number}/licences"))
    brought, _, drafted = page.partition("系统写好样稿，请核对、补齐、签名")
    assert "请您提供 " in brought
    assert ("经营场所平面布局图" in brought, "设施设备清单" in brought, "设施设备清单" in drafted) == (True, False, True)


def test_after_acceptance_nothing_is_asked_for_any_more(sent_case, client_of, owner):
    case = sent_case()
    Case.objects.filter(pk=case.pk).update(state=Case.State.ACCEPTED)
    page = read(client_of(owner).get(f"/cases/{case.number}/licences"))
    assert "由您提供的 " in page
    assert "请您提供 " not in page


def test_the_chosen_way_of_handing_out_is_marked(sent_case, client_of, owner):
    case = sent_case()
    page = read(client_of(owner).get(f"/cases/{case.number}/licences"))
    assert 'name="delivery" value="ready" aria-pressed="true"' in page
    assert 'name="delivery" value="all" aria-pressed' not in page


def test_the_public_page_says_how_many_and_what_each_is(sent_case, now):
    case = sent_case()
    Item.objects.filter(case=case, licence__in=("signboard", "food_operation")).update(state="granted", granted=now, issued=now, number="样-1")
    page = read(Client().get(f"/permits/{case.joint.token}"))
    assert "一共 2 个证" in page
    assert "户外招牌（店招标牌）设置备案/指导</h3>" in page
    assert "备案回执 · 城市管理局" in page


def test_the_sheet_names_each_licence_and_what_was_handed_out(sent_case, now):
    case = sent_case()
    Item.objects.filter(case=case, licence="signboard").update(state="granted", granted=now, issued=now, number="样-1")
    rows = results.layout(case, address="https://example.test/permits/x", on=now.date()).values["items"]
    assert [(each["name"], each["document"]) for each in rows] == [("户外招牌（店招标牌）设置备案/指导", "备案回执")]


def test_a_units_page_counts_what_it_asks_for_and_has_no_empty_story(sent_case, client_of, cast):
    case = sent_case()
    item = Item.objects.get(case=case, licence="food_operation")
    page = read(client_of(cast["market"]).get(f"/staff/licences-to-do/{case.number}/food_operation"))
    assert f"这一项要的内容 {len(item.fields)} 处" in page
    assert f"这一项要的材料 {len(item.materials)} 份" in page
    assert ('<h3 id="story">' in page) is item.events.exists()


def test_no_unit_is_chosen_beforehand_for_a_licence_that_has_none(sent_case, client_of, cast):
    case = sent_case()
    Item.objects.filter(case=case, licence="signboard").update(unit=None)
    page = read(client_of(cast["window_clerk"]).get("/staff/joint"))
    assert '<select name="unit" required><option value="">' in page
