"""What happened to a case can be told: events, points, submissions and what differs between them; and the rules that changed between two days."""

from datetime import date, timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.checks.rule import Level
from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import Sealer
from gaoxing.forms import Answer, Form, Source
from gaoxing.office.cases import story
from gaoxing.office.cases.firing import fire, note_of
from gaoxing.office.cases.models import CaseEvent, Submission
from gaoxing.office.cases.rule_changes import changes_between
from gaoxing.office.cases.sealed import SEALED
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.queries import content_of as notice_words
from tests.office.cases.asking import POINTS, ask

pytestmark = pytest.mark.django_db


def form_of(**values):
    return Form("sole_trader_registration", "2026", {path: Answer(value, Source.SAID) for path, value in values.items()})


def test_the_story_tells_every_act_in_its_order_with_role_and_time(sent_case, cast, now):
    case = ask(sent_case(), cast, now)
    assert [(each.number, each.act, each.state, each.role) for each in story.told(case)] == [
        (1, "submit", "submitted", "applicant"),
        (2, "ask_correction", "correction_asked", "window_clerk"),
    ]
    assert all(each.at == now for each in story.told(case))


def test_reasons_are_told_with_their_words_and_what_they_are_about(sent_case, cast, now):
    assert story.told(ask(sent_case(), cast, now))[-1].reasons == POINTS


def test_a_case_without_a_correction_has_no_points(sent_case):
    assert story.points(sent_case()) == ()


def test_points_are_numbered_and_named_in_both_languages(sent_case, cast, now):
    first, second = story.points(ask(sent_case(), cast, now))
    assert (first.number, first.kind, first.english, first.about) == (1, "缺材料", "A paper is missing", "经营场所证明")
    assert (second.number, second.kind, second.answer) == (2, "看不清", "")


def test_what_was_settled_at_the_decision_stands_in_its_note(sent_case, cast, now):
    case = sent_case()
    for act, role in (("accept", "window_clerk"), ("examine", "examiner")):
        fire(case.number, Pressed(act), cast[role], now=now)
    details = {"uscc": "92320583MA0000007N", "settled": [1]}
    fire(case.number, Pressed("register", given={"open_findings": 0}, details=details), cast["examiner"], now=now)
    assert note_of(case.events.last())["settled"] == [1]


def test_an_act_without_words_has_no_note(sent_case, cast, now):
    case = sent_case()
    fire(case.number, Pressed("accept"), cast["window_clerk"], now=now)
    event = case.events.last()
    assert (bytes(event.note), note_of(event)) == (b"", {})


def test_two_equal_forms_do_not_differ():
    assert story.differences(form_of(name="甲", postcode="215300"), form_of(name="甲", postcode="215300")) == ()


def test_what_came_changed_and_went_is_told_once_each():
    found = story.differences(form_of(name="甲", postcode="215300"), form_of(name="乙", telephone="13800001234"))
    assert [(each.path, each.before, each.after) for each in found] == [("name", "甲", "乙"), ("telephone", None, "13800001234"), ("postcode", "215300", None)]


def test_findings_come_back_as_they_were_sealed(sent_case):
    found = story.findings_of(sent_case().submissions.get())[0]
    assert (found.rule, found.level) == ("SCOPE-01", Level.INFORM)
    assert found.message
    assert found.basis


def test_a_blob_opens_in_its_own_submission_and_column_alone(sent_case):
    made = sent_case().submissions.get()
    made.form, made.findings = made.findings, made.form
    with pytest.raises(Fault):
        story.form_of(made)


def test_everything_a_case_gained_is_brought_under_a_new_key(sent_case, cast, now):
    ask(sent_case(), cast, now)
    named = {each.name: each for each in SEALED}
    wanted = {"cases.caseevent.note", *(f"cases.submission.{column}" for column in ("words", "form", "findings", "papers"))}
    assert wanted <= set(named)
    assert all(sum(named[each].counts().values()) for each in wanted)


def test_renewing_leaves_notes_and_submissions_to_be_read(sent_case, cast, now):
    case = ask(sent_case(), cast, now)
    sealer = Sealer((b"n" * 16, bytes.fromhex("000102030405060708090a0b0c0d0e0f")))
    renewed = [each.renew(sealer, 0).renewed for each in SEALED if each.name.startswith(("cases.caseevent", "cases.submission"))]
    assert renewed == [1, 1, 1, 1, 1]
    assert CaseEvent.objects.filter(case=case).count() == 2
    assert Submission.objects.filter(case=case).count() == 1


@pytest.mark.parametrize("matter", ["company_registration", "sole_trader_registration", "registration_change", "deregistration"])
def test_between_a_day_and_itself_nothing_changed(matter):
    assert changes_between(matter, date(2026, 11, 24), date(2026, 11, 24)) == ()


def test_the_new_company_law_is_told_to_a_draft_from_before_it():
    told = changes_between("company_registration", date(2024, 6, 20), date(2024, 7, 2))
    assert any("2024-07-01 起多了一条规定" in each for each in told)
    assert len(told) == len(set(told))


def test_what_no_longer_holds_is_told_the_other_way_round():
    told = changes_between("company_registration", date(2024, 6, 20), date(2024, 7, 2))
    back = changes_between("company_registration", date(2024, 7, 2), date(2024, 6, 20))
    assert bool(told) == bool(back)


def test_an_unknown_matter_is_a_mistake_of_the_code():
    with pytest.raises(KeyError):
        changes_between("no_such_matter", date(2026, 1, 1), date(2026, 2, 1))


def test_the_applicant_is_told_in_page_once_an_event_without_the_content(sent_case, cast, owner, now):
    case = ask(sent_case(), cast, now)
    notice = Notice.objects.get(person=owner.pk)
    title, text = notice_words(notice)
    assert case.number in text
    assert "待补正" in text
    assert "租赁合同" not in title + text


def test_an_applicant_who_reads_english_is_told_in_english(sent_case, cast, owner, now):
    owner.language = "en"
    owner.save()
    ask(sent_case(), cast, now)
    assert "Correction asked" in notice_words(Notice.objects.get())[1]


def test_nobody_is_told_whose_account_is_gone(sent_case, cast, owner, now):
    case = sent_case()
    type(case).objects.filter(pk=case.pk).update(owner=None)
    fire(case.number, Pressed("accept"), cast["window_clerk"], now=now)
    assert Notice.objects.count() == 0


def test_a_reopened_case_runs_on_a_new_clock(sent_case, cast, now):
    case = sent_case()
    fire(case.number, Pressed("not_accept", reasons=(Reason("not_our_office", "别处登记"),)), cast["window_clerk"], now=now)
    later = now + timedelta(days=7)
    again = fire(case.number, Pressed("reopen", reasons=(Reason("office_error", "办错了"),)), cast["leader"], now=later)
    assert (again.state, again.due.isoformat()) == ("reopened", "2026-12-04T09:00:00+00:00")


def test_two_corrections_of_one_case_are_two_submissions(sent_case, judged_of, cast, owner, now):
    case = ask(sent_case(), cast, now)
    submit(case, judged_of(), Sent("second", case.revision, answers={1: "", 2: ""}), owner, now=now)
    assert [each.number for each in story.submissions(case)] == [1, 2]
