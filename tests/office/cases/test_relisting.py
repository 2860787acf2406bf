"""Cases of an earlier edition come into the lists and the search: the update leaves them behind, the tick works them off, none waits for another."""

from datetime import timedelta
from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from gaoxing.office.cases import queue, relisting, search_keys
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case, SearchKey, Unlisted
from gaoxing.office.cases.searching import search
from gaoxing.office.firing.pressed import Pressed
from tests.office.cases.conftest import CHANGE, NAME

pytestmark = pytest.mark.django_db


def leave_behind():
    """What migration 0010 does when the office is brought up to date."""
    import_module("gaoxing.office.cases.migrations.0010_unlisted").leave_behind(apps, None)


@pytest.fixture
def earlier(sent_case):
    """A case as the edition before the lists left it: without title, keys and the moment at which its light turns."""
    case = sent_case()
    SearchKey.objects.all().delete()
    Case.objects.update(title=b"", yellow_from=None)
    leave_behind()
    return case


def test_the_update_leaves_behind_what_was_submitted_and_no_draft(earlier, draft_of, sent_case, now):
    draft_of()
    sent_case(CHANGE, {}, token="second")
    assert list(Unlisted.objects.values_list("case", flat=True)) == [earlier.pk]


def test_a_case_of_an_earlier_edition_is_found_again_by_its_name_and_number(earlier, cast, now):
    assert search(NAME, cast["examiner"], now=now).cases == ()
    assert relisting.list_due(now=now) == 1
    assert [search(text, cast["examiner"], now=now).cases for text in (NAME, "测试样例", "13800001234")] == [(earlier,)] * 3


def test_it_has_its_title_and_its_light_again(earlier, cast, now):
    before = Case.objects.values("due", "rank").get()
    relisting.list_due(now=now)
    shown = queue.waiting(cast["examiner"], now=now).cases[0]
    assert (search_keys.title_of(shown), {"due": shown.due, "rank": shown.rank}) == (NAME, before)
    assert shown.yellow_from


def test_a_case_that_ended_before_has_a_title_and_waits_for_nobody(earlier, owner, now):
    fire(earlier.number, Pressed("withdraw"), owner, now=now)
    relisting.list_due(now=now)
    found = Case.objects.get()
    assert (search_keys.title_of(found), found.rank, found.yellow_from) == (NAME, None, None)


def test_what_was_submitted_counts_and_not_what_was_written_since(earlier, now):
    Case.objects.update(form=b"")
    relisting.list_due(now=now)
    assert search_keys.title_of(Case.objects.get()) == NAME


def test_a_second_run_finds_none(earlier, now):
    assert relisting.list_due(now=now) == 1
    assert relisting.list_due(now=now) == 0
    assert not Unlisted.objects.exists()


def test_what_does_not_open_is_tried_again_a_day_later_and_keeps_nobody_waiting(earlier, now, monkeypatch):
    monkeypatch.setattr(relisting, "AT_ONCE", 1)
    form = bytes(earlier.submissions.get().form)
    earlier.submissions.update(form=b"x" * 40)
    assert [relisting.list_due(now=now + timedelta(hours=hours)) for hours in (0, 1)] == [0, 0]
    assert Unlisted.objects.get().tried == now
    assert not SearchKey.objects.exists()
    earlier.submissions.update(form=form)
    assert relisting.list_due(now=now + relisting.AGAIN) == 1


def test_what_is_newer_comes_first_and_so_many_at_once(earlier, sent_case, now, monkeypatch):
    monkeypatch.setattr(relisting, "AT_ONCE", 1)
    newer = sent_case(CHANGE, {}, token="second")
    Unlisted.objects.create(case=newer)
    relisting.list_due(now=now)
    assert list(Unlisted.objects.values_list("case", flat=True)) == [earlier.pk]


def test_a_case_without_a_form_is_left_as_it_is_and_noted_no_longer(now):
    Case.objects.create(reference="r", number="320583-2025-000001", created=now, changed=now, words=b"", form=b"", state="archived")
    leave_behind()
    relisting.list_due(now=now)
    assert (Unlisted.objects.count(), bytes(Case.objects.get().title)) == (0, b"")


def test_the_tick_does_it_and_says_so(earlier):
    out = StringIO()
    call_command("tick", stdout=out)
    assert "补目录 1" in out.getvalue()
