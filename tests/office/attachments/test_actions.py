"""A file is taken in sealed, once, within the limits; what is removed is gone; every act stands in the audit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gaoxing.engines import sealed_file
from gaoxing.engines.fault import Fault
from gaoxing.office.attachments import actions, inspection, queries, store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.attachments.permissions import visible_to
from gaoxing.office.audit.entry import APPLICANT, CLOCK, Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.actions import open_draft
from gaoxing.office.cases.models import Case
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.profile import shipped
from tests.engines.photographs import photo
from tests.office.attachments.conftest import CASE, PDF, PHOTO

pytestmark = pytest.mark.django_db


def test_a_photograph_is_kept_as_it_was_sent_and_waits_to_be_scanned(receive):
    made = receive()
    assert (made.state, made.media_type, made.size, made.case) == ("waiting", "image/jpeg", len(PHOTO), CASE)
    assert queries.content_of(made, own=True) == PHOTO
    assert queries.name_of(made) == "身份证.jpg"


def test_nothing_readable_lies_in_the_database_or_on_the_disk(receive, files):
    made = receive(PDF, name="张三的执照.pdf")
    assert "张三".encode() not in bytes(made.name)
    content = (files.folder / made.token[:2] / f"{made.token}.content").read_bytes()
    assert b"%PDF" not in content
    assert "张三" not in str(made)


def test_its_files_are_named_by_a_token_and_readable_by_the_owner_alone(receive, files):
    made = receive()
    assert files.all() == [f"{made.token}.content", f"{made.token}.preview"]
    assert {each.stat().st_mode & 0o777 for each in files.folder.glob("*/*")} == {0o600}


def test_the_same_file_is_taken_once_at_a_material(receive, files):
    assert receive().pk == receive(name="另一个名字.jpg").pk
    assert len(files.all()) == 2
    assert receive(material="住所使用相关文件").pk != receive().pk


def test_taking_in_and_removing_stand_in_the_audit(receive, now):
    made = receive()
    number = made.pk
    actions.remove(made, actor=APPLICANT, now=now)
    assert list(Entry.objects.order_by("number").values_list("act", "role", "subject")) == [
        ("attachment.added", "applicant", number),
        ("attachment.removed", "applicant", number),
    ]


def test_what_is_removed_is_gone_from_the_disk(receive, files, now):
    actions.remove(receive(), actor=APPLICANT, now=now)
    assert (Attachment.objects.count(), files.all()) == (0, [])


def test_a_file_of_which_only_a_part_came_is_not_taken(receive, files):
    with pytest.raises(NotAllowed, match="20 MB"):
        receive(whole=False)
    assert not files.folder.exists()


def test_a_case_takes_so_many_files_and_no_more(receive, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 1)
    receive()
    with pytest.raises(NotAllowed, match="已经满 1 个"):
        receive(PDF)


def test_a_case_takes_so_many_bytes_and_no_more(receive, monkeypatch):
    monkeypatch.setattr(actions, "MOST_BYTES", len(PHOTO) + 10)
    receive()
    with pytest.raises(NotAllowed, match="没有收"):
        receive(PDF)
    assert receive(PDF, case=8).case == 8


def test_what_cannot_be_opened_leaves_nothing_behind(receive, files):
    with pytest.raises(NotAllowed):
        receive(PHOTO[:2000])
    assert (Attachment.objects.count(), files.folder.exists()) == (0, False)


def test_a_full_disk_takes_nothing_in_and_is_told(receive, monkeypatch):
    def full(handle):
        raise OSError(28, "full")

    monkeypatch.setattr(sealed_file.os, "fsync", full)
    with pytest.raises(Fault, match="磁盘满"):
        receive()
    assert Attachment.objects.count() == 0


def test_where_the_audit_cannot_be_written_nothing_is_taken_in(receive, files, monkeypatch):
    def broken(*arguments, **how):
        raise Fault("审计记录没有写成", permanent=False)

    monkeypatch.setattr(actions.audit, "write", broken)
    with pytest.raises(Fault, match="审计"):
        receive()
    assert (Attachment.objects.count(), files.all()) == (0, [])


def test_two_posts_at_once_of_one_file_become_one(receive, files, monkeypatch):
    first = receive()
    real = Attachment.objects.filter

    class Blind:
        def exclude(self, **how):
            return Attachment.objects.none()

    seen = []

    def blind_once(**how):
        seen.append(how)
        return Blind() if len(seen) == 1 else real(**how)

    monkeypatch.setattr(actions.Attachment.objects, "filter", blind_once)
    assert receive().pk == first.pk
    assert len(files.all()) == 2


def test_staff_refuse_with_a_reason_that_its_sender_reads(receive, now):
    made = receive()
    actions.refuse(made, "unreadable", actor=Actor(3, "window_clerk"), now=now)
    made.refresh_from_db()
    assert (made.state, made.reason) == ("refused", "unreadable")
    with pytest.raises(KeyError):
        actions.refuse(made, "no such reason", actor=Actor(3, "window_clerk"), now=now)


def test_retention_takes_away_on_its_day_and_not_before(receive, files, now):
    receive()
    day = now.date() + timedelta(days=30)
    assert actions.keep_until(CASE, day) == 1
    assert actions.delete_due(on=day - timedelta(days=1), actor=CLOCK, now=now) == 0
    assert actions.delete_due(on=day, actor=CLOCK, now=now) == 1
    assert (actions.delete_due(on=day, actor=CLOCK, now=now), files.all()) == (0, [])


def test_the_sweep_takes_old_files_without_a_row_and_leaves_the_others(receive, files, now):
    made = receive()
    store.put("ab" * 16, store.CONTENT, b"left by a kill")
    assert actions.sweep(now=now - timedelta(days=900)) == 0
    assert actions.sweep(now=now + timedelta(days=900)) == 1
    assert files.all() == [f"{made.token}.content", f"{made.token}.preview"]


def test_others_download_only_what_was_scanned_unless_the_operator_scans_nothing(receive, settings):
    made = receive()
    with pytest.raises(NotAllowed, match="还没有查毒"):
        queries.content_of(made, own=False)
    settings.SCANNER = "none"
    assert queries.content_of(made, own=False) == PHOTO
    made.state = Attachment.State.CLEAN
    assert queries.content_of(made, own=False) == PHOTO


def test_a_case_sees_its_own_alone(receive):
    made = receive()
    assert queries.one(CASE, made.pk) == made
    assert queries.one(CASE + 1, made.pk) is None
    assert (queries.of_case(CASE), queries.weight(CASE)) == ((made,), len(PHOTO))


def test_whoever_sees_the_case_sees_its_attachments_and_nobody_else_does(receive, now):
    case = open_draft(now=now)
    made, _ = receive(case=case.pk), receive(case=case.pk + 1)
    assert list(visible_to(Case.objects.filter(pk=case.pk))) == [made]
    assert not visible_to(Case.objects.none()).exists()


def test_a_dark_photograph_keeps_its_hint(receive):
    assert receive(photo(light=0.2)).advice == "dark"


def test_a_zone_may_take_less_than_the_office_can(receive, monkeypatch):
    monkeypatch.setattr(inspection, "profile", lambda: replace(shipped(), attachment_megabytes=1))
    with pytest.raises(NotAllowed, match="1 MB"):
        receive(PHOTO + bytes(1_100_000))
