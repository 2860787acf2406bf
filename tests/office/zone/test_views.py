"""The zone profile's pages: a system administrator edits it by way of a preview; what is published is seen where the preview said."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import timezone
from PIL import Image

from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.models import Person
from gaoxing.office.zone import actions, queries
from gaoxing.office.zone.models import ZoneVersion
from gaoxing.office.zone.profile import shipped
from gaoxing.office.zone.views import editing, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    """Posts what the page would to one of its views, as a system administrator."""

    def posted(view, **fields):
        request = RequestFactory().post("/staff/zone", {**editing._posted_like(shipped()), "since": f"{timezone.localdate()}", **fields})
        request.user, request.htmx = Person(pk=5, account="xt"), False
        return view(request)

    return posted


def text(response):
    return response.content.decode()


def logo():
    written = io.BytesIO()
    Image.new("RGB", (80, 80), "teal").save(written, "PNG")
    return SimpleUploadedFile("logo.png", written.getvalue())


def published(**changed):
    profile = editing.read({**shipped().to_json(), **changed})[0]
    return actions.publish(profile, b"", since=timezone.localdate(), actor=Actor(5, "system_administrator"), now=timezone.now())


@pytest.mark.parametrize("chosen", ["开", "关"])
def test_examining_at_once_is_chosen_and_not_typed(post, chosen):
    page = text(post(editing.preview, automatic=chosen, name=""))
    assert f'<option value="{chosen}" selected>' in page
    assert page.count("selected>") == 1


def test_the_page_shows_what_holds_and_says_that_nothing_was_published():
    request = RequestFactory().get("/staff/zone")
    request.user = Person(pk=5, account="xt")
    page = text(editing.overview(request))
    assert "昆山市行政审批局" in page
    assert "出厂的资料" in page


def test_the_preview_tells_what_changes_where_and_stores_nothing(post):
    page = text(post(editing.preview, authority="某市行政审批局"))
    assert "某市行政审批局" in page
    assert "办理机关" in page
    assert not ZoneVersion.objects.exists()


def test_a_preview_without_a_change_says_so(post):
    assert "没有改动" in text(post(editing.preview))


def test_what_is_wrong_is_told_at_its_blank_and_what_was_written_stays(post):
    response = post(editing.preview, region="999999", name="写好的园区")
    assert response.status_code == 400
    assert "查不到" in text(response)
    assert "写好的园区" in text(response)


@pytest.mark.parametrize("since", ["", "明天", "2001-01-01", "2026-13-40"])
def test_a_day_that_cannot_be_is_told(post, since):
    response = post(editing.publish, since=since)
    assert (response.status_code, ZoneVersion.objects.count()) == (400, 0)
    assert "今天或以后的日期" in text(response)


def test_a_bad_logo_is_told(post):
    response = post(editing.preview, logo=SimpleUploadedFile("logo.png", b"<svg/>"))
    assert response.status_code == 400
    assert "换一张" in text(response)
    assert post(editing.preview, drawn="%%%").status_code == 400


def test_publishing_holds_at_once_and_stands_under_who_did_it(post):
    assert post(editing.publish, authority="某市行政审批局", **{"promised-company_registration": "半天办好"})["Location"] == "/staff/zone"
    assert (queries.profile().authority, queries.profile().promised) == ("某市行政审批局", {"company_registration": "半天办好"})
    assert ZoneVersion.objects.get().made_by == 5


def test_what_the_preview_carries_is_checked_again(post):
    assert post(editing.publish, authority="<b>").status_code == 400
    assert not ZoneVersion.objects.exists()


def test_a_logo_goes_through_the_preview_to_every_page_and_away_again(post, visitor):
    drawn = text(post(editing.preview, logo=logo())).partition('name="drawn" value="')[2].partition('"')[0]
    post(editing.publish, drawn=drawn)
    number = ZoneVersion.objects.get().pk
    assert f"/zone/logo.png?v={number}" in text(visitor.get("/"))
    assert shown.logo(RequestFactory().get("/")).content.startswith(b"\x89PNG")
    post(editing.publish, logo_off="yes")
    assert "mark.svg" in text(visitor.get("/"))


def test_an_old_version_is_restored_and_a_pending_one_taken_back(post):
    first = published(name="第一个园区")
    published(name="第二个园区")
    assert post(lambda request: editing.restore(request, number=first.pk)).status_code == 302
    assert queries.profile().name == "第一个园区"
    assert post(lambda request: editing.withdraw(request, number=first.pk)).status_code == 409


def overview():
    request = RequestFactory().get("/staff/zone")
    request.user = Person(pk=5, account="xt")
    return text(editing.overview(request))


def test_a_version_is_restored_only_when_asked():
    first = published(name="第一个园区")
    published(name="第二个园区")
    page = overview()
    address = f'action="/staff/zone/versions/{first.pk}/restore"'
    assert page.count(address) == len(re.findall(rf'<details class="ask-once[^>]*>(?:(?!</details>).)*{address}', page, re.DOTALL)) == 1
    assert "现行的这一版留着，还能恢复回来" in page


def test_a_version_that_waits_for_its_day_is_taken_back_only_when_asked():
    profile = editing.read({**shipped().to_json(), "name": "明年的园区"})[0]
    later = actions.publish(profile, b"", since=timezone.localdate() + timedelta(days=9), actor=Actor(5, "system_administrator"), now=timezone.now())
    page = overview()
    assert f"确定，撤回第 {later.pk} 版" in page
    assert re.search(rf'<details class="ask-once[^>]*>(?:(?!</details>).)*/staff/zone/versions/{later.pk}/withdraw', page, re.DOTALL)


def test_what_was_published_is_seen_on_the_cards(visitor, statement):
    published(authority="某市行政审批局", authority_english="Some Bureau", promised={"company_registration": "半天办好"})
    visitor.post("/draft/words", {"words": statement})
    page = text(visitor.get("/desk"))
    assert "某市行政审批局" in page
    assert "半天办好" in page
    assert "昆山市行政审批局" not in text(visitor.get("/"))
    visitor.cookies["language"] = "en"
    assert "Some Bureau" in text(visitor.get("/"))


def test_the_pool_of_names_follows_the_region():
    from gaoxing.office.cases.name_check import _pools

    assert _pools() == ("3205", "32")
    published(region="320102")
    assert _pools() == ("3201", "32")


def test_everybody_sees_where_to_ask(visitor):
    assert "请问现场的工作人员" in text(visitor.get("/where-to-ask"))
    published(units=["登记窗口 一楼 3 号"], towns=["新镇一镇"], roads=["新开路"])
    page = text(visitor.get("/where-to-ask"))
    assert all(each in page for each in ("登记窗口 一楼 3 号", "新镇一镇", "新开路"))
