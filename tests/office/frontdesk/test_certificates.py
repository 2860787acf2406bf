"""The licence on the pages of its case: for its applicant and for the clerk who handles it, for nobody else."""

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.certificates import queries, ranges
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import press, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def registered(mine, drafted, clerk, examiner, now):
    """The number of a case that brought a licence."""
    ranges.add("MA000000", "MA00000Y", "320583", actor=Actor(7, "system_administrator"), now=now)
    number = submit(mine)
    press(clerk, number, "accept")
    press(examiner, number, "examine")
    press(examiner, number, "register", settled=[*range(1, 20)])
    return number


@pytest.fixture
def licence(registered):
    return queries.of_case(Case.objects.get(number=registered).pk)[0]


def test_where_the_system_allots_nobody_is_asked_for_a_code(mine, drafted, clerk, examiner, now):
    ranges.add("MA000000", "MA00000Y", "320583", actor=Actor(7, "system_administrator"), now=now)
    number = submit(mine)
    press(clerk, number, "accept")
    press(examiner, number, "examine")
    assert 'name="uscc"' not in examiner.get(f"/staff/cases/{number}").content.decode()


def test_the_applicant_sees_both_papers_and_the_public_page(mine, registered, licence):
    page = mine.get(f"/cases/{registered}").content.decode()
    ways = [f"/cases/{registered}/certificates/{licence.pk}/{each}" for each in ("original.pdf", "duplicate.pdf", "original.ofd")]
    assert all(each in page for each in (*ways, f"/licence/{licence.token}", "这是样本"))


def test_the_applicant_opens_a_pdf_and_saves_an_ofd(mine, registered, licence):
    pdf = mine.get(f"/cases/{registered}/certificates/{licence.pk}/duplicate.pdf")
    ofd = mine.get(f"/cases/{registered}/certificates/{licence.pk}/duplicate.ofd")
    assert (pdf["Content-Type"], pdf.content[:5], pdf["Content-Disposition"][:6]) == ("application/pdf", b"%PDF-", "inline")
    assert (ofd["Content-Type"], ofd.content[:2], ofd["Content-Disposition"][:10]) == ("application/ofd", b"PK", "attachment")


def test_the_examiner_sees_it_too(examiner, registered, licence):
    assert f"/staff/cases/{registered}/certificates/{licence.pk}/original.pdf" in examiner.get(f"/staff/cases/{registered}").content.decode()
    assert examiner.get(f"/staff/cases/{registered}/certificates/{licence.pk}/original.pdf").status_code == 200


@pytest.mark.parametrize("paper", ["1/original.pdf", "{}/original.docx", "{}/notice.pdf", "{}/../x.pdf"])
def test_what_is_not_there_is_not_found(mine, registered, licence, paper):
    path = paper.format(licence.pk) if "{}" in paper else f"{licence.pk + 1}/original.pdf"
    assert mine.get(f"/cases/{registered}/certificates/{path}").status_code == 404


def test_nobody_elses_case_gives_its_licence(stranger, clerk, registered, licence):
    path = f"/cases/{registered}/certificates/{licence.pk}/original.pdf"
    assert stranger.get(path).status_code == 302
    assert clerk.get(path).status_code == 403
