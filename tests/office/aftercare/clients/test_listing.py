"""The list of clients: what an address asks for, what is found, and a page after a page."""

import pytest

from gaoxing.office.aftercare.clients import listing
from gaoxing.office.aftercare.clients.listing import Wanted, matching, page, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(cast, now):
    """The codes of what is found for a question."""
    return lambda **asked: [each.code for each in matching(cast["leader"], Wanted(**asked), now=now).order_by("kind", "code")]


def test_an_address_is_read_and_what_nobody_knows_is_left_out():
    assert read({"q": "  样例  ", "kind": "project", "quarter": "2026Q3"}) == (Wanted("样例", "project", quarter="2026Q3"), True)
    assert read({"kind": "shop", "standing": "happy", "steward": "x", "quarter": "2026Q9"}) == (Wanted(), False)


def test_what_is_asked_holds_nothing_empty():
    assert Wanted(q="甲", steward="none").asked == {"q": "甲", "steward": "none"}


def test_a_client_is_found_by_name_code_and_credit_code(listed, found):
    listed("E1", name="昆山样例精密有限公司", uscc="91320583MA1NQRT5X8")
    listed("E12", name="昆山样例物流有限公司")
    assert found(q="精密") == ["E1"]
    assert found(q="e1") == ["E1"]
    assert found(q="9132 0583 MA1N QRT5 X8") == ["E1"]
    assert found(q="没有这一家") == []


@pytest.mark.parametrize("typed", ["-", "－", "%", "_"])
def test_marks_alone_find_nothing(listed, found, typed):
    listed("E1")
    assert found(q=typed) == []


def test_the_list_is_narrowed_by_kind_steward_town_and_standing(listed, visited, found, cast):
    visited(listed("E1", "steward", town="样例一镇"))
    listed("E2", town="样例二镇")
    listed("P1", "colleague", kind="project")
    assert found(kind="project") == found(steward=str(cast["colleague"].pk)) == found(town="none") == ["P1"]
    assert found(steward="none") == found(standing="unserved") == found(town="样例二镇") == ["E2"]
    assert found(standing="contacted") == ["E1"]
    assert found(standing="red") == []


def test_a_page_follows_a_page_until_the_last(listed, cast, now, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for code in ("E1", "E2"):
        listed(code)
    listed("P1", kind="project")
    first = page(cast["leader"], Wanted(), now=now)
    assert ([each.code for each in first.rows], first.count, first.onward) == (["E1", "E2"], 3, "enterprise.E2")
    last = page(cast["leader"], Wanted(), now=now, after=first.onward)
    assert ([each.code for each in last.rows], last.count, last.onward) == (["P1"], 3, "")


def test_a_place_that_is_none_begins_anew(listed, cast, now):
    listed("E1")
    assert len(page(cast["leader"], Wanted(), now=now, after="nonsense").rows) == 1
