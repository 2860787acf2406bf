"""Examining at once, and a person's look at it afterwards."""

from datetime import timedelta

import pytest
from django.db import models

from gaoxing.casework.automatic.verdict import conditions, version
from gaoxing.engines.fault import Fault
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.certificates.models import Certificate, CodeRange
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.examination import actions, gathering, queries
from gaoxing.office.examination.models import Examination
from gaoxing.office.examination.vault import words_of
from gaoxing.office.people.models import IdentityCheck
from gaoxing.office.refusal import NotAllowed
from tests.office.cases.conftest import NAME
from tests.office.examination.conftest import CLEAN, OPERATOR_NUMBER, prove

pytestmark = pytest.mark.django_db


@pytest.fixture
def only_one_code(clean):
    """The range that holds but one code."""
    CodeRange.objects.update(last="MA00000A", end=models.F("start"))


def test_a_clean_case_is_registered_in_the_moment_it_is_submitted(clean, sent):
    case = sent()
    found = queries.of_case(case)
    assert found.unmet == ""
    assert found.decided
    assert case.state == Case.State.REGISTERED
    assert [each.act for each in case.events.all()] == ["submit", "decide_at_once"]


def test_the_enterprise_stands_in_the_register_with_a_code_of_the_range(clean, sent):
    case = sent()
    found = OfficeRegister().find(name=NAME)
    assert case.state == Case.State.REGISTERED
    assert [each.uscc[:8] for each in found] == ["92320583"]


def test_the_row_tells_every_rule_that_decided_and_by_which_text(clean, sent):
    found = queries.of_case(sent())
    assert found.met.split() == [each.id for each in conditions()]
    assert found.version == version()


def test_switched_off_nothing_is_examined(clean, switched, sent):
    switched(on=False)
    case = sent()
    assert case.state == Case.State.SUBMITTED
    assert queries.of_case(case) is None


@pytest.mark.parametrize(
    ("said", "unmet"),
    [
        (CLEAN.replace("188号101室", "188号"), "address"),
        (CLEAN.replace("前进西路", "天边路"), "address"),
        (CLEAN.replace(NAME, "昆山另一家样例餐厅"), "name"),
    ],
)
def test_what_is_not_plain_goes_to_a_clerk_who_is_told_what_to_look_at(clean, sent, said, unmet):
    case = sent(said)
    found = queries.of_case(case)
    assert case.state == Case.State.SUBMITTED
    assert unmet in found.unmet.split()
    assert not found.decided


def test_nobody_s_proved_identity_no_decision(clean, sent):
    IdentityCheck.objects.all().delete()
    assert queries.of_case(sent()).unmet == "identities"


def test_a_check_that_was_not_passed_proves_nothing(clean, sent, owner, now):
    IdentityCheck.objects.all().delete()
    prove(owner, OPERATOR_NUMBER, now, passed=False)
    assert queries.of_case(sent()).unmet == "identities"


def test_somebody_else_s_proved_identity_proves_nothing(clean, sent, owner, now):
    IdentityCheck.objects.all().delete()
    prove(owner, "320583198801011215", now)
    assert queries.of_case(sent()).unmet == "identities"


def test_without_a_range_of_codes_a_clerk_decides(clean, sent):
    from gaoxing.office.certificates.models import CodeRange

    CodeRange.objects.update(closed="2026-11-24T00:00:00Z")
    assert queries.of_case(sent()).unmet == "code"


def test_the_case_after_the_last_code_goes_to_a_clerk_and_nothing_is_half_allotted(clean, sent, only_one_code):
    first, second = sent(), sent(CLEAN.replace(NAME, "昆山市范例样品饺子馆"), token="second")
    assert (first.state, second.state) == (Case.State.REGISTERED, Case.State.SUBMITTED)
    assert queries.of_case(second).unmet.split() == ["code"]
    assert Certificate.objects.filter(case=second.pk).count() == 0
    assert OfficeRegister().find(name="昆山市范例样品饺子馆") == ()


def test_a_code_that_another_case_took_meanwhile_leaves_the_reason_and_nothing_half_done(clean, sent, only_one_code, monkeypatch):
    sent()
    told = iter([1])
    monkeypatch.setattr(gathering, "left", lambda region: next(told, 0))
    second = sent(CLEAN.replace(NAME, "昆山市范例样品饺子馆"), token="second")
    assert second.state == Case.State.SUBMITTED
    assert queries.of_case(second).unmet.split() == ["code"]
    assert [each.act for each in second.events.all()] == ["submit"]


def test_a_clock_set_back_between_submitting_and_deciding_decides_nothing_before_the_submission(clean, switched, sent, now):
    switched(on=False)
    case = sent()
    switched()
    actions.examine(case.submissions.get(), now=now - timedelta(days=3))
    submitted, decided = Case.objects.get(pk=case.pk).events.all()
    assert decided.act == "decide_at_once"
    assert decided.at >= submitted.at


def test_a_clock_set_back_before_submitting_still_decides_in_order(clean, draft_of, judged_of, owner, now):
    case, earlier = draft_of(CLEAN), now - timedelta(hours=5)
    submit(case, judged_of(CLEAN), Sent("page", case.revision), owner, now=earlier)
    found = Case.objects.get(pk=case.pk)
    assert found.state == Case.State.REGISTERED
    assert [each.at for each in found.events.all()] == sorted(each.at for each in found.events.all())


def test_signatures_that_nobody_can_tell_of_hold_nothing(clean, sent, monkeypatch):
    monkeypatch.delitem(gathering._FACTS, "unsigned_electronically")
    assert queries.of_case(sent()).unmet == "signed"


def test_a_register_that_is_down_leaves_the_case_with_a_clerk(clean, sent, monkeypatch):
    def down(told):
        raise Fault("没有应答", permanent=False)

    monkeypatch.setitem(gathering._FACTS, "name_in_doubt", down)
    case = sent()
    assert case.state == Case.State.SUBMITTED
    assert queries.of_case(case).unmet == "name"


def test_a_refusal_at_the_last_moment_leaves_nothing_half_done(clean, sent, monkeypatch):
    def refuse(*told, **more):
        raise NotAllowed("没有号了")

    monkeypatch.setattr(actions, "fire_case", refuse)
    case = sent()
    assert case.state == Case.State.SUBMITTED
    assert Examination.objects.filter(case=case).count() == 1
    assert not queries.of_case(case).decided


def test_a_submission_that_does_not_open_stands_and_a_clerk_has_it(clean, sent, monkeypatch):
    def broken(*told, **more):
        raise Fault("打不开", permanent=True)

    monkeypatch.setattr(gathering, "opened", broken)
    case = sent()
    assert case.state == Case.State.SUBMITTED
    assert queries.of_case(case) is None


def test_what_was_examined_is_not_examined_again(clean, sent, now):
    case = sent(CLEAN.replace("前进西路", "天边路"))
    assert actions.examine(case.submissions.get(), now=now) is None
    assert Examination.objects.count() == 1


def test_what_was_left_behind_is_examined_by_the_tick(clean, switched, sent, now):
    switched(on=False)
    case = sent()
    switched()
    assert actions.examine_left_behind(now=now + timedelta(minutes=1)) == 1
    assert actions.examine_left_behind(now=now + timedelta(minutes=2)) == 0
    case.refresh_from_db()
    assert case.state == Case.State.REGISTERED


def test_what_lies_for_days_is_left_to_the_clerk_who_has_it(clean, switched, sent, now):
    switched(on=False)
    sent()
    switched()
    assert actions.examine_left_behind(now=now + timedelta(days=2)) == 0


def test_an_examination_is_audited_without_a_word_of_the_form(clean, sent):
    found = queries.of_case(sent())
    entry = Entry.objects.get(act="examination.made")
    assert (entry.subject_kind, entry.subject, entry.role) == ("examination.examination", found.pk, "system")


def test_all_are_drawn_at_a_hundred_per_cent_and_none_at_nought():
    numbers = [f"320583-2026-{each:06d}" for each in range(200)]
    assert all(actions.drawn_for_sample(each, 100) for each in numbers)
    assert not any(actions.drawn_for_sample(each, 0) for each in numbers)


def test_about_as_many_are_drawn_as_the_zone_says_and_always_the_same():
    numbers = [f"320583-2026-{each:06d}" for each in range(2000)]
    drawn = [actions.drawn_for_sample(each, 20) for each in numbers]
    assert 300 < sum(drawn) < 500
    assert drawn == [actions.drawn_for_sample(each, 20) for each in numbers]


def test_an_applicant_asks_once_for_a_person_to_look(clean, sent, owner, now):
    case = sent()
    assert actions.ask_for_review(case, owner, now=now).waits
    with pytest.raises(NotAllowed, match="已经收到"):
        actions.ask_for_review(case, owner, now=now)


def test_there_is_nothing_to_review_where_a_clerk_decides(clean, sent, owner, now):
    case = sent(CLEAN.replace("前进西路", "天边路"))
    with pytest.raises(NotAllowed, match="不是自动审查决定的"):
        actions.ask_for_review(case, owner, now=now)


def test_a_reviewer_agrees_and_it_waits_no_more(clean, switched, sent, staff, now):
    switched(sample=100)
    found = queries.of_case(sent())
    assert found.waits
    done = actions.review(found.pk, staff("examiner"), agreed=True, words="", now=now)
    assert not done.waits
    assert done.agreed


def test_a_reviewer_who_differs_says_why_and_it_is_sealed(clean, sent, staff, now):
    found, examiner = queries.of_case(sent()), staff("examiner")
    with pytest.raises(NotAllowed, match="哪里不对"):
        actions.review(found.pk, examiner, agreed=False, words="  ", now=now)
    done = actions.review(found.pk, examiner, agreed=False, words="经营场所是住宅", now=now)
    assert words_of(done) == "经营场所是住宅"
    assert "住宅".encode() not in bytes(done.words)


def test_of_two_reviewers_the_second_is_told_so(clean, sent, staff, now):
    found = queries.of_case(sent())
    actions.review(found.pk, staff("examiner"), agreed=True, words="", now=now)
    with pytest.raises(NotAllowed, match="同事刚刚"):
        actions.review(found.pk, staff("leader"), agreed=False, words="不对", now=now)


def test_a_party_does_not_review_their_own_case(clean, sent, owner, staff, now):
    found, examiner = queries.of_case(sent()), staff("examiner")
    examiner.mobile_digest = owner.mobile_digest
    examiner.save()
    with pytest.raises(NotAllowed, match="不能自己复核"):
        actions.review(found.pk, examiner, agreed=True, words="", now=now)


def test_a_number_that_is_none_is_refused_with_a_sentence(db, staff, now):
    with pytest.raises(NotAllowed, match="没有这条"):
        actions.review(999, staff("examiner"), agreed=True, words="", now=now)
