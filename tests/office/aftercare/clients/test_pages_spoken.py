"""The pages of clients in English, and as a screen reader and a keyboard meet them: no Chinese without its language, every blank named, one heading first."""

import re

import pytest

from gaoxing.office.aftercare.clients.visits import make_request
from tests.office.aftercare.desk.conftest import read
from tests.office.frontdesk.shown_chinese import chinese_left

pytestmark = pytest.mark.django_db
NAMES = ("王某", "样例一镇")
"""What stands in choices, whose language cannot be marked."""

PAGES = ("/staff/clients", "/staff/clients?standing=red", "/staff/coverage", "/staff/steward", "/staff/clients/hand-over")


@pytest.fixture
def client(listed, visited, cast, now):
    """A client with everything that a page may show of it."""
    found = listed("E1", "steward", contact="张某", mobile="13900001234", town="样例一镇", revenue="over_1bn")
    visited(found, ago=60)
    make_request(visited(found), cast["steward"], now=now)
    return found


def english(browser):
    browser.cookies["language"] = "en"
    return browser


def main_of(page):
    """What stands between the masthead and the foot."""
    return page.partition('<main id="main"')[2].partition("</main>")[0]


def untold(page):
    """The Chinese that is not told to be Chinese."""
    return chinese_left(main_of(page), *NAMES)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_staff_is_english_where_it_was_chosen(of_leader, client, path):
    assert untold(read(english(of_leader).get(path))) == []


def test_a_client_s_page_is_english_but_for_what_is_written_in_chinese(of_leader, client):
    page = read(english(of_leader).get(f"/staff/clients/{client.pk}"))
    assert untold(page) == []
    assert all(each in page for each in ("Key enterprise", "On site", "Over 1 billion yuan", "Submitted", "2 visits"))


def test_the_pages_of_a_visit_are_english(of_steward, client):
    number = client.visits.filter(request=None).get().pk
    for path in (f"/staff/clients/{client.pk}/visit", f"/staff/visits/{number}/request"):
        assert [each for each in untold(read(english(of_steward).get(path))) if not each.startswith("For example")] == []


def test_a_refusal_is_english_too(of_steward, client):
    page = read(english(of_steward).post(f"/staff/clients/{client.pk}/visit", {"how": "on_site", "at": "x", "said": "a"}))
    assert "please write it like 2026-11-30 14:30" in page


@pytest.mark.parametrize("path", [*PAGES, "/staff/clients/{}", "/staff/clients/{}/visit"])
def test_every_blank_has_its_name_and_the_page_one_heading(of_leader, client, path):
    page = main_of(read(of_leader.get(path.format(client.pk))))
    labelled = set(re.findall(r'<label[^>]*\bfor="([^"]+)"', page))
    within = re.sub(r"<label\b.*?</label>", "", page, flags=re.DOTALL)
    blanks = re.findall(r"<(?:input|select|textarea)\b[^>]*>", within)
    assert [each for each in blanks if 'type="hidden"' not in each and not labelled & set(re.findall(r'\bid="([^"]+)"', each))] == []
    assert len(re.findall(r"<h2\b", re.sub(r"<dialog.*?</dialog>", "", page, flags=re.DOTALL))) == 1


@pytest.mark.parametrize("path", [*PAGES, "/staff/clients/{}"])
def test_no_page_needs_a_script_or_carries_a_style(of_leader, client, path):
    page = main_of(read(of_leader.get(path.format(client.pk))))
    assert not re.search(r"<script|\bstyle=|\bonclick=", page)


def test_what_is_told_after_a_refusal_is_read_first(of_steward, client):
    page = read(of_steward.post(f"/staff/clients/{client.pk}/profile", {"staff": "x", "industry": ""}))
    assert re.search(r'role="alert"[^>]*tabindex="-1" autofocus', page)


def test_names_of_enterprises_are_escaped(of_leader, listed):
    client = listed("E7", name="<b>昆山样例</b>有限公司")
    for path in ("/staff/clients", "/staff/coverage", f"/staff/clients/{client.pk}", f"/staff/clients/{client.pk}/visit"):
        assert "<b>昆山样例" not in read(of_leader.get(path))
