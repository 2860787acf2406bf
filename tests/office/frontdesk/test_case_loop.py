"""The whole loop by the pages: an applicant submits, a clerk asks a correction, the applicant corrects, an examiner registers. Names are invented."""

import re

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.names.queries import registered
from gaoxing.office.notices.models import Notice
from tests.office.cases.conftest import NAME, SAID, draft_of, judged_of, owner, quick_hashes, read, sent_case, staff  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
CODE = "92320583MA0000007N"


@pytest.fixture
def mine(owner, signed_in):  # noqa: F811
    """The applicant's browser."""
    return signed_in(owner)


@pytest.fixture
def drafted(draft_of, mine):  # noqa: F811
    """The applicant's browser with a whole draft in hand."""
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
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


def submit(browser, **more):
    page = browser.get("/draft/submit")
    posted = {name: hidden(page, name) for name in ("draft", "case", "token", "revision")}
    return browser.post("/draft/submit", {**posted, **more}), posted


def press(browser, number, act, **more):
    page = browser.get(f"/staff/cases/{number}")
    return browser.post(f"/staff/cases/{number}/act", {"act": act, "revision": hidden(page, "revision"), **more})


def test_the_loop_closes(mine, drafted, clerk, examiner):
    answer, _ = submit(mine)
    number = answer["Location"].split("/")[2]
    assert mine.get(answer["Location"]).status_code == 200
    assert number in clerk.get("/staff/cases").content.decode()
    asked = press(clerk, number, "ask_correction", kind=["missing_paper"], about=["经营场所证明"], words=["缺租赁合同，请补一份"])
    assert asked.status_code == 302
    assert "缺租赁合同，请补一份" in mine.get(f"/cases/{number}").content.decode()
    assert mine.post("/cases/open", {"case": drafted.pk})["Location"] == "/desk"
    corrected, _ = submit(mine, point="1", **{"answer-1": "已经传了"})
    assert corrected.status_code == 302
    assert press(clerk, number, "accept").status_code == 302
    assert press(examiner, number, "examine").status_code == 302
    done = press(examiner, number, "register", uscc=CODE)
    assert done.status_code == 302, done.content.decode()
    assert OfficeRegister().find(uscc=CODE)[0].name == NAME
    assert registered(NAME, 3205).state == "active"
    assert Case.objects.get(pk=drafted.pk).state == "registered"
    assert "准予登记" in mine.get("/cases").content.decode()
    assert Notice.objects.filter(event="case_went_on").count() == 3
