"""What is posted after the sign-in ended, or with a token from before it, stays in the page: nothing typed is lost, nothing of it is stored, and no
other site's post is ever offered to be sent."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from gaoxing.office.people.models import PowerOfAttorney, Unit
from gaoxing.office.people.views import held

pytestmark = pytest.mark.django_db
TYPED = {"code": "", "name": "投资 & 服务<二>科", "parent": "", "revision": "7"}


def words(answer):
    return answer.content.decode()


def page_of(**posted):
    return Client().post("/staff/units", posted)


def fields(page):
    """What the page would send again: hidden fields and what stands in its text boxes."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    return hidden | {name: text.removeprefix("\n") for name, text in re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)}


def test_what_was_typed_stands_on_the_page_with_the_way_in():
    answer = page_of(**TYPED)
    assert answer.status_code == 403
    assert "登录已经过期，这一次没有送出" in words(answer)
    assert 'target="_blank"' in words(answer)
    assert fields(words(answer))["name"] == "投资 &amp; 服务&lt;二&gt;科"


def test_what_the_page_itself_sent_is_sent_again_unseen():
    told = fields(words(page_of(**TYPED)))
    assert told["revision"] == "7"
    assert "<textarea" not in words(page_of(revision="7"))


def test_every_value_of_a_field_that_comes_more_than_once_is_there():
    page = words(Client().post("/staff/units", {"line": ["第一处 缺材料", "第二处 看不清"]}))
    assert page.count('<textarea name="line"') == 2


def test_no_password_is_written_back():
    page = words(page_of(password="horse battery staple", new_password1="horse battery", name="科"))
    assert "horse" not in page
    assert "<textarea" in page


def test_nothing_of_it_is_stored():
    page_of(**TYPED)
    assert (Session.objects.count(), Unit.objects.count(), PowerOfAttorney.objects.count()) == (0, 0, 0)


def test_a_file_is_told_to_be_chosen_again():
    assert "再选一次" in words(page_of(name="科", file=SimpleUploadedFile("a.png", b"x")))
    assert "再选一次" not in words(page_of(name="科"))


def test_a_post_of_nothing_leads_to_the_sign_in(client):
    assert client.post("/staff/units")["Location"] == "/sign-in"


def test_a_part_of_a_page_is_led_to_the_sign_in_for_the_page_keeps_its_words(client):
    assert client.post("/staff/units", TYPED, headers={"hx-request": "true"}).status_code == 302


def test_a_page_to_be_read_leads_back_to_itself(client):
    assert client.get("/staff/units?a=1")["Location"] == "/sign-in?next=%2Fstaff%2Funits%3Fa%3D1"


@pytest.fixture
def strict(staff, signed_in):
    """A browser with an old page: its token is no longer the one it had."""
    browser = signed_in(staff("chief", "system_administrator"))
    browser.handler.enforce_csrf_checks = True
    browser.get("/staff/units")
    return browser


def stale(browser, origin="http://testserver"):
    return browser.post("/staff/units", {**TYPED, "csrfmiddlewaretoken": "x" * 64}, headers={"origin": origin} if origin else {})


def test_a_token_from_before_the_sign_in_costs_one_more_press(strict):
    answer = stale(strict)
    assert answer.status_code == 403
    assert "页面放得太久，这一次没有送出" in words(answer)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', words(answer))[1]
    again = {**TYPED, "code": "U9", "csrfmiddlewaretoken": token}
    strict.post("/staff/units", again, headers={"origin": "http://testserver"})
    assert Unit.objects.filter(code="U9").exists()


@pytest.mark.parametrize("origin", ["", "null", "http://elsewhere.example", "http://testserver.elsewhere.example"])
def test_what_another_site_posts_is_never_offered_to_be_sent(strict, origin):
    answer = stale(strict, origin)
    assert answer.status_code == 403
    assert "接着送出" not in words(answer)


def test_behind_a_proxy_the_offices_own_address_counts(settings):
    settings.ORIGIN = "https://office.example"
    assert held.from_our_own_page(RequestFactory().post("/", headers={"origin": "https://office.example"}))
    assert not held.from_our_own_page(RequestFactory().post("/", headers={"origin": "http://testserver"}))
