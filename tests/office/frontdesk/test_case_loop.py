"""The whole loop by the pages: an applicant submits, a clerk asks a correction, the applicant corrects, an examiner registers. Names are invented."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.names.queries import registered
from gaoxing.office.notices.models import Notice
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import CODE, ask, press, submit

pytestmark = pytest.mark.django_db


def test_the_loop_closes(mine, drafted, clerk, examiner):
    number = submit(mine)
    assert mine.get(f"/cases/{number}/receipt").status_code == 200
    assert number in clerk.get("/staff/cases").content.decode()
    assert ask(clerk, number).status_code == 302
    assert "缺租赁合同，请补一份" in mine.get(f"/cases/{number}").content.decode()
    assert mine.post("/cases/open", {"case": drafted.pk})["Location"] == "/desk"
    assert submit(mine, point="1", **{"answer-1": "已经传了"}) == number
    assert "已经传了" in clerk.get(f"/staff/cases/{number}").content.decode()
    assert press(clerk, number, "accept").status_code == 302
    assert press(examiner, number, "examine").status_code == 302
    assert press(examiner, number, "register", uscc=CODE).status_code == 302
    assert OfficeRegister().find(uscc=CODE)[0].name == NAME
    assert registered(NAME, 3205).state == "active"
    assert Case.objects.get(pk=drafted.pk).state == "registered"
    assert "准予登记" in mine.get("/cases").content.decode()
    assert Notice.objects.filter(event="case_went_on").count() == 3
