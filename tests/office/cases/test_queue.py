"""The clerks' queue: what is due first at the head, a page at a time, and only what one may handle."""

from datetime import timedelta

import pytest

from gaoxing.office.cases import queue
from gaoxing.office.cases.models import Case
from tests.office.cases.asking import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(now):
    """Cases that are due one after another, two at the same moment."""

    def made(count, **told):
        rows = [
            Case(
                reference=f"r{number}",
                created=now,
                changed=now,
                words=b"",
                form=b"",
                matter="sole_trader_registration",
                number=f"320583-2026-{number:06}",
                state="submitted",
                rank=now + timedelta(hours=number // 2),
                **told,
            )
            for number in range(count)
        ]
        Case.objects.bulk_create(rows)

    return made


def test_what_is_due_first_stands_at_the_head(cases, cast, now):
    cases(5)
    shown = queue.waiting(cast["window_clerk"], now=now)
    assert [each.number[-1] for each in shown.cases] == ["0", "1", "2", "3", "4"]
    assert shown.onward == ""


def test_every_case_comes_once_however_many_pages_there_are(cases, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "PAGE", 3)
    cases(10)
    seen, after = [], ""
    for _ in range(5):
        shown = queue.waiting(cast["examiner"], now=now, after=after)
        seen += [each.number for each in shown.cases]
        after = shown.onward
        if not after:
            break
    assert seen == [f"320583-2026-{number:06}" for number in range(10)]


@pytest.mark.parametrize("mark", ["", "nonsense", "1.", ".1", "9" * 60, "１.2", "99999999999999999999.1", "-1.2", "1.2.3"])
def test_a_mark_that_is_none_begins_anew(cases, cast, now, mark):
    cases(2)
    assert len(queue.waiting(cast["leader"], now=now, after=mark).cases) == 2


def test_what_is_over_and_what_is_a_draft_is_not_waiting(cases, draft_of, cast, now):
    cases(3)
    draft_of()
    Case.objects.filter(number__endswith="1").update(state="archived")
    assert [each.number[-1] for each in queue.waiting(cast["window_clerk"], now=now).cases] == ["0", "2"]


def test_the_states_can_be_chosen(cases, cast, now):
    cases(3)
    Case.objects.filter(number__endswith="1").update(state="examined")
    assert [each.number[-1] for each in queue.waiting(cast["examiner"], now=now, states=["examined"]).cases] == ["1"]


@pytest.mark.parametrize("role", ["steward", "task_force_lead", "system_administrator", "audit_administrator"])
def test_whoever_does_not_handle_cases_sees_none(cases, staff, now, role):
    cases(2)
    person = staff(role)
    assert queue.waiting(person, now=now).cases == ()
    assert queue.one(person, "320583-2026-000001", now=now) is None


def test_an_applicant_sees_no_queue(cases, owner, now):
    cases(2)
    assert queue.waiting(owner, now=now).cases == ()


def test_a_case_is_found_by_its_number_and_a_wrong_number_finds_none(cases, cast, now):
    cases(2)
    assert queue.one(cast["examiner"], "320583-2026-000001", now=now).reference == "r1"
    assert queue.one(cast["examiner"], "320583-2026-000009", now=now) is None


def test_a_case_whose_clock_stands_still_comes_last(sent_case, cases, cast, now):
    asked = ask(sent_case(), cast, now)
    Case.objects.filter(pk=asked.pk).update(number="asked")
    cases(2)
    assert queue.waiting(cast["window_clerk"], now=now).cases[-1].number == "asked"
