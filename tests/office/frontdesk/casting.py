"""The pages' cast: an applicant's browser with a whole draft in hand, a clerk's, an examiner's. Names and numbers are invented."""

import re

import pytest

from gaoxing.office.cases.models import Case
from tests.office.cases.conftest import draft_of, judged_of, owner, quick_hashes, read, sent_case, staff  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

CODE = "92320583MA0000007N"


@pytest.fixture
def mine(owner, signed_in):  # noqa: F811
    """The applicant's browser."""
    return signed_in(owner)


@pytest.fixture
def drafted(draft_of, mine):  # noqa: F811
    """A whole draft, in hand in the applicant's browser."""
    case = draft_of()
    mine.post("/cases/open", {"case": case.pk})
    return case


@pytest.fixture
def clerk(staff, signed_in):  # noqa: F811
    return signed_in(staff("window_clerk"))


@pytest.fixture
def examiner(staff, signed_in):  # noqa: F811
    return signed_in(staff("examiner"))


def hidden(page, name):
    """The value of a hidden field on a page."""
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


def on_the_page(browser):
    """What the page of submitting carries."""
    page = browser.get("/draft/submit")
    return {name: hidden(page, name) for name in ("draft", "case", "token", "revision")}


def submit(browser, **more):
    """Submit what is in hand; the answer and the number."""
    answer = browser.post("/draft/submit", {**on_the_page(browser), **more})
    return answer["Location"].split("/")[2]


def press(browser, number, act, **more):
    """Press a button of the clerk's page, as it stands now."""
    revision = Case.objects.values_list("revision", flat=True).get(number=number)
    return browser.post(f"/staff/cases/{number}/act", {"act": act, "revision": revision, **more})


def ask(browser, number):
    """Ask for one correction."""
    return press(browser, number, "ask_correction", kind=["missing_paper"], about=["经营场所证明"], words=["缺租赁合同，请补一份"])
