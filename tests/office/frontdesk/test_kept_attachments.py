"""Attachments go with what they belong to: the draft, the kiosk's session, their day; a file without a row goes, too."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from gaoxing.office.attachments import actions, store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.actions import discard
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.attachments import is_wanted, wanted
from tests.engines.photographs import page, photo
from tests.office.frontdesk.test_attachments import CHARTER, file, send

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 25)
OTHER = photo(image=page(700, 900, lines=3))


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA, settings.SCANNER = tmp_path, "rehearsal"
    return tmp_path / "attachments"


@pytest.fixture
def sent(visitor, statement):
    """A draft with one attachment; the case."""
    visitor.post("/draft/words", {"words": statement})
    send(visitor)
    return Case.objects.get()


def lying(folder):
    return len(list(folder.glob("*/*")))


def tick():
    call_command("tick", verbosity=0)


def test_the_tick_scans_what_waits(sent):
    tick()
    assert Attachment.objects.get().state == "clean"


def test_with_the_draft_its_attachments_go_from_the_disk_too(sent, folder):
    assert lying(folder) == 2
    discard(sent.reference, now=timezone.now())
    tick()
    assert (Attachment.objects.count(), lying(folder)) == (0, 0)
    assert Entry.objects.filter(act="attachment.removed", role="clock").exists()


def test_beginning_anew_takes_them_along(visitor, sent, folder):
    visitor.post("/draft/restart")
    tick()
    assert lying(folder) == 0


def test_what_is_kept_until_a_day_goes_on_that_day_though_its_case_stands(sent, folder):
    actions.keep_until(sent.pk, timezone.localdate() + timedelta(days=1))
    tick()
    assert lying(folder) == 2
    actions.keep_until(sent.pk, timezone.localdate())
    tick()
    assert (lying(folder), Case.objects.count()) == (0, 1)


def test_the_tick_may_run_as_often_as_one_likes(sent, folder):
    tick()
    before = list(Attachment.objects.values())
    tick()
    assert (list(Attachment.objects.values()), lying(folder)) == (before, 2)


def test_a_file_that_a_kill_left_is_younger_than_an_hour_and_stays(sent, folder):
    store.put("cd" * 16, store.CONTENT, b"being written")
    tick()
    assert lying(folder) == 3


def test_every_material_is_a_place_and_one_more_for_the_rest(sent):
    rows = wanted(sent, on=DAY)
    assert len(rows) == len({each.key for each in rows})
    assert (rows[-1].number, rows[-1].key, rows[-1].material) == (0, "", None)
    assert [each.number for each in rows[:-1]] == list(range(1, len(rows)))


def test_files_stand_at_their_material_in_the_order_in_which_they_came(visitor, sent):
    send(visitor, file(OTHER, "第二页.jpg"))
    row = next(each for each in wanted(sent, on=DAY) if each.key == CHARTER)
    assert [each.name for each in row.files] == ["章程第一页.jpg", "第二页.jpg"]
    assert all(each.open and each.status and each.level for each in row.files)


def test_errors_stand_at_their_material_alone(sent):
    rows = wanted(sent, {CHARTER: ("太大",)}, on=DAY)
    assert [each.key for each in rows if each.errors] == [CHARTER]


@pytest.mark.parametrize(("material", "taken"), [(CHARTER, True), ("", True), ("公司章程 ", False), ("../公司章程", False)])
def test_files_belong_to_materials_of_the_list_or_to_the_rest(sent, material, taken):
    assert is_wanted(sent, material, on=DAY) is taken


def test_a_draft_without_a_matter_has_the_rest_alone(visitor):
    visitor.post("/draft/words", {"words": "你好"})
    assert [each.key for each in wanted(Case.objects.get(), on=DAY)] == [""]


def test_in_english_the_page_says_everything_in_english(visitor, sent):
    visitor.cookies["language"] = "en"
    page = visitor.get("/draft/attachments").content.decode()
    assert "Take a photo" in page
    assert "Received, waiting for the virus scan" in page
    assert "已收到" not in page


def test_two_drafts_of_one_browser_never_mix(visitor, sent):
    visitor.post("/drafts/new")
    visitor.post("/draft/words", {"words": "我想开一家奶茶店"})
    assert "章程第一页.jpg" not in visitor.get("/draft/attachments").content.decode()


@pytest.mark.parametrize("path", ["/draft/attachments/add", "/draft/attachments/1/remove"])
def test_what_changes_something_is_never_opened_by_a_link(visitor, sent, path):
    assert visitor.get(path).status_code == 405


def test_a_fault_of_the_store_is_told_in_a_sentence(visitor, sent, folder):
    for each in folder.glob("*/*"):
        each.write_bytes(b"broken")
    response = visitor.get(f"/draft/attachments/{Attachment.objects.get().pk}/file")
    assert response.status_code == 503
    assert "从备份恢复" in response.content.decode()
