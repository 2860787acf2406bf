"""What is asked of an applicant, line by line: sent on the spot, told as done or left, and sent back when all is ticked."""

from datetime import date

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.attachments.queries import name_place
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.frontdesk import asked, visitor
from gaoxing.office.vault import office_sealer
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import submit

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)


@pytest.fixture
def paper(drafted):
    """A material of the matter's list."""
    from gaoxing.catalogue import matter

    return matter(drafted.matter).materials[0].name


@pytest.fixture
def case(mine, drafted, staff, paper, now):
    """A case with two lines asked: a paper, and something that belongs to none."""
    number = submit(mine)
    reasons = (Reason("missing_paper", "缺这一份，请补上", paper), Reason("inconsistent", "前后写得不一样"))
    fire(number, Pressed("ask_correction", reasons=reasons), staff("window_clerk", "asking"), now=now)
    mine.post("/cases/open", {"case": drafted.pk, "next": "submit"})
    return Case.objects.get(number=number)


def sent(case, paper, token, added):
    """A file of the case's, sent at a moment."""
    name = office_sealer().seal(b"x.png", place=name_place(token))
    Attachment.objects.create(token=token, case=case.pk, material=paper, name=name, media_type="image/png", size=1, sha256=token, added=added)


def test_the_case_leads_to_the_list(mine, case):
    answer = mine.post("/cases/open", {"case": case.pk, "next": "submit"})
    assert answer["Location"] == "/draft/submit"
    assert "一条一条补正" in mine.get(f"/cases/{case.number}").content.decode()


def test_a_line_that_asks_for_a_paper_offers_the_upload_and_says_what_is_left(mine, case, paper):
    page = mine.get("/draft/submit").content.decode()
    assert "还有 1 处没有动过" in page
    assert f'name="material" value="{paper}"' in page
    assert page.count('action="/draft/attachments/add"') == 1


def test_what_was_sent_since_is_told_as_done(mine, case, paper, now):
    sent(case, paper, "old", case.filed)
    assert [each.done for each in asked.lines(case, on=DAY)] == [False, None]
    sent(case, paper, "new", now.replace(year=2030))
    assert [each.done for each in asked.lines(case, on=DAY)] == [True, None]
    assert asked.left(asked.lines(case, on=DAY)) == 0


def test_what_is_done_on_the_list_comes_back_to_the_list(mine, case, paper):
    sent(case, paper, "mistaken", case.filed)
    number = Attachment.objects.get().pk
    answer = mine.post(f"/draft/attachments/{number}/remove", {"onward": "submit", "draft": visitor.key(case.reference)})
    assert answer["Location"] == "/draft/submit#material-1"


def test_a_place_to_go_that_is_not_one_of_ours_leads_to_the_desk(mine, case):
    assert mine.post("/cases/open", {"case": case.pk, "next": "https://example.cn"})["Location"] == "/desk"


def test_the_list_is_sent_when_every_line_is_ticked(mine, case):
    assert submit(mine, point=["1", "2"]) == case.number
    assert asked.lines(Case.objects.get(pk=case.pk), on=DAY) == ()
