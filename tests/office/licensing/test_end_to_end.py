"""A restaurant, a pharmacy and a hotel through the pages: submitted, looked at, seen on one visit, granted, on one sheet. All invented."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.models import Item, Visit
from gaoxing.office.people.models import Unit
from tests.matters.joint_licence.test_spoken_to_plan import STATEMENTS
from tests.office.licensing.conftest import LINES, code_of
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
OPEN = ("waiting", "dispatched", "accepted", "visit", "examined")


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def one_unit(cast):
    """The handler of the one unit to which every licence goes here."""
    return cast["market"]


def page_of(item):
    return f"/staff/licences-to-do/{item.case.number}/{item.licence}"


def press(unit, item, act, **more):
    """Press a button of the unit's page, as the licence now stands."""
    revision = Item.objects.values_list("revision", flat=True).get(pk=item.pk)
    return unit.post(f"{page_of(item)}/act", {"act": act, "revision": revision, **more})


def granted(item):
    """What its unit writes with a grant."""
    return {**LINES, "number": code_of(item.case_id)} if item.licence == "business_licence" else {"number": f"样-{item.licence}"}


def step(unit, item):
    """The next act that the licence's page offers on the way to its grant."""
    acts = {"dispatched": "complete", "accepted": "examine", "visit": "examine" if item.inspected else "inspect", "examined": "grant"}
    return press(unit, item, acts[item.state], **(granted(item) if acts[item.state] == "grant" else {}))


@pytest.mark.parametrize("trade", ["restaurant", "pharmacy", "hotel"])
def test_a_shop_comes_to_all_its_licences(sent_case, one_unit, cast, owner, signed_in, now, trade):  # noqa: F811
    case = sent_case(STATEMENTS[trade][0])
    Item.objects.filter(case=case).update(unit=Unit.objects.get(code="market"))
    unit, window, mine = signed_in(one_unit), signed_in(cast["window_clerk"]), signed_in(owner)
    for _round in range(12):
        for each in Item.objects.filter(case=case, state__in=OPEN[1:]).exclude(state="accepted", visit=True).select_related("case"):
            assert step(unit, each).status_code == 302, each
        _see_the_place(case, window, mine, now)
    assert set(Item.objects.filter(case=case).values_list("state", flat=True)) == {"granted"}
    assert Case.objects.get(pk=case.pk).state == "completed"
    told = Client().get(f"/permits/{case.joint.token}").content.decode()
    assert told.count("joint-item good") == Item.objects.filter(case=case).count()
    assert mine.get(f"/cases/{case.number}/licences/sheet.pdf").content.startswith(b"%PDF")


def _see_the_place(case, window, mine, now):
    """Where somebody must see the place the window offers times, the applicant picks the first, and the time comes."""
    if not Item.objects.filter(case=case, state="accepted", visit=True, appointment=None).exists():
        return
    revision = Case.objects.get(pk=case.pk).revision
    assert window.post(f"/staff/joint/{case.number}/act", {"act": "visit", "revision": revision}).status_code == 302
    visit = Visit.objects.get(case=case, starts=None)
    assert mine.post(f"/cases/{case.number}/licences/visit", {"visit": visit.pk, "slot": 0}).status_code == 302
    Visit.objects.filter(pk=visit.pk).update(starts=now - timedelta(hours=1))


def test_the_words_of_the_page_follow_its_language(sent_case, owner, signed_in):  # noqa: F811
    case, mine = sent_case(), signed_in(owner)
    mine.post("/comfort", {"language": "en", "next": "/"})
    page = mine.get(f"/cases/{case.number}/licences").content.decode()
    assert "How each licence goes on" in page
    assert "Another licence must be had first" in page


@pytest.mark.parametrize(
    ("said", "stands"),
    [("我想开个火锅店，零平方", 0), ("我想开个火锅店，九百万平方", 9_000_000), ("我想开个火锅店，在上海市浦东新区张江路1号，四百平", 400)],
)
def test_an_odd_area_or_a_place_elsewhere_never_breaks_the_pages(visitor, said, stands):
    visitor.post("/draft/words", {"words": f"{said}，证照一起办"})
    for where in ("/draft/licences", "/draft/check", "/draft/submit"):
        assert visitor.get(where).status_code in (200, 302), (where, stands)


def test_who_takes_back_what_they_said_is_asked_by_the_last_word(visitor):
    visitor.post("/draft/words", {"words": "我想开个便利店，烟要卖。不对，烟不卖，招牌要挂，证照一起办"})
    page = visitor.get("/draft/licences").content.decode()
    needed = page.partition("不用办的")[0]
    assert "门头挂招牌" in needed
    assert "烟草专卖零售许可证核发</h3>" not in needed
