"""The lists of the joint cases: a page at a time, how many in all, the next page where the last one ended. All invented."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import listing
from gaoxing.office.licensing.models import HelpAsked, Item
from gaoxing.office.licensing.views import desk, window
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
BEGAN = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def client_of(signed_in):  # noqa: F811
    """A browser in which somebody is signed in."""
    return signed_in


@pytest.fixture
def ranked(db, now):
    """Five cases: two due at the same moment, one sooner, two without a clock."""
    ranks = (BEGAN, BEGAN, None, BEGAN - timedelta(days=1), None)
    return [Case.objects.create(reference=f"r{number}", rank=rank, created=now, changed=now, words=b"", form=b"") for number, rank in enumerate(ranks)]


def read(answer):
    return answer.content.decode()


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_the_pages_together_are_the_whole_list_in_its_order(ranked, size):
    found, after = [], ""
    for _ in range(len(ranked)):
        page = listing.listed(Case.objects.all(), size=size, after=after)
        assert page.count == len(ranked)
        found, after = [*found, *page.rows], page.onward
        if not after:
            break
    assert found == [ranked[each] for each in (3, 0, 1, 2, 4)]


def test_a_place_that_nobody_wrote_begins_anew(ranked):
    for wrong in ("", "x", "1.", ".1", "-", "-.", "1.x", "１.1", "9" * 39 + ".1", "1." + "9" * 30, "9" * 30 + ".1"):
        assert [*listing.listed(Case.objects.all(), size=9, after=wrong).rows] == [ranked[each] for each in (3, 0, 1, 2, 4)]


def test_the_head_of_a_list_says_how_many_there_are(ranked):
    page = listing.first(Case.objects.order_by("pk"), size=2)
    assert ([*page.rows], page.count, page.onward) == (ranked[:2], 5, "")


def test_a_units_desk_says_how_many_in_all_and_goes_on(sent_case, client_of, cast, monkeypatch):
    monkeypatch.setattr(desk, "PAGE", 2)
    sent_case()
    browser = client_of(cast["market"])
    whole = Item.objects.filter(unit__code="market").count()
    page = read(browser.get("/staff/licences-to-do"))
    assert f"联办的证照 {whole} 个要办" in page
    assert "这一页列出 2 个" in page
    onward = page.partition("?after=")[2].partition('"')[0]
    second = read(browser.get("/staff/licences-to-do", {"after": onward}))
    assert f"联办的证照 {whole} 个要办" in second
    assert "回到第一页" in second
    assert "下一页" not in second


def test_the_window_says_how_many_cases_go_on_and_who_waits(sent_case, client_of, cast, now, monkeypatch):
    monkeypatch.setattr(window, "PAGE", 1)
    for _ in range(2):
        sent_case()
    for number in range(2):
        draft = Case.objects.create(reference=f"d{number}", created=now, changed=now, words=b"", form=b"")
        HelpAsked.objects.create(case=draft, asked=now)
    page = read(client_of(cast["window_clerk"]).get("/staff/joint"))
    assert "联办 2 件在办" in page
    assert "2 位申请人的行业目录里没有" in page
    assert "先列出最早的 1 个" in page
    assert 'rel="next"' in page


def test_a_short_list_has_no_pages(sent_case, client_of, cast):
    sent_case()
    page = read(client_of(cast["window_clerk"]).get("/staff/joint"))
    assert "联办 1 件在办" in page
    assert "下一页" not in page
    assert "这一页列出" not in page
