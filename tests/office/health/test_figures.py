"""The figures are those of the database, and no label holds anything of people."""

from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases import actions
from gaoxing.office.cases.models import Case
from gaoxing.office.health import figures, ticking
from gaoxing.office.notices.models import Notice

pytestmark = pytest.mark.django_db


def told(now):
    families = text_string_to_metric_families(figures.page(now).decode())
    return {(each.name, each.labels.get("state", "")): each.value for family in families for each in family.samples}


@pytest.fixture
def filed(now):
    """Three cases: a draft, one in time, one overdue."""
    cases = [actions.open_draft(now=now) for _ in range(3)]
    for case, days in zip(cases[1:], (1, -1), strict=True):
        Case.objects.filter(pk=case.pk).update(state="accepted", filed=now, rank=now + timedelta(days=days))


def test_cases_are_counted_by_state_and_drafts_too(filed, now):
    found = told(now)
    assert (found["gaoxing_cases", "draft"], found["gaoxing_cases", "accepted"], found["gaoxing_cases", "refused"]) == (1, 2, 0)


def test_overdue_cases_are_counted(filed, now):
    assert told(now)["gaoxing_cases_overdue", ""] == 1


def test_every_state_is_told_even_where_there_is_no_case(now):
    assert {state for name, state in told(now) if name == "gaoxing_cases"} == set(Case.State.values)


def test_notices_that_went_out_are_no_queue(now):
    for number, state in enumerate(["queued", "queued", "failed", "sent"]):
        Notice.objects.create(token=str(number), event="e", channel="page", language="zh-hans", content=b"", state=state, due=now, made=now)
    found = told(now)
    assert (found["gaoxing_notices", "queued"], found["gaoxing_notices", "failed"]) == (2, 1)
    assert ("gaoxing_notices", "sent") not in found


def test_attachments_that_wait_are_counted_and_scanned_ones_are_not(now):
    for number, (state, at) in enumerate([("waiting", now), ("clean", None)]):
        Attachment.objects.create(token=str(number), case=1, name=b"", sha256=str(number), size=1, added=now, state=state, next_scan=at)
    assert told(now)["gaoxing_attachments_to_scan", ""] == 1


def test_ages_are_told_where_there_is_something_to_be_old(now, saved):
    before = told(now)
    assert not {("gaoxing_tick_age_seconds", ""), ("gaoxing_backup_age_seconds", "")} & set(before)
    ticking.beat(now - timedelta(seconds=40))
    saved(now - timedelta(hours=2))
    after = told(now)
    assert (after["gaoxing_tick_age_seconds", ""], after["gaoxing_backup_age_seconds", ""]) == (40, 7200)


def test_a_clock_set_back_shows_an_age_below_zero(now):
    ticking.beat(now + timedelta(hours=1))
    assert told(now)["gaoxing_tick_age_seconds", ""] == -3600


def test_the_audit_and_the_codes_are_counted(now, saved):
    entries = told(now)["gaoxing_audit_entries", ""]
    saved(now)
    assert told(now)["gaoxing_audit_entries", ""] == entries + 1
    assert told(now)["gaoxing_credit_codes_left", ""] == 0


def test_labels_are_states_of_the_code_alone(filed, now):
    labels = {key for family in text_string_to_metric_families(figures.page(now).decode()) for each in family.samples for key in each.labels}
    assert labels == {"state"}


def test_a_tick_that_came_to_its_end_leaves_one_mark(now):
    assert [ticking.beat(now), ticking.beat(now + timedelta(minutes=1))] == [0, 0]
    assert ticking.Beat.objects.get().at == now + timedelta(minutes=1)
    assert str(ticking.Beat.objects.get()) == "tick"
