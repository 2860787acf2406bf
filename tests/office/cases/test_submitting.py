"""Submitting: sealed as it is, numbered once, refused with every reason, and the same receipt for a post that comes twice. Names are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gaoxing.checks.rule import Finding, Level
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import actions, queries, story
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.submitting import Judged, Sent, already, defects_of, submission_of, submit
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.names.queries import registered
from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.refusal import NotAllowed
from tests.office.cases.asking import POINTS, ask
from tests.office.cases.conftest import NAME, SAID, TYPED

pytestmark = pytest.mark.django_db
OTHER = "昆山市玉山镇测试佳味面馆"


def test_a_submission_holds_words_form_findings_and_digests_as_they_were(draft_of, judged_of, owner, now):
    case = draft_of()
    Attachment.objects.create(token="t", case=case.pk, material="经营场所证明", name=b"", media_type="image/png", size=1, sha256="a" * 64, added=now)
    made = submit(case, judged_of(papers=(("申请书", "d" * 32),)), Sent("page", case.revision), owner, now=now)
    assert story.words_of(made).statement == SAID
    assert story.form_of(made).value("name") == NAME
    assert [each.rule for each in story.findings_of(made)] == ["SCOPE-01"]
    assert story.papers_of(made)["papers"] == [{"name": "申请书", "digest": "d" * 32}]
    assert story.papers_of(made)["attachments"][0]["sha256"] == "a" * 64


def test_a_submission_says_by_which_edition_and_day_it_was_judged_and_who_sent_it(sent_case, owner, now):
    made = sent_case().submissions.get()
    assert (made.edition, made.rules_on, made.by, made.role, made.number) == ("2026", now.date(), owner, "applicant", 1)


def test_nothing_of_a_submission_lies_open_in_the_database(sent_case):
    row = Submission.objects.filter(case=sent_case()).values().get()
    told = str(row).encode() + b"".join(bytes(each) for each in row.values() if isinstance(each, bytes | memoryview))
    assert NAME.encode() not in told
    assert "丁大宝".encode() not in told


def test_the_case_bears_its_number_and_stands_before_the_window(sent_case, now):
    case = sent_case()
    assert (case.number, case.state, case.filed) == ("320583-2026-000001", "submitted", now)
    assert [each.act for each in case.events.all()] == ["submit"]
    assert Entry.objects.filter(act="case.submit", subject=case.pk).count() == 1


def test_the_name_is_held_for_the_case(sent_case):
    assert sent_case().holds_name
    assert registered(NAME, 3205).state == "held"


def test_a_post_that_comes_twice_is_one_submission(draft_of, judged_of, owner, now):
    case = draft_of()
    stale, sent = Case.objects.get(pk=case.pk), Sent("page", case.revision)
    first = submit(case, judged_of(), sent, owner, now=now)
    assert submit(stale, judged_of(), sent, owner, now=now) == first
    assert submit(Case.objects.get(pk=case.pk), judged_of(), sent, owner, now=now) == first
    assert Submission.objects.count() == 1


def test_another_page_that_submits_the_same_draft_is_told_the_number(draft_of, judged_of, owner, now):
    case = draft_of()
    submit(case, judged_of(), Sent("page", case.revision), owner, now=now)
    with pytest.raises(NotAllowed, match="编号 320583-2026-000001"):
        submit(Case.objects.get(pk=case.pk), judged_of(), Sent("other page", case.revision), owner, now=now)


def test_a_page_that_is_older_than_the_draft_is_refused_and_nothing_is_kept(draft_of, judged_of, owner, now):
    case = draft_of()
    with pytest.raises(NotAllowed, match="刚才在别处改过"):
        submit(case, judged_of(), Sent("page", case.revision - 1), owner, now=now)
    assert (Submission.objects.count(), Case.objects.get(pk=case.pk).number) == (0, None)


def test_open_questions_stop_it(draft_of, judged_of, owner, now):
    case = draft_of()
    with pytest.raises(NotAllowed, match="请先答完剩下的问题"):
        submit(case, judged_of(open_questions=2), Sent("page", case.revision), owner, now=now)


def test_findings_that_reject_stop_it_and_everything_is_told_at_once(draft_of, judged_of, owner, now):
    case, finding = draft_of(), Finding("X-1", ("name",), Level.REJECT, "不行", "《规定》第一条")
    with pytest.raises(NotAllowed) as refused:
        submit(case, judged_of(findings=(finding,), open_questions=1), Sent("page", case.revision), owner, now=now)
    assert "请先答完剩下的问题" in refused.value.reason
    assert "请按审查意见改好" in refused.value.reason


@pytest.mark.parametrize("level", [Level.MANUAL, Level.WARN, Level.INFORM])
def test_a_finding_that_does_not_reject_does_not_stop_it(draft_of, judged_of, owner, now, level):
    case = draft_of()
    made = submit(case, judged_of(findings=(Finding("X-1", (), level, "看一下", "《规定》第一条"),)), Sent("page", case.revision), owner, now=now)
    assert story.findings_of(made)[0].level is level


def test_a_name_that_nobody_may_have_stops_it(draft_of, judged_of, owner, now):
    said = SAID.replace(NAME, "昆山市玉山镇国家级面馆")
    case = draft_of(said)
    with pytest.raises(NotAllowed, match="不能占用"):
        submit(case, judged_of(said, findings=()), Sent("page", case.revision), owner, now=now)
    assert Case.objects.get(pk=case.pk).state == "draft"


def test_rules_that_changed_since_are_shown_before_it_is_submitted(draft_of, judged_of, owner, now, monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.submitting.changes_between", lambda *days: ("新规定",))
    case = draft_of()
    with pytest.raises(NotAllowed, match="规定变了"):
        submit(case, judged_of(), Sent("page", case.revision), owner, now=now)
    assert submit(case, judged_of(), Sent("page", case.revision, rules_seen=True), owner, now=now).number == 1


def test_a_later_change_of_the_rules_leaves_the_submission_as_it_was(sent_case):
    case = sent_case()
    before = story.findings_of(case.submissions.get())
    assert story.findings_of(case.submissions.get()) == before
    assert case.submissions.get().rules_on == date(2026, 11, 24)


def test_an_outsider_cannot_submit_somebodys_draft(draft_of, judged_of, now):
    case, outsider = draft_of(), accounts.applicant_of("13900009999", language="zh-hans", now=now)
    with pytest.raises(NotAllowed, match="由申请人"):
        submit(case, judged_of(), Sent("page", case.revision), outsider, now=now)


def test_an_agent_submits_with_a_power_of_attorney_for_it_and_not_with_another(draft_of, judged_of, owner, now, on):
    case, agent = draft_of(), accounts.applicant_of("13900009999", language="zh-hans", now=now)
    empower(owner, agent, acts=["see_case"], matters=[], span=Span(on, on), now=now)
    with pytest.raises(NotAllowed, match="由申请人"):
        submit(case, judged_of(), Sent("page", case.revision), agent, now=now)
    empower(owner, agent, acts=["see_case", "submit_case"], matters=[], span=Span(on, on), now=now)
    assert submit(case, judged_of(), Sent("page", case.revision), agent, now=now).role == "agent"


def test_a_submitted_case_is_written_in_no_more(sent_case, read, now):
    case = sent_case()
    assert queries.draft(case.reference) is None
    assert queries.submitted(case.reference) == case
    assert not actions.rewrite(case, queries.words_of(case).add("改一下"), read().form, matter=case.matter, now=now)


def test_a_case_to_be_corrected_is_written_in_again(sent_case, cast, now):
    case = sent_case()
    ask(case, cast, now)
    assert queries.draft(case.reference).pk == case.pk
    assert queries.submitted(case.reference) is None


def test_a_correction_is_another_submission_with_what_was_said_to_each_point(sent_case, judged_of, cast, owner, now):
    case = ask(sent_case(), cast, now)
    made = submit(case, judged_of(), Sent("page 2", case.revision, answers={1: "已经传了", 2: ""}), owner, now=now + timedelta(days=1))
    assert (made.number, Case.objects.get(pk=case.pk).state) == (2, "submitted")
    assert [each.answer for each in story.points(case)] == ["已经传了", ""]
    assert case.number == "320583-2026-000001"


def test_a_correction_that_leaves_a_point_out_is_refused(sent_case, judged_of, cast, owner, now):
    case = ask(sent_case(), cast, now)
    assert defects_of(case) == len(POINTS)
    with pytest.raises(NotAllowed, match="逐条改好"):
        submit(case, judged_of(), Sent("page 2", case.revision, answers={1: "好了"}), owner, now=now)


def test_what_a_correction_changed_can_be_told(sent_case, draft_of, judged_of, cast, owner, now):
    case = ask(sent_case(), cast, now)
    judged = judged_of(typed={**TYPED, "postcode": "215301"})
    submit(case, judged, Sent("page 2", case.revision, answers={1: "", 2: ""}), owner, now=now)
    first, second = (story.form_of(each) for each in story.submissions(case))
    assert [(each.path, each.before, each.after) for each in story.differences(first, second)] == [("postcode", "215300", "215301")]


def test_a_correction_of_the_name_holds_the_new_one_and_frees_the_old(sent_case, draft_of, judged_of, cast, owner, now):
    case = ask(sent_case(), cast, now)
    submit(case, judged_of(SAID.replace(NAME, OTHER)), Sent("page 2", case.revision, answers={1: "", 2: ""}), owner, now=now)
    assert registered(NAME, 3205) is None
    assert registered(OTHER, 3205).state == "held"


def written_in_since(case, read, now):
    """The case's draft as its applicant wrote another name into it."""
    taken = read(SAID.replace(NAME, OTHER))
    assert actions.rewrite(case, queries.words_of(case), taken.form, matter=case.matter, now=now)
    return Case.objects.get(pk=case.pk)


def test_a_name_that_was_changed_in_the_draft_first_is_exchanged_in_the_pool(sent_case, judged_of, read, cast, owner, now):
    case = written_in_since(ask(sent_case(), cast, now), read, now)
    submit(case, judged_of(SAID.replace(NAME, OTHER)), Sent("page 2", case.revision, answers={1: "", 2: ""}), owner, now=now)
    assert registered(NAME, 3205) is None
    assert (registered(OTHER, 3205).state, Case.objects.get(pk=case.pk).holds_name) == ("held", True)


def test_a_case_withdrawn_in_the_midst_of_a_correction_frees_the_name_it_holds(sent_case, read, cast, owner, now):
    case = written_in_since(ask(sent_case(), cast, now), read, now)
    fire(case.number, Pressed("withdraw", revision=case.revision), owner, now=now)
    assert registered(NAME, 3205) is None
    assert registered(OTHER, 3205) is None


def test_a_withdrawn_case_frees_its_name_and_keeps_its_submission(sent_case, owner, now):
    case = sent_case()
    fire(case.number, Pressed("withdraw", revision=case.revision), owner, now=now)
    assert registered(NAME, 3205) is None
    assert case.submissions.count() == 1


def test_a_page_without_a_token_finds_no_submission(sent_case):
    assert submission_of(sent_case(token="x"), "") is None


def test_the_sentence_for_a_stale_page_names_the_number_and_where_to_look(sent_case):
    assert "320583-2026-000001" in already(sent_case())
    assert "我的办件" in already(sent_case(token="another"))


def test_what_is_judged_counts_only_what_rejects(read):
    told = tuple(Finding("X", (), level, "", "") for level in (Level.REJECT, Level.MANUAL, Level.REJECT))
    assert Judged(read().form, told, 0).rejections == 2
    assert replace(Judged(read().form, told, 0), findings=()).rejections == 0


def test_the_deadline_runs_from_the_submission_and_not_from_the_draft(draft_of, judged_of, owner, now):
    case = draft_of()
    submit(case, judged_of(), Sent("page", case.revision, rules_seen=True), owner, now=datetime(2026, 12, 1, 2, tzinfo=UTC))
    assert Case.objects.get(pk=case.pk).due == datetime(2026, 12, 4, 9, tzinfo=UTC)
