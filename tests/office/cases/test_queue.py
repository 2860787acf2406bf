"""The clerks' queue: what is due first at the head, a page at a time, and only what one may handle."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gaoxing.casework.acting import Reason
from gaoxing.office.cases import queue
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.narrowing import Narrowed
from gaoxing.office.firing.pressed import Pressed
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


def test_the_newest_stand_first_and_the_decided_among_them(cases, cast, now):
    cases(3)
    for number, row in enumerate(Case.objects.order_by("pk")):
        Case.objects.filter(pk=row.pk).update(filed=now - timedelta(hours=number))
    Case.objects.filter(number__endswith="1").update(state="archived", rank=None)
    assert [each.number[-1] for each in queue.newest(cast["examiner"], now=now).cases] == ["0", "1", "2"]


def test_the_newest_go_on_without_a_gap_also_where_many_came_at_one_moment(cases, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "NEWEST_PAGE", 3)
    cases(8)
    Case.objects.update(filed=now)
    seen, after = [], ""
    while not seen or after:
        shown = queue.newest(cast["leader"], now=now, after=after)
        seen += [int(each.number[-1]) for each in shown.cases]
        after = shown.onward
    assert seen == [7, 6, 5, 4, 3, 2, 1, 0]


def walk(person, now, wanted):
    """The last digits of a narrowed list's rows, page by page."""
    pages, after = [], ""
    while not pages or after:
        shown = queue.newest(person, now=now, after=after, wanted=wanted)
        pages.append([int(each.number[-1]) for each in shown.cases])
        after = shown.onward
    return pages


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(hours=1)])
def test_a_rare_case_is_looked_for_a_stretch_at_a_time_and_found_once(cases, cast, now, monkeypatch, apart):
    monkeypatch.setattr(queue, "LOOKED_THROUGH", 3)
    cases(8)
    for number, row in enumerate(Case.objects.order_by("pk")):
        Case.objects.filter(pk=row.pk).update(filed=now + number * apart, **({"state": "refused"} if number in (1, 5) else {}))
    assert walk(cast["leader"], now, Narrowed(state="refused")) == [[5], [], [1]]
    assert walk(cast["leader"], now, Narrowed(state="withdrawn")) == [[], [], []]


def test_a_stretch_that_held_no_whole_page_says_since_when_it_looked(cases, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "LOOKED_THROUGH", 2)
    cases(3)
    Case.objects.update(filed=now)
    shown = queue.newest(cast["leader"], now=now, wanted=Narrowed(state="refused"))
    assert (shown.cases, shown.since) == ((), now)
    assert queue.newest(cast["leader"], now=now, after=shown.onward, wanted=Narrowed(state="refused")) == queue.Waiting(())


def test_a_full_page_and_a_list_that_is_not_narrowed_look_through_nothing_more(cases, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "LOOKED_THROUGH", 2)
    cases(4)
    Case.objects.update(filed=now)
    assert len(queue.newest(cast["leader"], now=now).cases) == 4
    monkeypatch.setattr(queue, "NEWEST_PAGE", 1)
    shown = queue.newest(cast["leader"], now=now, wanted=Narrowed(state="submitted"))
    assert (len(shown.cases), shown.since) == (1, None)
    assert shown.onward


def test_a_draft_is_not_among_the_newest(draft_of, cast, now):
    draft_of()
    assert queue.newest(cast["leader"], now=now).cases == ()


def test_a_list_is_counted_no_further_than_it_needs(cases, cast, now, monkeypatch):
    monkeypatch.setattr(queue, "MOST_COUNTED", 3)
    cases(6)
    assert queue.counted(queue.waiting_rows(cast["examiner"], now=now)) == 4


def test_a_case_that_is_decided_waits_no_longer(in_state, cast, now):
    case = in_state("examined")
    fire(case.number, Pressed("refuse", reasons=(Reason("against_law", "不符合"),)), cast["examiner"], now=now)
    case.refresh_from_db()
    assert (case.rank, case.due, case.yellow_from) == (None, None, None)
    assert queue.waiting(cast["examiner"], now=now).cases == ()


@pytest.mark.parametrize("after", ["", "1795000000000000.5"])
@pytest.mark.parametrize(("rows", "index"), [(queue.waiting_rows, "cases_queue"), (queue.newest_rows, "cases_newest")])
def test_a_list_is_read_along_its_index_with_the_permissions_on(cast, now, rows, index, after):
    if connection.vendor != "sqlite":
        pytest.skip("a small table is read whole on PostgreSQL")
    plan = rows(cast["examiner"], now=now, after=after, wanted=Narrowed(matter="deregistration", handler="nobody"))[:51].explain()
    assert f"USING INDEX {index}" in plan
    assert "TEMP B-TREE" not in plan
    assert not after or "?" in plan


def test_a_page_opens_no_form_and_asks_as_often_for_many_as_for_one(cases, cast, now):
    cases(5)
    rows = queue.waiting_rows(cast["examiner"], now=now)
    assert {"form", "words"} <= rows.first().get_deferred_fields()
    many = len(capture(lambda: queue.waiting(cast["examiner"], now=now)))
    Case.objects.exclude(number__endswith="1").delete()
    assert len(capture(lambda: queue.waiting(cast["examiner"], now=now))) == many


def capture(act):
    with CaptureQueriesContext(connection) as asked:
        act()
    return asked.captured_queries
