"""The pages: what the applicant sees of it, what a reviewer looks at, and who sees neither."""

import pytest

from gaoxing.casework.automatic.verdict import conditions
from gaoxing.office.cases.models import Case
from gaoxing.office.examination import queries
from gaoxing.office.people import accounts
from tests.office.examination.conftest import CLEAN

pytestmark = pytest.mark.django_db
PAGE = "/staff/examinations"


@pytest.fixture
def examiner(staff):
    return staff("examiner")


@pytest.fixture
def reviewing(signed_in, examiner):
    return signed_in(examiner)


def test_the_applicant_reads_which_rules_decided(clean, sent, signed_in, owner):
    page = signed_in(owner).get(f"/cases/{sent().number}").content.decode()
    assert "当场准予登记" in page
    assert all(each.term in page for each in conditions())


def test_the_applicant_reads_what_a_person_has_to_look_at(clean, sent, signed_in, owner):
    page = signed_in(owner).get(f"/cases/{sent(CLEAN.replace('前进西路', '天边路')).number}").content.decode()
    assert "由工作人员办理" in page
    assert "要看场所的证明" in page


@pytest.mark.parametrize("state", ["correction_asked", "not_accepted", "refused", "registered", "withdrawn", "archived"])
def test_once_a_clerk_asked_or_decided_their_words_alone_count_for_the_applicant(clean, sent, signed_in, owner, reviewing, state):
    case = sent(CLEAN.replace("前进西路", "天边路"))
    Case.objects.filter(pk=case.pk).update(state=state)
    assert "要看场所的证明" not in signed_in(owner).get(f"/cases/{case.number}").content.decode()
    assert "要看场所的证明" in reviewing.get(f"/staff/cases/{case.number}").content.decode()


def test_the_applicant_asks_for_a_person_and_reads_that_somebody_looks(clean, sent, signed_in, owner):
    case, browser = sent(), signed_in(owner)
    assert browser.post(f"/cases/{case.number}/review").status_code == 302
    assert "工作人员正在看" in browser.get(f"/cases/{case.number}").content.decode()


def test_asked_twice_is_told_with_a_sentence(clean, sent, signed_in, owner):
    case, browser = sent(), signed_in(owner)
    browser.post(f"/cases/{case.number}/review")
    again = browser.post(f"/cases/{case.number}/review")
    assert again.status_code == 409
    assert "不用再提" in again.content.decode()


def test_somebody_else_s_case_is_as_one_that_is_not_there(clean, sent, signed_in, now):
    other = signed_in(accounts.applicant_of("13900005678", language="zh-hans", now=now))
    assert other.post(f"/cases/{sent().number}/review").status_code == 404
    assert other.post("/cases/320583-2026-999999/review").status_code == 404


def test_an_applicant_does_not_open_the_reviewers_page(signed_in, owner):
    assert signed_in(owner).get(PAGE).status_code == 403


def test_what_waits_is_listed_first_with_its_number(clean, switched, sent, reviewing):
    switched(sample=100)
    case = sent()
    page = reviewing.get(PAGE).content.decode()
    assert case.number in page
    assert "抽查" in page


def test_a_count_opens_its_records(clean, sent, reviewing):
    case = sent(CLEAN.replace("前进西路", "天边路"))
    assert case.number not in reviewing.get(PAGE).content.decode()
    page = reviewing.get(f"{PAGE}?reason=address").content.decode()
    assert case.number in page
    assert "?reason=address" in page


def test_a_review_is_taken_and_shown(clean, sent, reviewing):
    found = queries.of_case(sent())
    assert reviewing.post(f"{PAGE}/{found.pk}", {"agreed": "no", "words": "地址是住宅"}).status_code == 302
    page = reviewing.get(f"{PAGE}?kind=differed").content.decode()
    assert "地址是住宅" in page


@pytest.mark.parametrize("posted", [{}, {"agreed": "perhaps"}, {"agreed": "no", "words": " "}])
def test_a_review_without_a_result_or_a_reason_is_told_what_to_do(clean, sent, reviewing, posted):
    found = queries.of_case(sent())
    answer = reviewing.post(f"{PAGE}/{found.pk}", posted)
    assert answer.status_code == 409
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["?kind=nonsense", "?reason=nothing", "?since=yesterday", "?after=-1", "?after=99999999999999999999999"])
def test_an_address_that_asks_for_nonsense_shows_the_page(db, reviewing, asked):
    assert reviewing.get(PAGE + asked).status_code == 200


def test_the_list_goes_on_after_a_page(clean, sent, reviewing, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 1)
    first = sent()
    found = queries.of_case(first)
    again = type(found).objects.create(case=first, submission=_second(first), at=found.at, decided=True, version="0")
    page = reviewing.get(f"{PAGE}?kind=decided").content.decode()
    assert f"after={again.pk}" in page
    assert reviewing.get(f"{PAGE}?kind=decided&after={again.pk}").status_code == 200


def _second(case):
    row = case.submissions.get()
    row.pk, row.number, row.token = None, 2, "another"
    row.save(force_insert=True)
    return row


def test_no_condition_s_name_stands_inside_another_s():
    names = [each.id for each in conditions()]
    assert not [(one, other) for one in names for other in names if one != other and one in other]


def test_who_sees_the_case_sees_its_examination_and_is_told_so(clean, sent, owner, now):
    from gaoxing.office.examination.permissions import visible_to, who_sees

    found = queries.of_case(sent())
    assert visible_to(owner, on=now.date()).get() == found
    assert not visible_to(None, on=now.date()).exists()
    assert "复核人员" in [each.who for each in who_sees(found, on=now.date())]
